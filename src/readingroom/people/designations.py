"""Who holds which post, as a copy prints it: under its text, and in the text.

Nora Quill                                       name
Acting Chief, Division of Locks                  title, office
Harbour Office                                   more of the office
(555) 014-2300                                   contact

I have asked Odo Marsh, Deputy Keeper, Eastern Locks, to look.        name, title, office
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from readingroom.model import Copy, Designation, GroundKind
from readingroom.people.post_words import JOINTS, OFFICE_NAMES, SIGNS_FOR, TITLE_HEADS

MOST_LINES = 12  # of a signature
LONGEST_LINE = 90
MOST_TITLE_WORDS = 9
LEAST_DIGITS = 7  # of a telephone number: fewer are a house's, or a postal code
MOST_IN_BODY = 40  # that one text names

_WORD = re.compile(r"[^\W\d_]+(?:['’.&/-]+[^\W\d_]+)*\.?")
_PHONE = re.compile(r"(?:\+?\d{1,3}[ .-]?)?(?:\(\d{2,5}\)|\d{2,5})[ ./-]?\d{3,4}(?:[ .-]?\d{3,4})?|\bext\.? ?\d{3,5}\b")
_ADDRESS = re.compile(r"[\w.+-]{2,40}@[\w-]+(?:\.[\w-]+)+")
_LINK = re.compile(r"www\.|https?:|@")
_HIDDEN = r"\(b\) ?\(\d\)(?: ?\([A-F]\))?|\[?[Rr]edacted\]?|B[3-9]"
_NAME = r"[A-Z][\w'’-]+(?: [A-Z]\.?)?(?: (?:de|von|van|al|el|la))?(?: [A-Z][\w'’-]+){1,2}"
_HEADS = "|".join(sorted((head.capitalize() for head in TITLE_HEADS), key=lambda head: (-len(head), head)))
_CAPITAL = r"(?:[A-Z][\w'’&./-]*|of|for|to|the|and|&|in)"
# Bounded everywhere: at most eight words before the head and eight behind, a line end counts as a blank.
_IN_TEXT = re.compile(
    rf"(?P<name>{_HIDDEN}|{_NAME}),\s"
    rf"(?:the\s)?(?P<title>(?:[A-Z][\w'’&./-]*\s){{0,5}}(?:{_HEADS})\b(?:\s(?:of|for|to)(?:\s{_CAPITAL}){{1,6}})?)"
    rf"(?:,\s(?P<office>[A-Z][\w'’&./-]*(?:\s{_CAPITAL}){{0,6}}))?"
)


class _Line(NamedTuple):
    """A line and where it begins in the whole."""

    text: str
    start: int


def find_designations(copy_: Copy) -> tuple[Designation, ...]:
    """All designations that a copy prints, in order: those of its text, then that of its signature."""
    body, signature = copy_.body.text, copy_.signature.text
    found = list(_in_text(copy_.id, body.removesuffix(signature)))
    signed = _in_signature(copy_.id, signature)
    return (*found, signed) if signed else tuple(found)


def split_title(words: str) -> tuple[str, str]:
    """A title and the office behind it: "Chief, Division of Locks"."""
    parts = re.split(r",\s|\s[|–—-]+\s", words.strip(" .,;"), maxsplit=1)
    return parts[0].strip(), parts[1].strip(" .,;") if len(parts) > 1 else ""


def is_title(words: str) -> bool:
    """Whether a line can be a title: it holds the head of one, and all its words begin with a capital or are joints."""
    plain = words.strip(" .,;")
    if not 3 <= len(plain) <= LONGEST_LINE or plain.lower().startswith(SIGNS_FOR):
        return False
    found = _WORD.findall(plain)
    if not 0 < len(found) <= MOST_TITLE_WORDS + 4:
        return False
    capital = all(word[0].isupper() or word.lower() in JOINTS for word in found)
    title = split_title(plain)[0]
    return (
        capital
        and plain[-1] not in "?!:"
        and any(word.lower().strip(".") in TITLE_HEADS for word in _WORD.findall(title))
    )


def _in_text(copy: str, text: str) -> Iterator[Designation]:
    for number, found in enumerate(_IN_TEXT.finditer(text)):
        if number == MOST_IN_BODY:
            return
        name, title, office = (" ".join((found[part] or "").split()) for part in ("name", "title", "office"))
        hidden = re.fullmatch(_HIDDEN, name) is not None
        if any(word.lower() in TITLE_HEADS for word in name.split()) or title.startswith("The "):
            continue  # "Secretary Marsh, Deputy Keeper Quill, ...": a list of titles
        yield Designation(copy, GroundKind.BODY, found.start(), found.end(), "" if hidden else name, title, office, ())


def _in_signature(copy: str, text: str) -> Designation | None:
    lines = _lines(text)
    at = next((number for number, line in enumerate(lines) if is_title(_behind_name(line.text)[1])), None)
    if at is None:
        return None
    name, words = _behind_name(lines[at].text)
    if not name and at > 0 and _is_name(lines[at - 1].text):
        name = lines[at - 1].text
    title, office = split_title(words)
    end = lines[at].start + len(lines[at].text)
    for line in lines[at + 1 : at + 3]:
        if not _is_office(line.text, wanted=not office):
            break
        office = f"{office}, {line.text}" if office else line.text
        end = line.start + len(line.text)
    contacts = [re.sub(r"\D", "", found) for line in lines for found in _PHONE.findall(line.text)]
    contacts += [found.lower() for line in lines for found in _ADDRESS.findall(line.text)]
    told = tuple(dict.fromkeys(contact for contact in contacts if len(contact) >= LEAST_DIGITS))
    start = lines[at - 1].start if name and at > 0 and name == lines[at - 1].text else lines[at].start
    return Designation(copy, GroundKind.SIGNATURE, start, end, name.strip(" ,"), title, office.strip(" ,."), told)


def _lines(text: str) -> list[_Line]:
    lines = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            lines.append(_Line(line.strip(), start + len(line) - len(line.lstrip())))
        start += len(line) + 1
        if len(lines) == MOST_LINES:
            break
    return lines


def _behind_name(line: str) -> tuple[str, str]:
    """A name before the first comma of a line and what stands behind it; ("", the line) where none does."""
    before, comma, after = line.partition(", ")
    if comma and _is_name(before) and is_title(after):
        return before, after
    return "", line


def _is_name(words: str) -> bool:
    found = _WORD.findall(words)
    if not 1 < len(found) <= 6 or any(sign.isdigit() for sign in words):
        return False
    return words[0].isupper() and not any(word.lower().strip(".") in TITLE_HEADS | OFFICE_NAMES for word in found)


def _is_office(line: str, *, wanted: bool) -> bool:
    """Whether a line under a title says more of the office: it is called one; or few words, where none is said yet."""
    if len(line) > LONGEST_LINE or is_title(line) or _LINK.search(line) or _PHONE.search(line) or line[-1] in "?!:":
        return False
    found = _WORD.findall(line)
    if not found or not all(word[0].isupper() or word.lower() in JOINTS for word in found):
        return False
    if line[0].isdigit() or line.lower().startswith(SIGNS_FOR):
        return False
    return any(word.lower() in OFFICE_NAMES for word in found) or (wanted and len(found) <= 4)
