"""Signs that a page begins a document, and how much each weighs.

Two pages that follow each other show some of these signs; their weights are added up. The weights are those of a
logistic regression on pages of several releases, rounded: they are odds in logarithms, so 1 makes a beginning 2.7
times as likely, and a sum above 0 says that it is likelier than not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rapidfuzz import fuzz

from readingroom.copies.sketch import Head, PageSketch
from readingroom.model import DocumentKind

WITHOUT_A_SIGN = -2.7  # most pages that show nothing at all go on with the document before
SURE = 2.0  # a sum that leaves little doubt
_SHORT, _FULL = 0.5, 0.8  # how far down a page its text reaches
_ALIKE = 75  # of 100: subjects and titles that OCR may have read differently
# Kinds that no line of a page names.
_NAMELESS = (DocumentKind.OTHER, DocumentKind.BLANK, DocumentKind.MAIL, DocumentKind.SEPARATOR)
_UNDER_LETTERHEADS = (DocumentKind.LETTER, DocumentKind.MEMO, DocumentKind.WITHHELD)


class Turn(NamedTuple):
    """From one page to the next."""

    before: PageSketch
    page: PageSketch
    attaches: bool  # whether the document so far names attachments, or speaks of some
    mail: bool  # whether the document so far begins with mail
    marked: bool  # whether release marks stand where documents begin in this source

    @property
    def headed(self) -> bool:
        """Whether the page begins with the header of a mail."""
        return self.page.head in (Head.TOP, Head.LABELLED)

    @property
    def text(self) -> bool:
        """Whether the page begins with something else than mail."""
        return self.page.head is Head.TEXT

    @property
    def subject(self) -> bool | None:
        """Whether the mail at its head has the subject of the page before; None where one of them shows none."""
        if not (self.headed and self.before.subjects and self.page.subjects):
            return None
        return any(alike(subject, self.page.subjects[0]) for subject in self.before.subjects)

    @property
    def later(self) -> bool:
        """Whether the mail at its head was sent after the last that the page before prints."""
        dated = self.headed and bool(self.before.sent and self.page.sent)
        return dated and self.page.sent[0] > self.before.sent[-1]

    @property
    def named(self) -> bool:
        """Whether its first lines say what it is."""
        return self.text and self.page.kind not in _NAMELESS

    @property
    def same_title(self) -> bool:
        """Whether both pages bear one running title; a letterhead is none."""
        one, other = self.before.opening, self.page.opening
        running = self.text and self.page.kind not in _UNDER_LETTERHEADS
        return running and bool(one and other) and alike(one[0].lower(), other[0].lower())

    @property
    def numbered_on(self) -> bool:
        """Whether its page number follows that of the page before."""
        one, other = self.before, self.page
        if one.page_of and other.page_of:
            return other.page_of == (one.page_of[0] + 1, one.page_of[1])
        return one.lone is not None and other.lone == one.lone + 1

    @property
    def numbered_anew(self) -> bool:
        """Whether it is page 1 of some, behind the last of some."""
        one, other = self.before.page_of, self.page.page_of
        return one is not None and other is not None and one[0] == one[1] and other[0] == 1

    @property
    def other_print(self) -> bool:
        """Whether its lines are higher or lower than those of the page before."""
        one, other = self.before.line, self.page.line
        return bool(one and other) and abs(one - other) > 0.12 * max(one, other)


class Sign(NamedTuple):
    """What may be seen at a turn, and its weight."""

    weight: float
    says: str
    seen: Callable[[Turn], bool]


SIGNS = (
    Sign(6.5, "begins with the head of a mail print-out", lambda t: t.page.head is Head.TOP),
    Sign(4.0, "is a sheet in place of pages withheld", lambda t: t.page.kind is DocumentKind.WITHHELD),
    Sign(4.0, "bears the release mark of a first page", lambda t: t.marked and t.page.marked),
    Sign(1.0, "begins with a mail header", lambda t: t.page.head is Head.LABELLED),
    Sign(3.5, "that has another subject", lambda t: t.page.head is Head.LABELLED and t.subject is False),
    Sign(1.0, "whose subject is new", lambda t: t.page.head is Head.TOP and t.subject is False),
    Sign(-2.5, "whose subject is that of the page before", lambda t: t.subject is True),
    Sign(0.5, "that was sent later than what stands before it", lambda t: t.later),
    Sign(2.0, "though it is no quotation, which would be older", lambda t: t.subject is True and t.later),
    Sign(-1.5, "begins with a quotation", lambda t: t.page.head is Head.QUOTED),
    Sign(-1.0, "begins with half a header", lambda t: t.page.head is Head.REST),
    Sign(-2.0, "begins in the middle of a sentence or a list", lambda t: t.page.lower),
    Sign(2.0, "names its kind, and nothing was attached", lambda t: t.named and not t.attaches),
    Sign(1.0, "names its kind", lambda t: t.named),
    Sign(2.0, "begins with a title, and nothing was attached", lambda t: t.page.heading and not t.attaches),
    Sign(-3.0, "is text under the title of the page before", lambda t: t.same_title),
    Sign(1.0, "is numbered 1", lambda t: _number(t.page) == 1),
    Sign(4.0, "is the first by its number, behind a last", lambda t: t.numbered_anew),
    Sign(-2.5, "is numbered on from the page before", lambda t: t.numbered_on),
    Sign(-2.0, "has a page number above 1", lambda t: _number(t.page) > 1),
    Sign(-3.0, "follows a page that is not the last by its number", lambda t: _more_to_come(t.before)),
    Sign(1.0, "is set in other print", lambda t: t.other_print),
    Sign(1.0, "follows a page that ends early", lambda t: t.before.foot < _SHORT),
    Sign(1.0, "is text there, nothing attached", lambda t: t.text and t.before.foot < _SHORT and not t.attaches),
    Sign(-1.0, "follows a full page", lambda t: t.before.foot > _FULL),
    Sign(-2.0, "is text behind a full page", lambda t: t.text and t.before.foot > _FULL),
    Sign(-1.0, "follows a page that ends in the middle of something", lambda t: t.before.open_end),
    Sign(-2.0, "is text in a document that is no mail", lambda t: t.text and not t.mail),
    Sign(-2.5, "follows a blank page", lambda t: t.before.head is Head.NOTHING),
)  # fmt: skip


def weigh(turn: Turn) -> float:
    """The sum of the weights of all signs: above 0, the page is likelier to begin a document than not."""
    return WITHOUT_A_SIGN + sum(sign.weight for sign in SIGNS if sign.seen(turn))


def alike(one: str, other: str) -> bool:
    """Whether two keys are the same but for OCR, and for one being cut short."""
    length = min(len(one), len(other))
    return one == other if length < 4 else fuzz.ratio(one[:length], other[:length]) >= _ALIKE


def _number(page: PageSketch) -> int:
    """The page number that a page bears; 0 where none."""
    return page.page_of[0] if page.page_of else page.lone or 0


def _more_to_come(page: PageSketch) -> bool:
    return page.page_of is not None and page.page_of[0] < page.page_of[1]
