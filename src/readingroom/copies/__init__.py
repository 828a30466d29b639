"""Copies: every printing of a message, as its page shows it.

Takes: pages, with their stamps and redactions. Gives: documents (`cut_documents`, from a `sketch_page` of each page)
and copies (`read_copies`): seven header fields with state, place and confidence, body, signature, codes, depth.
Owns: the labels and separators of printed mail (`labels.py`, `label_words.py`), nothing else. Never infers: a blank
To stays blank.
Open first: `read.py`; then `headers.py`, where a message begins.

    sketches = [sketch_page(page, stamps_of[page.number], redactions_of[page.number]) for page in pages]
    for document in cut_documents(source.id, sketches):
        copies, rest = read_copies(document, pages, stamps, redactions)
"""

from readingroom.copies.documents import cut_documents
from readingroom.copies.read import Reading, read_copies
from readingroom.copies.said import said_field
from readingroom.copies.sketch import PageSketch, pack_sketch, sketch_page, unpack_sketch
from readingroom.copies.told import ToldHeader

__all__ = [
    "PageSketch",
    "Reading",
    "ToldHeader",
    "cut_documents",
    "pack_sketch",
    "read_copies",
    "said_field",
    "sketch_page",
    "unpack_sketch",
]
