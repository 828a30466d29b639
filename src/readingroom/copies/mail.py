"""Mail: whether a block of labels is the header of one, and whether a message says that one did not arrive.

A memo, a cable and a chance line of a text have labels too: mail names its sender and a time of day.
"""

from __future__ import annotations

import re

from readingroom.copies.dates import has_clock, read_sent
from readingroom.copies.label_words import FOREIGN
from readingroom.copies.labels import BOUNCE, CABLE_LINE
from readingroom.copies.values import Header
from readingroom.copies.wraps import Block, Printed
from readingroom.model import FieldName

MEMO = re.compile(r"\W*(?:info(?:rmation)? |action |confidential )?memo(?:randum)?\b|\W*memcon\b", re.IGNORECASE)


def is_mail(printed: Printed, block: Block) -> bool:
    """Whether a block of labels is the header of a mail, not of a memo and no chance words in a text."""
    names = [label.field for label, _ in block.fields if label.field is not None]
    have = set(names)
    sent = [(label, values[0].passage.text) for label, values in block.fields if label.field is FieldName.SENT]
    dated = any(read_sent(text).value for _, text in sent)
    clocked = dated or any(has_clock(text) for _, text in sent)
    capitals = sum(1 for label, _ in block.fields if len(label.word) > 2 and label.word.isupper())
    row = printed.rows[block.at]
    wrapped = (line.row for _, lines in block.fields for line in lines if line.wrapped)
    if not names or any(CABLE_LINE.match(printed.rows[at].text) for at in wrapped):
        return False
    above = printed.labels[block.at - 1] if block.at > block.floor and not row.apart else None
    if above is not None and above.field in (FieldName.TO, FieldName.SUBJECT, FieldName.SENT) and not dated:
        return False
    if block.fields[0][0].word.lower() in FOREIGN and len(have) < 3:
        return False
    if FieldName.FROM not in have:
        if sent:
            return dated and len(have) >= 2 and capitals < 2
        return block.parted and FieldName.SUBJECT in have
    if capitals >= 2 and not clocked:
        return False
    if sent and (clocked or any(label.word.startswith("Sent") for label, _ in sent)):
        return True
    memo = any(MEMO.match(printed.rows[k].text) for k in range(max(block.floor, block.at - 4), block.at))
    if sent and not block.parted:
        return {FieldName.TO, FieldName.SUBJECT} <= have and names[0] is FieldName.FROM and not memo and not capitals
    if block.parted:
        return len(have) >= 2 or row.text.rstrip().endswith(":")
    return (len(have) >= 3 or FieldName.SUBJECT in have or block.inline) and not memo and names[0] is FieldName.FROM


def came_back(before: Header) -> bool:
    """Whether the message above says that one did not arrive: what it quotes is part of it."""
    said = (line.passage.text for name in (FieldName.FROM, FieldName.SUBJECT) for line in before.values.get(name, ()))
    return any(BOUNCE.search(text) for text in said)
