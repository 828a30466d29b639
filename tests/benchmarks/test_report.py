from benchmarks.reading import report


def test_what_was_wrong_and_no_longer_is_was_gained(tmp_path, capsys):
    kept = tmp_path / "wrong.txt"
    report("lamps", ["a.txt 0 {'to'}", "b.txt 1 {'cc'}"], kept)
    assert "kept in wrong.txt" in capsys.readouterr().out
    report("lamps", ["b.txt 1 {'cc'}", "c.txt 0 MISSED"], kept)
    told = capsys.readouterr().out
    assert "gained  a.txt 0 {'to'}" in told
    assert "lost    c.txt 0 MISSED" in told
    assert "b.txt" not in told
    assert kept.read_text().splitlines() == ["b.txt 1 {'cc'}", "c.txt 0 MISSED"]
