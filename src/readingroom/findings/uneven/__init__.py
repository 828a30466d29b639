"""Uneven redactions: words that one copy hides and another prints, and what is hidden under different codes.

Takes: skeletons of all copies, then the copies of one family with the marks on their pages. Gives: findings, each with
the place where the words must be and the place where they are printed. Text under a mark in the file itself is never
looked at. Owns: the rule of what is taken out and what was only lost (`judge.py`).

    families = families_of(sketches)
    find_uneven(printings, is_odd).uneven[0].words

Open first: `judge.py`, then `holes.py`.
"""

from readingroom.findings.uneven.families import Sketch, families_of
from readingroom.findings.uneven.family import Found, find_uneven
from readingroom.findings.uneven.printing import Printing
from readingroom.findings.uneven.shingles import shingles_of
from readingroom.findings.uneven.texts import Edge, Sheet, keys_of

__all__ = ["Edge", "Found", "Printing", "Sheet", "Sketch", "families_of", "find_uneven", "keys_of", "shingles_of"]
