"""Commands of people, offices and posts on the sample."""

import json

import pytest

from readingroom.errors import UsageError
from readingroom.sample import sample_files

TABLE = 'alias,post,holder,since,until,source\nB1,"Keeper, Harbour Office",{holder},2009-01-02,,"=Yearbook"\n'


@pytest.fixture
def case(readingroom, tmp_path):
    case = tmp_path / "sample.case"
    readingroom("add", case, sample_files().pdf)
    readingroom("read", case, "--workers", "1")
    return case


def test_a_table_of_posts_comes_in_is_applied_and_goes_out_again(readingroom, case, tmp_path):
    people = [json.loads(line) for line in readingroom("people", case, "--jsonl").out.splitlines()]
    person = next(one for one in people if one["kind"] == "person")
    table = tmp_path / "staff.csv"
    table.write_text(TABLE.format(holder=json.dumps(person["name"])), encoding="utf-8")
    assert "1 lines taken in" in readingroom("posts", "import", case, table).out
    readingroom("read", case, "--workers", "1")
    told = [one for one in json.loads(readingroom("posts", case, "--json").out) if one["told"]]
    assert [(one["title"], one["office"], one["alias"], one["source"], one["holder"]) for one in told] == [
        ("Keeper", "Harbour Office", "B1", "=Yearbook", person["id"])
    ]
    exported = tmp_path / "staff.csv"
    exported.write_text(readingroom("posts", "export", case).out, encoding="utf-8")
    assert '"\'=Yearbook"' in exported.read_text(encoding="utf-8")
    assert "in place of 1" in readingroom("posts", "import", case, exported).out
    assert readingroom("offices", case).code == 0


def test_a_table_with_a_fault_is_refused_whole(readingroom, case, tmp_path):
    table = tmp_path / "staff.csv"
    table.write_text("post,holder,since\nKeeper,Odo Marsh,yesterday\n", encoding="utf-8")
    refused = readingroom("posts", "import", case, table)
    assert refused.code == UsageError.exit_code
    assert "line 2: since is 'yesterday'" in refused.err
    assert readingroom("posts", "export", case).out.splitlines() == ["alias,post,holder,since,until,source"]
