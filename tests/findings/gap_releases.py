"""Fictional messages as gaps look at them."""

from datetime import datetime

from readingroom.findings.gaps import Known, Shown
from readingroom.messages import fold_words, take_apart
from readingroom.model import LinkKind, Telling, TellingKind


def known(id_, *, from_="Rook, Ada", to=("Gull, Mira",), sent="2019-03-04T09:15", subject="Lamps", **more):
    """A message with one copy of the same id in capitals."""
    kind, stem = take_apart(subject)
    minute = int((datetime.fromisoformat(sent) - datetime(1970, 1, 1)).total_seconds()) // 60 if sent else -1
    values = {
        "id": id_,
        "conversation": f"conversation of {id_}",
        "sent": sent,
        "minute": minute,
        "answers": kind is LinkKind.ANSWERS,
        "stem": tuple(fold_words(stem).split()),
        "sender": frozenset(fold_words(from_).split()),
        "people": frozenset(word for name in to for word in fold_words(name).split()),
        "from_": from_,
        "to": tuple(to),
        "subject": subject,
        "copies": (id_.upper(),),
        "printed": True,
        "words": 9,
        "bears": (),
    }
    return Known(**(values | more))


def telling(copy, kind=TellingKind.SENT, *, words="Per my prior email", who="", topic=(), reach=4):
    return Telling(kind, "d", copy, "s", 1, 0, len(words), words, who, topic, reach, 1.0)


def shown(*messages, tellings=(), **more):
    values = {
        "messages": messages,
        "tellings": tuple(tellings),
        "attachments": (),
        "withheld": (),
        "pages": (),
        "documents": (),
        "letter_pages": 0,
        "pages_asked": None,
    }
    return Shown(**(values | more))
