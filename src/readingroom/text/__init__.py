"""Text with its places, for every room above.

Takes: words with boxes. Gives: lines of a page (`lines_of`), passages and their spans (`spans_of`), folding for
comparison (`fold_exact`, `fold_ocr`, `fold_letters`), the one aligner (`align_words`), packed forms that cross a
process or go into the store (`pack_words`, `pack_passages`).
Owns: nothing. Open first: `lines.py`.

    lines = lines_of(page, leave_out=stamp_words)
    passage = passage_of(lines[0])
    spans = spans_of(passage[5:20], page.source)
"""

from readingroom.text.align import Edit, Located, Token, align_words, edits_of, key_of, locate_words, tokens_of
from readingroom.text.components import components_of
from readingroom.text.copy_places import CopyPlace, copy_place
from readingroom.text.corrections import correction_id, correction_record, entry_id, entry_record, read_correction
from readingroom.text.fold import Folded, fold_exact, fold_ocr, fold_ocr_all, fold_plain
from readingroom.text.letters import Letters, fold_letters, sketch_letters
from readingroom.text.lines import Line, lines_of, passage_of, passage_of_lines
from readingroom.text.packing import (
    pack_copy,
    pack_passages,
    pack_words,
    unpack_copy,
    unpack_page,
    unpack_passages,
    unpack_texts,
    unpack_words,
)
from readingroom.text.places import box_around, overlap, reworded, spans_of
from readingroom.text.sought import (
    Sought,
    SoughtNear,
    SoughtPhrase,
    SoughtWords,
    find_sought,
    holds_exactly,
    words_of,
)
from readingroom.text.told_table import ToldLine, is_day, read_told_table
from readingroom.text.upright import laid_back, passage_laid_back, set_upright, upright_box

__all__ = [
    "CopyPlace",
    "Edit",
    "Folded",
    "Letters",
    "Line",
    "Located",
    "Sought",
    "SoughtNear",
    "SoughtPhrase",
    "SoughtWords",
    "Token",
    "ToldLine",
    "align_words",
    "box_around",
    "components_of",
    "copy_place",
    "correction_id",
    "correction_record",
    "edits_of",
    "entry_id",
    "entry_record",
    "find_sought",
    "fold_exact",
    "fold_letters",
    "fold_ocr",
    "fold_ocr_all",
    "fold_plain",
    "holds_exactly",
    "is_day",
    "key_of",
    "laid_back",
    "lines_of",
    "locate_words",
    "overlap",
    "pack_copy",
    "pack_passages",
    "pack_words",
    "passage_laid_back",
    "passage_of",
    "passage_of_lines",
    "read_correction",
    "read_told_table",
    "reworded",
    "set_upright",
    "sketch_letters",
    "spans_of",
    "tokens_of",
    "unpack_copy",
    "unpack_page",
    "unpack_passages",
    "unpack_texts",
    "unpack_words",
    "upright_box",
    "words_of",
]
