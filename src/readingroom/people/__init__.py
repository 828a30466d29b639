"""People: who everybody was, at that date.

Takes: the heads of all copies, and which copies are one message. Gives: actors (persons, offices, lists, the unnamed)
with all their printed names, each join with its ground; posts over time, and who wrote to whom. Owns: what joins two
printed names.

    heads ─ forms_of ─> forms ─ JOINING, ground by ground ─> clusters ─> actors

    joined = join_names(headings)
    joined.actors[0].names, joined.actors[0].grounds

Nobody is known in advance: what the release or a table from outside does not say is not said here.
Open first: `join.py`, then `joining.py`, which holds the grounds.
"""

from readingroom.people.designations import find_designations
from readingroom.people.headings import Heading
from readingroom.people.join import Joined, join_names, shown_name
from readingroom.people.posts import People, office_key, people_of
from readingroom.people.printed import Printed, read_print
from readingroom.people.told import COLUMNS, read_told_posts
from readingroom.people.traffic import traffic_of

__all__ = [
    "COLUMNS",
    "Heading",
    "Joined",
    "People",
    "Printed",
    "find_designations",
    "join_names",
    "office_key",
    "people_of",
    "read_print",
    "read_told_posts",
    "shown_name",
    "traffic_of",
]
