"""A table of posts as a user brings it: CSV with the columns alias, post, holder, since, until, source.

alias,post,holder,since,until,source
S1,"Chief, Division of Locks",Nora Quill,2009-03-01,2011-08-31,Harbour yearbook 2010
"""

from __future__ import annotations

from readingroom.model import ToldPost
from readingroom.text import ToldLine, is_day, read_told_table

COLUMNS = ("alias", "post", "holder", "since", "until", "source")
NEEDED = ("post", "holder")


def read_told_posts(text: str, file: str) -> tuple[ToldPost, ...]:
    """The lines of a table. Raises UsageError with the number of each line that cannot be used; none is taken then."""
    lines = read_told_table(text, file, COLUMNS, NEEDED, _fault)
    return tuple(ToldPost(**line, file=file, line=number) for number, line in lines)


def _fault(line: ToldLine) -> str:
    if not line["post"] and not line["alias"]:
        return "neither a post nor an alias"
    for name in ("since", "until"):
        if line[name] and not is_day(line[name]):
            return f"{name} is {line[name]!r}; write it as 2009-03-31 or leave it empty"
    if line["since"] and line["until"] and line["until"] < line["since"]:
        return f"until {line['until']} is before since {line['since']}"
    return ""
