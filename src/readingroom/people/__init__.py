"""People: who everybody was, at that date.

Takes: the heads of all copies, and which copies are one message. Gives: actors (persons, offices, lists, the unnamed)
with all their printed names, each join with its ground; posts over time, and who wrote to whom. Owns: what joins two
printed names.
with all their printed names, each join with its ground; posts over time; what a short sign stands for, and who is
meant by it where. Owns: what joins two printed names, and what gives a sign its meaning.

    heads ─ forms_of ─> forms ─ JOINING, ground by ground ─> clusters ─> actors

    joined = join_names(headings)
    joined.actors[0].names, joined.actors[0].grounds

Nobody is known in advance: what the release or a table from outside does not say is not said here.
Open first: `join.py`, then `joining.py`, which holds the grounds; for short signs `alias_reading.py` (what a document
prints of them), then `mentions.py` (who is meant).
"""

from readingroom.people.alias_meanings import meanings_of
from readingroom.people.alias_reading import CopyText, SignsRead, read_signs
from readingroom.people.designations import find_designations
from readingroom.people.glossary import glossary_of
from readingroom.people.headings import Heading
from readingroom.people.join import Joined, join_names, shown_name
from readingroom.people.mention_choice import Speaker
from readingroom.people.mention_known import Known, know
from readingroom.people.mentions import HeaderPart, mentions_in
from readingroom.people.posts import People, office_key, people_of
from readingroom.people.printed import Printed, read_print
from readingroom.people.told import COLUMNS, read_told_posts
from readingroom.people.traffic import traffic_of

__all__ = [
    "COLUMNS",
    "CopyText",
    "HeaderPart",
    "Heading",
    "Joined",
    "Known",
    "People",
    "Printed",
    "SignsRead",
    "Speaker",
    "find_designations",
    "glossary_of",
    "join_names",
    "know",
    "meanings_of",
    "mentions_in",
    "office_key",
    "people_of",
    "read_print",
    "read_signs",
    "read_told_posts",
    "shown_name",
    "traffic_of",
]
