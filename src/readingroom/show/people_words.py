"""The words in which screens speak of people, and of why something is said of them: one table each."""

from __future__ import annotations

from readingroom.model import ActorKind, GroundKind

ACTORS = {
    ActorKind.PERSON: "person",
    ActorKind.OFFICE: "office",
    ActorKind.LIST: "distribution list",
    ActorKind.UNNAMED: "name hidden",
    ActorKind.UNDETERMINED: "cannot be told",
}

GROUNDS = {
    GroundKind.ADDRESS: "both print one address",
    GroundKind.WORDS: "the same words",
    GroundKind.MISREAD: "the rarer one is misread",
    GroundKind.COPIES: "two copies of one message print them for the same",
    GroundKind.LOCAL_PART: "the address is made of the name",
    GroundKind.ONLY_ONE: "only one here bears that name",
    GroundKind.BLOCK: "the same signature, with the same number or address",
    GroundKind.SIGNATURE: "printed under a text",
    GroundKind.BODY: "printed in a text",
    GroundKind.HEADER: "printed with the name in headers",
    GroundKind.TOLD: "told by a table",
    GroundKind.CORRECTED: "somebody said so",
}
