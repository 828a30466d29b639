"""Attachments reunited: which pages print the file that a message names.

    Attachments: Culvert_study_v2.doc        names it
    CULVERT STUDY                            the first lines of pages somewhere in the release: TITLE
    Culvert_study_v2.doc                     or these: NAME
    (behind the mail, in its document)       or no such words, but nothing else stands there: PLACE

What is no mail and is numbered shortly after the mail needs fewer words of the name, or the day that the name ends in.

Without one of these grounds nothing is joined: most attachments were not released.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.messages.subject import take_apart
from readingroom.model import Attachment, AttachmentGround

_SAME = 90  # of 100: a name as OCR may have read it
_ENDING = re.compile(r"\.[A-Za-z]{2,4}\d?$")
_FILE = re.compile(r"\S.{0,80}\.(?:docx?|xlsx?|pptx?|pdf|rtf|txt|wpd|jpe?g|tiff?|csv|vsd|msg|html?)$", re.IGNORECASE)
_WORDS = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])|\d+")
# Words of names that say nothing of what is in the file, and names that programs give.
_EMPTY_WORDS = frozenset(
    "final draft copy version ver rev revised edited clean the and for from with doc document file scan new "
    "attachment image img picture untitled att signed updated update page".split()
)
_MADE_NAME = re.compile(r"(?:att|image|img|picture|scan|untitled|doc|document)[\W_]?\d*", re.IGNORECASE)
_TOO_MANY = 300  # prints that share a word: it tells nothing
_MOST_NAMES = 400  # of one copy
_MOST_NEAR = 100  # prints behind one mail that are held against each name of it
_NEXT, _NEAR = 3, 12  # how far its number may stand behind the mail's
_NUMBER = re.compile(r"(.*?)(\d{3,9})")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_IN_NAME = re.compile(r"(?<!\d)(\d{1,2})([-._ ]?)(\d{1,2})\2(?:20)?(\d\d)(?!\d)")
_IN_TITLE = re.compile(rf"\b({'|'.join(_MONTHS)})[a-z]*\.? (\d{{1,2}}),? 20(\d\d)\b", re.IGNORECASE)


class Naming(NamedTuple):
    """A copy that names attachments, or begins a document that encloses some."""

    copy: str
    document: str
    source: str
    page: int
    depth: int
    subject: str
    names: tuple[str, ...]
    number: str = ""  # stamped on its document


class Print(NamedTuple):
    """Pages that may be an attachment: enclosed in a document behind its mail, or a document that is no mail."""

    document: str  # that encloses it, or that it is
    before: str  # the document right before it in its source: the one that encloses it, or the one that ended
    enclosed: bool
    source: str
    first_page: int
    last_page: int
    title: str
    number: str = ""  # of a document that is no mail


class _Known(NamedTuple):
    """A print with what is compared of it."""

    printed: Print
    key: str
    words: frozenset[str]
    days: frozenset[tuple[int, int, int]]


def reunite_attachments(namings: Sequence[Naming], prints: Sequence[Print]) -> tuple[Attachment, ...]:
    """For each attachment that a copy names, where it is printed and on what grounds; nowhere, where no ground is.

    Then the enclosed prints that no copy of their document names, each with the copy that it stands behind and the
    name it bears, if any.
    """
    shelf = _Shelf(prints)
    found: list[Attachment] = []
    for naming in sorted(namings, key=lambda naming: (naming.source, naming.page, naming.copy)):
        found.extend(_of_one(naming, shelf))
    found = list(_by_thread(found, {naming.copy: naming for naming in namings}))
    taken = {(one.document, one.source, one.first_page) for one in found}
    loose = [one for one in prints if one.enclosed and (one.document, one.source, one.first_page) not in taken]
    return (*found, *_unnamed(loose, namings))


class _Shelf:
    """All prints, to be found by place and by the words of their titles."""

    def __init__(self, prints: Iterable[Print]) -> None:
        self.behind: dict[str, list[_Known]] = {}
        self.by_word: dict[str, list[_Known]] = {}
        self._by_number: dict[tuple[str, int], _Known] = {}
        for one in sorted(prints, key=lambda one: (one.source, one.first_page)):
            known = _Known(one, _key(one.title), frozenset(_words(one.title)), frozenset(_days_of_title(one.title)))
            self.behind.setdefault(one.before, []).append(known)
            number = None if one.enclosed else _number(one.number)
            if number:
                self._by_number.setdefault(number, known)
            for word in known.words:
                self.by_word.setdefault(word, []).append(known)

    def numbered_after(self, naming: Naming) -> dict[_Known, int]:
        """What is numbered shortly after the naming's document, each with how far."""
        number = _number(naming.number)
        if number is None:
            return {}
        after = ((self._by_number.get((number[0], number[1] + far)), far) for far in range(1, _NEAR + 1))
        return {known: far for known, far in after if known}

    def near_and_far(self, naming: Naming, words: Sequence[str]) -> Iterator[_Known]:
        """Prints behind the naming's document or numbered shortly after it, then such as share rare words; none twice.

        Shared must be one of the two rarest words of a name: whatever shares three in four words shares one of these,
        unless a name has more than seven.
        """
        near = self.behind.get(naming.document, [])[:_MOST_NEAR]
        held = sorted((self.by_word[word] for word in set(words) if word in self.by_word), key=len)
        far = [known for some in held[:2] if len(some) <= _TOO_MANY for known in some]
        yield from dict.fromkeys((*near, *self.numbered_after(naming), *far))


def _of_one(naming: Naming, shelf: _Shelf) -> Iterator[Attachment]:
    joined: dict[int, Attachment] = {}
    used: set[Print] = set()
    for nth, name in enumerate(naming.names[:_MOST_NAMES]):
        best = _best(naming, name, shelf, used)
        if best is not None:
            joined[nth] = _attachment(naming, nth, name, best[1], best[0])
            used.add(best[1])
    missing = [nth for nth in range(len(naming.names)) if nth not in joined]
    near = [known.printed for known in shelf.behind.get(naming.document, ())]
    left = [one for one in near if one.enclosed and one not in used and not _names_itself(one)]
    if naming.depth == 0 and len(missing) == len(left):
        for nth, one in zip(missing, left, strict=True):
            joined[nth] = _attachment(naming, nth, naming.names[nth], one, (AttachmentGround.PLACE,))
    for nth, name in enumerate(naming.names):
        yield joined.get(nth) or _attachment(naming, nth, name, None, ())


def _best(
    naming: Naming, name: str, shelf: _Shelf, used: set[Print]
) -> tuple[tuple[AttachmentGround, ...], Print] | None:
    """The print that its title says is this file; None where none does, or several do equally well."""
    key, words = _key(name), [word for word in _words(_ENDING.sub("", name)) if word not in _EMPTY_WORDS]
    days, after = frozenset(_days_of_name(name)), shelf.numbered_after(naming)
    rated: list[tuple[float, tuple[AttachmentGround, ...], Print]] = []
    for known in shelf.near_and_far(naming, words):
        if known.printed in used:
            continue
        far = after.get(known, 0)
        near = known.printed.before == naming.document
        if len(key) >= 5 and not _MADE_NAME.fullmatch(_ENDING.sub("", name)) and _bears(known.key, key):
            ground, rate = AttachmentGround.NAME, 2.0
        else:
            shared = sum(1 for word in words if word in known.words)
            least, most = (1, 0.5) if near else (1, 0.3) if 0 < far <= _NEXT else (2, 0.5) if far else (2, 0.75)
            if far and not days.isdisjoint(known.days):
                least = most = 0
            if shared < least or shared < most * len(words):
                continue
            ground, rate = AttachmentGround.TITLE, shared / max(1, len(words))
            near = near or far > 0
        rated.append((rate + near - far / 1000, (ground, AttachmentGround.PLACE) if near else (ground,), known.printed))
    rated.sort(key=lambda one: -one[0])
    if not rated or (len(rated) > 1 and rated[0][0] == rated[1][0]):
        return None
    return rated[0][1:]


def _by_thread(found: Sequence[Attachment], namings: dict[str, Naming]) -> Iterator[Attachment]:
    """What is not found for one copy and is for another, of the same subject and under the same name, is the same."""
    places = {_thread(one, namings): one for one in reversed(found) if one.source}
    for one in found:
        other = None if one.source else places.get(_thread(one, namings))
        if other is None:
            yield one
        else:
            yield one.at(other, (AttachmentGround.NAME,))


def _thread(one: Attachment, namings: dict[str, Naming]) -> tuple[str, str]:
    return _key(one.name), _key(take_apart(namings[one.copy].subject)[1])


def _unnamed(loose: Sequence[Print], namings: Sequence[Naming]) -> Iterator[Attachment]:
    tops: dict[str, list[Naming]] = {}
    for naming in sorted(namings, key=lambda naming: naming.page):
        if naming.depth == 0:
            tops.setdefault(naming.document, []).append(naming)
    for one in loose:
        before = [naming for naming in tops.get(one.document, ()) if naming.page <= one.first_page]
        if before:
            lines = one.title.split(" / ")
            name = next((line for line in lines if _FILE.fullmatch(line)), "")
            yield _attachment(before[-1], -1, name, one, (AttachmentGround.PLACE,))


def _attachment(
    naming: Naming, nth: int, name: str, one: Print | None, grounds: tuple[AttachmentGround, ...]
) -> Attachment:
    place = (one.source, one.first_page, one.last_page, one.title) if one else ("", 0, 0, "")
    return Attachment(naming.copy, naming.document, nth, name, *place, grounds)


def _names_itself(one: Print) -> bool:
    """Whether a print bears the name of a file: of another one, if no name fits."""
    return any(_FILE.fullmatch(line) for line in one.title.split(" / "))


def _bears(title: str, key: str) -> bool:
    return key in title or (len(key) >= 8 and fuzz.partial_ratio(key, title[:200], score_cutoff=_SAME) >= _SAME)


def _number(printed: str) -> tuple[str, int] | None:
    match = _NUMBER.fullmatch(printed)
    return (match[1], int(match[2])) if match else None


def _days_of_name(name: str) -> Iterator[tuple[int, int, int]]:
    """Days as names of files write them, month first: "memo 061409", "Report 10-5-09". Year of the century last."""
    return ((int(match[1]), int(match[3]), int(match[4])) for match in _IN_NAME.finditer(name))


def _days_of_title(title: str) -> Iterator[tuple[int, int, int]]:
    for match in _IN_TITLE.finditer(title):
        yield _MONTHS.index(match[1].lower()) + 1, int(match[2]), int(match[3])


def _key(text: str) -> str:
    return "".join(character for character in text.lower() if character.isalnum())


def _words(text: str) -> Iterator[str]:
    for word in _WORDS.findall(text):
        if len(word) >= 3 or (len(word) == 2 and word.isupper()):
            yield word.lower()
