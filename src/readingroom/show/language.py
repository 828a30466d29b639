"""The language of search, told once: on the search screen, on the help screen, and in the terminal."""

from __future__ import annotations

LANGUAGE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("audit harbor",), "both words, in the same copy of a message"),
    (("audit OR survey", "NOT draft", "-draft", "( )"), "either, without, grouped; OR binds before a blank"),
    (('"at least ten"',), "exactly these words and marks; only case, accents and line ends are folded"),
    (("inspect*",), "words that begin so"),
    (("~harbor",), "the word as a scanner may have misread it"),
    (("NEAR(audit harbor, 5)",), "both, with at most five words between them"),
    (("from:", "to:", "cc:", "subject:", "body:"), "in that part: a word, a phrase, or ( ) with several"),
    (("on:2011-03-04",), "sent on that day; on:2011-03 in that month, on:2011 in that year"),
    (("after:2011-03", "before:2011-05"), "sent in March 2011 or later; sent before May 2011 began"),
    (("code:B6", "code:(b)(7)(C)", "code:B7*"), "beside an exemption code"),
    (("has:redaction", "has:attachment"), "with something taken out, something attached"),
    (("doc:C05000001", "doc:letters#12"), "there: the number stamped on document or page (Bates), or file#first page"),
    (("page:7", "page:3-7"), "on those pages of a file"),
)


def language_help() -> str:
    """The language as lines for a terminal."""
    written = [(", ".join(forms), what) for forms, what in LANGUAGE]
    width = max(len(forms) for forms, _ in written)
    return "\n".join(f"{forms:{width}}  {what}" for forms, what in written)
