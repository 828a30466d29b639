"""What readers found on pages that were set upright for them, laid back on the pages as shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from readingroom.copies import Reading, ToldHeader
from readingroom.model import Copy, Correction, CorrectionKind, Field, Page, Redaction, Stamp
from readingroom.text import laid_back, passage_laid_back, upright_box

M = TypeVar("M", Stamp, Redaction)


def marks_upright(pages: dict[int, Page], marks: Iterable[M]) -> tuple[M, ...]:
    """Stamps or redactions with boxes on the pages set upright. `pages` are those that are not plain, as shown."""
    return tuple(
        replace(mark, box=upright_box(pages[mark.page], mark.box)) if mark.page in pages else mark for mark in marks
    )


def marks_laid_back(pages: dict[int, Page], marks: Iterable[M]) -> tuple[M, ...]:
    """The other way."""
    return tuple(
        replace(mark, box=laid_back(pages[mark.page], mark.box)) if mark.page in pages else mark for mark in marks
    )


def told_headers(pages: dict[int, Page], told: Iterable[Correction]) -> tuple[ToldHeader, ...]:
    """Corrections of headers, each on the page of its spot set upright, by place."""
    return tuple(
        sorted(
            ToldHeader(
                spot.page,
                upright_box(pages[spot.page], spot.box) if spot.page in pages else spot.box,
                correction.kind is CorrectionKind.HEADER,
            )
            for correction in told
            for spot in correction.spots
        )
    )


def reading_laid_back(pages: dict[int, Page], reading: Reading) -> Reading:
    """What `copies.read_copies` gave, with all places on the pages as shown."""
    if not pages:
        return reading
    rest = tuple((page, passage_laid_back(pages, passage)) for page, passage in reading.rest)
    return reading._replace(copies=tuple(_copy(pages, copy_) for copy_ in reading.copies), rest=rest)


def _copy(pages: dict[int, Page], copy_: Copy) -> Copy:
    return replace(
        copy_,
        fields=tuple(_field(pages, field) for field in copy_.fields),
        body=passage_laid_back(pages, copy_.body),
        signature=passage_laid_back(pages, copy_.signature),
    )


def _field(pages: dict[int, Page], field: Field) -> Field:
    parts = tuple(passage_laid_back(pages, part) for part in field.parts)
    return replace(field, printed=passage_laid_back(pages, field.printed), parts=parts)
