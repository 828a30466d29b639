"""What printed mail says of itself: labels of header lines, separators, closing lines. Data only, and its look-up."""

from __future__ import annotations

import re

from readingroom.model import FieldName

# Labels as printed and as OCR reads them, letters only, lower case. None: a header line that is no field of ours.
LABELS: dict[str, FieldName | None] = {
    **dict.fromkeys(
        ("from", "frorn", "frorm", "froni", "fron", "front", "fram", "frcm", "rom", "sender"), FieldName.FROM
    ),
    **dict.fromkeys(("de", "von", "da", "van", "expediteur", "absender"), FieldName.FROM),
    **dict.fromkeys(("to", "tot", "io", "tp", "postedto"), FieldName.TO),
    **dict.fromkeys(("a", "à", "an", "para", "aan"), FieldName.TO),
    **dict.fromkeys(("cc", "ce", "co", "copie", "kopie"), FieldName.CC),
    **dict.fromkeys(("bcc", "bec", "bce", "cci"), FieldName.BCC),
    **dict.fromkeys(("sent", "senl", "scnt", "sant", "sen", "cent", "sert", "sentto"), FieldName.SENT),
    **dict.fromkeys(("date", "oate", "pate", "dale", "dato", "datum", "fecha", "data", "datetime"), FieldName.SENT),
    **dict.fromkeys(
        ("envoye", "envoyé", "envoyele", "envoyéle", "envoys", "envoysle", "gesendet", "enviado", "enviadoel"),
        FieldName.SENT,
    ),
    **dict.fromkeys(("inviato", "verzonden", "senton", "datesent", "postedat"), FieldName.SENT),
    **dict.fromkeys(("subject", "subjed", "subj", "subjcct", "sub"), FieldName.SUBJECT),
    **dict.fromkeys(("objet", "betreff", "asunto", "oggetto", "onderwerp", "assunto"), FieldName.SUBJECT),
    **dict.fromkeys(("attachments", "attachment", "attach", "attachrnents", "anlagen"), FieldName.ATTACHMENTS),
    **dict.fromkeys(("importance", "priority", "sensitivity", "replyto", "conversation", "categories"), None),
    **dict.fromkeys(("flagstatus", "followupflag", "messageid", "inreplyto", "organization", "xmailer"), None),
    **dict.fromkeys(("contenttype", "mimeversion", "returnpath", "deliveredto", "expires", "references"), None),
}

RAW_LABEL = "Message-ID"  # only a print of raw mail shows it

# Labels so short, or so common as words, that they count only beside another label of the same language.
FOREIGN = frozenset((
    *("de", "von", "da", "van", "a", "à", "an", "para", "aan", "copie", "kopie", "cci", "fecha", "data", "datum"),
    *("envoye", "envoyé", "envoyele", "envoyéle", "envoys", "envoysle"),
    *("gesendet", "enviado", "enviadoel", "inviato", "verzonden"),
    *("objet", "betreff", "asunto", "oggetto", "onderwerp", "assunto", "expediteur", "absender", "anlagen"),
))  # fmt: skip

# Labels so long that they are known with one letter misread or lost.
_LONG = ("subject", "attachments", "importance")

# The label at the head of a line: letters, perhaps a blank within or before the colon.
LABEL = re.compile(r"([^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2}?)(?:\(s\))?\s?([:;])\s?(?=\S|$)")
# Without its colon: a word that can only be a label where the value stands in a column of its own.
BARE_LABEL = re.compile(r"(From|Sent|To|Cc|CC|Bcc|Subject|Date|Attachments|Importance)\s?[.,]{0,2}(?=\s|$)")
SUBJECT_WITHOUT_COLON = re.compile(r"(Subject)\s(?=(?:re|fw|fwd)\s?:)", re.IGNORECASE)
# Without a colon between two header lines: OCR loses it more often than a text begins so in such a place.
LOST_COLON = re.compile(r"(From|Sent|To[tlr]?|Cc|Subject|Date)[.,'t]{0,2}\s+(?=\S)")
INNER_LABEL = re.compile(
    r"(?<=\s)(From|Sent|To|Cc|Subject|Date|Importance|Attachments|Posted (?:At|To)|Conversation)\s?:(?=\s|$)"
)

# Run into the list before it: "<jane@doe.example>Cc: ".
GLUED_LABEL = re.compile(r"(?<=[>;)\]\"'])\s?(Sent|To|Cc|CC|Subject|Date)\s?:(?=\s|$|[\"'<])")
SPECK = re.compile(r"\S{1,2}\s+(?=(?:From|Sent|To|Cc|Subject|Date)\s?[:;])")

MBOX_LINE = re.compile(r"From \S+@\S+ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ")
SEPARATOR = re.compile(
    r"[^\w\n]{0,12}(?:[a-z]{0,2} |[emnw]{3,8} )?(?:begin )?"  # dashes that OCR takes for letters: "meen"
    r"(?:origina[l.]{0,2} ?[.,']{0,2}m[eo]s[a-z•,.]{1,4} ?[a-z0-9]{1,3}"
    r"|original appointment|message d'origine|message transf[eé]r\w{1,2}|urspr[uü]ngliche nachricht"
    r"|forwarded mess[a-z]{1,3} ?[a-z0-9]{1,2}|forwarded message attachment"
    r"|forwarded by .{2,80}?)[^\w\n]{0,40}",
    re.IGNORECASE,
)
SEPARATOR_AT_END = re.compile(
    r"(?:\s[-–—_ ]{0,12}|[-–—_]{2,12}\s?)(?:Original Message|Forwarded message)[\s._–—-]{0,40}$"
)
SEPARATOR_END = re.compile(r"[-–—\s]{0,12}end of forwarded message[-–—\s]{0,12}", re.IGNORECASE)
# A note that a message did not arrive, by its sender or subject; headers in it are those of what came back.
BOUNCE = re.compile(
    r"postmaster|mailer-?daemon|mail delivery|delivery (?:status |failure|report|notification|has)|undeliver"
    r"|returned mail|failure notice",
    re.IGNORECASE,
)
ATTACHMENT_ICONS = re.compile(r"(?:[^\s()][^()]{0,80}\.\w{2,4} ?\(\d[\d.,]* ?[KMG]?B?\)?[ ,;]*)+|[KMG]B\)")
RULE = re.compile(r"[-_–—=*•.~\s]{3,200}")

DEVICE_LINE = re.compile(
    r"[^\w]{0,3}sent (?:from|via|by|wirelessly|using|on) (?:my |via |the |a )?.{0,60}"
    r"(?:blackberry|iphone|ipad|android|phone|device|handheld|wireless|t-mobile|mobile|verizon|at&t|treo).{0,60}",
    re.IGNORECASE,
)
REDACTION_PHRASE = re.compile(
    r"\W{0,2}(?:privileged or personal material|personal material|material)?\s?redacted\W{0,2}", re.IGNORECASE
)
REPLY_PREFIX = re.compile(r"\s*(?:re|fw|fwd|aw|wg|tr|r[eé]f)\s?:", re.IGNORECASE)


def field_of(label: str) -> tuple[FieldName | None, bool]:
    """The field that a printed label names (None: none of ours), and whether the word is a label at all."""
    key = "".join(character for character in label.lower() if character.isalpha())
    key = next((word for word in _LONG if _is_misread(key, word)), key)
    return (LABELS[key], True) if key in LABELS else (None, False)


def _is_misread(key: str, word: str) -> bool:
    """Whether `key` is `word` with one letter misread or lost."""
    if not len(word) - 1 <= len(key) <= len(word):
        return False
    same = next((at for at, (one, other) in enumerate(zip(key, word, strict=False)) if one != other), len(key))
    return word[same + 1 :] in (key[same:], key[same + 1 :])
