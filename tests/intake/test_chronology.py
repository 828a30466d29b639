"""A chronology as a user brings it."""

import pytest

from readingroom.errors import UsageError
from readingroom.intake import read_chronology_file
from readingroom.model import Event, EventKind

HEAD = "when,until,kind,what,source\n"


def read(tmp_path, text):
    path = tmp_path / "events.csv"
    path.write_text(text, encoding="utf-8")
    return read_chronology_file(path)


def test_events_come_in_order_of_time_and_once(tmp_path):
    line = '2011-07-26T17:30,,told,"Nine lamps, says Finch",letters.pdf p. 2\n'
    told = read(tmp_path, "\ufeff" + HEAD + line + "2011-07-25,2011-07-28,,The harbor is closed,Gazette\n" + line)
    assert told == (
        Event("2011-07-25", "2011-07-28", EventKind.OUTSIDE, "The harbor is closed", "Gazette"),
        Event("2011-07-26T17:30", "", EventKind.TOLD, "Nine lamps, says Finch", "letters.pdf p. 2"),
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "line 1 lacks when, what, source"),
        ("when,what,source,colour\n", "line 1 names unknown columns: 'colour'"),
        ("when,when,what,source\n", "line 1 names a column twice"),
        (HEAD + "26.7.2011,,,Storm,Gazette\n", "line 2: when is '26.7.2011'; write it as 2009-03-31 or"),
        (HEAD + "2011-02-30,,,Storm,Gazette\n", "line 2: when is '2011-02-30'"),
        (HEAD + "2011-07-26T25:00,,,Storm,Gazette\n", "line 2: when is '2011-07-26T25:00'"),
        (HEAD + "\n2011-07-26,,,Storm,\n", "line 3: when, what and source must be told"),
        (HEAD + "2011-07-26,2011-07-25,,Storm,Gazette\n", "line 2: until 2011-07-25 is before 2011-07-26"),
        (HEAD + "2011-07-26,,rumour,Storm,Gazette\n", "line 2: kind is 'rumour'; write outside or told"),
        (HEAD + "2011-07-26,Storm\n", "line 2: 2 cells where line 1 names 5 columns"),
        (HEAD + '"2011-07-26,,,Storm,Gazette\n', "is no CSV"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_line(tmp_path, text, said):
    with pytest.raises(UsageError, match=r"events\.csv") as refused:
        read(tmp_path, text)
    assert said in refused.value.what


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / "events.csv"
    path.write_bytes(HEAD.encode() + "2011-07-26,,,Fête,Gazette\n".encode("latin-1"))
    with pytest.raises(UsageError, match="not in UTF-8"):
        read_chronology_file(path)
