"""Exemption codes as OCR reads them off a scan."""

import pytest

from readingroom.model import Box, Page, PageState, Redaction, TextFrom, Word
from readingroom.pages.stamps import find_stamps

READ = [
    ("(b)6)", 0.5, ("B6",)),
    ("®)(7NC)", 0.1, ("B7(C)",)),
    ("(BX7)(C)", 0.4, ("B7(C)",)),
    ("(b)(S)/OP", 0.2, ("B5/DP",)),
    ("®XS)", 0.2, ("B5",)),
    ("5.40(2)", 0.6, ("s.40(2)",)),
    ("$36", 0.6, ("s.36",)),
    ("(b)6)", 0.95, ()),  # the engine is sure of what it read
    ("9.99", 0.6, ()),
    ("(8)", 0.2, ()),
]


@pytest.mark.parametrize(("printed", "confidence", "codes"), READ)
def test_codes_in_a_gap(printed: str, confidence: float, codes: tuple[str, ...]) -> None:
    assert [mark.codes for mark in _marks(printed, confidence)] == ([codes] if codes else [])


def test_a_text_layer_is_taken_as_it_stands() -> None:
    assert _marks("5.40(2)", 1.0) == ()


def _marks(printed: str, confidence: float) -> tuple[Redaction, ...]:
    """The redactions of a page on which this stands, in small print, far behind a line of text."""
    line = [Word("gates", Box(72.0 + 40 * n, 300.0, 100.0 + 40 * n, 308.0), min(confidence, 0.95)) for n in range(5)]
    code = Word(printed, Box(350.0, 301.0, 376.0, 307.0), confidence)
    page = Page(
        source="0" * 64,
        number=1,
        width=612.0,
        height=792.0,
        text_from=TextFrom.OCR,
        state=PageState.READ,
        words=(*line, code),
    )
    return find_stamps(page).redactions
