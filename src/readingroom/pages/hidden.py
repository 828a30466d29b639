"""Text of a page's layer that does not show on the page: told apart from text that shows, and never handed on.

A word is hidden if it lies under a box, a shape, a picture or an annotation, has its ground's colour, is printed in
nothing beside every picture, or stands outside the page as shown; and if the picture of the page is the same without
it. The second is the proof (see `sight.py`). Words under an annotation that marks them for redaction are always hidden.

    painted 1st:  To: Jane Doe        the box painted after the words hides them;
    painted 2nd:  To: ████████        a label painted after the box shows, and stays.
    painted 3rd:  To: █(b)(6)█
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from rapidfuzz import fuzz

from readingroom.model import Box, HiddenBy, Word
from readingroom.pages.boxes import area_of, shared_part
from readingroom.pages.code_forms import CODE, is_label
from readingroom.pages.layer import Layer, clean_word
from readingroom.pages.ocr import Picture
from readingroom.pages.painted import PaintedBox, Painting
from readingroom.pages.sight import Sight
from readingroom.pages.space import PageSpace
from readingroom.pages.suspects import Suspect, characters, covers_of, find_suspects
from readingroom.text import box_around

BLACK = 90  # of 255
BLACKED = 0.9  # of a word's box; bold print has no more than two thirds
NEAR = 10.0  # points
RETYPED = 80  # of 100, how like a covered word what is typed over it must be
_PRINTED_ON_BOXES = re.compile(r"redact|withheld|delete|exempt|privileg|foia|responsive", re.IGNORECASE)
_DATE = re.compile(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}")


class HiddenRun(NamedTuple):
    """Words that lie hidden in one place. They leave their worker only where somebody asked for them."""

    box: Box  # around the words
    by: HiddenBy
    words: tuple[Word, ...]


class Shown(NamedTuple):
    """A layer's words without what is hidden."""

    words: tuple[Word, ...]
    hidden: tuple[HiddenRun, ...]
    hiding: frozenset[int]  # indices into Painting.boxes: those that hide something
    more: tuple[PaintedBox, ...] = ()  # what else hides something, filled with the grey that it shows


def take_out_hidden(page: Any, textpage: Any, space: PageSpace, layer: Layer, painting: Painting) -> Shown:
    """The words of a layer that show. A word that is covered in part keeps the part that shows.

    `page` is a `pypdfium2.PdfPage`; it is drawn where anything on it is doubtful. Raises PdfiumError.
    """
    outside = _runs((-1, HiddenBy.CROP, word) for word in layer.outside)
    covers = covers_of(page, space, painting)
    suspects = find_suspects(textpage, space, layer, painting, covers)
    if not suspects:
        return Shown(layer.words, outside, frozenset())
    sight = Sight(page, textpage, space)
    found = [
        one
        for one, unseen in zip(suspects, sight.unseen(suspects), strict=True)
        if unseen or (one.cover >= 0 and covers[one.cover].certain)
    ]
    gone: dict[int, dict[int, Suspect]] = {}  # word -> character -> what hides it and most of its neighbours
    for one in sorted(found, key=lambda one: one.end - one.start):
        gone.setdefault(one.word, {}).update(dict.fromkeys(range(one.start, one.end), one))
    words: list[Word] = []
    hidden: list[tuple[int, HiddenBy, Word]] = []
    for at, word in enumerate(layer.words):
        if at not in gone:
            words.append(word)
            continue
        for part, why in _parts(textpage, space, layer, at, gone[at]):
            if why is None:
                words.append(part)
            else:
                hidden.append((why.cover, why.by, part))
    plain = len(painting.boxes)
    hiding = {one.cover for one in found if one.cover >= 0}
    more = tuple(
        PaintedBox(cover.box, cover.order, (sight.tone(cover.box),) * 3, None, True)
        for cover in (covers[at] for at in sorted(hiding) if at >= plain)
    )
    typed = [(cover.box, cover.says) for cover in covers if cover.says]
    runs = _without_overprint(_without_retyped(_runs(hidden), typed))
    return Shown(tuple(words), (*runs, *outside), frozenset(at for at in hiding if at < plain), more)


def take_out_blacked(shown: Shown, picture: Picture, dpi: float) -> Shown:
    """Without the words where the page's picture is plain black: a scan's own text layer gives away what it blacks out.

    `picture` is the whole page, grey. White print on black shows in the picture, and stays.
    """
    scale = dpi / 72
    words: list[Word] = []
    hidden: list[tuple[int, HiddenBy, Word]] = []
    for word in shown.words:
        x0, y0, x1, y1 = (round(edge * scale) for edge in word.box)
        part = picture[y0 : max(y1, y0 + 1), x0 : max(x1, x0 + 1)]
        if part.size and float((part < BLACK).mean()) >= BLACKED:
            hidden.append((-1, HiddenBy.PICTURE, word))
        else:
            words.append(word)
    runs = _runs(hidden)
    black = tuple(PaintedBox(run.box, 0, (0, 0, 0), None, True) for run in runs)
    return shown._replace(words=tuple(words), hidden=(*shown.hidden, *runs), more=(*shown.more, *black))


def _parts(
    textpage: Any, space: PageSpace, layer: Layer, word: int, gone: dict[int, Suspect]
) -> Iterator[tuple[Word, Suspect | None]]:
    """A word in pieces: those that show, and those that something hides."""
    start, end = layer.places[word]
    for why, some in groupby(characters(textpage, space, start, end), key=lambda one: gone.get(one[0])):
        run = list(some)
        printed = clean_word(layer.text[run[0][0] : run[-1][0] + 1])
        if printed:
            yield Word(printed, box_around([box for _, box in run]), 1.0), why


def _runs(hidden: Iterable[tuple[int, HiddenBy, Word]]) -> tuple[HiddenRun, ...]:
    """Words in reading order put together: those under one cover; without one (-1), those beside each other.

    What says nothing, and what is printed on redactions for all to see, is left out.
    """
    runs: list[tuple[int, HiddenBy, list[Word]]] = []
    under: dict[int, list[Word]] = {}
    for cover, by, word in hidden:
        if cover >= 0:
            if cover not in under:
                under[cover] = []
                runs.append((cover, by, under[cover]))
            under[cover].append(word)
        elif runs and runs[-1][:2] == (cover, by) and _beside(runs[-1][2][-1].box, word.box):
            runs[-1][2].append(word)
        else:
            runs.append((cover, by, [word]))
    return tuple(
        HiddenRun(box_around([word.box for word in words]), by, tuple(words))
        for _, by, words in runs
        if _says_something(" ".join(word.text for word in words))
    )


def _beside(one: Box, other: Box) -> bool:
    overlap = min(one.y1, other.y1) - max(one.y0, other.y0)
    return overlap > 0.5 * min(one.y1 - one.y0, other.y1 - other.y0)


def _says_something(printed: str) -> bool:
    """Not for marks alone, a row of one letter (XXXX) or a label."""
    letters = _letters(printed)
    if not letters or (len(letters) > 1 and len(set(letters)) == 1):
        return False
    return not (is_label(printed) and (CODE.search(printed) or _PRINTED_ON_BOXES.search(printed)))


def _without_retyped(runs: tuple[HiddenRun, ...], typed: Sequence[tuple[Box, str]]) -> tuple[HiddenRun, ...]:
    """Without words that an annotation covers and another prints anew, set right: `typed` is what such ones say."""

    def retyped(run: HiddenRun) -> bool:
        x0, y0, x1, y1 = run.box
        near = Box(x0 - NEAR, y0, x1 + NEAR, y1)
        says = " ".join(text for box, text in typed if area_of(shared_part(box, near)) > 0)
        printed = " ".join(word.text for word in run.words)
        return bool(says) and fuzz.partial_ratio(_letters(printed), _letters(says)) >= RETYPED

    return tuple(run for run in runs if run.by is not HiddenBy.ANNOTATION or not retyped(run))


def _letters(printed: str) -> str:
    return "".join(letter for letter in printed.casefold() if letter.isalnum())


def _without_overprint(runs: tuple[HiddenRun, ...]) -> tuple[HiddenRun, ...]:
    """Without the date that some programs print on every box, in the box's colour."""
    printed = [" ".join(word.text for word in run.words) for run in runs]
    times = Counter(text for run, text in zip(runs, printed, strict=True) if run.by is HiddenBy.COLOUR)
    return tuple(
        run
        for run, text in zip(runs, printed, strict=True)
        if not (run.by is HiddenBy.COLOUR and times[text] > 1 and _DATE.fullmatch(text))
    )
