"""A query's text → what it asks for. The grammar (AND, OR, NOT, brackets, fields) is luqum's, the words are ours.

    parse_query('from:smith "the last box" after:2019-03 -has:redaction')

Two words side by side must both be there, and OR binds tighter than that: `a b OR c` is a AND (b OR c); AND binds
tighter than OR: `a AND b OR c` is (a AND b) OR c.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from luqum import parser, tree
from luqum.exceptions import ParseError
from luqum.head_tail import TokenValue

from readingroom.errors import QueryError
from readingroom.store.asked import (
    And,
    Asked,
    Code,
    Column,
    Has,
    InDocument,
    Near,
    Not,
    OnPages,
    Or,
    Phrase,
    Sent,
    Tolerant,
    Word,
    is_bounded,
)
from readingroom.store.tokens import Token, tokens_of
from readingroom.text import words_of

NEAR_DISTANCE = 10  # where none is given

TEXT_FIELDS: dict[str, tuple[Column, str]] = {
    "from": ("sender", "who sent it, as printed"),
    "to": ("recipients", "to whom"),
    "cc": ("cc", "who had a copy (Cc and Bcc)"),
    "subject": ("subject", "what the subject line says"),
    "body": ("body", "what stands below the header"),
}


def parse_query(query: str) -> Asked:
    """What a query asks for. Raises QueryError, which says at which character (from 1) what is wrong, and a hint."""
    lexer = _Lexer(tokens_of(query.encode("utf-8", "replace").decode().replace("\0", " ")))
    if not lexer.tokens:
        raise QueryError("there is nothing to look for", "write a word, or a field such as from:smith")
    try:
        parsed = parser.parser.parse(None, lexer=lexer)
    except ParseError:
        raise _misplaced(lexer.last) from None
    asked = _read(parsed, "")
    if not is_bounded(asked):
        raise QueryError("the query only says what to leave out", "add a word or a field that must be there")
    return asked


class _Lexer:
    """Hands our tokens to luqum's grammar, one at a time, and remembers the last one."""

    def __init__(self, tokens: Any) -> None:
        self.tokens: Sequence[Token] = tuple(tokens)
        self.last: Token | None = None
        self._left = iter(self.tokens)

    def token(self) -> Any:
        self.last = next(self._left, None)
        return None if self.last is None else _GrammarToken(self.last)


class _GrammarToken:
    """A token as the grammar takes it."""

    def __init__(self, token: Token) -> None:
        self.type = token.kind
        self.lexpos = token.at
        self.lineno = 1
        self.value: Any
        if token.kind == "TERM":
            self.value = tree.Word(token.text)
        elif token.kind == "PHRASE":
            self.value = tree.Phrase(f'"{token.text}"')
        else:
            self.value = TokenValue(token.text or None)
        self.value.pos = token.at
        self.value.size = len(token.text)


def _misplaced(token: Token | None) -> QueryError:
    if token is None:
        return QueryError(
            "the query breaks off: something must follow its last word", "take AND, OR, NOT, : off its end"
        )
    if token.kind == "RPAREN":
        return QueryError(f"character {token.at}: something is missing before )", "put a word between the brackets")
    return QueryError(f"character {token.at}: {token.text} cannot stand here", "put text that is meant in quotes")


def _read(node: Any, column: Column) -> Asked:
    """One node of luqum's tree; `column` is that of the field around it."""
    match node:
        case tree.OrOperation():
            return Or(tuple(_read(child, column) for child in node.children))
        case tree.BoolOperation() | tree.AndOperation() | tree.UnknownOperation():
            return And(tuple(_read(child, column) for child in node.children))
        case tree.Not() | tree.Prohibit():
            return Not(_read(node.a, column))
        case tree.Plus():
            return _read(node.a, column)
        case tree.Group() | tree.FieldGroup():
            return _read(node.expr, column)
        case tree.SearchField():
            return _read_field(node, column)
        case tree.Proximity(term=term):
            return _near(term, node, column)
        case tree.Fuzzy(term=term):
            return _tolerant(term, column)
        case tree.Phrase():
            return _phrase(node, column)
        case _:
            return _word(node, column)


def _read_field(node: Any, column: Column) -> Asked:
    name = node.name.lower()
    if column:
        raise _wrong(node, f"{name}: stands inside another field", "close the other field's brackets before it")
    if name in TEXT_FIELDS:
        return _read(node.expr, TEXT_FIELDS[name][0])
    if name in CONDITIONS:
        return _read_condition(node.expr, CONDITIONS[name][0])
    known = " ".join(f"{field}:" for field in (*TEXT_FIELDS, *CONDITIONS))
    raise _wrong(node, f"there is no field {node.name}:", f"fields are {known}; text with a colon goes in quotes")


def _read_condition(node: Any, make: Callable[[str, Any], Asked]) -> Asked:
    """A field that takes a value: that value, or several in brackets with OR between them."""
    match node:
        case tree.FieldGroup() | tree.Group():
            return _read_condition(node.expr, make)
        case tree.OrOperation():
            return Or(tuple(_read_condition(child, make) for child in node.children))
        case tree.Word():
            return make(node.value, node)
        case tree.Phrase():
            return make(node.value[1:-1], node)
        case _:
            raise _wrong(node, "this field takes a value", "write for example on:2011-07, or code:(B5 OR B6)")


def _word(node: Any, column: Column) -> Asked:
    text = node.value.rstrip("*")
    if "*" in text:
        raise _wrong(node, "* may only stand at the end of a word", "write the beginning of the word and * behind it")
    if not words_of(text):
        raise _wrong(node, f"there is no letter or digit in {node.value}", "marks are found only in a phrase in quotes")
    return Word(text, column, text != node.value)


def _tolerant(node: Any, column: Column) -> Asked:
    words = tuple(Tolerant(word, column) for word in words_of(node.value))
    if not words:
        raise _wrong(node, f"there is no letter or digit in {node.value}", "write ~ before a word")
    return And(words) if len(words) > 1 else words[0]


def _phrase(node: Any, column: Column) -> Asked:
    text = node.value[1:-1].strip()
    if not words_of(text):
        raise _wrong(node, "there is no letter or digit in this phrase", "put a word beside the marks")
    return Phrase(text, column)


def _near(term: Any, node: Any, column: Column) -> Asked:
    words = words_of(term.value)
    if len(words) < 2 or "*" in term.value:
        raise _wrong(term, "NEAR takes two whole words or more", "write NEAR(first second, 5)")
    return Near(words, NEAR_DISTANCE if node._implicit_degree else node.degree, column)


def _wrong(node: Any, what: str, hint: str) -> QueryError:
    return QueryError(f"character {node.pos or 1}: {what}", hint)


# ---------------------------------------------------------------- conditions

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?", re.ASCII)
_PAGES = re.compile(r"(\d{1,9})(?:-(\d{1,9}))?", re.ASCII)


def _days(value: str, node: Any) -> tuple[str, str]:
    """The first day of a date, month or year, and the first day after it."""
    given = _DATE.fullmatch(value)
    try:
        if given is None or not 1900 <= int(given[1]) <= 2999:
            raise ValueError
        year, month, day = int(given[1]), int(given[2] or 1), int(given[3] or 1)
        first = date(year, month, day)
    except ValueError:
        raise _wrong(node, f"{value} is no date", "write 2011, 2011-07 or 2011-07-26") from None
    if given[3]:
        after = first + timedelta(days=1)
    elif given[2]:
        after = date(year + month // 12, month % 12 + 1, 1)
    else:
        after = date(year + 1, 1, 1)
    return first.isoformat(), after.isoformat()


def _on(value: str, node: Any) -> Asked:
    return Sent(*_days(value, node))


def _before(value: str, node: Any) -> Asked:
    return Sent("", _days(value, node)[0])


def _after(value: str, node: Any) -> Asked:
    return Sent(_days(value, node)[0], "")


def _code(value: str, node: Any) -> Asked:
    code = normal_code(value)
    if not code:
        raise _wrong(node, f"{value} is no code", 'write code:B6 or code:"(b)(6)"')
    return Code(code, value.endswith("*"))


def _has(value: str, node: Any) -> Asked:
    match value.lower():
        case "redaction" | "redactions":
            return Has("redaction")
        case "attachment" | "attachments":
            return Has("attachment")
        case _:
            raise _wrong(node, f"has: does not know {value}", "write has:redaction or has:attachment")


def _document(value: str, node: Any) -> Asked:
    name = value.rstrip("*").strip()
    if not name:
        raise _wrong(node, "doc: needs a number or a name", "write the number on the page, or the file's name")
    return InDocument(name, value.endswith("*"))


def _pages(value: str, node: Any) -> Asked:
    given = _PAGES.fullmatch(value)
    if given is None:
        raise _wrong(node, f"{value} is no page", "write page:12 or page:3-7")
    first = int(given[1])
    last = int(given[2] or first)
    if last < first:
        raise _wrong(node, f"page {value} ends before it begins", f"write page:{last}-{first}")
    return OnPages(first, last)


CONDITIONS: dict[str, tuple[Callable[[str, Any], Asked], str]] = {
    "on": (_on, "sent on that day, in that month or year"),
    "before": (_before, "sent before that day, month or year begins"),
    "after": (_after, "sent when that day, month or year has begun, or later"),
    "code": (_code, "an exemption code printed beside it: code:B6, code:(b)(7)(C), code:B7*"),
    "has": (_has, "has:redaction, has:attachment"),
    "doc": (_document, "the document's number as stamped, or its file's name, with #PAGE for one of several in a file"),
    "page": (_pages, "the page in the file, or pages: page:3-7"),
}


def normal_code(code: str) -> str:
    """A code as codes are compared: "(b)(7)(C)" and "B7(C)" are B7C, "1.4(D)" is 14D."""
    return "".join(character for character in code.upper() if character.isascii() and character.isalnum())
