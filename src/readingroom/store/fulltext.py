"""Full text on SQLite's FTS5. PostgreSQL will have a file like this one.

`entry_text` indexes the text columns of `entry` without keeping a second copy of them; triggers keep the two in step
(`migrations/versions/0001_first.py`). `entry_terms` lists every word of the index: what `~word` is compared with.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import Levenshtein
from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, literal_column, select, table, text
from sqlalchemy.exc import OperationalError

from readingroom.errors import QueryError
from readingroom.store.asked import And, Asked, Column, Near, Or, Phrase, Tolerant, Word
from readingroom.store.tables import FULL_TEXT_COLUMNS
from readingroom.text import fold_ocr, fold_ocr_all, fold_plain, holds_exactly, words_of

WEIGHTS = {"sender": 3.0, "recipients": 2.0, "cc": 1.0, "subject": 4.0, "body": 1.0, "joined": 1.0}
MOST_SPELLINGS = 60  # of a word as OCR may have misread it
LONG_WORD = 8  # letters from which on two slips are allowed
MOST_JOINED = 30  # words of a phrase that may be broken at a line end
STEPS = 10_000  # of the database between two looks at the clock

_entry_text = table("entry_text", column("rowid"))
_HEADER = "{sender recipients cc subject body}"

Spellings = Mapping[str, tuple[str, ...]]  # a tolerant word → its spellings in this case


def entries_with(expression: str) -> Select[Any]:
    """Selects `id` and `rank` (smaller is better) of the entries for which a full-text expression is true."""
    rank = func.bm25(literal_column("entry_text"), *(WEIGHTS[name] for name in FULL_TEXT_COLUMNS)).label("rank")
    return select(_entry_text.c.rowid.label("id"), rank).where(_matches(expression))


def ids_with(expression: str) -> Select[Any]:
    """Selects the ids of the entries for which a full-text expression is true."""
    return select(_entry_text.c.rowid).where(_matches(expression))


def _matches(expression: str) -> ColumnElement[bool]:
    return literal_column("entry_text").op("MATCH")(bindparam(None, expression, unique=True))


def expression_of(asked: Asked, spellings: Spellings) -> str | None:
    """A full-text expression that is true of every entry that `asked` may be true of; None where none can be given."""
    match asked:
        case Word(text=words, column=column_, prefix=prefix):
            return f"{_in(column_)}{_quoted(words)}{' *' if prefix else ''}"
        case Phrase(text=words, column=column_):
            return _phrase_expression(words, column_)
        case Near(words=near, distance=distance, column=column_):
            return f"{_in(column_)}NEAR({' '.join(map(_quoted, near))}, {distance})"
        case Tolerant(text=word, column=column_):
            taken = spellings.get(word) or (word,)
            return f"{_in(column_)}({' OR '.join(map(_quoted, taken))})"
        case And(parts=parts):
            known = [one for part in parts if (one := expression_of(part, spellings)) is not None]
            return " AND ".join(f"({one})" for one in known) or None
        case Or(parts=parts):
            each = [expression_of(part, spellings) for part in parts]
            return None if None in each else " OR ".join(f"({one})" for one in each)
        case _:
            return None


def any_of(words: Sequence[str]) -> str:
    """An expression that is true of entries with any of these words."""
    return " OR ".join(map(_quoted, words))


def both(one: str, other: str) -> str:
    """An expression that is true where both are."""
    return f"({one}) AND ({other})"


def is_settled(asked: Asked) -> bool:
    """Whether the full-text expression alone decides: an exact phrase and a condition need a look at the entry."""
    match asked:
        case Word() | Near() | Tolerant():
            return True
        case Phrase(text=phrase):
            return words_of(phrase) == (fold_plain(phrase),)
        case And(parts=parts) | Or(parts=parts):
            return all(map(is_settled, parts))
        case _:
            return False


def _phrase_expression(phrase: str, column_: Column) -> str:
    """The words in a row, or each of them where one is broken at a line end (only bodies have line ends)."""
    row = f"{_in(column_) or _HEADER + ' : '}{_quoted(phrase)}"
    words = sorted(set(words_of(phrase)))
    if column_ not in ("", "body"):
        return row
    if words_of(phrase) == (fold_plain(phrase),):
        return f"{_in(column_)}{_quoted(phrase)}"
    broken = " OR ".join(map(_quoted, words[:MOST_JOINED]))
    every = " AND ".join(f"{{body joined}} : {_quoted(word)}" for word in words[:MOST_JOINED])
    return f"({row}) OR (joined : ({broken}) AND {every})"


def _in(column_: Column) -> str:
    return "" if column_ == "" else "{body joined} : " if column_ == "body" else f"{column_} : "


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'


# ---------------------------------------------------------------- the vocabulary


def spellings_of(connection: Connection, words: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """For each word, its spellings in this case as OCR may have made them, the nearest first.

    Two words are near if their keys (`fold_ocr`) are equal or one letter apart, two from `LONG_WORD` letters on.
    """
    if not words:
        return {}
    terms = list(connection.execute(text("SELECT term FROM entry_terms")).scalars())
    keys = fold_ocr_all(terms)
    found = {}
    for word in words:
        key = fold_ocr(word)
        reach = 0 if len(key) < 3 else 1 if len(key) < LONG_WORD else 2
        near = process.extract(key, keys, scorer=Levenshtein.distance, score_cutoff=reach, limit=None)
        plain = fold_plain(word)
        ranked = sorted((terms[at] != plain, distance, terms[at]) for _, distance, at in near)
        found[word] = tuple(term for _, _, term in ranked[:MOST_SPELLINGS])
    return found


def entry_counts(connection: Connection, words: Sequence[str]) -> dict[str, int]:
    """In how many entries each of these folded words stands; those that stand in none are left out."""
    asked: Any = text("SELECT term, doc FROM entry_terms WHERE term IN :words").bindparams(
        bindparam("words", list(words), expanding=True)
    )
    return {row.term: row.doc for row in connection.execute(asked)}


# ---------------------------------------------------------------- limits


@contextmanager
def within(connection: Connection, seconds: float) -> Iterator[None]:
    """Lets what is asked on `connection` call `holds_exactly`, and stops it with QueryError after so many seconds."""
    sqlite: Any = connection.connection.driver_connection
    sqlite.create_function("holds_exactly", 2, holds_exactly, deterministic=True)
    end = time.monotonic() + seconds
    sqlite.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        yield
    except OperationalError as error:
        if "interrupted" in str(error.orig):
            raise QueryError(
                f"the search took longer than {seconds:g} seconds and was stopped",
                "add a rarer word, a field or a date",
            ) from None
        if "fts5" in str(error.orig):
            raise QueryError("the full text cannot search for this", "use fewer or shorter words") from None
        raise
    finally:
        sqlite.set_progress_handler(None, 0)
