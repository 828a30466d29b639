"""The words in which screens speak of states, kinds and times: one table each."""

from __future__ import annotations

from readingroom.model import (
    BODY,
    AliasGround,
    CopyGround,
    DocumentKind,
    Field,
    FieldName,
    FieldState,
    HiddenBy,
    JoinGround,
    LinkGround,
    LinkKind,
    MessageStatus,
    PageState,
    RedactionKind,
    RedactionWhere,
    StampKind,
    TextFrom,
    TextWhy,
    Told,
    Wording,
)

FIELD_LABELS = {
    FieldName.FROM: "From",
    FieldName.TO: "To",
    FieldName.CC: "Cc",
    FieldName.BCC: "Bcc",
    FieldName.SENT: "Sent",
    FieldName.SUBJECT: "Subject",
    FieldName.ATTACHMENTS: "Attachments",
}

FIELD_STATES = {
    FieldState.READ: "as printed",
    FieldState.BLANK: "the line is printed, with nothing behind it",
    FieldState.REDACTED: "taken out by the agency",
    FieldState.UNREADABLE: "printed, but it cannot be read",
    FieldState.ABSENT: "no such line on this print-out",
    FieldState.UNDETERMINED: "nothing shows, and the page cannot tell why",
}

TAKEN_OUT_IN_PART = "something in this line was taken out by the agency"

PAGE_STATES = {
    PageState.READ: "read",
    PageState.BLANK: "blank",
    PageState.SUSPECT_BLANK: "shows nothing, yet there is something in it",
    PageState.FAILED: "could not be read",
}

TEXT_FROM = {
    TextFrom.LAYER: "text as delivered in the file",
    TextFrom.OCR: "text recognised from the picture: check it against the page",
    TextFrom.NATIVE: "text of the mail file",
    TextFrom.NONE: "no text",
}

TEXT_WHY = {
    TextWhy.PRINTED: "it is what the page paints",
    TextWhy.TRUSTED: "it lies on the picture and reads well",
    TextWhy.KEPT: "it was in doubt, and what is recognised in the picture is no better",
    TextWhy.NO_LAYER: "the file holds no text of this page",
    TextWhy.RUBBISH: "the characters of the file's own text stand for nothing",
    TextWhy.WORSE: "the file's own text reads worse",
    TextWhy.ASKED: "somebody chose so",
    TextWhy.NONE: "",
}

DOCUMENT_KINDS = {
    DocumentKind.MAIL: "mail",
    DocumentKind.MEMO: "memo",
    DocumentKind.LETTER: "letter",
    DocumentKind.CALENDAR: "calendar",
    DocumentKind.FORM: "form",
    DocumentKind.CABLE: "cable",
    DocumentKind.REPORT: "report",
    DocumentKind.ATTACHMENT: "attachment",
    DocumentKind.SEPARATOR: "separator sheet",
    DocumentKind.WITHHELD: "sheet in place of withheld pages",
    DocumentKind.OTHER: "other text",
    DocumentKind.BLANK: "no text",
}

STATUSES = {
    MessageStatus.PRINTED: "printed as a message of its own",
    MessageStatus.QUOTED_ONLY: "known only from quotations",
    MessageStatus.GHOST: "not in this release; known from a message that answers it or speaks of it",
}

PARTS = {
    BODY: "text",
    **{name.value: FIELD_LABELS[name] for name in FieldName},
}

TOLD = {
    Told.BOX: "a box or label stands there",
    Told.CODE: "a code stands beside the line",
    Told.FIELD: "the line is blank, and the release stamp says that something was taken out",
    Told.STAMP: "a blank; only the release stamp says that something was taken out",
    Told.BLANK: "a blank as wide as the words; nothing else says so",
}

GROUNDS = {
    JoinGround.SAID: "somebody said so",
    JoinGround.MINUTE: "same minute",
    JoinGround.STEP: "a minute apart, as a top print and a quotation are",
    JoinGround.CLOCK: "clocks {apart} apart",
    JoinGround.MISREAD: "one digit of the time differs",
    JoinGround.NO_TIME: "no time on one of them",
    JoinGround.SENDER: "same sender",
    JoinGround.SUBJECT: "same subject",
    JoinGround.ADDRESSEE: "an addressee in common",
    JoinGround.WORDS: "{alike} % of the words",
    JoinGround.QUOTES_THE_SAME: "quotes the same message",
    JoinGround.QUOTED_BY_THE_SAME: "quoted by the same message",
}


def ground_words(ground: CopyGround) -> str:
    """Why a copy is in its message, in plain words; nothing for the copy that the others are held against."""
    hours, minutes = divmod(ground.minutes_apart, 60)
    apart = " ".join([f"{hours} h"] * bool(hours) + [f"{minutes} min"] * bool(minutes))
    return ", ".join(GROUNDS[one].format(apart=apart, alike=ground.words_alike) for one in ground.grounds)


LINK_GROUNDS = {
    LinkGround.QUOTATION: "quoted here",
    LinkGround.HEADER: "not quoted: subject, people and time fit",
}
ALIAS_GROUNDS = {
    AliasGround.TOLD: "a table that was imported says so",
    AliasGround.EXPANDED: "printed beside it",
    AliasGround.HEADER: "a header prints it as a name",
    AliasGround.SIGNATURE: "it stands in a signature",
    AliasGround.SIGN_OFF: "somebody ends with these initials",
    AliasGround.OFFICE_MARK: "headers print it behind names",
    AliasGround.INITIALS: "its letters begin these words",
    AliasGround.NAME: "a name that one alone bears",
    AliasGround.UNDETERMINED: "undetermined",
}

LINKS = {
    LinkKind.ANSWERS: "in answer",
    LinkKind.FORWARDS: "forwarding it",
    LinkKind.QUOTES: "quoting it",
}

HIDDEN_BY = {
    HiddenBy.BOX: "under a box",
    HiddenBy.PICTURE: "under a picture",
    HiddenBy.ANNOTATION: "under an annotation",
    HiddenBy.COLOUR: "in the colour of its ground",
    HiddenBy.INVISIBLE: "printed in nothing",
    HiddenBy.CROP: "outside the page as shown",
}

STAMPS = {
    StampKind.BATES: "page number of the release",
    StampKind.CASE: "case and document number",
    StampKind.RELEASE: "release mark",
    StampKind.CLASSIFICATION: "classification",
    StampKind.PAGE_NUMBER: "page number",
    StampKind.FAX: "fax line",
    StampKind.FOOTER: "print header or footer",
    StampKind.CODE: "exemption code",
}

REDACTIONS = {
    RedactionKind.BLACK: "black box",
    RedactionKind.WHITE: "white box",
    RedactionKind.GREY: "grey box",
    RedactionKind.COLOUR: "coloured box",
    RedactionKind.OUTLINE: "outlined box",
    RedactionKind.CROSSED: "crossed box",
    RedactionKind.LABEL: "only its code shows",
}

REDACTION_PLACES = {
    RedactionWhere.BOX: "",
    RedactionWhere.MARGIN: "code in the margin",
    RedactionWhere.PAGE: "the whole page",
    RedactionWhere.DOCUMENT: "the whole document",
}

WORDINGS = {
    Wording.EXACT: "Exact",
    Wording.ALTERED: "Altered",
    Wording.SPLICED: "Spliced",
    Wording.UNDER_REDACTION: "Under redaction",
    Wording.NOT_FOUND: "Not found",
    Wording.TOO_SHORT: "Too short to tell",
}

LETTERS = {
    "request": "Request",
    "acknowledgement": "Acknowledgement",
    "interim": "Interim answer",
    "final": "Final answer",
    "appeal": "Appeal",
}

# Why something could not be read, as a heading: the reasons of `pages`, and those of `engine`.
REASONS = {
    "not_read_yet": "Kinds of file that this version does not read",
    "encrypted": "Files locked with a password",
    "not_a_pdf": "Files that are no PDF",
    "damaged": "Damaged",
    "inflation_limit": "Unpacks to far too much",
    "no_such_page": "Pages that a file names but does not hold",
    "page_unreadable": "Pages that cannot be opened",
    "suspect_blank": "Pages that show nothing, yet hold something",
    "text_limit": "Pages with too much text",
    "repaired": "Files read from a repaired copy",
    "downscaled": "Pages too large for full resolution",
    "ocr_missing": "Pictures of pages, and no OCR installed",
    "ocr_failed": "OCR gave up",
    "ocr_nothing": "OCR found no words",
    "timeout": "Took too long",
    "died": "Brought the reader down",
    "raised": "Faults of the program",
}

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def shown_values(field: Field) -> tuple[str, ...]:
    """What the page prints of a field, each addressee by itself; nothing where its state says that nothing can be read.

    A field is redacted too where a name is printed and the address beside it taken out: the name is shown.
    """
    if field.state not in (FieldState.READ, FieldState.REDACTED) or not field.printed:
        return ()
    return tuple(part.text for part in field.parts) or (field.printed.text,)


def field_state_words(field: Field) -> str:
    """The state of a field in plain words."""
    if field.state is FieldState.REDACTED and shown_values(field):
        return TAKEN_OUT_IN_PART
    return FIELD_STATES[field.state]


def depth_words(depth: int) -> str:
    """How a copy is printed."""
    return f"quoted, {depth} deep" if depth else "printed on top"


def reason_words(reason: str) -> str:
    """A problem's reason as a heading."""
    return REASONS.get(reason, reason.replace("_", " ").capitalize())


def day_words(value: str) -> str:
    """ISO date or time as "4 March 2011, 15:20"; what is no such thing as it is; "" as "no date"."""
    day, _, clock = value.partition("T")
    year, _, rest = day.partition("-")
    month, _, date = rest.partition("-")
    if not (year.isdecimal() and month.isdecimal() and date.isdecimal() and 1 <= int(month) <= 12):
        return value or "no date"
    return f"{int(date)} {MONTHS[int(month) - 1]} {year}" + (f", {clock}" if clock else "")


def month_words(value: str) -> str:
    """A month like "2011-03" as "March 2011"; "" as "no date"."""
    year, _, month = value.partition("-")
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return value or "no date"
    return f"{MONTHS[int(month) - 1]} {year}"


def duration_words(seconds: float) -> str:
    """About how long: "12 seconds", "4 minutes", "2 hours"."""
    for size, name in ((3600.0, "hour"), (60.0, "minute")):
        if seconds >= 1.5 * size:
            return f"{round(seconds / size)} {name}s"
    return f"{max(1, round(seconds))} second" + ("" if round(seconds) <= 1 else "s")


def confidence_words(confidence: float) -> str:
    """How sure the program is of what it read, in a word and a figure."""
    figure = f"{confidence:.0%}"
    if confidence >= 0.9:
        return f"sure ({figure})"
    if confidence >= 0.8:
        return f"fairly sure ({figure})"
    return f"unsure ({figure}): check it on the page"
