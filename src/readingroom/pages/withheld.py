"""Sheets that stand for pages which were not released, and lists of such pages, read into what was withheld and why.

    DELETED PAGE INFORMATION SHEET                  one mark for the sheet: 2 pages, B5
    2 page(s) withheld in full at this location
    Exemption(s): (b)(5)

    Page 14 ~ b6; b7C;                              one mark a row: 1 page, B6 and B7(C)
    Page 15 ~ Duplicate;                            one mark: 1 page, no code; the row says why

    Page 3 of 12 withheld under s.36                one mark: the page itself

What such a sheet says is data: `HEADINGS`, `SENTENCES`, `ROWS`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from readingroom.model import Page, Redaction, RedactionKind, RedactionWhere, Stamp, StampKind
from readingroom.pages.code_forms import LEGEND, normal_codes
from readingroom.text import Line, box_around

LONGEST = 300  # characters of a line that is looked at
MOST_WORDS = 150  # on a sheet; a page with more is a letter that speaks of such sheets
FEW_ROWS = 3  # of a list that bears no heading

_FLAGS = re.IGNORECASE
_GONE = r"(?:withheld|withdrawn|deleted|denied|removed|redacted|exempt(?:ed)?|not released)"
_WHOLLY = r"(?:\s(?:entirely|in full|in (?:its|their) entirety|completely))?"
_WAS = r"(?:\s(?:is|are|was|were|has been|have been))?"

_SPEAKS = re.compile(rf"{_GONE}|withdrawal|withholding|pages?\s\d{{1,6}}\s?[~:=]", _FLAGS)

# A line of its own that says what the page is.
HEADINGS = re.compile(
    r"(?:.{0,40}\b)?(?:deleted page(?:s|\(s\))?(?: (?:information(?: sheet)?|list))?"
    r"|page(?:s|\(s\))? (?:deleted|withheld)"
    r"|withheld page(?:s|\(s\))?(?: (?:sheet|list|notice))?"
    r"|withdrawal (?:sheet|notice|form)(?: \(.{1,40}\))?"
    rf"|withholding (?:sheet|notice)"
    rf"|(?:document|record|attachment|page)(?:s|\(s\))?{_WAS}\s{_GONE}{_WHOLLY})[\s.:]{{0,3}}",
    _FLAGS,
)

# How many pages, and whether they are this page (`this`) or pages that are not here.
SENTENCES = (
    re.compile(rf"(?P<count>\d{{1,4}})\s?(?:full\s)?pages?(?:\s?\(s\))?{_WAS}\s{_GONE}", _FLAGS),
    re.compile(r"total deleted pages?(?:\s?\(s\))?\s?[=:]\s?(?P<count>\d{1,5})", _FLAGS),
    re.compile(
        r"pages?(?:\s?\(s\))?\s(?P<first>\d{1,6})\s?(?:-|–|to|through|thru)\s?(?P<last>\d{1,6})"
        rf"{_WAS}\s{_GONE}",
        _FLAGS,
    ),
    re.compile(rf"(?P<this>(?:this\s)?page(?:\s\d{{1,6}}(?:\sof\s\d{{1,6}})?)?{_WAS}\s{_GONE})", _FLAGS),
)

# One row of a list: which pages, and behind a mark why.
ROWS = (
    re.compile(
        r"pages?(?:\s?\(s\))?\s(?P<first>\d{1,6})(?:\s?(?:-|–|to|through)\s?(?P<last>\d{1,6}))?\s?[~:=]\s?(?P<why>.{0,120})",
        _FLAGS,
    ),
    re.compile(r"\d{3}[a-z]?\.\s.{3,160}\((?P<count>\d{1,4})\s?pages?\)(?P<why>.{0,60})", _FLAGS),
)
_RESTRICTION = re.compile(r"\bP[1-6]\b")  # in a row: elsewhere it could be a page number
_DENIED = re.compile(r"\b(?:DENIED|WITHHELD)\s+IN\s+FULL")
_CHECKED = re.compile(r"(?:^|\s)(?:[xX☒☑✓✔■]|\[[xX]\])\s?(?P<code>\([bdjk]\)\s?\(\d\)(?:\s?\([A-F]\))?)")


def find_withheld(page: Page, lines: Sequence[Line]) -> tuple[Redaction, ...]:
    """What a sheet or list says was withheld, from top to bottom; () on any other page. Boxes in points of the page."""
    if not any(_SPEAKS.search(line.text) for line in lines):
        return ()
    rows = [(line, match) for line in lines for form in ROWS if (match := _match(form, line))]
    headed = any(HEADINGS.fullmatch(line.text) for line in lines if len(line.text) <= LONGEST)
    if rows and (headed or len(rows) >= FEW_ROWS):
        return tuple(
            _mark(page, (line,), RedactionWhere.DOCUMENT, _codes_of_row(match["why"]), _count(match))
            for line, match in rows
        )
    if len(page.words) > MOST_WORDS:
        return ()
    said = [(at, match) for at, line in enumerate(lines) for form in SENTENCES if (match := _match(form, line))]
    if not said and not headed:
        return ()
    alone = len(lines) <= 4  # a sentence makes a sheet where nothing else is printed
    if not headed and not alone:
        return ()
    codes = _codes_of_sheet(lines)
    if any(match.groupdict().get("this") for _, match in said):
        return (_mark(page, lines, RedactionWhere.PAGE, codes, 1),)
    count = max((_count(match) for _, match in said), default=0)
    return (_mark(page, lines, RedactionWhere.DOCUMENT, codes, count),)


def denials(stamps: Iterable[Stamp]) -> tuple[Redaction, ...]:
    """Release marks that withhold the whole document: DENIED IN FULL B5."""
    return tuple(
        Redaction(
            source=stamp.source,
            page=stamp.page,
            kind=RedactionKind.LABEL,
            where=RedactionWhere.DOCUMENT,
            box=stamp.box,
            codes=normal_codes(stamp.text),
            text=stamp.text,
        )
        for stamp in stamps
        if stamp.kind is StampKind.RELEASE and _DENIED.search(stamp.text)
    )


def _match(form: re.Pattern[str], line: Line) -> re.Match[str] | None:
    return form.match(line.text) if len(line.text) <= LONGEST else None


def _count(match: re.Match[str]) -> int:
    """How many pages a sentence or a row names; 0 where a range runs backwards."""
    named = match.groupdict()
    if named.get("count"):
        return int(named["count"])
    if named.get("last"):
        return max(0, int(named["last"]) - int(named["first"]) + 1)
    return 1


def _codes_of_row(why: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*_RESTRICTION.findall(why), *normal_codes(why))))


def _codes_of_sheet(lines: Sequence[Line]) -> tuple[str, ...]:
    """Codes that the sheet gives as its reasons; of a printed form that lists them all, those that are ticked."""
    text = "\n".join(line.text for line in lines)
    codes = normal_codes(text)
    if len(codes) < LEGEND:
        return codes
    return tuple(dict.fromkeys(code for tick in _CHECKED.finditer(text) for code in normal_codes(tick["code"])))


def _mark(page: Page, lines: Sequence[Line], where: RedactionWhere, codes: tuple[str, ...], pages: int) -> Redaction:
    return Redaction(
        source=page.source,
        page=page.number,
        kind=RedactionKind.LABEL,
        where=where,
        box=box_around(line.box for line in lines),
        codes=codes,
        pages=pages,
        text=" / ".join(line.text for line in lines),
    )
