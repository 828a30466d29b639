"""Why names are joined: one function a ground, each walks all forms once and joins clusters.

address      Quill, Nora <quill@harbour.example>   quill@harbour.example
words        Quill, Nora D     Nora Quill     Quill, Nora (OPS)         unless two initials are printed
misread      Quil1, Nora D                         rarer than what it is misread from
local part   nora.quill        quillnd@...         made of no other name in the release
copies       NQ                                    where another copy of the message prints Quill, Nora
only one     Keeper Quill      Quill, N            where the release has one Quill
"""

from __future__ import annotations

from itertools import combinations

from rapidfuzz.distance import Levenshtein

from readingroom.model import GroundKind
from readingroom.people.clusters import NOISE, Clusters, by_frequency
from readingroom.people.compatible import (
    contradict,
    folded,
    letters,
    same_word,
    schemes_of,
    split_address,
    two_of_a_scheme,
)
from readingroom.people.headings import Pair

MOST_IN_BLOCK = 400  # names that share a word and are held against each other
MISREAD_TIMES = 8  # as often must a name be printed as what is taken for its misreading
LOOKALIKE_TIMES = 3  # the same, where only look-alike letters differ
MANY = 3  # bearers of one family name: then a family name alone says nobody
OWNED = 0.8  # of an address's named prints that one name has: else the address is several people's
DECIDED = 0.9  # of the messages that say who a print is, and agree
OFTEN_ENOUGH = 0.04  # of a word's prints alone must it be printed with an address, to be known by it
SHORTEST_FOLDED = 4  # characters of a word that look-alike letters may be folded in


def by_address(clusters: Clusters) -> None:
    """Forms that print one address, unless full names beside it say that several people use it."""
    forms = clusters.forms.all
    holders: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        if form.printed.address:
            holders.setdefault(form.printed.address, []).append(at)
    for places in holders.values():
        if len(places) < 2:
            continue
        ranked = by_frequency(forms, places)
        named = [at for at in ranked if forms[at].printed.is_full]
        hub = named[0] if named else ranked[0]
        family = forms[hub].printed.family
        own = sum(forms[at].count for at in named if same_word(forms[at].printed.family, family))
        if named and own < OWNED * sum(forms[at].count for at in named):
            continue
        for at in ranked:
            other = forms[at].printed
            # One family name and one address: a short given name or a second one is no contradiction.
            akin = (
                other.is_full and same_word(other.family, family) and other.generation == forms[hub].printed.generation
            )
            clusters.join(hub, at, GroundKind.ADDRESS, 0.98, forced=akin)


def by_words(clusters: Clusters) -> None:
    """Forms of one name, in any order: those with an initial, then those without if only one initial is printed."""
    forms = clusters.forms.all
    bearers: dict[tuple[str, str], list[int]] = {}
    for at, form in enumerate(forms):
        if form.printed.is_full:
            bearers.setdefault((form.printed.family, form.printed.given), []).append(at)
    for places in bearers.values():
        grown: dict[tuple[str, str], list[int]] = {}
        for at in by_frequency(forms, places):
            printed = forms[at].printed
            initial = printed.initials[:1].replace("?", "")
            grown.setdefault((folded(initial) if initial else "", printed.generation), []).append(at)
        printed_often = {known: sum(forms[at].count for at in some) for known, some in grown.items()}
        for (initial, generation), own in sorted(grown.items()):
            often = max(
                (times for known, times in printed_often.items() if known[1] == generation and known[0]), default=0
            )
            others = [
                known
                for known, times in printed_often.items()
                if known[0] and known[1] == generation and times >= NOISE * often
            ]
            some = [*grown[others[0]], *own] if not initial and len(others) == 1 else own
            _join_words(clusters, some, 0.95 if initial else 0.92, bare=bool(initial) or len(others) < 2)
    _by_lone_words(clusters)


def _join_words(clusters: Clusters, places: list[int], weight: float, *, bare: bool) -> None:
    """Forms of one name. Where two of its addresses are two people's, each keeps to itself, and the bare name too."""
    forms = clusters.forms.all
    ranked = by_frequency(forms, places)
    addressed = [at for at in ranked if forms[at].printed.address]
    heads: list[int] = []
    for at in addressed:
        printed = forms[at].printed
        rivals = [
            head
            for head in heads
            if forms[at].count > NOISE * forms[head].count
            and two_of_a_scheme(printed, printed.address, forms[head].printed.address)
        ]
        if rivals and len(rivals) == len(heads):
            heads.append(at)
        else:
            hub = next((head for head in heads if head not in rivals), at)
            heads += [at] if not heads else []
            clusters.join(hub, at, GroundKind.WORDS, weight)
    if len(heads) > 1 or not bare:
        return
    for at in ranked:
        clusters.join(ranked[0], at, GroundKind.WORDS, weight)


def _by_lone_words(clusters: Clusters) -> None:
    """A word alone, under look-alike letters, where all that print an address with it are one."""
    forms = clusters.forms.all
    given = {form.printed.given for form in forms if form.printed.is_full and form.count > 1}
    words: dict[str, list[int]] = {}
    for at, form in enumerate(forms):
        printed = form.printed
        word = printed.alone or printed.local or split_address(printed.address)[0]
        if word and not printed.family:
            key = folded(word) if len(word) >= SHORTEST_FOLDED else word
            words.setdefault(key or word, []).append(at)
    for places in words.values():
        ranked = by_frequency(forms, places)
        bare = [at for at in ranked if not forms[at].printed.address]
        for at in bare[1:]:
            same = forms[at].printed.alone == forms[bare[0]].printed.alone
            clusters.join(bare[0], at, GroundKind.WORDS if same else GroundKind.MISREAD, 0.9)
        with_address: dict[int, int] = {}
        hubs: dict[int, int] = {}
        for at in ranked:
            if forms[at].printed.address:
                root = clusters.root(at)
                hubs.setdefault(root, at)
                with_address[root] = with_address.get(root, 0) + forms[at].count
        # A word beside an address once in a while is a list that was not cut.
        least = max(OFTEN_ENOUGH * sum(forms[at].count for at in bare), NOISE * max(with_address.values(), default=0))
        held = [root for root, times in with_address.items() if times >= least]
        if bare and len(held) == 1 and forms[bare[0]].printed.alone not in given:
            clusters.join(hubs[held[0]], bare[0], GroundKind.WORDS, 0.85)


def by_short_names(clusters: Clusters) -> None:
    """A given name that begins another's, with the same family name and initial: "Kristin Y", "Kristina Y"."""
    named: dict[tuple[str, str, str], dict[str, int]] = {}
    for at in clusters.forms.ranked:
        printed = clusters.forms.all[at].printed
        if printed.is_full and printed.initials:
            key = printed.family, printed.initials, printed.generation
            named.setdefault(key, {}).setdefault(printed.given, at)
    for givens in named.values():
        for one, other in combinations(sorted(givens), 2):
            if other.startswith(one):
                clusters.join(givens[one], givens[other], GroundKind.WORDS, 0.9, forced=True)


def by_misreading(clusters: Clusters) -> None:
    """Names that OCR makes of a more frequent one: look-alike letters, or one wrong in a word that is nobody else's."""
    forms = clusters.forms.all
    totals: dict[tuple[str, str], int] = {}
    first: dict[tuple[str, str], int] = {}
    borne: dict[str, set[str]] = {}
    for at in clusters.forms.ranked:
        printed = forms[at].printed
        if printed.is_full:
            name = printed.family, printed.given
            totals[name] = totals.get(name, 0) + forms[at].count
            first.setdefault(name, at)
    for family, given in totals:
        borne.setdefault(family, set()).add(given)
        borne.setdefault(given, set()).add(family)
    blocks: dict[tuple[int, str], list[tuple[str, str]]] = {}
    for name in sorted(totals):
        blocks.setdefault((0, folded(name[0])), []).append(name)
        blocks.setdefault((1, folded(name[1])), []).append(name)
    for _, names in sorted(blocks.items()):
        ranked = sorted(names, key=lambda name: (-totals[name], name))[:MOST_IN_BLOCK]
        for number, often in enumerate(ranked):
            if totals[often] < LOOKALIKE_TIMES:
                break
            for rare in ranked[number + 1 :]:
                if totals[rare] * LOOKALIKE_TIMES > totals[often]:
                    continue
                each = [_misread(often[at], rare[at], borne) for at in (0, 1)]
                if all(each) and totals[often] >= max(each) * totals[rare]:
                    clusters.join(
                        first[often], first[rare], GroundKind.MISREAD, 0.9 if max(each) < MISREAD_TIMES else 0.85
                    )
    _by_misread_addresses(clusters)


def _misread(often: str, rare: str, borne: dict[str, set[str]]) -> int:
    """How many times more frequent a name must be for its word to be read as the rarer one's; 0: it is another word."""
    if folded(often) == folded(rare):
        return 1 if often == rare else LOOKALIKE_TIMES if len(borne[rare]) == 1 else MISREAD_TIMES
    if min(len(often), len(rare)) < 5 or len(borne[rare]) > 1:
        return 0
    return MISREAD_TIMES if Levenshtein.distance(often, rare, score_cutoff=1) <= 1 else 0


def _by_misread_addresses(clusters: Clusters) -> None:
    """Addresses that stand alone and differ from a more frequent one by look-alike letters or in the domain."""
    forms = clusters.forms.all
    totals: dict[str, int] = {}
    first: dict[str, int] = {}
    for at in clusters.forms.ranked:
        address = forms[at].printed.address
        if address:
            totals[address] = totals.get(address, 0) + forms[at].count
            first.setdefault(address, at)
    blocks: dict[str, list[str]] = {}
    for address in sorted(totals):
        blocks.setdefault(folded(split_address(address)[0]).lstrip("l"), []).append(address)
    for key, addresses in blocks.items():
        ranked = sorted(addresses, key=lambda address: (-totals[address], address))[:MOST_IN_BLOCK]
        if len(key) < SHORTEST_FOLDED or len(ranked) < 2:
            continue
        domain = split_address(ranked[0])[1]
        for rare in ranked[1:]:
            near = Levenshtein.distance(domain, split_address(rare)[1], score_cutoff=3) <= 3
            if near and totals[ranked[0]] >= LOOKALIKE_TIMES * totals[rare]:
                clusters.join(first[ranked[0]], first[rare], GroundKind.MISREAD, 0.9)


def by_local_part(clusters: Clusters) -> None:
    """Addresses without a name, whole or cut, whose local part is made of a full name that only one actor bears."""
    forms = clusters.forms.all
    made: dict[str, dict[int, int]] = {}
    for at in clusters.forms.ranked:
        if forms[at].printed.is_full:
            for local in schemes_of(forms[at].printed):
                made.setdefault(local, {}).setdefault(clusters.root(at), at)
    for at in clusters.forms.ranked:
        printed = forms[at].printed
        local = letters(split_address(printed.address)[0] if printed.address else printed.local or printed.alone)
        if printed.family or len(local) < SHORTEST_FOLDED or clusters.names(at):
            continue
        bearers = _often(clusters, {clusters.root(bearer): bearer for bearer in made.get(local, {}).values()})
        if len(bearers) == 1:
            clusters.join(next(iter(bearers.values())), at, GroundKind.LOCAL_PART, 0.9)


def by_copies(clusters: Clusters) -> None:
    """Forms that copies of one message print for each other, where nearly all messages that tell agree."""
    for _ in range(3):
        told = _told(clusters)
        joined = False
        pairs = {(min(one, other), max(one, other)) for one, some in told.items() for other in some}
        for one, other in sorted(pairs, key=lambda pair: (-told[pair[0]][pair[1]][0], pair)):
            if clusters.root(one) != one or clusters.root(other) != other:
                continue  # one of them is another's by now: the next round counts anew
            messages, pair = told[one][other]
            if _agree(clusters, one, other, messages, told):
                witness = clusters.forms.witnesses[pair]
                weight = min(0.99, 0.8 + 0.05 * messages)
                joined |= clusters.join(pair[0], pair[1], GroundKind.COPIES, weight, copies=witness.copies, forced=True)
        if not joined:
            return


_Told = dict[int, dict[int, tuple[int, Pair]]]


def _told(clusters: Clusters) -> _Told:
    """For each cluster: the others that stand in its place in other copies, in how many messages, and a pair."""
    told: _Told = {}
    for pair, witness in sorted(clusters.forms.witnesses.items()):
        one, other = clusters.root(pair.one), clusters.root(pair.other)
        if one != other:
            for here, there in ((one, other), (other, one)):
                messages, shown = told.setdefault(here, {}).get(there, (0, pair))
                told[here][there] = messages + witness.messages, shown
    return told


def _agree(clusters: Clusters, one: int, other: int, messages: int, told: _Told) -> bool:
    """Whether messages enough say that two clusters are one, and none of them bears a name that is against it."""
    here, there = clusters.names(one), clusters.names(other)
    if here and there:
        akin = any(
            same_word(name.family, held.family) and name.given[:1] == held.given[:1] for name in here for held in there
        )
        clash = any(contradict(name, held) for name in here for held in there)
        return akin and not clash and messages > 1
    # The one without a full name is in question; where both are, the rarer.
    asked, named = (
        (one, other) if not here and (there or clusters.count(one) <= clusters.count(other)) else (other, one)
    )
    against = sum(
        count for at, (count, _) in told[asked].items() if count > 1 and at != named and at not in told[named]
    )
    return messages > 1 and messages >= DECIDED * (messages + against)


def by_only_bearer(clusters: Clusters) -> None:
    """A title or one letter before a family name that only one person bears."""
    forms = clusters.forms.all
    families = _families(clusters)
    for at, form in enumerate(forms):
        printed = form.printed
        if not printed.family or printed.is_full or clusters.names(at):
            continue
        some = families.get(printed.family, [])
        bearers = _often(clusters, {clusters.root(bearer): bearer for bearer in reversed(some)})
        fits = [
            bearer
            for bearer in bearers.values()
            if not printed.given or forms[bearer].printed.given.startswith(printed.given)
        ]
        if len(fits) == 1 and len(bearers) < (MANY if printed.given else 2):
            clusters.join(fits[0], at, GroundKind.ONLY_ONE, 0.8)


def _often(clusters: Clusters, bearers: dict[int, int]) -> dict[int, int]:
    """Bearers by cluster without those that are so rare beside another that they may be its misreading."""
    counts = {root: clusters.count(root) for root in bearers}
    most = max(counts.values(), default=0)
    return {root: bearer for root, bearer in bearers.items() if counts[root] >= NOISE * most}


def _families(clusters: Clusters) -> dict[str, list[int]]:
    """Full names by family name, the most frequent first."""
    forms = clusters.forms.all
    families: dict[str, list[int]] = {}
    for at in clusters.forms.ranked:
        if forms[at].printed.is_full:
            families.setdefault(forms[at].printed.family, []).append(at)
    return families
