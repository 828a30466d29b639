"""Pages of a sealed original, read: gate, text layer, OCR where there is none, redactions."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from readingroom.model import (
    UPRIGHT,
    Box,
    Lay,
    Page,
    PageState,
    Problem,
    Redaction,
    RedactionKind,
    Settings,
    TextFrom,
    TextWhy,
    Word,
)
from readingroom.pages import gate
from readingroom.pages.boxes import middle_in
from readingroom.pages.choice import ON_INK, RUBBISH, Standing, as_sure_as_it_looks, reads_worse, standing_of
from readingroom.pages.code_forms import is_label
from readingroom.pages.hidden import HiddenRun, Shown, take_out_blacked, take_out_hidden
from readingroom.pages.labels import read_labels
from readingroom.pages.layer import Layer, read_textpage, space_of_page
from readingroom.pages.ocr import OcrEngine, OcrFailed, OcrMissing, Picture, default_engine
from readingroom.pages.on_ink import DPI, share_on_ink
from readingroom.pages.opening import LARGEST, Opened, open_pdf
from readingroom.pages.painted import Painting, all_pictures_open, is_grey, look_at_painting
from readingroom.pages.picture import render_colours, render_grey
from readingroom.pages.picture_marks import kind_in_picture, redactions_in_picture
from readingroom.pages.pictured import LOOKED_AT_DPI, PictureBox, boxes_in_picture, share_coloured
from readingroom.pages.readable import is_blank, well_lit, without_stairs
from readingroom.pages.reasons import problem
from readingroom.pages.redactions import redactions_in_boxes, without_doubles
from readingroom.pages.scan import SURE, Scan, read_scan
from readingroom.pages.sheet import slope_of
from readingroom.pages.space import PageSpace

MOST_OCR_PIXELS = 100_000_000
LOWEST_DPI = 72.0
UNEVEN = 1.5  # times as fine in one direction as in the other: a fax
COARSE_DPI = 140.0  # a picture below it is read enlarged
MOST_POINTS = 4_000_000  # of a page's area, up to which its layer is held against a small picture of it
LOWEST_LABELLED = 6.0  # points
LAYER_WHYS = (TextWhy.PRINTED, TextWhy.TRUSTED, TextWhy.ASKED)
UNDER_LAYER_DPI = 100.0
GLANCE_DPI = 36.0
FEWEST_COLOURED = 0.0004  # of a picture, what is coloured where a box may be
PICTURE_SHARE = 0.5  # of the page, from which on a picture is what the page shows


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
    chosen: TextFrom | None  # where somebody said that its words are to come from


class _Seen(NamedTuple):
    """A page, looked at without drawing it."""

    space: PageSpace
    layer: Layer
    painting: Painting
    shown: Shown


class _Drawn(NamedTuple):
    """A page's picture for OCR, and the boxes that show in it."""

    picture: Picture
    dpi: float
    slope: float  # degrees, as it lies in the picture
    boxes: tuple[PictureBox, ...]


class _Text(NamedTuple):
    """The words that are handed on, and where they come from."""

    state: PageState
    text_from: TextFrom
    why: TextWhy
    words: tuple[Word, ...]
    lay: Lay = UPRIGHT


def read_pages(
    path: Path,
    source: str,
    numbers: Sequence[int],
    settings: Settings,
    engine: OcrEngine | None = None,
    chosen: Mapping[int, TextFrom] = MappingProxyType({}),
) -> tuple[PageReading, ...]:
    """The pages of these numbers (from 1), in their order. `path` is a sealed PDF, `source` its Source.id.

    Never raises for what is in the file: a page that cannot be read is a failed page with a problem. It may end its
    process (pdfium aborts when out of memory), so run it in a worker with limits. `engine`: None, the default one.
    `chosen`: for a page's number, LAYER or OCR where somebody said which of the two is to be taken.
    """
    try:
        opened = open_pdf(path)
    except (gate.Refused, OSError) as error:
        reason = error.reason if isinstance(error, gate.Refused) else "damaged"
        return tuple(_failed(source, number, problem(reason, source, number, str(error))) for number in numbers)
    return tuple(_read_page(_Task(opened, source, number, settings, engine, chosen.get(number))) for number in numbers)


def read_hidden(path: Path, number: int, settings: Settings) -> tuple[HiddenRun, ...]:
    """The words of one page that do not show on it: for somebody who asked for them on purpose. As `read_pages`."""
    return read_pages(path, "", [number], settings, _Blind())[0].hidden


class _Blind:
    """An engine that reads nothing: hidden words stand in the text layer alone."""

    def read(self, picture: Picture, dpi: float) -> tuple[Word, ...]:  # noqa: ARG002 - as OcrEngine has it
        """Nothing."""
        return ()


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
    with _opened_page(task) as page:
        seen = _look(page)
    problems: tuple[Problem, ...] = (problem("text_limit", task.source, task.number),) if seen.layer.cut else ()
    on_picture = seen.painting.picture_share >= PICTURE_SHARE
    small = _small_picture(task, seen) if on_picture and seen.shown.words else None
    if small is not None:
        seen = seen._replace(shown=take_out_blacked(seen.shown, small, DPI))
    words = seen.shown.words
    standing = standing_of(words, seen.layer.odd, seen.space.height, on_picture)
    if standing.why is TextWhy.TRUSTED and not standing.doubt and not task.chosen:
        standing = standing._replace(doubt=small is not None and share_on_ink(words, small) < ON_INK)
    if task.chosen is TextFrom.OCR or (task.chosen is TextFrom.LAYER and words):
        standing = Standing(TextWhy.ASKED, False)
    layer = None
    if task.chosen is not TextFrom.OCR and standing.why in LAYER_WHYS:
        words = as_sure_as_it_looks(words) if on_picture else words
        layer = _Text(PageState.READ, TextFrom.LAYER, standing.why, words)
    if layer and not standing.doubt:
        if checked.reason:
            problems += (problem(checked.reason, task.source, task.number, checked.why),)
        return _reading(task, seen, layer, _boxes_under_layer(task, seen) if small is not None else (), problems)
    with _opened_page(task) as page:
        dpi = _ocr_dpi(seen, task.settings)
        picture = well_lit(render_grey(page, seen.space.width, seen.space.height, dpi / 72))
        if seen.painting.picture_uneven > UNEVEN:
            picture = without_stairs(picture)
        if is_blank(picture):
            suspect = checked.reason or task.opened.doubtful or _should_show(checked, seen, page)
            return _blank(task, seen, bool(suspect), problems)
        slope = slope_of(picture, dpi)
        boxes = _boxes_that_show(page, seen.space, picture, dpi, slope)
    if _own_dpi(seen) > dpi + 1 or dpi < min(LOWEST_DPI, task.settings.ocr_dpi):
        problems += (problem("downscaled", task.source, task.number, f"{dpi:.0f}"),)
    return _read_picture(task, seen, _Drawn(picture, dpi, slope, boxes), (standing.why, layer), problems)


@contextmanager
def _opened_page(task: _Task) -> Iterator[Any]:
    """The page, anew each time: to find hidden words, its text may have been recoloured."""
    page = task.opened.document[task.number - 1]
    try:
        yield page
    finally:
        page.close()


def _small_picture(task: _Task, seen: _Seen) -> Picture | None:
    """The page at DPI, grey: whether its layer lies where there is print. None for a page of many metres."""
    space = seen.space
    if space.width * space.height > MOST_POINTS:
        return None
    with _opened_page(task) as page:
        return render_grey(page, space.width, space.height, DPI / 72)


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


def _boxes_under_layer(task: _Task, seen: _Seen) -> tuple[PictureBox, ...]:
    """Boxes in the picture under a text layer, looked at coarsely: such pages are read in hundredths of a second."""
    with _opened_page(task) as page:
        picture = render_grey(page, seen.space.width, seen.space.height, UNDER_LAYER_DPI / 72)
    return boxes_in_picture(picture, UNDER_LAYER_DPI, slope_of(picture, UNDER_LAYER_DPI))


def _boxes_that_show(page: Any, space: PageSpace, picture: Picture, dpi: float, slope: float) -> tuple[PictureBox, ...]:
    """Boxes in the picture of a page, looked at in colours where a small copy of it has any."""
    grey = is_grey(page)
    if grey or share_coloured(render_colours(page, space.width, space.height, GLANCE_DPI / 72)) < FEWEST_COLOURED:
        return boxes_in_picture(picture, dpi, slope)
    fine = min(dpi, LOOKED_AT_DPI)
    return boxes_in_picture(render_colours(page, space.width, space.height, fine / 72), fine, slope)


def _own_dpi(seen: _Seen) -> float:
    """The resolution of the picture that a page is; 0.0 of a page that is none."""
    return seen.painting.picture_dpi if seen.painting.picture_share >= PICTURE_SHARE else 0.0


def _ocr_dpi(seen: _Seen, settings: Settings) -> float:
    """A page that is one picture is read at that picture's own resolution: more adds nothing, and hurts.

    Unless it is so coarse that letters are but a few pixels high: enlarged, twice as many lines are read right.
    """
    own = _own_dpi(seen)
    dpi = max(own if own >= COARSE_DPI else float(settings.ocr_dpi), LOWEST_DPI)
    return min(dpi, 72 * math.sqrt(MOST_OCR_PIXELS / (seen.space.width * seen.space.height)))


def _should_show(checked: gate.Checked, seen: _Seen, page: Any) -> bool:
    """Whether a page that shows nothing has something in it that should show."""
    return bool((checked.paints and not seen.painting.objects) or seen.painting.texts or not all_pictures_open(page))


def _blank(task: _Task, seen: _Seen, suspect: bool, problems: tuple[Problem, ...]) -> PageReading:
    if suspect:
        problems += (problem("suspect_blank", task.source, task.number),)
    state = PageState.SUSPECT_BLANK if suspect else PageState.BLANK
    return _reading(task, seen, _Text(state, TextFrom.NONE, TextWhy.NONE, ()), (), problems)


def _read_picture(
    task: _Task,
    seen: _Seen,
    drawn: _Drawn,
    told: tuple[TextWhy, _Text | None],
    problems: tuple[Problem, ...],
) -> PageReading:
    """The page read by OCR. `told`: why, and a layer in doubt."""
    why, layer = told
    try:
        black = [one.box for one in drawn.boxes if kind_in_picture(one) is RedactionKind.BLACK]
        engine = task.engine or default_engine()
        scan = read_scan(drawn.picture, drawn.dpi, engine, black, drawn.slope)
        words = _with_labels(drawn, scan, black, engine)
    except (OcrMissing, OcrFailed) as error:
        reason = "ocr_missing" if isinstance(error, OcrMissing) else "ocr_failed"
        problems += (problem(reason, task.source, task.number, str(error)),)
        words = seen.shown.words if seen.layer.odd <= RUBBISH else ()
        origin = TextFrom.LAYER if words else TextFrom.NONE
        return _reading(task, seen, layer or _Text(PageState.FAILED, origin, TextWhy.NONE, words), (), problems)
    if layer and not reads_worse(layer.words, words):
        return _reading(task, seen, layer._replace(why=TextWhy.KEPT), drawn.boxes, problems)
    if not words:
        problems += (problem("ocr_nothing", task.source, task.number),)
    why = TextWhy.WORSE if layer else why
    return _reading(task, seen, _Text(PageState.READ, TextFrom.OCR, why, words, scan.lay), drawn.boxes, problems)


def _with_labels(drawn: _Drawn, scan: Scan, black: Sequence[Box], engine: OcrEngine) -> tuple[Word, ...]:
    """The words of a scan, with the labels of boxes in which nothing was surely read. Raises OcrFailed."""
    # What an engine reads where a black box was taken out is noise.
    words = [word for word in scan.words if not any(middle_in(word.box, box) for box in black)]
    if scan.lay.turns:
        return tuple(words)
    unread = [
        one.box
        for one in drawn.boxes
        if (one.fill or one.labelled)
        and one.box.y1 - one.box.y0 > LOWEST_LABELLED
        and not any(middle_in(word.box, one.box) for word in words if word.confidence > SURE or is_label(word.text))
    ]
    labels, labelled = read_labels(drawn.picture, unread, drawn.dpi, engine)
    return (*(word for word in words if not any(middle_in(word.box, box) for box in labelled)), *labels)


def _reading(
    task: _Task, seen: _Seen, text: _Text, boxes: tuple[PictureBox, ...], problems: tuple[Problem, ...]
) -> PageReading:
    """The page with its redactions; `boxes` are those that show in its picture."""
    redactions = redactions_in_boxes(
        (*seen.painting.boxes, *seen.shown.more),
        text.words,
        seen.shown.hiding | {len(seen.painting.boxes) + at for at in range(len(seen.shown.more))},
        seen.painting.slants,
        source=task.source,
        number=task.number,
        space=seen.space,
    )
    if boxes:
        more = redactions_in_picture(boxes, text.words, source=task.source, number=task.number, space=seen.space)
        redactions = without_doubles((*redactions, *more))
    page = Page(
        source=task.source,
        number=task.number,
        width=seen.space.width,
        height=seen.space.height,
        state=text.state,
        text_from=text.text_from,
        words=text.words,
        why=text.why,
        lay=text.lay,
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
