"""Introductions: the one line, perhaps wrapped, that stands for a header before a quotation.

On Tue, Feb 15, 2011 at 7:36 AM, Jane Doe <jane@doe.example> wrote:
Am 15.02.2011 um 07:36 schrieb Jane Doe <jane@doe.example>:
Jane Doe <jane@doe.example> wrote on 02/15/2011 07:36:12 AM:
In a message dated 11/13/2009 10:11:12 A.M. Eastern Standard Time, jane@doe.example writes:
>>> Jane Doe 03/04/07 10:22 AM >>>
>>> On 4/25/2008 at 6:04 PM, in message <1@doe.example>, <jane@doe.example> wrote:
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import NamedTuple

from readingroom.copies.rows import Row
from readingroom.copies.values import Header, Value
from readingroom.model import EMPTY, FieldName, Passage


class _Phrase(NamedTuple):
    """How a language introduces a quotation with its date."""

    opens: str
    verb: str
    verb_last: bool  # "On DATE, WHO wrote:"; else "Am DATE schrieb WHO:"
    clock_first: bool = False


_PHRASES = (
    _Phrase("On|In a message dated", "wrote|writes", True),
    _Phrase("At", "wrote|writes", True, clock_first=True),
    _Phrase("Le", r"a [eé]crit", True),
    _Phrase("El", r"escribi[oó]", True),
    _Phrase("Il(?: giorno)?", "ha scritto", True),
    _Phrase("Em", "escreveu", True),
    _Phrase("Am", "schrieb", False),
    _Phrase("Op", "schreef", False),
    _Phrase("Den", "skrev", False),
)
_PRONOUNS = frozenset(("She", "They", "You", "Who"))
_INITIALS = 2  # characters of a name so short that only quotation marks below it tell
_ZONE = r"\s[-+]\d{4}|\s\(?[A-Z]{2,4}\)?(?=[\s,])|\s\w+ \w+ Time"
_CLOCK = rf"\d{{1,2}}\s?[:h]\s?\d\d(?::\d\d)?(?:\.?\s?[AaPp]\.?[Mm]\b\.?)?(?:{_ZONE})?"
_DAY = r"\b(?:19|20)\d\d\b|\d/\d{1,2}/\d\d\b"
_IN_MESSAGE = r"(?:in message\W{1,4}<.{0,200}?>\s?,\s*)?"
_END = r"\s?[:;.]?\s*-*$"


def _pattern(phrase: _Phrase, until: str) -> re.Pattern[str]:
    date = rf"\W{{0,4}}(?:{phrase.opens})\s(?P<date>.{{0,70}}?(?:{until}))"
    if phrase.verb_last:
        rest = rf"\s?[,;:]?\s?{_IN_MESSAGE}(?P<who>[^\d\s].{{0,160}}?)??[\s,=]*(?:{phrase.verb}){_END}"
    else:
        rest = rf"(?: Uhr)?\s?,?\s(?:{phrase.verb})\s(?P<who>[^\d\s].{{1,160}}?)\s?:\s*$"
    return re.compile(date + rest)


# The date up to its clock; where no clock is printed, or where it stands before the day, up to its year.
_DATED = tuple(
    (
        re.compile(rf"(?:{phrase.opens})\s"),
        tuple(_pattern(phrase, until) for until in (_CLOCK, _DAY)[phrase.clock_first :]),
    )
    for phrase in _PHRASES
)
_VERB = re.compile("|".join(rf"\b(?:{phrase.verb})\b" for phrase in _PHRASES))
_WHO = (
    re.compile(r"[-\s\"']{0,8}(?P<who>[\"'A-Za-z<].{0,120}?)\s+wrote\s?:\s*$"),
    re.compile(
        r"(?P<who>[\"'A-Za-z<].{2,120}?)\s+wrote\s(?:on\s|\()(?P<date>.{6,60}?\d(?:\s?[AaPp][Mm])?)?\)?\s?:\s*$"
    ),
)
# "2011/2/15 Jane Doe <jane@doe.example>" and "Jane Doe---02/15/2011 07:36:12 AM---The first words of the text".
_BARE = re.compile(r"(?P<date>20\d\d/\d{1,2}/\d{1,2})\s(?P<who>[^<>@]{2,60}<\S+@\S+>):?$")
_NOTES = re.compile(
    r"(?P<who>[A-Z][^-:]{2,60})-{2,3}(?P<date>\d\d/\d\d/\d{4}\s\d\d:\d\d(?::\d\d)?\s?[AP]M)-{2,3}(?!-).*$"
)
_NAME = re.compile(r"(?:[\"'(<]?[A-Z][\w.'-]*+[,\"')>]?+\s?+){1,6}")
# What is left where the day or the sender was taken out; the verb alone counts only above marked lines.
_UNDATED = re.compile(r"(?:On|Le)\s,?\s?(?P<date>)(?P<who>[^\d\s,].{1,120}?<\S*@\S*>)[\s,]*(?:wrote|a [eé]crit)\s?:$")
_VERB_ALONE = re.compile(r"(?P<who>)wrote\s?:$")
_GROUPWISE = re.compile(
    r"(?:>\s?){0,3}(?:(?P<who>[\"A-Z].{2,80}?)\s)?(?P<date>\d{1,2}/\d{1,2}/\d{2,4}\s.{0,12}?\d{1,2}:\d\d.{0,8}?)\s?>{2,3}\s*$"
)
_GROUPWISE_UNDATED = re.compile(r"(?:>\s?){0,3}(?P<who>[\"A-Z][^\d>]{2,80}?)\s(?P<date>)>{2,3}\s*$")
_GROUPWISE_MARKS = 3  # ">>>" that stand before the introduction alone and mark no quotation
_MOST_ROWS = 4
_LONGEST = 500  # characters of an introduction


def read_introduction(rows: Sequence[Row], at: int) -> Header | None:
    """The introduction that begins at row `at`, or None."""
    row = rows[at]
    text = row.text
    groupwise = row.marks >= _GROUPWISE_MARKS
    if groupwise and (text.rstrip().endswith(">>>") or (at + 1 < len(rows) and rows[at + 1].text.endswith(">>>"))):
        return _read_groupwise(rows, at)
    bare = _BARE.match(text) or _NOTES.match(text)
    if bare:
        return _header(rows, at, at + 1, row.passage, bare)
    start = text.lstrip("-• ")[:24]
    patterns = next((patterns for opens, patterns in _DATED if opens.match(start)), ())
    if not patterns and "wrote" not in text:
        return None
    lent = _GROUPWISE_MARKS if patterns and groupwise and "in message" in text else 0
    whole = row.passage
    for end in range(at + 1, min(len(rows), at + _MOST_ROWS) + 1):
        if _VERB.search(whole.text) and len(whole.text) <= _LONGEST:
            match = next((match for one in patterns or _WHO if (match := one.match(whole.text))), None)
            if match and not patterns and not _introduces(rows, at, match):
                match = None
            match = match or _UNDATED.match(whole.text)
            if match is None and _is_quoted(rows, at):
                match = _VERB_ALONE.match(whole.text)
            if match:
                header = _header(rows, at, end, whole, match)
                return header._replace(marks=max(0, header.marks - lent))
        if not patterns or end == len(rows) or rows[end].apart or rows[end].marks < row.marks - lent:
            return None
        whole = Passage.join(" ", (whole, rows[end].passage))
    return None


def _read_groupwise(rows: Sequence[Row], at: int) -> Header | None:
    """An introduction between ">>>" and ">>>", on one row or two."""
    for end in (at + 1, at + 2):
        whole = Passage.join(" ", (row.passage for row in rows[at:end]))
        if len(whole.text) > _LONGEST:
            return None
        if match := _GROUPWISE.match(whole.text) or _GROUPWISE_UNDATED.match(whole.text):
            return _header(rows, at, end, whole, match)._replace(marks=rows[at].marks - _GROUPWISE_MARKS)
    return None


def _introduces(rows: Sequence[Row], at: int, match: re.Match[str]) -> bool:
    """Whether "X wrote:" names a person: an address, or capitalised words, on a line of its own."""
    who = match["who"]
    named = "@" in who or _NAME.fullmatch(who) is not None
    alone = (rows[at].apart or rows[at].first) and len(who) > _INITIALS and who not in _PRONOUNS
    return named and (_is_quoted(rows, at) or alone or "@" in who)


def _is_quoted(rows: Sequence[Row], at: int) -> bool:
    """Whether the row below bears more quotation marks."""
    return at + 1 < len(rows) and rows[at + 1].marks > rows[at].marks


def _header(rows: Sequence[Row], at: int, end: int, whole: Passage, match: re.Match[str]) -> Header:
    values: dict[FieldName, tuple[Value, ...]] = {}
    groups = match.groupdict()
    for name, group, other in ((FieldName.SENT, "date", "who"), (FieldName.FROM, "who", "date")):
        if group not in groups:
            continue
        passage = whole[match.start(group) : match.end(group)].strip(" ,") if groups[group] else EMPTY
        there = whole[match.start(other) : match.end(other)].runs if groups.get(other) else ()
        behind = match.re.groupindex[group] > match.re.groupindex.get(other, 0)
        left, right = 0.0, inf
        if end == at + 1 and there:
            left, right = (there[-1].box.x1, inf) if behind else (0.0, there[0].box.x0)
        elif end == at + 1 and passage.runs:  # up to where the other was
            left, right = (passage.runs[0].box.x0, inf) if behind else (0.0, passage.runs[-1].box.x1)
        values[name] = (Value(at, passage, (), left=left, right=right),)
    marks = rows[at].marks
    inner = rows[end].marks if end < len(rows) and rows[end].marks > marks else marks
    return Header(at, 0, at, end, values, "wrote", inner, ())
