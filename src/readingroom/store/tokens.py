"""Cutting a query into tokens. What a word is follows e-mail, not programs: jo@example.gov, O'Neill, 10:30, 7/26."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readingroom.errors import QueryError

LONGEST = 4000  # characters of a query
MOST_TOKENS = 200
DEEPEST = 20  # brackets in brackets
QUOTES = '"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}'

_NEXT = re.compile(
    rf"""
      (?P<blank> [\s\x00-\x1f]+ )
    | NEAR\( (?P<near> [^(){QUOTES}]* ) \)
    | [{QUOTES}] (?P<phrase> (?: [^{QUOTES}\\] | \\. )* ) [{QUOTES}] (?P<slop> ~ \d{{0,3}} )?
    | (?P<open> \( )
    | (?P<close> \) )
    | (?P<field> [A-Za-z_]+ ) :
    | (?P<sign> [+-] ) (?= \S )
    | ~ (?P<tolerant> [^\s()~*{QUOTES}]+ )
    | (?P<word> [^\s(){QUOTES}]+ )
    """,
    re.VERBOSE | re.DOTALL,
)
_CODE_VALUE = re.compile(rf"\s*(?P<word>(?:\([A-Za-z0-9.]{{1,8}}\)|[^\s(){QUOTES}])+)")  # code:(b)(7)(C)
_DISTANCE = re.compile(r"(?P<words>[^,]*)(?:,\s*(?P<distance>\d{1,3})\s*)?")


class Token(NamedTuple):
    """A piece of a query. `at` counts characters from 1; `kind` is the name that the grammar has for it."""

    kind: str
    text: str
    at: int


def tokens_of(query: str) -> Iterator[Token]:
    """The tokens of a query. Raises QueryError where a piece of it can be none."""
    if len(query) > LONGEST:
        raise QueryError(f"the query is longer than {LONGEST} characters", "search for a shorter piece of the text")
    opened: list[int] = []
    count = at = 0
    while at < len(query):
        match = _NEXT.match(query, at)
        if match is None:
            raise _stray(query[at], at + 1)
        for token in _tokens(match, at + 1):
            count += 1
            if count > MOST_TOKENS:
                raise QueryError(f"character {token.at}: more than {MOST_TOKENS} words", "put a long text in quotes")
            if token.kind == "LPAREN":
                opened.append(token.at)
            elif token.kind == "RPAREN":
                if not opened:
                    raise QueryError(f"character {token.at}: this bracket was never opened", 'put "(" before it')
                opened.pop()
            if len(opened) > DEEPEST:
                raise QueryError(f"character {token.at}: more than {DEEPEST} brackets in each other", "use fewer")
            yield token
        at = match.end()
        if match["field"] and match["field"].lower() == "code" and (value := _CODE_VALUE.match(query, at)):
            yield Token("TERM", value["word"], value.start("word") + 1)
            at = value.end()
    if opened:
        raise QueryError(f"character {opened[-1]}: this bracket is never closed", 'put ")" behind what belongs to it')


def _tokens(match: re.Match[str], at: int) -> Iterator[Token]:
    kind = match.lastgroup
    if match["near"] is not None:
        yield from _near(match["near"], at)
    elif match["phrase"] is not None:
        yield Token("PHRASE", re.sub(r"\\(.)", r"\1", match["phrase"]), at)
        if match["slop"]:
            yield Token("APPROX", match["slop"][1:], match.start("slop") - match.start() + at)
    elif kind == "open":
        yield Token("LPAREN", "(", at)
    elif kind == "close":
        yield Token("RPAREN", ")", at)
    elif kind == "field":
        yield Token("TERM", match["field"], at)
        yield Token("COLUMN", ":", at + len(match["field"]))
    elif kind == "sign":
        yield Token("PLUS" if match["sign"] == "+" else "MINUS", match["sign"], at)
    elif kind == "tolerant":
        yield Token("TERM", match["tolerant"], at)
        yield Token("APPROX", "", at)
    elif kind == "word":
        yield _word(match["word"].removesuffix("~") or "~", at)
        if match["word"].endswith("~"):
            yield Token("APPROX", "", at)


def _word(word: str, at: int) -> Token:
    if word in ("+", "-", "~"):
        raise _stray(word, at)
    if word.startswith("~"):
        raise QueryError(f"character {at}: ~ takes a whole word", "leave out the * or the second ~")
    return Token({"AND": "AND_OP", "OR": "OR_OP", "NOT": "NOT"}.get(word, "TERM"), word, at)


def _near(inside: str, at: int) -> Iterator[Token]:
    given = _DISTANCE.fullmatch(inside)
    if given is None or len(given["words"].split()) < 2:
        raise QueryError(f"character {at}: NEAR takes two words or more and a number", "write NEAR(first second, 5)")
    yield Token("PHRASE", given["words"], at)
    yield Token("APPROX", given["distance"] or "", at)


def _stray(what: str, at: int) -> QueryError:
    if what in QUOTES:
        return QueryError(f"character {at}: this quotation mark is never closed", "put one at the end of the phrase")
    return QueryError(f"character {at}: {what} stands alone", f"write {what}word, or put the text in quotes")
