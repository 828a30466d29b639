"""A quotation → its verdict: what the pages show of its words.

letter for letter   → exact, or altered in what stands between the letters
plainly misread     → exact, and said
nearly              → altered, with the words that differ
up to a redaction   → under redaction
in pieces           → spliced
else                → not found, or too short to tell
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from readingroom.drafts.asked import Asked, ask
from readingroom.drafts.closest import Closest, find_closest, list_changes
from readingroom.drafts.covered import find_covered
from readingroom.drafts.exact import Match, match_cut
from readingroom.drafts.kinds import gravest_first, is_negation, is_number
from readingroom.drafts.lookup import Text
from readingroom.drafts.misread import is_misread
from readingroom.drafts.places import Hit, count_messages, find_hits
from readingroom.drafts.segments import Brackets, Joint
from readingroom.drafts.shelf import Shelf
from readingroom.drafts.spliced import find_pieces
from readingroom.drafts.verdicts import from_closest, from_covered, from_hits, from_pieces, give_verdict
from readingroom.drafts.vocabulary import COMMON
from readingroom.model import Change, Quotation, Verdict, Wording
from readingroom.text import Token, fold_letters, tokens_of

SHORT = 2  # words: so few tell only where they are rare
FEW_PLACES = 3  # messages: rare
MANY_PLACES = 5  # messages: common words in more than these tell nothing
STOCK_PHRASE = 20  # messages: any words in more than these, up to five, tell nothing
SHORTEST_RARE = 4  # letters
NEAR = 0.75  # share of agreeing words from which a quotation is altered, whatever its pieces
ALIKE = 0.5  # share from which it is altered if no better explanation is found
FEW_CHANGES = 3  # words
RUN = 3  # words in a row that agree, without which words are not alike
LEFT_OUT = 3  # words left out at one place, from which it is spliced and not just altered
_SENTENCE_END = re.compile(r"[.?!…]")


def prove(quotation: Quotation, shelf: Shelf) -> Verdict:
    """What the texts that the shelf can reach show of this quotation's words."""
    asked = ask(quotation)
    if not asked.tokens:
        return give_verdict(quotation, Wording.TOO_SHORT, "It holds no words that a source could show.")
    texts = shelf.candidates(asked.words)
    hits = find_hits(asked.cut, texts, shelf)
    for brackets in (Brackets.PRINTED, Brackets.WORDS) if "[" in quotation.text else ():
        if not hits or hits[0].match.faults:
            hits = find_hits(ask(quotation, brackets).cut, texts, shelf) or hits
    clear = [hit for hit in hits if not hit.is_crossed]
    exact = [hit for hit in clear if not hit.match.faults]
    if exact:
        return _judge_exact(asked, exact, clear)
    closest = find_closest(asked.tokens, texts, shelf)
    misread = _read_again(asked, closest)
    if misread:
        return _judge_exact(asked, misread, misread)
    crossed = [hit for hit in hits if hit.is_crossed and not hit.match.faults]
    if crossed:
        note = "Something between these words is blacked out on the page."
        return from_hits(quotation, Wording.UNDER_REDACTION, crossed, note)
    if clear:
        return from_hits(quotation, Wording.ALTERED, clear, "These words stand there, but set otherwise.")
    return _judge_inexact(asked, texts, closest, shelf)


def _judge_exact(asked: Asked, hits: Sequence[Hit], clear: Sequence[Hit]) -> Verdict:
    """Exact, unless the words are so few or so common that their standing there says nothing.

    `clear` are `hits` and behind them the copies that differ in what stands between the letters: listed as well.
    """
    sought, messages = asked.tokens, count_messages(hits)
    note = ""
    if len(sought) <= SHORT:
        few = STOCK_PHRASE if any(_is_code(token.text) for token in sought) else FEW_PLACES
        if not _is_telling(sought) or messages > few:
            return from_hits(asked.quotation, Wording.TOO_SHORT, clear, f"So few words stand in {_count(messages)}.")
        note = f"Few words; they stand in {_count(messages)}."
    elif messages > STOCK_PHRASE and len(sought) <= MANY_PLACES:
        return from_hits(
            asked.quotation, Wording.TOO_SHORT, clear, f"A stock phrase: it stands in {_count(messages)} and more."
        )
    elif messages > MANY_PLACES and all(token.key in COMMON for token in sought):
        return from_hits(asked.quotation, Wording.TOO_SHORT, clear, f"Common words: they stand in {_count(messages)}.")
    note = " ".join(filter(None, (note, _negation_beside(hits[0]))))
    return from_hits(asked.quotation, Wording.EXACT, clear, note)


def _is_telling(sought: Sequence[Token]) -> bool:
    """Whether one or two words may prove something: an alias, or two of which one is a figure or not common."""
    if any(_is_code(token.text) for token in sought):
        return True
    return len(sought) > 1 and any(
        token.key not in COMMON and (len(token.key) >= SHORTEST_RARE or is_number(token.text)) for token in sought
    )


def _is_code(word: str) -> bool:
    """Whether a word is a code, such as the alias of a post: capitals and figures, as in "C1"."""
    return word.isalnum() and word.isupper() and any(map(str.isdigit, word))


def _negation_beside(hit: Hit) -> str:
    """Says so where a *not* stands right before or right behind the words: quoting may have cut it off."""
    page, match = hit.text.passage.text, hit.match
    before, after = page[max(0, match.start - 40) : match.start], page[match.end : match.end + 40]
    left, right = tokens_of(before)[-1:], tokens_of(after)[:1]
    if left and is_negation(left[0].text) and not _SENTENCE_END.search(before[left[0].end :]):
        return f"On the page “{left[0].text}” stands right before these words."
    if right and is_negation(right[0].text) and not _SENTENCE_END.search(after[: right[0].start]):
        return f"On the page “{right[0].text}” stands right behind these words."
    return ""


def _read_again(asked: Asked, closest: Sequence[Closest]) -> list[Hit]:
    """Places that hold the quotation once plainly misread words of the page are read as the draft has them."""
    if any(segment.joint in {Joint.ELLIPSIS, Joint.BRACKET} for segment in asked.cut.segments):
        return []
    hits = []
    for one in closest:
        changes = _misreadings(one, asked)
        if not changes:
            continue
        page = one.text.passage.text
        words, at = [], max(0, one.start - 40)
        for ours, theirs in changes:
            words += [page[at : theirs.start], ours.text]
            at = theirs.end
        words.append(page[at : one.end + 40])
        match = match_cut(asked.cut, fold_letters("".join(words)))
        if match is None or match.faults:
            continue
        read = tuple(
            Change("reading", ours.text, theirs.text, "the page's text misreads this word") for ours, theirs in changes
        )
        hit = Hit(one.text, Match(one.start, one.end, (), gravest_first((*read, *match.changes)), ()))
        if not hit.is_crossed:
            hits.append(hit)
    return sorted(hits, key=lambda hit: hit.rank)


def _misreadings(closest: Closest, asked: Asked) -> list[tuple[Token, Token]]:
    """Pairs of words that differ, if every one of them is plainly a misreading; else none."""
    changes = []
    for one, other in closest.pairs:
        if one is None or other is None:
            return []
        ours, theirs = asked.tokens[one], closest.tokens[other]
        if ours.key != theirs.key:
            if not is_misread(ours.text, theirs.text, asked.text[: ours.start]):
                return []
            changes.append((ours, theirs))
    return changes


def _judge_inexact(asked: Asked, texts: Sequence[Text], closest: Sequence[Closest], shelf: Shelf) -> Verdict:
    """What is left when no page shows the words letter for letter."""
    sought = asked.tokens
    best = closest[0] if closest else None
    if len(sought) <= SHORT:
        if best is not None and best.agreed >= ALIKE and _is_rare(best, closest, asked, shelf):
            return _altered(asked, best, shelf)
        note = "These words stand nowhere in what could be searched, but they are too few to tell."
        return give_verdict(asked.quotation, Wording.TOO_SHORT, note)
    if best is not None and best.same == len(sought):
        return _left_out(asked, best, shelf)
    changed = len(sought) - best.same if best is not None and best.same_rare else len(sought)
    if best is not None and (changed == 1 or (changed <= FEW_CHANGES and best.agreed >= NEAR)):
        return _altered(asked, best, shelf)
    covered = find_covered(sought, texts, shelf)
    if covered is not None:
        return from_covered(asked, covered)
    pieces = find_pieces(asked.text, sought, _texts_for_pieces(asked, shelf), shelf)
    if pieces:
        return from_pieces(asked, pieces)
    if (
        best is not None
        and best.agreed >= ALIKE
        and best.same_rare
        and best.run >= min(RUN, max(SHORT, len(sought) - 2))
    ):
        return _altered(asked, best, shelf)
    return give_verdict(asked.quotation, Wording.NOT_FOUND, "These words stand nowhere in what could be searched.")


def _is_rare(best: Closest, closest: Sequence[Closest], asked: Asked, shelf: Shelf) -> bool:
    """Whether the best place shares a word with the quotation that few others hold."""
    rare = {token.key for token in asked.tokens if token.key not in COMMON and len(token.key) >= SHORTEST_RARE}
    holders = [one for one in closest if rare & set(shelf.keys(one.text))]
    return best in holders and len({one.text.message or one.text.copy for one in holders}) <= FEW_PLACES


def _texts_for_pieces(asked: Asked, shelf: Shelf) -> tuple[Text, ...]:
    """Candidates for the whole, the first and the second half: a splice's halves stand in different texts."""
    words = asked.words
    middle = len(words) // 2
    texts: dict[tuple[str, ...], Text] = {}
    for part in (words, words[:middle], words[middle:]):
        for text in shelf.candidates(part):
            texts.setdefault((text.source, text.copy, text.field, text.passage.text), text)
    return tuple(texts.values())


def _altered(asked: Asked, best: Closest, shelf: Shelf) -> Verdict:
    changes = list_changes(best, asked.tokens, asked.text)
    return from_closest(asked, Wording.ALTERED, best, changes, "The page has other words.", shelf)


def _left_out(asked: Asked, best: Closest, shelf: Shelf) -> Verdict:
    """All words stand there in order, with others between them that the draft leaves out without a mark."""
    page = best.text.passage.text
    matched = [other for one, other in best.pairs if one is not None and other is not None]
    spliced = any(
        other - one > LEFT_OUT or _SENTENCE_END.search(page[best.tokens[one].end : best.tokens[other].start])
        for one, other in pairwise(matched)
        if other - one > 1
    )
    if not spliced:
        return _altered(asked, best, shelf)
    changes = list_changes(best, asked.tokens, asked.text)
    note = "Joined from places of one message; words between are left out without a mark."
    return from_closest(asked, Wording.SPLICED, best, changes, note, shelf)


def _count(messages: int) -> str:
    return f"{messages} message{'s' * (messages != 1)}"
