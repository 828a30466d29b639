"""The vocabulary: every type that one room hands to another, in three drawers.

Evidence is there whatever anyone reads into it. A reading is what is printed, never inferred. A conclusion may be
inferred and names what it rests on. Types here compute nothing but themselves: what makes one lives in its room.

Takes: nothing. Gives: frozen types, a file a drawer. Owns: their names; everything is imported from here.
Space: all boxes are in points (1/72 inch), origin at the top left of the page as shown, rounded to 0.1 point.
Counting: pages from 1, copies in a document (`nth`) from 0 in printing order.
Usual variable names: `page`, `word`, `span`, `stamp`, `document`, `field`, `copy_`, `message`, `actor`, `problem`.

    copy_.field(FieldName.SUBJECT).printed.text

Open first: `places.py`, then `reading.py`.
"""

from readingroom.model.actors import (
    Actor,
    ActorKind,
    Designation,
    Ground,
    GroundKind,
    Post,
    PrintedName,
    ToldPost,
    Traffic,
)
from readingroom.model.aliases import AliasClue, AliasGround, AliasMeaning, AliasWhere, GlossaryEntry, Mention, SignUse
from readingroom.model.beside import Problem, Settings
from readingroom.model.corrections import (
    WHOLE_PAGE,
    Correction,
    CorrectionEntry,
    CorrectionFit,
    CorrectionKind,
    CorrectionState,
    PostSaid,
    Spot,
)
from readingroom.model.drafts import Change, Coverage, Found, Quotation, QuotationKind, Sheet, Verdict, Wording
from readingroom.model.evidence import (
    UPRIGHT,
    Document,
    DocumentKind,
    Enclosed,
    Event,
    EventKind,
    HiddenBy,
    HiddenText,
    Lay,
    Letter,
    Page,
    PageState,
    Redaction,
    RedactionKind,
    RedactionWhere,
    Request,
    Source,
    Stamp,
    StampKind,
    TextFrom,
    TextWhy,
)
from readingroom.model.findings import Gap, GapKind, GapStrength, Searched, Telling, TellingKind
from readingroom.model.messages import (
    FIRST,
    Attachment,
    AttachmentGround,
    CopyGround,
    JoinGround,
    Link,
    LinkGround,
    LinkKind,
    Message,
    MessageStatus,
)
from readingroom.model.order import Held, Piece, ReadFirst
from readingroom.model.packed import PackedCopy, PackedPage, Rest, Values
from readingroom.model.places import EMPTY, Box, Passage, Run, Span, Word
from readingroom.model.reading import Copy, Field, FieldName, FieldState
from readingroom.model.releases import Difference, DifferenceKind
from readingroom.model.reuse import Exchange, ExchangeKind, PrintOf, Reuse, ReusedText, TextPrint
from readingroom.model.uneven import BODY, CodeDifference, HiddenPlace, ShownPlace, Told, UnevenRedaction

__all__ = [
    "BODY",
    "EMPTY",
    "FIRST",
    "UPRIGHT",
    "WHOLE_PAGE",
    "Actor",
    "ActorKind",
    "AliasClue",
    "AliasGround",
    "AliasMeaning",
    "AliasWhere",
    "Attachment",
    "AttachmentGround",
    "Box",
    "Change",
    "CodeDifference",
    "Copy",
    "CopyGround",
    "Correction",
    "CorrectionEntry",
    "CorrectionFit",
    "CorrectionKind",
    "CorrectionState",
    "Coverage",
    "Designation",
    "Difference",
    "DifferenceKind",
    "Document",
    "DocumentKind",
    "Enclosed",
    "Event",
    "EventKind",
    "Exchange",
    "ExchangeKind",
    "Field",
    "FieldName",
    "FieldState",
    "Found",
    "Gap",
    "GapKind",
    "GapStrength",
    "GlossaryEntry",
    "Ground",
    "GroundKind",
    "Held",
    "HiddenBy",
    "HiddenPlace",
    "HiddenText",
    "JoinGround",
    "Lay",
    "Letter",
    "Link",
    "LinkGround",
    "LinkKind",
    "Mention",
    "Message",
    "MessageStatus",
    "PackedCopy",
    "PackedPage",
    "Page",
    "PageState",
    "Passage",
    "Piece",
    "Post",
    "PostSaid",
    "PrintOf",
    "PrintedName",
    "Problem",
    "Quotation",
    "QuotationKind",
    "ReadFirst",
    "Redaction",
    "RedactionKind",
    "RedactionWhere",
    "Request",
    "Rest",
    "Reuse",
    "ReusedText",
    "Run",
    "Searched",
    "Settings",
    "Sheet",
    "ShownPlace",
    "SignUse",
    "Source",
    "Span",
    "Spot",
    "Stamp",
    "StampKind",
    "Telling",
    "TellingKind",
    "TextFrom",
    "TextPrint",
    "TextWhy",
    "Told",
    "ToldPost",
    "Traffic",
    "UnevenRedaction",
    "Values",
    "Verdict",
    "Word",
    "Wording",
]
