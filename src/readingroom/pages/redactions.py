"""Which painted rectangles are redactions, by colour, size and what stands in them.

████████   black: nothing shows in it but a label          To: [ (b)(6) ] [     ]   outline: a code in it, or near
▒▒(b)(6)▒  grey or white: hides words, or holds only a label
[ X X X ]   crossed: whatever its fill, unless it is a small box of a form
▒ Name ▒ Date ▒   shading of a table: words show in it, so it is none
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from readingroom.model import Box, Redaction, RedactionKind, RedactionWhere, Word
from readingroom.pages.boxes import area_of, middle_in, shared_part
from readingroom.pages.code_forms import is_label, normal_codes
from readingroom.pages.crossed import Slants, is_crossed
from readingroom.pages.painted import PaintedBox
from readingroom.pages.space import PageSpace

LOWEST = 5.0  # points: a box lower than a small line of print hides no line
NARROWEST = 5.0
TICKED = 20.0  # points: a crossed box that is no wider is one of a form
LINE_HIGH = 40.0  # points: an empty grey box is a redaction only if it is about as high as a line
ALIKE = 0.2  # of a frame's height, by which another of the same kind may differ
BEHIND = 12.0  # points: a code so near behind a frame is the frame's
PAGE_SHARE = 0.85  # of the page: from here on a box is the page's
WITHIN = 0.75  # of a box, from which on it is the same as the larger one that it lies in
DARK, LIGHT = 90, 235  # mean of red, green and blue, 0..255


def redactions_in_boxes(
    boxes: Sequence[PaintedBox],
    words: Sequence[Word],
    hiding: Collection[int],
    slants: Sequence[Slants] = (),
    *,
    source: str,
    number: int,
    space: PageSpace,
) -> tuple[Redaction, ...]:
    """The redactions among `boxes`, from top to bottom, boxes in points of the page.

    `words` are those that show; `hiding` are indices of boxes that hide words, `slants` lines that may
    cross a box.
    """
    found: list[Redaction] = []
    frames = [one.box for one in boxes if _kind_of(one) is RedactionKind.OUTLINE and is_label(_inside(one.box, words))]
    for at, painted in enumerate(boxes):
        box = painted.box
        if box.x1 - box.x0 < NARROWEST or box.y1 - box.y0 < LOWEST:
            continue
        kind = RedactionKind.CROSSED if is_crossed(box, slants) else _kind_of(painted)
        inside = _inside(box, words)
        label = is_label(inside)
        whole = area_of(box) > PAGE_SHARE * space.width * space.height
        if inside and not label and at not in hiding:
            continue
        if not (
            at in hiding
            or label
            or (_kind_of(painted) is RedactionKind.BLACK and painted.opaque)
            or (kind is RedactionKind.CROSSED and box.x1 - box.x0 > TICKED)
            or (kind is RedactionKind.GREY and not whole and _on_a_line(box, words))
            or (kind is RedactionKind.OUTLINE and _is_frame(box, frames, words))
        ):
            continue
        if whole and kind not in (RedactionKind.BLACK, RedactionKind.CROSSED) and at not in hiding:
            continue
        found.append(
            Redaction(
                source=source,
                page=number,
                kind=kind,
                where=RedactionWhere.PAGE if whole else RedactionWhere.BOX,
                box=box,
                codes=normal_codes(inside) if label else (),
            )
        )
    return without_doubles(found)


def _inside(box: Box, words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words if middle_in(word.box, box))


def _is_frame(box: Box, frames: Sequence[Box], words: Sequence[Word]) -> bool:
    """Whether an empty frame on a line is a redaction: a code stands right behind it, or in a frame as high as it.

    Elsewhere an empty frame is a field of a form, or of a table.
    """
    if not _on_a_line(box, words):
        return False
    middle, high = (box.y0 + box.y1) / 2, box.y1 - box.y0
    if any(abs((other.y1 - other.y0) - high) < ALIKE * high for other in frames):
        return True
    return any(
        word.box.y0 <= middle <= word.box.y1 and -1 < word.box.x0 - box.x1 < BEHIND and is_label(word.text)
        for word in words
    )


def without_doubles(redactions: Sequence[Redaction]) -> tuple[Redaction, ...]:
    """From top to bottom; of boxes that lie (almost) within one another the largest, with the codes of all.

    A box is often painted twice: once filled, once as a frame.
    """
    kept: list[Redaction] = []
    by_size = sorted(redactions, key=lambda one: (-area_of(one.box), one.box, one.kind))
    for one in by_size:
        for at, other in enumerate(kept):
            shared = area_of(shared_part(one.box, other.box))
            if shared > WITHIN * area_of(one.box):
                codes = tuple(dict.fromkeys((*other.codes, *one.codes)))
                kept[at] = Redaction(
                    source=other.source,
                    page=other.page,
                    kind=_surer(other.kind, one.kind),
                    where=other.where,
                    box=other.box,
                    codes=codes,
                )
                break
        else:
            kept.append(one)
    return tuple(sorted(kept, key=lambda one: (one.box.y0, one.box.x0, one.kind, one.codes)))


def _surer(larger: RedactionKind, smaller: RedactionKind) -> RedactionKind:
    """How a box looks that was seen twice: a frame tells the least, and crosses do not show in a picture of it."""
    return smaller if larger is RedactionKind.OUTLINE or smaller is RedactionKind.CROSSED else larger


def _kind_of(painted: PaintedBox) -> RedactionKind:
    if painted.fill is None:
        return RedactionKind.OUTLINE
    tone = sum(painted.fill) / 3
    if tone <= DARK:
        return RedactionKind.BLACK
    if tone < LIGHT:
        return RedactionKind.GREY
    return RedactionKind.OUTLINE if painted.stroke else RedactionKind.WHITE


def _on_a_line(box: Box, words: Sequence[Word]) -> bool:
    """An empty box as high as a line, with print beside it."""
    if box.y1 - box.y0 > LINE_HIGH:
        return False
    middle = (box.y0 + box.y1) / 2
    return any(word.box.y0 <= middle <= word.box.y1 for word in words)
