"""Verdicts put together: wording, changes, places, and one sentence for a person."""

from __future__ import annotations

from collections.abc import Sequence

from readingroom.drafts.asked import Asked
from readingroom.drafts.closest import Closest
from readingroom.drafts.covered import Covered
from readingroom.drafts.kinds import gravest_first
from readingroom.drafts.places import Hit, find_hits, found_at, show_words
from readingroom.drafts.segments import Brackets, cut_pieces
from readingroom.drafts.shelf import Shelf
from readingroom.drafts.spliced import Piece, share_text
from readingroom.model import Change, Found, Quotation, Verdict, Wording


def give_verdict(
    quotation: Quotation,
    wording: Wording,
    note: str,
    *,
    changes: tuple[Change, ...] = (),
    found: tuple[Found, ...] = (),
    source_words: str = "",
    pieces: tuple[Found, ...] = (),
) -> Verdict:
    """A verdict; what is uncertain about the quotation itself is added to the note."""
    return Verdict(
        quotation=quotation,
        wording=wording,
        changes=gravest_first(changes),
        found=tuple(dict.fromkeys(found)),
        source_words=source_words,
        note=" ".join(filter(None, (note, quotation.note))),
        pieces=pieces,
    )


def from_hits(quotation: Quotation, wording: Wording, hits: Sequence[Hit], note: str) -> Verdict:
    """A verdict on words that stand on pages letter for letter; the differences are those of the best place."""
    best = hits[0].match
    found = tuple(map(_found, hits))
    return give_verdict(
        quotation, wording, note, changes=(*best.faults, *best.changes), found=found, source_words=found[0].words
    )


def from_closest(
    asked: Asked, wording: Wording, best: Closest, changes: tuple[Change, ...], note: str, shelf: Shelf
) -> Verdict:
    """A verdict on words that come close, with all other copies of the words that come closest."""
    words = best.text.passage.text[best.start : best.end]
    copies = find_hits(cut_pieces([words], Brackets.PRINTED), shelf.candidates(asked.words), shelf)
    found = (found_at(best.text, best.start, best.end), *map(_found, copies))
    return give_verdict(asked.quotation, wording, note, changes=changes, found=found, source_words=show_words(words))


def from_covered(asked: Asked, covered: Covered) -> Verdict:
    """A verdict on words that stop at a redaction."""
    shown = found_at(covered.text, covered.start, covered.end)
    hidden = " ".join(asked.words[covered.before : len(asked.words) - covered.after])
    codes = f" ({', '.join(covered.redaction.codes)})" if covered.redaction.codes else ""
    return give_verdict(
        asked.quotation,
        Wording.UNDER_REDACTION,
        f"The page shows the other words, up to a redaction{codes}; “{hidden}” could lie under it.",
        changes=(Change("word", hidden, "", "taken out of the page"),),
        found=(shown,),
        source_words=shown.words,
    )


def from_pieces(asked: Asked, pieces: Sequence[Piece]) -> Verdict:
    """A verdict on words put together out of pieces: first a place of each piece, then all other places."""
    together = share_text(pieces)
    chosen = together or tuple(piece.hits[0] for piece in pieces)
    messages = len({hit.text.message or hit.text.copy or hit.text.source for hit in chosen})
    where = "places of one message" if together or messages == 1 else f"{messages} different messages"
    first = tuple(map(_found, chosen))
    return give_verdict(
        asked.quotation,
        Wording.SPLICED,
        f"Put together from {where}.",
        changes=tuple(change for hit in chosen for change in hit.match.changes),
        found=(*first, *(_found(hit) for piece in pieces for hit in piece.hits)),
        source_words=" … ".join(place.words for place in first),
        pieces=first,
    )


def _found(hit: Hit) -> Found:
    return found_at(hit.text, hit.match.start, hit.match.end)
