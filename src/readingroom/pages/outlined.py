"""Outlined rectangles in the picture of a page that lies level: frames of thin lines, whatever stands in them.

    +-----------+     +------+--------+
    |   (b)(6)  |     |      |        |   two that share a side
    +-----------+     +------+--------+

Table cells, form fields and page frames are outlined too: which is a redaction is for `redactions` to say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import cv2
import numpy as np

from readingroom.pages.filled import Corners, Mask, brush
from readingroom.pages.ocr import Picture

LOWEST, NARROWEST = 6.0, 9.0  # points, of the inside
THICKEST = 2.6  # points: a thicker line is a bar
SHORTEST = (9.0, 6.5)  # points: of a line that lies, and of one that stands; letters have shorter strokes
SPECK = 1.0  # points, by which a line may be broken anywhere
GAPS = (6.0, 1.0)  # points, between two long parts; letters in a low frame come near to its lying lines
CONTRAST = 22  # 0..255, of a line against what is beside it
INK = 60  # 0..255, of letters in a frame against what is about them
RIM = 1.2  # points of the inside of a frame, where its line may still be
BESIDE = 4.5  # points, from a letter to the next
SMALLEST, ONE_LINE = 3.0, 16.0  # points: how high a letter is, and how high a line of them at most
RECTANGULAR = 0.88  # of its bounds, what the inside of a frame fills


Letter = Sequence[int]  # left, top, width and height of a mark, in pixels from the rim of its frame


class Lines(NamedTuple):
    """Where thin straight lines are, as pixels."""

    lying: Mask
    standing: Mask


def lines_in(tones: Picture, a_point: float) -> Lines:
    """Thin dark lines that lie or stand, in a picture with so many pixels a point."""
    thick, speck = THICKEST * a_point, SPECK * a_point
    masks = []
    for length, gap, lies in zip(SHORTEST, GAPS, (True, False), strict=True):
        thin = cv2.morphologyEx(tones, cv2.MORPH_BLACKHAT, brush(1, thick) if lies else brush(thick, 1)) >= CONTRAST
        mask = thin.astype(np.uint8)
        # Small gaps are closed before strokes of letters go, wide ones between what is left after.
        for step, size in (
            (cv2.MORPH_CLOSE, speck),
            (cv2.MORPH_OPEN, length * a_point),
            (cv2.MORPH_CLOSE, gap * a_point),
        ):
            mask = cv2.morphologyEx(mask, step, brush(size, 1) if lies else brush(1, size)).astype(np.uint8)
        masks.append(mask)
    return Lines(*masks)


def frames_of(tones: Picture, a_point: float) -> Iterator[tuple[Corners, bool]]:
    """Frames closed on all sides, and empty but for a little in the middle, with whether there is something.

    Frames are x0, y0, x1, y1 in pixels of a picture that has so many pixels a point.
    """
    lines = lines_in(tones, a_point)
    # Each line a little longer, to meet at corners.
    drawn = cv2.bitwise_or(cv2.dilate(lines.lying, brush(5, 1)), cv2.dilate(lines.standing, brush(1, 3)))
    outlines, tree = cv2.findContours(drawn, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    holes = []
    for at in np.flatnonzero(tree[0][:, 3] >= 0).tolist() if tree is not None else ():
        x, y, width, height = cv2.boundingRect(outlines[at])
        high_enough = height >= LOWEST * a_point
        if high_enough and cv2.contourArea(outlines[at]) > RECTANGULAR * (width - 1) * (height - 1):
            holes.append((x, y, x + width, y + height))
    for frame, letters in _whole(tones, holes, a_point):
        if frame[2] - frame[0] >= NARROWEST * a_point and (not letters or _is_label(letters, frame, a_point)):
            yield frame, bool(letters)


def _letters(tones: Picture, frame: Corners, a_point: float) -> list[Letter]:
    """What is printed in a frame: left, top, width and height of each mark, in pixels from the frame's rim."""
    x0, y0, x1, y1 = frame
    rim = round(RIM * a_point)
    inner = tones[y0 + rim : y1 - rim, x0 + rim : x1 - rim]
    if not inner.size:
        return []
    ink = (inner < np.median(inner) - INK).astype(np.uint8)
    marks = [cv2.boundingRect(one) for one in cv2.findContours(ink, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]]
    return [one for one in marks if one[3] >= SMALLEST * a_point]


def _is_label(letters: Sequence[Letter], frame: Corners, a_point: float) -> bool:
    """Whether marks are one short line in the middle of a frame, as labels are put."""
    rim = 2 * round(RIM * a_point)
    wide, high = frame[2] - frame[0] - rim, frame[3] - frame[1] - rim
    left, right = min(one[0] for one in letters), max(one[0] + one[2] for one in letters)
    top, foot = min(one[1] for one in letters), max(one[1] + one[3] for one in letters)
    centred = abs(left + right - wide) < 0.3 * wide and abs(top + foot - high) < max(0.4 * high, 6 * a_point)
    return centred and foot - top < ONE_LINE * a_point and right - left < 0.85 * wide


def _whole(tones: Picture, holes: list[Corners], a_point: float) -> Iterator[tuple[Corners, list[Letter]]]:
    """Frames and what is printed in each; holes that the letters of a label cut a frame into are made one again.

    +-----+--+-+------+   letters as high as the frame. Two frames that share a side have their labels in the
    |     (b)(6)      |   middle of each, away from it
    +-----+--+-+------+
    """
    chains: list[list[Corners]] = []
    for hole in sorted(holes):
        for chain in chains:
            last = chain[-1]
            level = max(abs(hole[1] - last[1]), abs(hole[3] - last[3])) <= 2 * a_point
            if level and abs(hole[0] - last[2]) <= 2 * a_point and _cuts_letters(tones, last, hole, a_point):
                chain.append(hole)
                break
        else:
            chains.append([hole])
    for chain in chains:
        whole = _around(chain)
        letters = _letters(tones, whole, a_point)
        if len(chain) == 1 or (letters and _is_label(letters, whole, a_point)):
            yield whole, letters
        else:
            yield from ((hole, _letters(tones, hole, a_point)) for hole in chain)


def _cuts_letters(tones: Picture, left: Corners, right: Corners, a_point: float) -> bool:
    """Whether something is printed right beside what two holes share."""
    rim = round(RIM * a_point)
    side = (left[2] + right[0]) / 2 - left[0] - rim
    near = BESIDE * a_point
    return any(
        rim < abs(edge - side) < near
        for at, _, wide, _ in _letters(tones, _around([left, right]), a_point)
        for edge in (at, at + wide)
    )


def _around(holes: Sequence[Corners]) -> Corners:
    x0, y0, x1, y1 = zip(*holes, strict=True)
    return min(x0), min(y0), max(x1), max(y1)
