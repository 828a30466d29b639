"""Introductions: the one line, perhaps wrapped, that stands for a header before a quotation.

On Tue, Feb 15, 2011 at 7:36 AM, Jane Doe <jane@doe.example> wrote:
Jane Doe <jane@doe.example> wrote:
In a message dated 11/13/2009 10:11:12 A.M. Eastern Standard Time, jane@doe.example writes:
>>> Jane Doe 03/04/07 10:22 AM >>>
>>> On 4/25/2008 at 6:04 PM, in message <1@doe.example>, <jane@doe.example> wrote:
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Value
from readingroom.model import FieldName, Passage

_ENDS = re.compile(r"\b(?:wrote|writes|a [eé]crit|schrieb)\s?[:;.]?\s*-*$")
_OPENS = r"\W{0,4}(?:On|In a message dated|Le)\s"
_CLOCK = (
    r"\d{1,2}\s?:\s?\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\b\.?)?(?:\s[-+]\d{4}|\s\(?[A-Z]{2,4}\)?(?=[\s,])|\s\w+ \w+ Time)?"
)
_DAY = r"\b(?:19|20)\d\d\b|\d/\d{1,2}/\d\d\b"
_REST = r"\s?[,;:]?\s?(?:in message\W{1,4}<.{0,200}?>\s?,\s*)?(?P<who>.{1,160}?)[\s,=]*(?:wrote|writes)\s?[:;.]?\s*-*$"
# The date up to its clock; where no clock is printed, up to its year.
_DATED = tuple(re.compile(rf"{_OPENS}(?P<date>.{{0,70}}?(?:{end})){_REST}") for end in (_CLOCK, _DAY))
_WHO = re.compile(r"[-\s\"']{0,8}(?P<who>[\"'A-Za-z<].{2,120}?)\s+wrote\s?:\s*$")
_NAME = re.compile(r"(?:[\"'(<]?[A-Z][\w.'-]*[,\"')>]?\s?){1,6}")
_GROUPWISE = re.compile(
    r"(?:>\s?){0,3}(?P<who>[\"A-Z].{2,80}?)\s(?P<date>\d{1,2}/\d{1,2}/\d{2,4}\s.{0,12}?\d{1,2}:\d\d.{0,8}?)\s?>{2,3}\s*$"
)
_GROUPWISE_MARKS = 3  # ">>>" that stand before the introduction alone and mark no quotation
_MOST_ROWS = 4


def read_introduction(rows: Sequence[Row], at: int) -> Header | None:
    """The introduction that begins at row `at`, or None."""
    row = rows[at]
    text = row.text
    if row.marks >= _GROUPWISE_MARKS and text.rstrip().endswith(">>>"):
        match = _GROUPWISE.match(text)
        if match:
            return _header(rows, at, at + 1, row.passage, match)._replace(marks=row.marks - _GROUPWISE_MARKS)
    start = text.lstrip("-• ")[:20]
    dated = start.startswith(("On ", "In a message dated", "Le "))
    if not dated and "wrote" not in text:
        return None
    lent = _GROUPWISE_MARKS if dated and row.marks >= _GROUPWISE_MARKS and "in message" in text else 0
    whole = row.passage
    for end in range(at + 1, min(len(rows), at + _MOST_ROWS) + 1):
        if _ENDS.search(whole.text):
            match = _match(whole.text, dated=dated)
            if match and (dated or _introduces(rows, at, match)):
                header = _header(rows, at, end, whole, match)
                return header._replace(marks=max(0, header.marks - lent))
            return None
        if not dated or end == len(rows) or rows[end].apart or rows[end].marks < row.marks - lent:
            return None
        whole = Passage.join(" ", (whole, rows[end].passage))
    return None


def _match(text: str, *, dated: bool) -> re.Match[str] | None:
    if len(text) > 500:
        return None
    for pattern in _DATED if dated else (_WHO,):
        match = pattern.match(text)
        if match:
            return match
    return None


def _introduces(rows: Sequence[Row], at: int, match: re.Match[str]) -> bool:
    """Whether "X wrote:" names a person: an address, or capitalised words, on a line of its own."""
    who = match["who"]
    following = rows[at + 1] if at + 1 < len(rows) else None
    quoted = following is not None and following.marks > rows[at].marks
    named = "@" in who or _NAME.fullmatch(who) is not None
    return named and (quoted or rows[at].apart or rows[at].first or "@" in who)


def _header(rows: Sequence[Row], at: int, end: int, whole: Passage, match: re.Match[str]) -> Header:
    values: dict[FieldName, tuple[Value, ...]] = {}
    for name, group in ((FieldName.SENT, "date"), (FieldName.FROM, "who")):
        if match.groupdict().get(group):
            passage = whole[match.start(group) : match.end(group)].strip(" ,")
            values[name] = (Value(at, passage, ()),)
    marks = rows[at].marks
    inner = rows[end].marks if end < len(rows) and rows[end].marks > marks else marks
    return Header(at, 0, at, end, values, "wrote", inner, ())
