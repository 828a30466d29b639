"""Addresses that OCR misread, mended where the page itself leaves no doubt.

An address says things twice: its host is printed with other addresses of the document, and its first part is most
often made of the name before it. "Jane Doe <Idoe @ whe. agency.example s" is no address; beside two others at
"web.agency.example" it can only be one. Only words that came from OCR are mended: what a text layer says is taken as
it stands.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from readingroom.copies.rows import Row
from readingroom.model import EMPTY, Passage
from readingroom.text import fold_ocr, reworded

_TOP = "com|org|net|edu|gov|mil|int|info|example|[a-z]{2}"
_ADDRESS = re.compile(
    r"(?P<local>[^\W_][\w.+'|\]\[)(-]{0,40})\s?[@®©][O0]?\s?"
    rf"(?P<host>[A-Za-z0-9-]{{2,40}}(?:\s?[.,]\s?[A-Za-z0-9-]{{2,40}}|\s(?:{_TOP})(?=[\W_]|$)){{1,5}})"
    r"(?P<end>\s?[>\]})]|['’\"])?"
)
_WHOLE_TOP = re.compile(rf".*\.(?:{_TOP})")
_STROKES = str.maketrans(dict.fromkeys("[](){}/\\", "l"))
_OPENED = re.compile(r"(?P<who>[^<>\[\];:]{3,80}?)[\"'’]?\s?[<\[(]\s?(?:mailto:\s?)?$")
_LOST_AT = re.compile(rf"(?<=[<\[])\s?(?P<all>[A-Za-z][\w.-]{{4,80}}\.(?:{_TOP}))(?=s?[>\]])")
_LIKE_AT = "eaoQG069c"  # what OCR makes of an @
_DOUBTED = 0.8
_LONGEST = 400  # characters of a row
_MOST_HOSTS = 100  # that others are held against: those printed most
_NEAR = 8  # letters: a shorter host may differ from another by a letter and be right


def mend_addresses(rows: Sequence[Row]) -> tuple[Row, ...]:
    """The rows of a document with the addresses mended that stand in words from OCR."""
    rows = [_with_signs(row) if row.scanned and len(row.passage) < _LONGEST else row for row in rows]
    found = {at: list(_ADDRESS.finditer(row.text)) for at, row in enumerate(rows) if _may_hold(row)}
    if not any(found.values()):
        return tuple(rows)
    likeliest = _likeliest_of(_weigh_hosts(rows, found))
    mended = list(rows)
    for at, matches in found.items():
        before = rows[at - 1].passage if at and not rows[at].apart else EMPTY
        mended[at] = _mend_row(rows[at], before, matches, likeliest)
    return tuple(mended)


def _with_signs(row: Row) -> Row:
    """The row with the @ of each bracketed address that OCR took for a letter: the name before it says where it was."""
    passage = row.passage
    for match in reversed(list(_LOST_AT.finditer(row.text)) if "<" in row.text or "[" in row.text else []):
        printed = match["all"]
        opened = _OPENED.search(row.text[: match.start()])
        for made in _locals_of(opened["who"]) if opened else ():
            at = len(made)
            if printed[:at].lower() == made.lower() and printed[at] in _LIKE_AT and "." in printed[at + 1 : -1]:
                passage = reworded(passage, *match.span("all"), f"{printed[:at]}@{printed[at + 1 :]}")
                break
    return row if passage is row.passage else row.with_words(passage)


def _may_hold(row: Row) -> bool:
    return row.scanned and len(row.passage) < _LONGEST and any(sign in row.text for sign in "@®©")


def _weigh_hosts(rows: Sequence[Row], found: Mapping[int, Sequence[re.Match[str]]]) -> dict[str, float]:
    """How often each host is printed, weighed by how sure the engine was."""
    hosts: dict[str, float] = defaultdict(float)
    for at, matches in found.items():
        for match in matches:
            host = _plain_host(match["host"])
            if _WHOLE_TOP.fullmatch(host):
                hosts[host] += _confidence(rows[at].passage, match.start("host"), match.end("host"))
    return hosts


def _mend_row(row: Row, above: Passage, matches: Sequence[re.Match[str]], likeliest: Callable[[str], str]) -> Row:
    passage = row.passage
    for match in reversed(matches):
        local, host, end = match["local"], _plain_host(match["host"]), (match["end"] or "").strip()
        if not _WHOLE_TOP.fullmatch(host) and _WHOLE_TOP.fullmatch(host[:-1]) and host[-1] in "s5>":
            host, end = host[:-1], end or ">"  # a closing bracket that OCR took for a letter, or for one and itself
        host = likeliest(host)
        before = Passage.join(" ", (above, passage[: match.start()]))  # the name may stand on the line above
        opened = _OPENED.search(before.text)
        if opened and _confidence(before, *opened.span("who")) >= _confidence(passage, *match.span("local")):
            local = _made_of(opened["who"], local) or local
        text = f"{local}@{host}{end}"
        if text != match[0]:
            passage = reworded(passage, match.start(), match.end(), text)
    return row if passage is row.passage else row.with_words(passage)


def _plain_host(printed: str) -> str:
    return re.sub(r"\s?[.,]\s?|\s", ".", printed).lower()


def _confidence(passage: Passage, start: int, end: int) -> float:
    return min((run.confidence for run in passage[start:end].runs), default=0.0)


def _likeliest_of(hosts: Mapping[str, float]) -> Callable[[str], str]:
    """Gives the host that one is a misreading of: nearly the same, and printed more often or surer."""
    frequent = [(weight, host, fold_ocr(host)) for host, weight in Counter(hosts).most_common(_MOST_HOSTS)]

    @cache
    def likeliest(host: str) -> str:
        own, key = hosts.get(host, 0.0), fold_ocr(host)
        near = [
            (weight, other)
            for weight, other, other_key in frequent
            if weight > own and (other_key == key or (own < _DOUBTED and _is_near(host, other)))
        ]
        return max(near)[1] if near else host

    return likeliest


def _is_near(one: str, other: str) -> bool:
    """Whether two hosts differ in at most two letters next to each other, or one that is lost or too many."""
    if min(len(one), len(other)) < _NEAR or abs(len(one) - len(other)) > 2:
        return False
    head = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    tails = zip(reversed(one[head:]), reversed(other[head:]), strict=False)
    tail = sum(1 for _ in itertools.takewhile(lambda pair: pair[0] == pair[1], tails))
    if any(map(str.isdigit, one[head : len(one) - tail] + other[head : len(other) - tail])):
        return False  # r4 and r5 are two
    return max(len(one), len(other)) - head - tail <= 2


def _made_of(who: str, local: str) -> str | None:
    """The first part of an address as the name before it has it, if `local` is a misreading of that."""
    shape = _shape_of(local)
    likely = [made for made in _locals_of(who) if len(made) > 3 and _shape_of(made) == shape]
    if not likely:
        return None
    made = min(likely, key=lambda made: (made.lower() != local.lower(), abs(len(made) - len(local))))
    return made if local[0].isupper() and local[0] != "I" and local[1:2].islower() else made.lower()


def _locals_of(who: str) -> Iterator[str]:
    """What agencies make of "Doe, Jane M" and "Jane M. Doe": doejm, jmdoe, jane.m.doe and so on."""
    last, comma, first = who.partition(",")
    ordered = f"{first} {last}" if comma else who
    for printed in dict.fromkeys((ordered, ordered.replace("-", ""), re.sub(r"-\w+", "", ordered))):
        yield from _made_of_names(re.findall(r"[^\W\d_]+", printed))


def _made_of_names(names: Sequence[str]) -> Iterator[str]:
    if len(names) < 2:
        return
    given, middle, family = names[0], [name[0] for name in names[1:-1]], names[-1]
    yield from (given, family)
    for joint in ("", ".", "_"):
        yield from (given[0] + joint + family, given + joint + family, family + joint + given[0])
        yield from (family + joint + given, given + joint + family[0])
        if middle:
            yield joint.join((given[0], *middle, family))
            yield joint.join((given, *middle, family))
            yield family + joint + given[0] + "".join(middle)


def _shape_of(word: str) -> str:
    """The key of a word under OCR noise, in which strokes count once however many were seen."""
    parts = (fold_ocr(part) for part in re.split(r"[._]", word.translate(_STROKES)))
    return ".".join("".join(sign for sign, _ in itertools.groupby(part)) for part in parts)
