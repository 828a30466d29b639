"""Pages of a sealed original, read: gate, text layer, OCR where there is none, redactions."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from readingroom.model import Box, Page, PageState, Problem, Redaction, Settings, TextFrom, Word
from readingroom.pages import gate
from readingroom.pages.boxes import middle_in
from readingroom.pages.code_forms import is_label
from readingroom.pages.hidden import HiddenRun, Shown, take_out_hidden
from readingroom.pages.layer import Layer, read_textpage, space_of_page
from readingroom.pages.ocr import OcrEngine, OcrFailed, OcrMissing, Picture, default_engine
from readingroom.pages.opening import LARGEST, Opened, open_pdf
from readingroom.pages.painted import PaintedBox, Painting, all_pictures_open, look_at_painting
from readingroom.pages.picture import render_grey
from readingroom.pages.reasons import problem
from readingroom.pages.redactions import redactions_in_boxes
from readingroom.pages.scanned import black_boxes, is_blank, made_readable
from readingroom.pages.space import PageSpace, box_from_pixels
from readingroom.pages.specks import without_specks

MOST_OCR_PIXELS = 100_000_000
LOWEST_DPI = 72.0
FEW_WORDS = 5  # a layer with fewer, stamps at head and foot left out, is no layer of a page that is one picture
MARGIN = 0.1  # of the page's height, where stamps stand
PICTURE_SHARE = 0.5  # of the page, from which on a picture is what the page shows
RUBBISH = 0.25  # of a layer's characters that stand for nothing, from which on OCR reads better


class PageReading(NamedTuple):
    """What one page gave."""

    page: Page
    redactions: tuple[Redaction, ...]
    problems: tuple[Problem, ...]
    hidden: tuple[HiddenRun, ...]  # words that do not show, never in `page`: of no use but to be counted or asked for


class _Task(NamedTuple):
    """One page to be read."""

    opened: Opened
    source: str
    number: int
    settings: Settings
    engine: OcrEngine | None


class _Seen(NamedTuple):
    """A page, looked at without drawing it."""

    space: PageSpace
    layer: Layer
    painting: Painting
    shown: Shown


def read_pages(
    path: Path, source: str, numbers: Sequence[int], settings: Settings, engine: OcrEngine | None = None
) -> tuple[PageReading, ...]:
    """The pages of these numbers (from 1), in their order. `path` is a sealed PDF, `source` its Source.id.

    Never raises for what is in the file: a page that cannot be read is a failed page with a problem. It may end its
    process (pdfium aborts when out of memory), so run it in a worker with limits. `engine`: None, the default one.
    """
    try:
        opened = open_pdf(path)
    except (gate.Refused, OSError) as error:
        reason = error.reason if isinstance(error, gate.Refused) else "damaged"
        return tuple(_failed(source, number, problem(reason, source, number, str(error))) for number in numbers)
    return tuple(_read_page(_Task(opened, source, number, settings, engine)) for number in numbers)


def _read_page(task: _Task) -> PageReading:
    opened, source, number = task.opened, task.source, task.number
    if not 0 < number <= len(opened.nodes) or (opened.pdf is not None and opened.nodes[number - 1] is None):
        return _failed(source, number, problem("no_such_page", source, number))
    try:
        checked = gate.Checked("", "", True)
        if opened.pdf is not None:
            checked = gate.check_page(opened.nodes[number - 1], opened.seen)
        if checked.reason == "inflation_limit":
            return _failed(source, number, problem(checked.reason, source, number, checked.why))
        reading = _read_checked(task, checked)
    except Exception as error:
        # Hostile files have the two libraries raise anything at all; whatever it is, it costs this page alone.
        return _failed(source, number, problem("page_unreadable", source, number, str(error)))
    if number == 1 and opened.repaired:
        # Told with the first page, and so once, in however many batches a file is read.
        return reading._replace(problems=(problem("repaired", source, 0), *reading.problems))
    return reading


def _read_checked(task: _Task, checked: gate.Checked) -> PageReading:
    page = task.opened.document[task.number - 1]
    try:
        seen = _look(page)
    finally:
        page.close()
    problems: tuple[Problem, ...] = (problem("text_limit", task.source, task.number),) if seen.layer.cut else ()
    if _has_layer(seen):
        if checked.reason:
            problems += (problem(checked.reason, task.source, task.number, checked.why),)
        return _reading(task, seen, (PageState.READ, TextFrom.LAYER), seen.shown.words, (), problems)
    page = task.opened.document[task.number - 1]
    try:
        dpi = _ocr_dpi(seen, task.settings)
        picture = render_grey(page, seen.space.width, seen.space.height, dpi / 72)
        if is_blank(picture):
            suspect = checked.reason or task.opened.doubtful or _should_show(checked, seen, page)
            return _blank(task, seen, bool(suspect), problems)
    finally:
        page.close()
    return _read_picture(task, seen, picture, dpi, problems)


def _look(page: Any) -> _Seen:
    space = space_of_page(page)
    if not (0 < space.width <= LARGEST and 0 < space.height <= LARGEST):
        raise ValueError(f"it is {space.width:.0f} by {space.height:.0f} points large")
    textpage = page.get_textpage()
    try:
        layer = read_textpage(textpage, space)
        painting = look_at_painting(page, space)
        return _Seen(space, layer, painting, take_out_hidden(page, textpage, space, layer, painting))
    finally:
        textpage.close()


def _has_layer(seen: _Seen) -> bool:
    """Whether the text layer says what the page shows."""
    if not seen.layer.words or seen.layer.odd > RUBBISH:
        return False
    if seen.painting.picture_share < PICTURE_SHARE:
        return True
    # Stamps laid over a scan are no layer of it.
    top, bottom = MARGIN * seen.space.height, (1 - MARGIN) * seen.space.height
    inner = sum(top < (word.box.y0 + word.box.y1) / 2 < bottom for word in seen.layer.words)
    return inner >= FEW_WORDS


def _ocr_dpi(seen: _Seen, settings: Settings) -> float:
    """A page that is one picture is read at that picture's own resolution: more adds nothing, and hurts."""
    own = seen.painting.picture_dpi if seen.painting.picture_share >= PICTURE_SHARE else 0.0
    dpi = max(own or float(settings.ocr_dpi), LOWEST_DPI)
    return min(dpi, 72 * math.sqrt(MOST_OCR_PIXELS / (seen.space.width * seen.space.height)))


def _should_show(checked: gate.Checked, seen: _Seen, page: Any) -> bool:
    """Whether a page that shows nothing has something in it that should show."""
    return bool((checked.paints and not seen.painting.objects) or seen.painting.texts or not all_pictures_open(page))


def _blank(task: _Task, seen: _Seen, suspect: bool, problems: tuple[Problem, ...]) -> PageReading:
    if suspect:
        problems += (problem("suspect_blank", task.source, task.number),)
    state = PageState.SUSPECT_BLANK if suspect else PageState.BLANK
    return _reading(task, seen, (state, TextFrom.NONE), (), (), problems)


def _read_picture(task: _Task, seen: _Seen, picture: Picture, dpi: float, problems: tuple[Problem, ...]) -> PageReading:
    own = seen.painting.picture_dpi if seen.painting.picture_share >= PICTURE_SHARE else 0.0
    if own > dpi + 1 or dpi < min(LOWEST_DPI, task.settings.ocr_dpi):
        problems += (problem("downscaled", task.source, task.number, f"{dpi:.0f}"),)
    boxes = black_boxes(picture, dpi)
    try:
        read = (task.engine or default_engine()).read(made_readable(picture, boxes, dpi), dpi)
    except (OcrMissing, OcrFailed) as error:
        reason = "ocr_missing" if isinstance(error, OcrMissing) else "ocr_failed"
        problems += (problem(reason, task.source, task.number, str(error)),)
        words = seen.shown.words if seen.layer.odd <= RUBBISH else ()
        origin = TextFrom.LAYER if words else TextFrom.NONE
        return _reading(task, seen, (PageState.FAILED, origin), words, (), problems)
    a_point = dpi / 72
    words = tuple(
        word
        for word in without_specks(
            [word._replace(box=box_from_pixels(word.box, a_point, a_point)) for word in read], seen.space.width
        )
        # What an engine reads in a black box is noise, or a label.
        if is_label(word.text) or not any(middle_in(word.box, box) for box in boxes)
    )
    if not words:
        problems += (problem("ocr_nothing", task.source, task.number),)
    return _reading(task, seen, (PageState.READ, TextFrom.OCR), words, boxes, problems)


def _reading(
    task: _Task,
    seen: _Seen,
    came: tuple[PageState, TextFrom],
    words: tuple[Word, ...],
    black: tuple[Box, ...],
    problems: tuple[Problem, ...],
) -> PageReading:
    """The page with its redactions; `black` are boxes found in its picture."""
    painted = [PaintedBox(box, 0, (0, 0, 0), None, True) for box in black]
    redactions = redactions_in_boxes(
        (*seen.painting.boxes, *seen.shown.more, *painted),
        words,
        seen.shown.hiding | {len(seen.painting.boxes) + at for at in range(len(seen.shown.more))},
        source=task.source,
        number=task.number,
        space=seen.space,
    )
    page = Page(
        source=task.source,
        number=task.number,
        width=seen.space.width,
        height=seen.space.height,
        state=came[0],
        text_from=came[1],
        words=words,
    )
    return PageReading(page, redactions, problems, seen.shown.hidden)


def _failed(source: str, number: int, why: Problem) -> PageReading:
    page = Page(
        source=source,
        number=number,
        width=0.0,
        height=0.0,
        text_from=TextFrom.NONE,
        state=PageState.FAILED,
        words=(),
    )
    return PageReading(page, (), (why,), ())
