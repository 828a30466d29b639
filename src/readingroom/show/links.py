"""Addresses of screens and pictures. Pages and regions are addressed by evidence: source, page, box."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from urllib.parse import quote, urlencode

from readingroom.model import Box

SHORT = 12  # digits of a source's id that an address carries


def page_href(source: str, page: int, box: Box | None = None) -> str:
    """A page, or a region of it (scrolled to)."""
    href = f"/page/{source[:SHORT]}/{page}"
    return href if box is None else f"{href}?box={box_words(box)}#region"


def reveal_href(source: str, page: int) -> str:
    """Where the hidden words of a page are asked for, by POST."""
    return f"{page_href(source, page)}/hidden"


def picture_href(
    source: str, page: int, *, scale: float = 1.5, box: Box | None = None, marks: Iterable[Box] = ()
) -> str:
    """The picture of a page, or of a box on it; `scale` in pixels a point; `marks` are highlighted."""
    asked = [("scale", f"{scale:g}")]
    if box is not None:
        asked.append(("box", box_words(box)))
    asked += [("mark", box_words(mark)) for mark in marks]
    return f"/picture/{source[:SHORT]}/{page}.png?{urlencode(asked, safe=',')}"


def message_href(message: str, copy: str = "") -> str:
    """A message, with one of its copies in view."""
    return f"/message/{quote(message, safe='')}" + (f"?{urlencode({'copy': copy})}" if copy else "")


def side_by_side_href(message: str, left: str = "", right: str = "") -> str:
    """Two copies of a message side by side; the ones that differ most where none are named."""
    asked = {name: copy for name, copy in (("left", left), ("right", right)) if copy}
    return f"/message/{quote(message, safe='')}/copies" + (f"?{urlencode(asked)}" if asked else "")


def copy_href(copy: str) -> str:
    """A copy; leads to its message where it has been joined."""
    return f"/copy/{quote(copy, safe='')}"


def conversation_href(conversation: str) -> str:
    """A conversation."""
    return f"/conversation/{quote(conversation, safe='')}"


def person_href(actor: str) -> str:
    """Somebody: by the id of the actor or of a printed name."""
    return f"/person/{quote(actor, safe='')}"


def people_href(sought: str, kind: str, first: str | None = None) -> str:
    """A list of people; with `first` it ends where the number of the first line belongs."""
    asked = {name: words for name, words in (("q", sought), ("kind", kind)) if words}
    return "/people?" + urlencode(asked | ({} if first is None else {"first": first}))


def network_href(around: str = "") -> str:
    """Who writes to whom; around one actor."""
    return f"/network?{urlencode({'around': around})}" if around else "/network"


def timeline_href(month: str) -> str:
    """A month ("2011-03") of the timeline."""
    return f"/timeline?{urlencode({'month': month})}"


def hidden_href() -> str:
    """What is hidden in the release."""
    return "/hidden"


def uneven_href(finding: str) -> str:
    """Words that one copy hides and another prints."""
    return f"/uneven/{quote(finding, safe='')}"


def missing_href(kind: str = "") -> str:
    """What is missing, all of it or one kind."""
    return "/missing" + (f"?{urlencode({'kind': kind})}" if kind else "")


def sign_href(sign: str) -> str:
    """A short sign in the glossary."""
    return "/sign?" + urlencode({"words": sign})


def search_href(query: str, **more: str | int) -> str:
    """A search and how its results are shown."""
    return "/search?" + urlencode({"q": query, **more})


def box_words(box: Box) -> str:
    """A box as addresses write it: four numbers of points with commas."""
    return ",".join(f"{edge:g}" for edge in box)


def read_box(words: str) -> Box | None:
    """What `box_words` wrote, or None where it is no such thing, is empty, or lies far from any page."""
    numbers: Sequence[float]
    try:
        numbers = [float(word) for word in words.split(",")]
    except ValueError:
        return None
    if len(numbers) != 4 or not all(-100 <= number <= 20_000 for number in numbers):
        return None
    box = Box(*(round(number, 1) for number in numbers))
    return box if box.x0 < box.x1 and box.y0 < box.y1 else None


def around(boxes: Sequence[Box], margin: float = 0.0) -> Box:
    """The box around some boxes, a margin of points wider, rounded to a tenth."""
    return Box(
        round(max(0.0, min(box.x0 for box in boxes) - margin), 1),
        round(max(0.0, min(box.y0 for box in boxes) - margin), 1),
        round(max(box.x1 for box in boxes) + margin, 1),
        round(max(box.y1 for box in boxes) + margin, 1),
    )
