"""Messages: which copies are one message, and who answers or forwards whom.

Takes: skeletons of all copies of a case (no bodies). Gives: messages, each with its copies, and the links between
them. Owns: the rule of what is safe to join. Only safe rules are here: another minute is another message.

    skeletons ─ blocks_of ─> few copies that may be one ─ compare_traits ─> Likeness ─ group_copies ─> groups
        groups ─ messages_of ─> messages without conversation ─ links_of, with_conversations ─> Joined

    joined = join_copies(skeletons)
    joined.messages[0].copies  # ids, the best copy first

Open first: `join.py`, then `compare.py`, which holds the rule.
"""

from readingroom.messages.attachments import Naming, Print, reunite_attachments
from readingroom.messages.blocks import blocks_of
from readingroom.messages.compare import Likeness, compare_traits
from readingroom.messages.groups import group_copies
from readingroom.messages.join import join_copies
from readingroom.messages.names import Name, name_of
from readingroom.messages.skeleton import CopySkeleton, Joined
from readingroom.messages.subject import take_apart
from readingroom.messages.traits import Traits, fold_words, traits_of

__all__ = [
    "CopySkeleton",
    "Joined",
    "Likeness",
    "Name",
    "Naming",
    "Print",
    "Traits",
    "blocks_of",
    "compare_traits",
    "fold_words",
    "group_copies",
    "join_copies",
    "name_of",
    "reunite_attachments",
    "take_apart",
    "traits_of",
]
