"""Signatures: the lines at the end of a text that say who wrote it, and the small print below them.

Some programs set them apart, in smaller print behind a blank line: then they are no part of the text. Where nothing
but their words tells them apart they stay the end of it.

    Are the gates shut? I will not ask again.

    Nora Quill                     <- in smaller print
    Lock keeper, Harbour Office

    Sent from my telephone         <- below a signature in smaller print: no part of the text, whatever its size
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from readingroom.copies.labels import DEVICE_LINE
from readingroom.copies.rows import Row
from readingroom.model import EMPTY, Passage

_SMALLER = 0.955  # of the height of the text's lines: print that is lower is set in another size
_TELLING = 2.0  # sizes of print that words from OCR must be wide together, to tell anything
_SURELY_SMALLER = 0.93
_SMALL = 0.86  # small print, as in disclaimers
_EVEN = 1.05  # times as high as the lowest word of a row: the highest, at most, where print is even
_ABOVE = 40  # rows of the text, which tell how high its print is
_SET_IN = 8  # line heights that a signature may be set in, against the text
_MOST_ROWS = 9  # of a signature, in one piece
_LONGEST = 64  # characters of a line of it
_LAST_ROWS = 12  # in which a signature that only its words tell apart is looked for
_WIDEST = 75  # characters of the widest line of signatures below all quotations
_NAME_WIDTH = 40
_DASHES = "--"  # above a signature
_NAME_WORDS = 5  # of a line that bears a name
_DISCLAIMS = re.compile(
    r"\b(?:this|the) (?:e-?mail|message|communication|information)\b.{0,60}\b(?:attach|files?|intended|confidential"
    r"|addressee|recipient|privileged|contain)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")


def part_signature(
    rows: Sequence[Row], mine: Sequence[int], sender: str, usual: float, *, raw: bool
) -> tuple[int, int]:
    """Where in `mine`, the rows of one text, a signature that is set apart begins, and one behind where it ends.

    Both are len(mine) where there is none. What stands behind it is no part of it and none of the text that it signs.
    `usual` is the height of print, for where no text is left above the signature. `raw`: a print of raw mail, all in
    one size, in which the sender's name behind a blank line begins a signature.
    """
    for start, at in enumerate(mine):
        if not _is_apart(rows, mine, start):
            continue
        # A page may be printed smaller as a whole: what stands above on the same page tells, if anything does.
        before = mine[max(0, start - _ABOVE) : start]
        above = [one for one in before if rows[one].page == rows[at].page]
        height = print_size([rows[one] for one in above or before]) if start else usual
        if rows[at].left > min((rows[one].left for one in before), default=rows[at].left) + _SET_IN * height:
            continue
        named = _is_named(rows[at].text, sender)
        if raw and rows[at].text == _DASHES and start + 1 < len(mine):
            named = _is_named(rows[mine[start + 1]].text, sender)
        scanned = rows[at].scanned
        block = _block(rows, mine, start)
        smaller = _is_smaller(block, height, surely=scanned and not named)
        if not (smaller or (raw and named)) or not (above or named) or not _opens(rows, mine, start, height):
            continue
        end = start
        while end < len(mine) and (
            _is_smaller(_block(rows, mine, end), height)
            or DEVICE_LINE.fullmatch(rows[mine[end]].text)
            or (not smaller and (end == start or not _is_apart(rows, mine, end)))
        ):
            end += 1
        if not smaller and end < len(mine) and _is_named(rows[mine[end]].text, sender):
            continue  # the writer's name under the text, and the signature below it
        if scanned and end < len(mine) and not (named and _is_smaller(block, height, surely=True)):
            continue  # what widths say of a few words is not enough to tear a text apart
        if smaller and end < len(mine) and not _is_apart(rows, mine, end):
            continue  # wide lines pressed into the page, not a piece of its own
        return start, end
    return len(mine), len(mine)


def is_even(rows: Sequence[Row]) -> bool:
    """Whether words of one row are equally high, as a program sets them; an agency's OCR gives them as inked.

    Only then does the height of a row tell how large it is printed. Rows from our own OCR are measured by their width.
    """
    even = count = 0
    for row in rows:
        heights = [run.box.y1 - run.box.y0 for run in row.passage.runs]
        if len(heights) > 1 and not row.scanned:
            count += 1
            even += max(heights) < _EVEN * min(heights)
    return even >= 0.8 * count


def print_size(some: Sequence[Row]) -> float:
    """How large these rows are printed, to be held against rows of the same page; 0.0 where nothing tells."""
    if any(row.scanned for row in some):
        wide, nominal = (sum(sizes) for sizes in zip(*(row.measure for row in some), strict=True))
        return wide / nominal if nominal >= _TELLING else 0.0
    heights = sorted(map(_height, some))
    return heights[len(heights) // 2] if heights else 0.0


def _height(row: Row) -> float:
    """The usual height of the words of a row, quotation marks left out; accents make single ones higher."""
    heights = sorted(run.box.y1 - run.box.y0 for run in row.passage.runs)
    return heights[(len(heights) - 1) // 2] if heights else row.foot - row.top


def find_signature(body: Passage, sender: str) -> Passage:
    """The signature at the end of a body: from the last short line that bears the sender's name, or a device line."""
    lines = body.text.split("\n")
    names = names_in(sender)
    start = None
    for at in range(len(lines) - 1, max(-1, len(lines) - 1 - _LAST_ROWS), -1):
        line = lines[at].strip()
        words = names_in(line)
        if DEVICE_LINE.fullmatch(line):
            start = at
        elif len(line) <= _NAME_WIDTH and words & names and len(line.split()) <= _NAME_WORDS:
            start = at
            break
    if start is None or start == 0:
        return EMPTY
    return body[sum(len(line) + 1 for line in lines[:start]) :]


def take_stacked(
    rows: Sequence[Row], senders: Sequence[str], body: list[tuple[int, Passage]]
) -> list[tuple[int, Passage]]:
    """Signatures below all quotations, which web mail puts there: from the name of one who quotes, to the end.

    `senders` are those of the messages that quote each other, the last that of `body`, from which they are taken.
    """
    *quoting, own = map(names_in, senders)
    names = [words - own for words in quoting if len(words - own) > 1]
    narrow = 1 + next((at for at in range(len(body) - 1, -1, -1) if len(body[at][1]) > _WIDEST), 0)
    for at in range(max(1, narrow), len(body)):
        row, passage = body[at]
        ends = len(passage) <= _NAME_WIDTH
        parted = rows[row].apart or rows[row].first or body[at - 1][1].text == _DASHES
        if ends and parted and any(words <= names_in(passage.text) for words in names):
            start = at - (body[at - 1][1].text == _DASHES)
            taken = body[start:]
            del body[start:]
            return taken
    return []


def take_stacked_devices(body: list[tuple[int, Passage]]) -> list[tuple[int, Passage]]:
    """Device lines, two or more, at the very end of a chain: printed for quoting messages, one cannot tell which."""
    count = 0
    while count < len(body) and DEVICE_LINE.fullmatch(body[-1 - count][1].text):
        count += 1
    if count < 2:
        return []
    taken = body[-count:]
    del body[-count:]
    return taken


def names_in(text: str) -> set[str]:
    """Words of three letters and more, in lower case, addresses left out."""
    spoken = " ".join(word for word in text.split() if "@" not in word)
    return {word.lower() for word in _WORD.findall(spoken)}


def _block(rows: Sequence[Row], mine: Sequence[int], start: int) -> list[Row]:
    """The rows that tell the size of print at `start`: one; on a scan, where one may err, all to a blank line."""
    end = start + 1
    while rows[mine[start]].scanned and end < min(len(mine), start + _ABOVE) and not _is_apart(rows, mine, end):
        end += 1
    return [rows[at] for at in mine[start:end]]


def _is_apart(rows: Sequence[Row], mine: Sequence[int], at: int) -> bool:
    row = rows[mine[at]]
    return at == 0 or row.apart or row.first or mine[at] - mine[at - 1] > 1


def _is_smaller(block: Sequence[Row], height: float, *, surely: bool = False) -> bool:
    return 0.0 < print_size(block) < (_SURELY_SMALLER if surely else _SMALLER) * height


def _opens(rows: Sequence[Row], mine: Sequence[int], start: int, height: float) -> bool:
    """Whether the lines up to the next blank one are few and short enough for a signature, or small print."""
    first = rows[mine[start]]
    if 0.0 < print_size([first]) < _SMALL * height or _DISCLAIMS.search(first.text):
        return True
    for at in range(start, len(mine)):
        if at > start and _is_apart(rows, mine, at):
            return True
        if at - start >= _MOST_ROWS or len(rows[mine[at]].passage) > _LONGEST:
            return False
    return True


def _is_named(text: str, sender: str) -> bool:
    """Whether a line is the sender's name, with a title perhaps: a word of it, its initials, a short first name."""
    if len(text.split()) > _NAME_WORDS:
        return False
    first = re.match(r"[A-Z][a-z]\b", sender)
    return bool(names_in(sender) & names_in(text)) or _is_initials(text, sender) or bool(first and text == first[0])


def _is_initials(text: str, sender: str) -> bool:
    """Whether a line is nothing but the sender's initials, one of them perhaps in none of the printed names."""
    initials = [word[0] for word in re.findall(r"[A-Z][\w'-]+", sender.split("<", maxsplit=1)[0])]
    letters = re.sub(r"[\W\d_]", "", text)
    return len(initials) >= 2 and 2 <= len(letters) <= 4 and letters.isupper() and set(initials) <= set(letters)
