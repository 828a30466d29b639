"""Packed forms of words and passages: what crosses a process and what the store keeps.

A page of 350 words is about 3 KB. Boxes are kept in tenths of a point, which `pages` rounds to, so that unpacking
gives back what was packed, to the bit. Format: zlib over a JSON header line and columns of little-endian int32.
"""

from __future__ import annotations

import hashlib
import json
import sys
import zlib
from array import array
from collections.abc import Iterator, Sequence

from readingroom.model import Box, Copy, Field, FieldName, PackedCopy, PackedPage, Page, Passage, Run, Word

LEVEL = 3  # of zlib: beyond it, time grows faster than space shrinks


def pack_words(words: Sequence[Word]) -> bytes:
    """Words of one page as bytes."""
    numbers = array("i")
    for word in words:
        numbers.extend(_tenths(word.box))
        numbers.append(round(word.confidence * 1000))
    return _pack([word.text for word in words], numbers)


def unpack_words(packed: bytes) -> tuple[Word, ...]:
    """What `pack_words` was given."""
    texts, numbers = _unpack(packed)
    confidences = [thousandth / 1000 for thousandth in numbers[4::5]]
    return tuple(map(Word, texts, _boxes(numbers, 0, 5), confidences))


def pack_passages(passages: Sequence[Passage]) -> bytes:
    """Passages of one source as bytes."""
    numbers = array("i")
    for passage in passages:
        numbers.append(len(passage.runs))
        for run in passage.runs:
            numbers.extend((run.start, run.end, run.page, *_tenths(run.box), round(run.confidence * 1000)))
    return _pack([passage.text for passage in passages], numbers)


def unpack_passages(packed: bytes) -> tuple[Passage, ...]:
    """What `pack_passages` was given."""
    texts, numbers = _unpack(packed)
    passages = []
    at = 0
    for text in texts:
        end = at + 1 + 8 * numbers[at]
        columns = numbers[at + 1 : end]
        confidences = [thousandth / 1000 for thousandth in columns[7::8]]
        runs = tuple(map(Run, columns[0::8], columns[1::8], columns[2::8], _boxes(columns, 3, 8), confidences))
        passages.append(Passage(text, runs))
        at = end
    return tuple(passages)


def unpack_texts(packed: bytes) -> list[str]:
    """The texts alone of what `pack_passages` was given: twenty times faster where no place is needed."""
    return _unpack(packed)[0]


def _boxes(numbers: array[int], first: int, step: int) -> Iterator[Box]:
    """Boxes whose four edges in tenths stand side by side, the first at `first`, each `step` behind the one before."""
    return map(Box, *([tenth / 10 for tenth in numbers[first + edge :: step]] for edge in range(4)))


def unpack_page(packed: PackedPage) -> Page:
    """The page with its words."""
    return Page(
        source=packed.source,
        number=packed.number,
        width=packed.width,
        height=packed.height,
        text_from=packed.text_from,
        state=packed.state,
        words=unpack_words(packed.words),
        why=packed.why,
        lay=packed.lay,
    )


def pack_copy(copy_: Copy) -> PackedCopy:
    """A copy in the form that the store keeps."""
    passages: list[Passage] = []
    for field in copy_.fields:
        passages += (field.printed, *field.parts)
    packed = pack_passages((*passages, copy_.body, copy_.signature))
    pages = [run.page for passage in (*passages, copy_.body) for run in passage.runs]
    plain = (
        tuple(field.state for field in copy_.fields),
        tuple(field.value for field in copy_.fields),
        tuple(round(field.confidence, 4) for field in copy_.fields),
        tuple(tuple(part.text for part in field.parts) for field in copy_.fields),
        copy_.codes,
        copy_.style,
    )
    told = (copy_.id, copy_.document, copy_.nth, copy_.depth, copy_.quoted_by, copy_.page, plain)
    return PackedCopy(
        copy_.id,
        copy_.document,
        copy_.source,
        copy_.nth,
        copy_.depth,
        copy_.quoted_by,
        copy_.page,
        max(pages, default=copy_.page),
        *plain,
        packed,
        copy_.body.text,
        hashlib.sha256(json.dumps(told).encode() + packed).hexdigest()[:32],
    )


def unpack_copy(packed: PackedCopy) -> Copy:
    """What `pack_copy` was given (confidence to four digits)."""
    passages = iter(unpack_passages(packed.passages))
    fields = []
    for name, state, value, confidence, parts in zip(
        FieldName, packed.states, packed.values, packed.confidences, packed.parts, strict=True
    ):
        printed = next(passages)
        fields.append(
            Field(
                name=name,
                state=state,
                printed=printed,
                parts=tuple(next(passages) for _ in parts),
                value=value,
                confidence=confidence,
            )
        )
    return Copy(
        id=packed.id,
        document=packed.document,
        source=packed.source,
        nth=packed.nth,
        depth=packed.depth,
        quoted_by=packed.quoted_by,
        page=packed.page,
        fields=tuple(fields),
        body=next(passages),
        signature=next(passages),
        codes=packed.codes,
        style=packed.style,
    )


def _tenths(box: Box) -> tuple[int, int, int, int]:
    return round(box.x0 * 10), round(box.y0 * 10), round(box.x1 * 10), round(box.y1 * 10)


def _pack(texts: list[str], numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = array("i", numbers)
        numbers.byteswap()
    head = json.dumps(texts, ensure_ascii=True).encode()
    return zlib.compress(head + b"\n" + numbers.tobytes(), LEVEL)


def _unpack(packed: bytes) -> tuple[list[str], array[int]]:
    head, _, columns = zlib.decompress(packed).partition(b"\n")
    numbers = array("i")
    numbers.frombytes(columns)
    if sys.byteorder == "big":
        numbers.byteswap()
    texts: list[str] = json.loads(head)
    return texts, numbers
