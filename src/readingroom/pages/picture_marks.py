"""Which boxes in a page's picture are redactions, by how they look and what is read in and beside them.

    To: ██████       black: what hides nothing is a hole, an icon or the edge of the glass
    To: ▒(b)(6)▒     grey or coloured: with a label, or empty and on a line of print
    To: [ (b)(6) ]   outlined: with a label, or empty, on a line of print and no cell of a table

A word that shows in a box, and is no label, says that it is the ground of a heading, a bubble or a cell.
"""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere, Word
from readingroom.pages.boxes import area_of, middle_in, shared_part
from readingroom.pages.code_forms import LABEL, is_label, normal_codes
from readingroom.pages.pictured import COLOURFUL, PictureBox
from readingroom.pages.space import PageSpace

READ = 0.6  # confidence from which on a word that is no label shows what it says
DARK, LIGHT = 90, 238  # mean of them
EDGE = 4.0  # points: what reaches so near to the edge of the page is the edge of a scan
ICON = 24.0  # points: what is no wider, and almost as high, is a hole or an icon
LINE_HIGH = 40.0  # points: how high an empty box may be that is known by the line it lies on
BESIDE = 10.0  # points, from a box to the next word of its line
NEAR = 130.0  # points, within which there is print on its line
PAGE_SHARE = 0.6  # of the page, from which on a box is the page's
TOUCH = 3.0  # points: cells of a table are no farther from each other


def redactions_in_picture(
    boxes: Sequence[PictureBox], words: Sequence[Word], *, source: str, number: int, space: PageSpace
) -> tuple[Redaction, ...]:
    """The redactions among what `boxes_in_picture` gives, in no order; boxes in points. `words` are those that show."""
    frames = [one.box for one in boxes if one.fill is None]
    found = []
    for seen in boxes:
        box = seen.box
        inside = [word for word in words if middle_in(word.box, box)]
        label = _is_labelled(inside)
        if not label and (_shows(inside, box) or _cut_words(words, box)):
            continue
        kind = kind_in_picture(seen)
        whole = area_of(box) > PAGE_SHARE * space.width * space.height
        if not label and not _looks_redacted(seen, words, frames, space):
            continue
        found.append(
            Redaction(
                source=source,
                page=number,
                kind=kind,
                where=RedactionWhere.PAGE if whole else RedactionWhere.BOX,
                box=box,
                codes=normal_codes(" ".join(word.text for word in inside)) if label else (),
            )
        )
    return tuple(found)


def kind_in_picture(seen: PictureBox) -> RedactionKind:
    """How a box in a picture looks; of its fill paper is white."""
    if seen.fill is None:
        return RedactionKind.OUTLINE
    if max(seen.fill) - min(seen.fill) > COLOURFUL:
        return RedactionKind.COLOUR
    return RedactionKind.BLACK if sum(seen.fill) / 3 <= DARK else RedactionKind.GREY


def _is_labelled(inside: Sequence[Word]) -> bool:
    """Whether the words in a box are a label; one that was badly read will do as one if it looks like a code."""
    if not inside:
        return False
    if is_label(" ".join(word.text for word in inside)):
        return True
    return len(inside) <= 4 and any(is_label(word.text) or LABEL.search(word.text) for word in inside)


def _shows(inside: Sequence[Word], box: Box) -> bool:
    """Whether words can be read in a box."""
    read = [word for word in inside if word.confidence >= READ and sum(map(str.isalpha, word.text)) >= 3]
    return len(read) >= 2 or any(word.box.x1 - word.box.x0 > 0.3 * (box.x1 - box.x0) for word in read)


def _cut_words(words: Sequence[Word], box: Box) -> bool:
    """Whether a box lies across words that were read well: a stroke of large print, or an underline of several."""
    for word in words:
        shared = area_of(shared_part(word.box, box))
        if word.confidence >= READ and len(word.text) >= 3 and 0.5 * area_of(box) < shared < 0.6 * area_of(word.box):
            return True
    return False


def _looks_redacted(seen: PictureBox, words: Sequence[Word], frames: Sequence[Box], space: PageSpace) -> bool:
    """Whether a box in which no label was read looks like a redaction."""
    box, kind = seen.box, kind_in_picture(seen)
    wide, high = box.x1 - box.x0, box.y1 - box.y0
    if kind is RedactionKind.OUTLINE:
        line = wide > 1.6 * high and high <= LINE_HIGH and _on_a_line(box, words)
        return (seen.labelled or line) and not _in_table(box, frames)
    at_edge = min(box.x0, box.y0, space.width - box.x1, space.height - box.y1) < EDGE
    if at_edge or high > 3 * wide or (wide < ICON and high > 0.7 * wide and not _touches_print(box, words)):
        return False
    if kind is RedactionKind.BLACK:
        return True
    if kind is RedactionKind.GREY:
        return wide > (1.2 if high < LINE_HIGH else 1.0) * high
    return wide > 1.2 * high and high < LINE_HIGH and _on_a_line(box, words)


def _on_a_line(box: Box, words: Sequence[Word]) -> bool:
    """Whether there is print beside a box, at its height, or right above or below it."""
    middle, high = (box.y0 + box.y1) / 2, box.y1 - box.y0
    for word in words:
        beside = word.box.y0 <= middle <= word.box.y1 and max(box.x0 - word.box.x1, word.box.x0 - box.x1) < NEAR
        over = min(abs(box.y0 - word.box.y1), abs(word.box.y0 - box.y1)) < 1.2 * high
        if beside or (over and word.box.x0 < box.x1 and word.box.x1 > box.x0):
            return True
    return False


def _touches_print(box: Box, words: Sequence[Word]) -> bool:
    """Whether a word stands right beside a box."""
    middle = (box.y0 + box.y1) / 2
    level = [word.box for word in words if word.box.y0 <= middle <= word.box.y1]
    return any(max(box.x0 - other.x1, other.x0 - box.x1) < BESIDE for other in level)


def _in_table(box: Box, frames: Sequence[Box]) -> bool:
    """Whether frames stand against a side of this one and against its top or foot, as cells do."""
    beside = over = False
    for other in frames:
        if other == box:
            continue
        level = min(box.y1, other.y1) - max(box.y0, other.y0) > 0.5 * (box.y1 - box.y0)
        above = min(box.x1, other.x1) - max(box.x0, other.x0) > 0.5 * (box.x1 - box.x0)
        beside |= level and min(abs(box.x0 - other.x1), abs(other.x0 - box.x1)) < TOUCH
        over |= above and min(abs(box.y0 - other.y1), abs(other.y0 - box.y1)) < TOUCH
    return beside and over
