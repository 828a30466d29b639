"""How much a finding uncovers and how sure it is: one number from 0 to 1, by which the list is ranked."""

from __future__ import annotations

from math import log2

from readingroom.model import BODY, FieldName, Told

# How sure the sign is that words were taken out.
SURE = {Told.BOX: 1.0, Told.CODE: 0.95, Told.FIELD: 0.6, Told.STAMP: 0.65, Told.BLANK: 0.35}
FEW, LOOSE = 8, 0.7  # so few words that are no part of a sentence may be a headline or a picture that was lost
AGREE = 0.15  # surer where a second copy has a blank at the same place
# What was written comes before whom it went to.
WORTH = {BODY: 1.0, FieldName.SUBJECT.value: 0.8, FieldName.SENT.value: 0.35}
NAMES = 0.4
SHORT = 0.1  # of the full weight, whatever the words
FULL = 6  # 2 ** 6 words and more weigh the same


def weight_of(part: str, words: int, told: Told, hiding: int, *, within: bool) -> float:
    """The weight of `words` words in a part of a message that `hiding` copies hide, the surest told by `told`.

    `within`: they begin within a sentence.
    """
    long = min(1.0, log2(1 + words) / FULL)
    sure = SURE[told] + (AGREE if told in (Told.STAMP, Told.BLANK) and hiding > 1 else 0.0)
    if told in (Told.STAMP, Told.BLANK) and words <= FEW and not within:
        sure *= LOOSE
    return round(sure * WORTH.get(part, NAMES) * (SHORT + (1 - SHORT) * long), 3)
