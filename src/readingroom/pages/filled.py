"""Filled rectangles in the picture of a page: black, grey or coloured, level or a little askew, labels in them or not.

    ██████████   ▒▒▒(b)(6)▒▒▒   ██████████
    █████                       ██████████ <- one box of two lines; the first is two boxes

What is darker than paper at one of a few levels and solid is cut into rectangles. Whether a rectangle is a redaction
is for `redactions` to say, which knows the words.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
import numpy.typing as npt

from readingroom.pages.ocr import Picture

LOWEST, NARROWEST = 7.0, 9.0  # points: a box on a scan is at least about 8 high and 9 wide, less what blur takes
LEVELS = (0.45, 0.72, 0.86, 0.93)  # of the paper's tone: black, dark grey, grey, light grey
RECTANGULAR = 0.88  # of its tightest turned rectangle, what a box fills
DENSE = (12.0, 8.0)  # points: a part of a page that is looked at for
DENSEST_PRINT = 0.5  # of it, that is dark: print takes less
LETTER = (26.0, 16.0)  # points: wide and high at most, a hole that a white letter leaves
LABEL = 20.0  # points: in a box that is no wider, there is no room for a label
SOLID_WITHOUT = 0.75  # of such a box, what is as dark as its level: a letter has less
SOLID = 0.5  # of a box, what is as dark as its level: a label in white takes some; a hole, more
EVEN = 16.0  # of the tones in a box, on the side where no label is: a photo has more
EDGED = 0.45  # of its outline, along which a box is darker than what is beside it: boxes touch each other
_BESIDE = 3  # pixels
LONG = 2.5  # times as wide as high
_BLOCK = 16  # pixels: paper is looked for in blocks
_JUMP = 2  # pixels, by which the edge of a box may waver

Mask = npt.NDArray[np.uint8]
Tones = npt.NDArray[np.float32]
Corners = tuple[int, int, int, int]


def filled_boxes(tones: Picture, paper: Tones, a_point: float) -> tuple[Corners, ...]:
    """Filled rectangles of a picture with so many pixels a point, in no order; of like ones only the darkest.

    `tones` is the darkest of red, green and blue of each pixel, so that a colour is as good as grey; `paper` is what
    `paper_of` says of it. Rectangles are x0, y0, x1, y1 in pixels.
    """
    calm = np.asarray(cv2.medianBlur(tones, 3), np.uint8)
    found: list[Corners] = []
    shade = calm / paper
    for level in LEVELS:
        dark = (shade < np.float32(level)).view(np.uint8)
        for x0, y0, x1, y1 in _solid(dark, a_point):
            inner = calm[y0 + 1 : y1 - 1, x0 + 1 : x1 - 1]
            low, middle, high = np.percentile(inner[::2, ::2], (10, 50, 90))
            if min(middle - low, high - middle) > EVEN or any(_like((x0, y0, x1, y1), other) for other in found):
                continue
            if level == LEVELS[0] or _edged(calm, paper, (x0, y0, x1, y1), middle):
                found.append((x0, y0, x1, y1))
    return tuple(box for box in found if not _made_up(box, found))


def _edged(calm: Picture, paper: Tones, box: Corners, tone: float) -> bool:
    """Whether it is brighter right outside a box: a piece of a larger shape has no edges of its own."""
    x0, y0, x1, y1 = box
    bright = tone + 0.5 * max(0.0, float(paper[(y0 + y1) // 2, (x0 + x1) // 2]) - tone)
    wide, high = calm.shape[1], calm.shape[0]
    sides = (
        calm[max(0, y0 - _BESIDE), x0:x1],
        calm[min(high - 1, y1 - 1 + _BESIDE), x0:x1],
        calm[y0:y1, max(0, x0 - _BESIDE)],
        calm[y0:y1, min(wide - 1, x1 - 1 + _BESIDE)],
    )
    return float((np.concatenate(sides) > bright).mean()) > EDGED


def _made_up(box: Corners, found: list[Corners]) -> bool:
    """Whether two or more others make up a box: lines that ran together at a lighter level."""
    inside = [other for other in found if other != box and _area(*_shared(box, other)) > 0.9 * _area(*other)]
    return len(inside) > 1 and sum(_area(*other) for other in inside) > 0.6 * _area(*box)


def paper_of(tones: Picture) -> Tones:
    """The tone of the bare paper at each pixel: a smooth surface through the brightest of each block.

    Scans grow darker towards a corner; a grey box there may be brighter than the paper elsewhere.
    """
    rows, columns = tones.shape[0] // _BLOCK, tones.shape[1] // _BLOCK
    if rows < 3 or columns < 3:
        return np.full(tones.shape, max(1.0, np.percentile(tones, 90)) if tones.size else 255, np.float32)
    blocks = tones[: rows * _BLOCK, : columns * _BLOCK].reshape(rows, _BLOCK, columns, _BLOCK)
    sample = blocks[:, ::4, :, ::4].transpose(0, 2, 1, 3).reshape(rows, columns, -1)
    bright = np.partition(sample, sample.shape[2] * 3 // 4, axis=2)[:, :, sample.shape[2] * 3 // 4].astype(np.float64)
    down, across = np.mgrid[-1 : 1 : rows * 1j, -1 : 1 : columns * 1j]
    terms = np.stack([np.ones_like(down), down, across, down * across, down**2, across**2], axis=-1).reshape(-1, 6)
    wanted, kept = bright.reshape(-1), np.ones(bright.size, bool)
    kept &= wanted > np.median(wanted) - 60
    surface = np.full(bright.size, np.median(wanted))
    for _ in range(3):
        if kept.sum() < 12:
            break
        some = terms[kept]
        # Six sums are solved, which costs a fiftieth of what taking thousands of rows apart does.
        surface = terms @ np.linalg.lstsq(some.T @ some, some.T @ wanted[kept], rcond=None)[0]
        kept = np.abs(wanted - surface) < 12
    smooth = np.clip(surface, 60, 255).reshape(rows, columns).astype(np.float32)
    return np.asarray(cv2.resize(smooth, tones.shape[::-1], interpolation=cv2.INTER_LINEAR), np.float32)


def brush(width: float, height: float) -> Mask:
    """A rectangle to widen and narrow with: odd, so that what is worn off on one side is put back on the same."""
    return np.ones((max(1, round(height) // 2 * 2 + 1), max(1, round(width) // 2 * 2 + 1)), np.uint8)


def _solid(dark: Mask, a_point: float) -> Iterator[Corners]:
    """Rectangles of what is dark and thicker than print, rules and frames."""
    # Where to look is found in every other pixel of every other row: a quarter of the work.
    few = np.ascontiguousarray(dark[::2, ::2]) * np.uint8(255)
    window = round(DENSE[0] * a_point / 2), round(DENSE[1] * a_point / 2)
    dense = (cv2.boxFilter(few, -1, window) > 255 * DENSEST_PRINT).view(np.uint8)
    dense = cv2.dilate(dense, brush(window[0] + 2, window[1] + 2)).astype(np.uint8)
    for outline in cv2.findContours(dense, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, width, height = (2 * edge for edge in cv2.boundingRect(outline))
        for x0, y0, x1, y1 in _rectangles(dark[y : y + height, x : x + width], a_point):
            yield x + x0, y + y0, x + x1, y + y1


def _rectangles(dark: Mask, a_point: float) -> Iterator[Corners]:
    whole = cv2.morphologyEx(_without_letters(dark, a_point), cv2.MORPH_CLOSE, brush(a_point, a_point))
    # With a rim, so that what reaches to the edge is not worn off there.
    rim = round(NARROWEST * a_point)
    whole = cv2.copyMakeBorder(whole, rim, rim, rim, rim, cv2.BORDER_REPLICATE)
    solid = cv2.morphologyEx(whole, cv2.MORPH_OPEN, brush(NARROWEST * a_point, LOWEST * a_point))[rim:-rim, rim:-rim]
    for outline in cv2.findContours(np.ascontiguousarray(solid), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, width, height = cv2.boundingRect(outline)
        _, sides, _ = cv2.minAreaRect(outline)
        part = np.ascontiguousarray(solid[y : y + height, x : x + width], np.uint8)
        area = (sides[0] + 1) * (sides[1] + 1)
        pieces = [(0, 0, width, height, float(area))]
        if cv2.countNonZero(part) < RECTANGULAR * area:
            pieces = [] if _is_round(part, area) else _slabs(_trimmed(part, a_point), a_point)
        for left, top, right, bottom, area in pieces:
            inked = int(dark[y + top : y + bottom, x + left : x + right].sum())
            high_enough = right - left >= NARROWEST * a_point and bottom - top >= LOWEST * a_point
            least = SOLID if right - left > LABEL * a_point else SOLID_WITHOUT
            if high_enough and inked > least * area:
                yield x + left, y + top, x + right, y + bottom


def _is_round(part: Mask, area: float) -> bool:
    """Whether a shape is a dot: as wide as high, and its corners are missing."""
    high, wide = part.shape
    return max(high, wide) < 1.3 * min(high, wide) and 0.66 * area < cv2.countNonZero(part)


def _without_letters(dark: Mask, a_point: float) -> Mask:
    """Holes as large as a letter filled: the label of a box."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(1 - dark, connectivity=4)
    small = (stats[:, cv2.CC_STAT_WIDTH] <= LETTER[0] * a_point) & (stats[:, cv2.CC_STAT_HEIGHT] <= LETTER[1] * a_point)
    small[0] = True  # what is dark
    return np.asarray(small[labels], np.uint8)


def _trimmed(part: Mask, a_point: float) -> Mask:
    """Without the letters that touch a box at its side: they are lower than three of four of its columns.

    ▒▒▒▒▒▒▒▒@
    """
    ends = np.diff(np.pad(part.T, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    heights = np.argwhere(ends < 0)[:, 1] - np.argwhere(ends > 0)[:, 1]
    usual = float(np.percentile(heights, 25))
    return cv2.morphologyEx(part, cv2.MORPH_OPEN, brush(NARROWEST * a_point, 0.85 * usual)).astype(np.uint8)


def _slabs(part: Mask, a_point: float) -> list[tuple[int, int, int, int, float]]:
    """Boxes that touch, cut where their edges jump: left, top, right, bottom and area of each.

        ██████████        two lines, blacked out together,
        █████  ███        are three boxes

    Gives only long ones where they do not make up the whole: a punched hole has a middle that is straight enough.
    """
    lowest, narrowest = LOWEST * a_point, NARROWEST * a_point
    open_: list[list[int]] = []  # left, right, top of each run that goes on
    pieces: list[tuple[int, int, int, int, float]] = []
    for row, runs in enumerate((*_runs(part), [])):
        going = []
        for one in open_:
            same = next((run for run in runs if abs(run[0] - one[0]) <= _JUMP and abs(run[1] - one[1]) <= _JUMP), None)
            if same is not None:
                runs.remove(same)
                going.append(one)
            elif row - one[2] >= lowest and one[1] - one[0] >= narrowest:
                pieces.append((one[0], one[2], one[1], row, float((one[1] - one[0]) * (row - one[2]))))
        open_ = [*going, *([run[0], run[1], row] for run in runs)]
    if sum(piece[4] for piece in pieces) > RECTANGULAR * cv2.countNonZero(part):
        return pieces
    return [piece for piece in pieces if piece[2] - piece[0] > LONG * (piece[3] - piece[1])]


def _runs(part: Mask) -> list[list[tuple[int, int]]]:
    """Of each row, beginning and end of each stretch of it that is not 0."""
    rows, edges = np.nonzero(np.diff(np.pad(part > 0, ((0, 0), (1, 1))), axis=1))
    runs: list[list[tuple[int, int]]] = [[] for _ in part]
    for row, left, right in zip(rows[::2].tolist(), edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        runs[row].append((left, right))
    return runs


def _like(box: Corners, other: Corners) -> bool:
    """Whether two rectangles are the same but for a blurred edge."""
    shared = _area(*_shared(box, other))
    return shared > 0.7 * (_area(*box) + _area(*other) - shared)


def _area(x0: int, y0: int, x1: int, y1: int) -> int:
    return max(0, x1 - x0) * max(0, y1 - y0)


def _shared(box: Corners, other: Corners) -> Corners:
    return max(box[0], other[0]), max(box[1], other[1]), min(box[2], other[2]), min(box[3], other[3])
