"""What one document prints of signs: how often, in which words it explains them, and who puts them under a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from readingroom.model import AliasClue, AliasGround, AliasWhere, SignUse
from readingroom.people.alias_endings import find_endings, find_salutation
from readingroom.people.alias_expansions import find_expansions, find_spelled
from readingroom.people.alias_signs import find_signs, key_of_sign


class CopyText(NamedTuple):
    """The words of a copy, or of a page outside any copy. Made by the case; a batch at a time."""

    copy: str  # Copy.id; "" for a page outside any copy: then all but `body` is ""
    document: str
    source: str
    page: int  # on which it begins
    sender: str  # as printed
    addressees: tuple[str, ...]  # of To and Cc, each as printed
    subject: str
    body: str
    signature: str  # "" where it is the end of the body

    def parts(self) -> Iterator[tuple[AliasWhere, str]]:
        """Its parts that are not empty. A signature that is the end of the body is part of that."""
        if self.subject:
            yield AliasWhere.SUBJECT, self.subject
        if self.body:
            yield AliasWhere.BODY if self.copy else AliasWhere.PAGE, self.body
        if self.signature and not self.body.endswith(self.signature):
            yield AliasWhere.SIGNATURE, self.signature


class SignsRead(NamedTuple):
    """What `read_signs` gives."""

    uses: tuple[SignUse, ...]
    clues: tuple[AliasClue, ...]


def read_signs(texts: Sequence[CopyText]) -> SignsRead:
    """The signs of a document's texts. Nothing of any other document goes into it."""
    uses: list[SignUse] = []
    clues: list[AliasClue] = []
    spelled: set[tuple[str, str]] = set()  # once a document is enough
    for text in texts:
        own: dict[str, SignUse] = {}
        place = (text.copy, text.document, text.source, text.page)
        for where, part in text.parts():
            for sign in find_signs(part):
                if sign.doubtful:
                    continue
                key = key_of_sign(sign.words)
                before = own.get(key) or SignUse(key, sign.words, *place, where, sign.start, 0)
                own[key] = before._replace(uses=before.uses + 1)
            for one in find_expansions(part):
                key = key_of_sign(one.sign)
                clues.append(AliasClue(key, one.words, AliasGround.EXPANDED, *place, where, one.start, one.end))
            for one in find_spelled(part):
                if (one.sign, one.words) not in spelled:
                    spelled.add((one.sign, one.words))
                    clues.append(
                        AliasClue(one.sign, one.words, AliasGround.INITIALS, *place, where, one.start, one.end)
                    )
            if text.copy and where is not AliasWhere.SUBJECT:
                clues += _endings(text, where, part)
        uses += own.values()
        clues += _salutation(text)
    return SignsRead(tuple(uses), tuple(clues))


def _salutation(text: CopyText) -> Iterator[AliasClue]:
    found = find_salutation(text.body, text.addressees)
    if found:
        given, printed, start = found
        place = (text.copy, text.document, text.source, text.page)
        yield AliasClue(given, printed, AliasGround.NAME, *place, AliasWhere.BODY, start, start + len(given))


def _endings(text: CopyText, where: AliasWhere, part: str) -> Iterator[AliasClue]:
    for ending in find_endings(part, text.sender):
        ground = AliasGround.SIGNATURE if ending.kind == "sign" else AliasGround.SIGN_OFF
        key = ending.words if ending.kind == "name" else key_of_sign(ending.words.replace(".", ""))
        place = (text.copy, text.document, text.source, text.page)
        yield AliasClue(key, text.sender, ground, *place, where, ending.start, ending.end)
