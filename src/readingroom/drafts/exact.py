"""Whether a quotation stands in a text letter for letter, and if so, what stands between the letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from readingroom.drafts.between import CUT, HYPHEN, Difference, compare_between, read_between
from readingroom.drafts.kinds import STYLE, Remark, gravest_first, tell_left_out, tell_put_beside, tell_put_in
from readingroom.drafts.misread import is_lost_blank, is_stray_blank
from readingroom.drafts.segments import Cut, Joint, Segment
from readingroom.drafts.vocabulary import DENYING_PREFIXES, PREFIXES
from readingroom.model import Change
from readingroom.text import Letters, tokens_of

WIDEST_ELLIPSIS = 1_500  # letters of the source that an ellipsis may stand for
WIDEST_BRACKET = 120  # letters of the source that a bracket may stand for
MOST_REPLACED = 6  # words of the source that a bracket may stand for
MOST_TRIED = 40  # places of the first words that are tried in one text
LONGEST_SHOWN = 40  # words of what is left out that are shown
SHORTEST_CAPITALS = 8  # letters of a stretch that is all capitals on the page

_SENTENCE_END = re.compile(r"[.?!…:]|^\W*\n\W*\n")
_TITLE = re.compile(r"\b([A-Z][a-z]{0,3})\.")  # "Mr." ends no sentence
_QUOTES = re.compile("[\"“”„«»‘’‚`'´]+")


class Match(NamedTuple):
    """A place in a text that holds the quotation's letters: characters `start:end`, and all differences there."""

    start: int
    end: int
    left_out: tuple[tuple[int, int], ...]  # characters that an ellipsis stands for
    changes: tuple[Change, ...]  # allowed, and said
    faults: tuple[Change, ...]  # with one of these it is not exact


def match_cut(cut: Cut, text: Letters) -> Match | None:
    """The best place of a quotation in a text; None where its letters do not stand there."""
    if not cut.segments:
        return None
    best: Match | None = None
    for at in text.places(cut.segments[0].letters, MOST_TRIED):
        found = _chain(cut.segments, at, text)
        if found is None:
            continue
        match = _compare(cut, found, text)
        if best is None or len(match.faults) < len(best.faults):
            best = match
        if not best.faults:
            break
    return best


def _chain(segments: Sequence[Segment], first: int, text: Letters) -> list[int] | None:
    """First letter of each segment in the text, the first segment's at `first`; the nearest ones are taken."""
    found = [first]
    for before, segment in pairwise(segments):
        end, sought = found[-1] + len(before.letters.text), segment.letters.text
        reach = {Joint.ELLIPSIS: WIDEST_ELLIPSIS, Joint.BRACKET: WIDEST_BRACKET}.get(
            segment.joint or Joint.ATTRIBUTION, 0
        )
        last = end + reach + len(sought)
        at = text.text.find(sought, end, last)
        while at >= 0 and not text.is_whole(at, at + len(sought)):
            at = text.text.find(sought, at + 1, last)
        if at < 0:
            return None
        if segment.joint is Joint.BRACKET and len(tokens_of(_between(text, end, at))) > MOST_REPLACED:
            return None
        found.append(at)
    return found


def _between(text: Letters, start: int, end: int) -> str:
    """The source from letter `start` to before letter `end`."""
    return text.source[text.at[start] : text.at[end]] if end > start else ""


def _compare(cut: Cut, found: Sequence[int], text: Letters) -> Match:
    remarks = list(_compare_start(found[0], text))
    left_out: list[tuple[int, int]] = []
    end = 0
    for nth, (segment, at) in enumerate(zip(cut.segments, found, strict=True)):
        words = " ".join(token.text for token in tokens_of(_between(text, end, at))) if segment.joint else ""
        if segment.joint is Joint.BRACKET or segment.put_in:
            remarks.append(tell_put_in(segment.put_in, words))
        elif segment.joint is Joint.ELLIPSIS and words:
            shown = words.split()
            cut_words = " ".join(shown[:LONGEST_SHOWN]) + (" …" if len(shown) > LONGEST_SHOWN else "")
            sentence_ends = bool(_SENTENCE_END.search(text.source[text.at[end - 1] + 1 : text.at[at]]))
            beside = min(len(tokens_of(one.letters.source)) for one in (cut.segments[nth - 1], segment))
            remarks.append(tell_left_out(words, cut_words, beside=beside, sentence_ends=sentence_ends))
        if segment.joint is Joint.ELLIPSIS:
            left_out.append((text.at[end - 1] + 1, text.at[at]))
        remarks.extend(_compare_segment(segment.letters, at, text))
        end = at + len(segment.letters.text)
        remarks.extend(_compare_questions(segment.letters, end, text))
    remarks.extend(_compare_end(cut.segments[-1].letters, end, text))
    if cut.ahead:
        remarks.append(tell_put_beside(cut.ahead, _beside(text, found[0], ahead=True)))
    if cut.behind:
        remarks.append(tell_put_beside(cut.behind, _beside(text, end, ahead=False)))
    return Match(
        text.at[found[0]],
        text.at[end - 1] + 1,
        tuple(left_out),
        gravest_first(remark.change for remark in remarks if not remark.fault),
        gravest_first(remark.change for remark in remarks if remark.fault),
    )


def _beside(text: Letters, index: int, *, ahead: bool) -> str:
    """The two words before letter `index`, or from it on, as far as they are of the same sentence."""
    if ahead:
        place = text.at[index]
        part = _SENTENCE_END.split(_TITLE.sub(r"\1", text.source[max(0, place - 60) : place]))[-1]
        return " ".join(token.text for token in tokens_of(part)[-2:])
    place = text.at[index - 1] + 1
    part = _SENTENCE_END.split(_TITLE.sub(r"\1", text.source[place : place + 60]))[0]
    return " ".join(token.text for token in tokens_of(part)[:2])


def _compare_segment(ours: Letters, at: int, text: Letters) -> Iterator[Remark]:
    """Differences within one stretch of words: between its letters, in capitals, accents and quotation marks."""
    count = len(ours.text)
    start, end = text.at[at], text.at[at + count - 1] + 1
    theirs = text.source[start:end]
    shouting = count >= SHORTEST_CAPITALS and theirs == theirs.upper()
    begins = True  # a sentence
    quotes: set[tuple[str, str]] = set()
    for index in range(count):
        one, other = ours.source[ours.at[index]], text.source[text.at[at + index]]
        if index:
            draft, source = ours.between(index), text.between(at + index)
            if draft or source:
                found = compare_between(
                    draft,
                    source,
                    runs_on=one.islower() and other.islower(),
                    in_number=other.isdigit() or text.text[at + index - 1].isdigit(),
                )
                if found is not None:
                    yield _remark(found, (ours, index), (text, at + index))
                begins = bool(_SENTENCE_END.search(draft) or _SENTENCE_END.search(source))
                quotes.update(_quote_forms(draft, source))
            else:
                begins = False
        if one != other:
            if one.casefold() != other.casefold():
                forms = {one, other}
                if forms <= set("'’‘ʼ`´′"):
                    quotes.add((one, other))
                else:
                    yield _tell_letter(False, STYLE, "an accent", (ours, index), (text, at + index))
            elif shouting:
                yield Remark(False, Change(STYLE, "", "", "the page has it all in capitals"))
            elif begins and not _differs_in_case(ours, index + 1, text, at):
                yield _tell_letter(False, STYLE, "a capital at the start", (ours, index), (text, at + index))
            else:
                yield _tell_letter(True, "capital", "a capital", (ours, index), (text, at + index))
    if quotes:
        one, other = sorted(quotes)[0]
        yield Remark(False, Change(STYLE, one, other, "the form of quotation marks"))


def _differs_in_case(ours: Letters, index: int, text: Letters, at: int) -> bool:
    """Whether the next letter, in the same word, differs in case as well: "IT" is not "it"."""
    if index >= len(ours.text) or ours.between(index):
        return False
    one, other = ours.source[ours.at[index]], text.source[text.at[at + index]]
    return one != other and one.casefold() == other.casefold()


def _quote_forms(draft: str, source: str) -> Iterator[tuple[str, str]]:
    ours, theirs = "".join(_QUOTES.findall(draft)), "".join(_QUOTES.findall(source))
    if ours != theirs:
        yield ours, theirs


def _compare_start(start: int, text: Letters) -> Iterator[Remark]:
    """Words may not be cut out of a hyphenated one: "violent" is not "non-violent", nor "4 days" "3-4 days"."""
    if start and read_between(text.between(start)).marks in {HYPHEN, CUT}:
        whole = _around(text, start)
        first, _, _ = whole.rpartition("-")
        cut = "\n" in text.between(start) and text.source[text.at[start]].islower()  # "Odette-\nPlease": a dash
        if cut or text.text[start - 1].isdigit() or first.lower().strip("-") in PREFIXES:
            yield Remark(True, Change(_kind_of_cut(first), text.text[start], whole, "cut out of a hyphenated word"))


def _kind_of_cut(first: str) -> str:
    if first[-1:].isdigit():
        return "number"
    return "negation" if first.lower() in DENYING_PREFIXES else "word"


def _compare_questions(ours: Letters, end: int, text: Letters) -> Iterator[Remark]:
    """A stretch of words may not end in a question mark or exclamation mark that the source does not have there."""
    draft, source = (read_between(raw).marks for raw in (ours.source[ours.at[-1] + 1 :], text.between(end)))
    for mark, name in (("?", "a question mark"), ("!", "an exclamation mark")):
        if mark in draft and mark not in source:
            yield Remark(True, Change("punctuation", mark, source[:1], f"{name} that is not there"))


def _compare_end(ours: Letters, end: int, text: Letters) -> Iterator[Remark]:
    """A final comma or full stop is house style, and may not stand for a question mark."""
    draft = read_between(ours.source[ours.at[-1] + 1 :]).marks.rstrip(")]")
    source = read_between(text.between(end)).marks
    if source in {HYPHEN, CUT} and end < len(text.at):
        number, lower = text.text[end].isdigit(), text.source[text.at[end]].islower()
        if number or (source == CUT and lower):
            kind = "number" if number else "word"
            yield Remark(True, Change(kind, "", _around(text, end), "cut out of a hyphenated word"))
    if draft.startswith(".") and source.startswith("?"):
        yield Remark(True, Change("punctuation", ".", "?", "a full stop for a question mark"))
    elif draft[:1] in {",", ".", ";", ":"} and draft[:1] and draft[:1] != source[:1]:
        yield Remark(False, Change(STYLE, draft[:1], source[:1], "the mark at the end"))
    elif not draft and source.startswith("?"):
        yield Remark(False, Change(STYLE, "", "?", "the question mark at the end is not quoted"))


def _remark(difference: Difference, ours: tuple[Letters, int], theirs: tuple[Letters, int]) -> Remark:
    """The difference at a letter of the draft and a letter of the page, with the words around it."""
    change = Change(difference.kind, _around(*ours), _around(*theirs), difference.what)
    if difference.kind == "blank":
        read = change.source if " " in change.source else change.draft
        left, _, right = read.rpartition(" ")
        speck = left == "I" and change.source != "I" + right  # "I'changed"
        plain = is_stray_blank(left, right) if read == change.source else is_lost_blank(left, right) or speck
        note = "the page's text has a blank too many" if read == change.source else "the page's text lacks a blank"
        return Remark(not plain, change._replace(kind="reading" if plain else "punctuation", note=note))
    if difference.kind == "hyphen":
        return Remark(True, change._replace(kind="punctuation"))
    return Remark(difference.fault, change)


def _tell_letter(fault: bool, kind: str, what: str, ours: tuple[Letters, int], theirs: tuple[Letters, int]) -> Remark:
    """A letter that the draft sets otherwise than the page, with the word that it stands in."""
    return Remark(fault, Change(kind, _around(*ours, alone=True), _around(*theirs, alone=True), what))


def _around(letters: Letters, index: int, *, alone: bool = False) -> str:
    """The word of a letter; where it is the first of its word, the word before it as well, unless `alone`."""
    place = letters.at[index]
    tokens = tokens_of(letters.source[max(0, place - 60) : place + 60])
    shift = max(0, place - 60)
    for number, token in enumerate(tokens):
        if token.start + shift <= place < token.end + shift:
            joins = number and index and token.start + shift == place and not alone
            first = tokens[number - 1] if joins else token
            return " ".join(letters.source[first.start + shift : token.end + shift].split())
    return letters.source[place : place + 1]
