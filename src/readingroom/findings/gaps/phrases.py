"""What people write when they speak of another message, an attachment or something to come. Data.

`TRIGGERS` finds the words at which a sentence is looked at; `PHRASES` says what the sentence means. Small letters,
white space as single blanks, curly quotes straight. `who` names a person. The first row that fits a sentence counts.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from readingroom.model import TellingKind


class Phrase(NamedTuple):
    """A way to say something. `weight`: 0..1, how surely the words mean a message of its own."""

    kind: TellingKind
    form: re.Pattern[str]
    weight: float


_DAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_HAVE = "(?:'ve|'d| have| had| just| also| already| only| originally| then| did| re-?)*"
_SENT = " ?(?:re-?sent|sent|e-?mailed|forwarded|fwded|fwd'd|faxed)"
_YOU = "(?:you|u|ya|y'all)"
_MY = "(?:my|our)"
_YOUR = "(?:your|yr|ur)"
_WHEN = f"(?:of|from|earlier|yesterday|this morning|last night|on {_DAY})"
_MAIL = "(?:e-?mails?|notes?|messages?|msgs?|memos?|memorand(?:um|a)|missives?|responses?|repl(?:y|ies))"
_THING = "(?:e-?mails?|notes?|messages?|memos?|drafts?|sheets?|letters?|documents?|articles?|stuff|papers?|what)"
_PAPER = (
    "(?:e-?mails?|notes?|messages?|msgs?|memos?|memorand(?:um|a)|missives?|drafts?|letters?|papers?|plans?|sheets?"
    "|talking points|points|lists?|schedules?|documents?|docs?|cop(?:y|ies)|reports?|articles?|remarks|info(?:rmation)?"
    "|summar(?:y|ies)|readouts?|bios?|invitations?|invites?|comments|edits|cables?|transcripts?|statements?)"
)
_FILE = (
    "(?:memo|draft|letter|paper|document|file|list|article|note|report|schedule|statement|agenda|remarks|sheet|cable"
    "|summary|bio|photo|picture|clip)s?"
)
_EARLIER = "(?:prior|previous|earlier|last|first|original|other|separate|follow[- ]?up)"
_SOON = (
    r"(?:today|tonight|tomorrow|tmrw|shortly|soon|later|this (?:afternoon|evening|morning|weekend)"
    r"|in the (?:morning|afternoon|evening)|a\.?s\.?a\.?p"
    r"|(?:in|within) (?:a few|an|the next|\d+) (?:minutes?|mins?|hours?|hrs?)"
    rf"|(?:by|on|before) (?:noon|cob|{_DAY}))"
)
_NOBODY = (
    "(?:i|we|you|u|they|it|that|who|which|this|and|but|if|when|as|the|she|he|his|her|its|their|your|yr|my|our|an?|all"
    "|both|just|may|has|have|had|will|not|is|was|are|items?|ones?|what|also|already|same|yesterday|today|another|some"
    r"|one|two|below|to|of|for|in|on|at|by|with|from|any|each|people|somebody|someone|year|week|where)\b"
)
_AFTER = r"(?:and|just|on|to|that|saying|about|who|has|had|also|already|below|in|is|re)\b"
_NAME = rf"(?P<who>(?!{_NOBODY})[a-z][\w.'-]{{1,20}}(?: (?!{_AFTER})[a-z][\w'-]{{1,20}})?)"


def _phrase(kind: TellingKind, weight: float, *forms: str) -> Phrase:
    return Phrase(kind, re.compile("|".join(forms)), weight)


TRIGGERS = re.compile(
    r"\b(?:re-?sent|sent|e-?mail(?:ed|s)?|forwarded|fwded|faxed|bounced|undeliver\w*|attach\w*|enclos\w+"
    r"|separate(?:ly)?|prior|previous|earlier|missive|will (?:send|forward|call|report|follow|e-?mail|get back|update)"
    r"|(?:i|we)'ll (?:send|forward|report|follow|e-?mail|get back|update)|more to (?:follow|come)|to follow"
    r"|not sure|(?:never|didn't|did not) (?:got|get|receive)|don't (?:think|believe) (?:i|we) (?:got|received)"
    r"|requested|comments|asked|invited me|(?:note|memo|message) (?:of|from|this|last)"
    r"|didn't (?:go|get) through|did not go through)\b"
)

# One of these stands in every text in which a trigger can: found much faster.
SIGNS = (
    *("sent ", "sent,", "sent.", "mail", "forward", "fwded", "faxed", "bounced", "undeliver", "attach", "enclos"),
    *("separate", "prior", "previous", "earlier", "missive", "will ", "'ll ", "to follow", "to come", "requested"),
    *("comments", "asked", "invited me", "note ", "memo ", "message ", "get through", "got through", "go through"),
    *("not sure", "never got", "never rec", "n't get", "not get", "n't rec", "not rec", "i got", "we got", "i rec"),
)

# Words of a sentence that speaks of what stands in the same print, or of mail as such.
HERE = re.compile(
    r"\b(?:below|pasted|following|follows|above|beneath)\b|\baccess to (?:my|our|e-?mail)\b|\battach(?:ed)? nothing\b"
    r"|\bnothing (?:is )?attached\b|\bsystem\b.{0,40}\bdelete\b|\bin error\b"
)

PHRASES = (
    _phrase(
        TellingKind.BOUNCED,
        1.0,
        rf"\b{_NAME} sent {_YOU} (?:an?|the) {_MAIL}.{{0,12}}bounced\b",
        r"\b(?:bounced|came back|come back|returned|kicked back)\b.{0,20}\bundeliver\w+",
        rf"\b(?:{_MAIL}|it|that|this one|which) (?:to (?:\w+ )?)?(?:all |just |has |have |had )?bounced\b(?! off)",
        rf"\b{_MAIL}\b.{{0,60}}\b(?:bounced|undeliver\w+|did(?:n't| not) (?:go|get) through)",
    ),
    _phrase(
        TellingKind.BOUNCED,
        0.9,
        r"\bbounced back\b(?! (?:in|from|to (?:lead|win|beat)))",
        r"\b(?:you|your e-?mail|it) (?:were|was|is) undeliverable",
    ),
    _phrase(
        TellingKind.SENT,
        1.0,
        rf"\b(?:per|as i (?:said|wrote) in|see|disregard|ignore|(?:got|get|receive|received|see) all) {_MY} {_MAIL}\b"
        r"(?! (?:address|account|system|is\b|isn't|box|are\b|problems?|server))",
        rf"\b{_MY} {_EARLIER} {_MAIL}\b",
        rf"\b{_THING} (?:that |which )?(?:i|we){_HAVE}{_SENT}(?: to)? {_YOU}\b",
        rf"\b(?:i|we){_HAVE}{_SENT}(?: it| this| that| them| these| those| one)?(?: to)? {_YOU}\b",
        rf"\b(?:just|already|also) (?:re-?)?(?:sent|e-?mailed|forwarded)(?: it| this| that)?(?: to)? {_YOU}\b",
    ),
    _phrase(
        TellingKind.SENT,
        0.8,
        r"\b(?:was|were|have|been|it|just) ?sent.{0,20}\b(?:in|by|under|via) (?:an? )?"
        r"separate (?:e-?mail|note|message|cover)",
        rf"\bearlier {_MAIL} (?:i|we)\b",
        rf"\b{_MY} {_MAIL} {_WHEN}\b",
    ),
    _phrase(
        TellingKind.SENT, 0.7, rf"\b(?:i|we){_HAVE}{_SENT} {_NAME} (?:an?|the|my|some|another|your) (?:\w+ )?{_PAPER}\b"
    ),
    _phrase(TellingKind.SENT, 0.7, rf"\b{_PAPER} (?:that )?(?:i|we){_HAVE}{_SENT} (?:to )?{_NAME}\b"),
    _phrase(TellingKind.SENT, 0.6, rf"\b(?:i|we){_HAVE}{_SENT} (?:an?|the|another|out an?) (?:\w+ )?{_PAPER}\b"),
    _phrase(
        TellingKind.SENT_TO_WRITER,
        0.9,
        rf"\b{_YOUR} {_EARLIER} {_MAIL}\b",
        rf"\b{_YOUR} {_MAIL} {_WHEN}\b",
        rf"\b{_YOU} (?:requested|asked for) (?:earlier|this morning|yesterday|last night|today|on {_DAY})\b",
        rf"\b(?:{_PAPER}|ones?) (?:that )?{_YOU}(?: just| have|'ve)? (?:sent|e-?mailed|forwarded)\b",
    ),
    _phrase(
        TellingKind.SENT_BY_ANOTHER,
        1.0,
        rf"\b(?:see|per|to|from|in|with|read|got|saw|have) {_NAME}'s? (?:{_EARLIER} )?{_MAIL}\b"
        r"(?! (?:address|account|list))",
    ),
    _phrase(
        TellingKind.SENT_BY_ANOTHER,
        0.9,
        rf"\b{_NAME} (?:has |had |just |also |already )*(?:sent|e-?mailed|forwarded) (?:{_YOU}|me|us|her|him)\b",
    ),
    _phrase(
        TellingKind.SENT_BY_ANOTHER,
        0.8,
        rf"\b(?:an?|the|another) {_MAIL} (?:today |yesterday |this morning |last night |just )?from {_NAME}\b",
    ),
    _phrase(TellingKind.SENT_BY_ANOTHER, 0.7, rf"\b(?:gotten|got|received|have) (?:\w+ )?comments from {_NAME}\b"),
    _phrase(
        TellingKind.SENT_BY_ANOTHER,
        0.6,
        rf"\b{_NAME} asked (?:[\w/.'-]+ ){{1,5}}to (?:make|send|write|prepare|provide|draft)\b",
    ),
    _phrase(TellingKind.SENT_BY_ANOTHER, 0.6, r"\b(?:and|has|have|just) invited me\b"),
    _phrase(
        TellingKind.SENT_BY_ANOTHER,
        0.6,
        rf"\b(?:not sure (?:if |whether )?{_YOU} (?:got|have)"
        r"|(?:i|we) (?:never|didn't|did not) (?:got|get|receive|received)"
        rf"|(?:i|we) don't (?:think|believe) (?:i|we) (?:got|received)) (?:the |a |any )?(?:non-)?{_PAPER}\b",
        r"\b(?:is|are|be|get|getting) (?:being )?faxed to\b",
    ),
    _phrase(
        TellingKind.ANNOUNCED,
        1.0,
        rf"\b(?:will|'ll|going to) (?:send|forward|e-?mail|do).{{0,40}}\b(?:separate(?:ly)?|another) ?{_MAIL}\b",
        r"\b(?:will|'ll|going to) (?:send|forward|e-?mail).{0,40}\bseparately\b",
    ),
    _phrase(TellingKind.ANNOUNCED, 0.8, rf"\b(?:will|'ll|going to) (?:send|forward|e-?mail|get)\b.{{0,80}}\b{_SOON}\b"),
    _phrase(
        TellingKind.ANNOUNCED,
        0.7,
        rf"\b(?:will|'ll|going to) (?:send|forward|e-?mail) (?:{_YOU}|it|them|this|the|an?|along)\b",
    ),
    _phrase(
        TellingKind.ANNOUNCED,
        0.6,
        r"\bmore (?:details |info(?:rmation)? )?to (?:follow|come)\b",
        r"\b(?:report|memo|note|readout|details|draft|summary|paper) to follow\b",
    ),
    _phrase(
        TellingKind.ANNOUNCED,
        0.5,
        rf"\b(?:will|'ll) (?:call|report back|follow up|get back to|update)\b.{{0,60}}\b{_SOON}\b",
        r"\bwill report back\b",
    ),
    _phrase(
        TellingKind.ATTACHED,
        1.0,
        r"\b(?:see|find|review|note|read|print|open) (?:the |an? |my |our )?(?:\w+ ){0,3}attach(?:ed|ment|ments)\b",
        r"\bi(?:'ve| have| am|'m)? (?:also )?attach(?:ed|ing)?\b(?! (?:great|much|some)? ?(?:importance|value))",
        r"\battached (?:is|are|please|pls|you|find|for)\b",
        r"\b(?:is|are) attached\b(?! to)",
    ),
    _phrase(
        TellingKind.ATTACHED,
        0.8,
        rf"\battached (?:\w+ )?{_FILE}\b",
        rf"\b{_FILE} attached\b(?! to)",
        r"(?:, | - |\()attached\b(?! to)",
        r"\battached[.,)]",
    ),
)

# Days within which the thing should be, by what the sentence says of when. The first that fits; else DAYS.
REACHES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"\b(?:just|this morning|earlier today|this afternoon|today|tonight|earlier this evening)\b"), 1),
    (re.compile(r"\b(?:yesterday|last night|yest)\b"), 2),
    (re.compile(r"\b(?:couple (?:of )?days|few days|other day|over the weekend|earlier this week)\b"), 5),
    (re.compile(r"\b(?:last|a|couple (?:of )?|few) weeks?\b"), 14),
    (re.compile(r"\blast month\b"), 45),
)
DAYS = 4

# Marks of a quotation whose header could not be read: what it answers may stand there.
QUOTED = re.compile(
    r"(?:^|\n)[ \t]{0,9}(?:-{2,} ?(?:original|forwarded) message|original message\b|>|(?:from|von|de) ?: )"
    r"|\bwrote:|begin forwarded message"
)

QUOTED_SIGNS = ("original message", "forwarded message", "wrote:", ">", "from", "von: ", "de: ")

# Names under which mail programs write.
POSTMASTERS = frozenset({"postmaster", "mailer", "daemon"})

# All that may stand of a body of which everything is withheld, beside names of its people.
GREETINGS = frozenset(
    "all dear hi hello hey team folks colleagues both best regards rgds thanks thx tx thank you cheers sincerely yours "
    "warmly cordially respectfully madam secretary sir mr mrs ms dr".split()
)
MOST_GREETING = 6  # words

# What letters of an agency say of how many pages they hand over. `n` is the number, in figures or words.
_DIGIT = (
    "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand)"
)
_N = rf"(?P<n>\d[\d,]{{0,8}}|(?:(?:a|and|{_DIGIT})[\s-]+){{0,8}}{_DIGIT})"
_HANDED = "(?:released|enclosed|provided|attached|produced|disclosed|included|sent|supplied)"
_HAND = (
    "(?:enclose|enclosing|enclosed are|enclosed please find|enclosed you will find|attach|release|releasing|provide"
    "|providing|produce|producing|send you|sending you|supply)"
)
LETTER_WORDS = ("request", "page")  # stand in every such letter
PROMISES = (
    re.compile(
        rf"\b{_N}(?: (?:responsive )?(?:pages?|records?|sheets?)(?: of (?:responsive )?\w+)?)?"
        rf" (?:are|is|have been|has been|were|was|will be)(?: hereby| being)? {_HANDED}\b"
    ),
    re.compile(rf"\b{_HAND} (?:you )?(?:with )?(?:the )?(?:following )?{_N} (?:responsive )?pages?\b"),
    re.compile(rf"\brelease (?:consists of|comprises|contains) {_N} pages?\b"),
)

# Words that tell nothing of what a message is about.
EMPTY_WORDS = frozenset(
    "a an the and or but if of to in on at for from by with as is are was were be been it its this that these those i "
    "we you u he she they me us him her them my our your yr ur his their will would can could should shall may might "
    "must have has had do does did not no yes so just also already then than there here what which who when where how "
    "why email emails mail mails note notes message messages memo memos missive response reply sent send sending "
    "forward forwarded forwarding get got getting see per earlier prior previous last first original other separate "
    "separately today yesterday tonight tomorrow morning afternoon evening night week day days hour hours ago back "
    "bounced undeliverable undelivered think know please pls thanks thx all any some one two both re fw fwd attached "
    "attachment copy about into up out over under again because since very more much let want need make made new did "
    "said say print call calls request requested update monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december".split()
)
