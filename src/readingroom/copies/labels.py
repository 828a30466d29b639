"""What printed mail says of itself: labels of header lines, separators, closing lines. Data only, and its look-up."""

from __future__ import annotations

import re

from readingroom.copies.days import WEEKDAYS

RAW_LABEL = "Message-ID"  # only a print of raw mail shows it

# The label at the head of a line: letters, perhaps a blank within or before the colon.
LABEL = re.compile(r"([^\W\d_][^\W\d_ -]*(?:[ /-][^\W\d_]+){0,2}?)(?:\(s\))?\s?([:;])\*{0,2}\s?(?=\S|$)")
EXTENSION = re.compile(r"(X-[A-Za-z-]{2,40})\s?:\s?")
# Without its colon: a word that can only be a label where the value stands in a column of its own.
BARE_LABEL = re.compile(
    r"(From|Date Sent|Sent Date|Sent|To|Cc|CC|Bcc|BCC|Subject|Date|Attachments|Importance|Author|Sender|Recipients)"
    r"\s?[.,]{0,2}(?=\s|$)"
)
SUBJECT_WITHOUT_COLON = re.compile(r"(Subject)\s(?=(?:re|fw|fwd)\s?:)", re.IGNORECASE)
# Without a colon between two header lines: OCR loses it more often than a text begins so in such a place.
LOST_COLON = re.compile(r"(From|Sent|To[tlr]?|Cc|Subject|Date)[.,'t]{0,2}\s+(?=\S)")
INNER_LABEL = re.compile(
    r"(?<=\s)(From|Sent|To|Cc|Subject|Date|Importance|Attachments|Posted (?:At|To)|Conversation)\s?:(?=\s|$)"
)

# Run into the list before it: "<jane@doe.example>Cc: ".
GLUED_LABEL = re.compile(r"(?<=[>;)\]\"'])\s?(Sent|To|Cc|CC|Subject|Date)\s?:(?=\s|$|[\"'<])")
SPECK = re.compile(r"\S{1,2}\s+(?=(?:From|Sent|To|Cc|Subject|Date)\s?[:;])")

MBOX_LINE = re.compile(rf"From \S*[@.]\S+ (?:{'|'.join(map(str.capitalize, WEEKDAYS))}) ")
SEPARATOR = re.compile(
    r"[^\w\n]{0,12}(?:[a-z]{0,2} |[emnw]{3,8} )?(?:begin )?"  # dashes that OCR takes for letters: "meen"
    r"(?:origina[l.]{0,2} ?[.,']{0,2}m[eo]s[a-z•,.]{1,4} ?[a-z0-9]{1,3}"
    r"|original appointment|message d['’]origine|message (?:transf[eé]r\w{1,2}|original)|urspr[uü]ngliche nachricht"
    r"|weitergeleitete nachricht|mensaje (?:original|reenviado)|oorspronkelijk bericht|doorgestuurd bericht"
    r"|messaggio (?:originale|inoltrato)|mensagem (?:original|encaminhada)|ursprungligt meddelande"
    r"|(?:oprindelig|opprinnelig) (?:meddelelse|melding)"
    r"|f?orwarded mess[a-z]{1,3} ?[a-z0-9]{1,2}|forwarded message attachment"
    r"|forwarded by .{2,80}?)[^\w\n]{0,40}",
    re.IGNORECASE,
)
FORWARDS = re.compile(r"orward|ransf|weitergeleitet|reenviad|doorgestuurd|inoltrat|encaminhad", re.IGNORECASE)
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
MESSAGE_COUNT = re.compile(r"\d{1,3} messages?")  # under the subject of a web mail's print-out
ATTACHMENT_COUNT = re.compile(r"\d{1,2} attachments?(?: \(.{1,12}\))?", re.IGNORECASE)
ATTACHMENT_ICONS = re.compile(r"(?:[^\s()][^()]{0,80}\.\w{2,4} ?\(\d[\d.,]*+ ?[KMG]?+B?+\)?+[ ,;]*+)+|[KMG]B\)")
# What a program prints with a message that nobody wrote.
PROGRAM_NOTE = re.compile(
    rf"\[quoted text hidden\]|sent from the internet \(details\)|{ATTACHMENT_COUNT.pattern}|hide details",
    re.IGNORECASE,
)
# Lines at the head of a cable, which only looks like mail.
CABLE_LINE = re.compile(r"(?:Action|E\.O\.|TAGS|MRN|Captions|Pass Line)\s?:")
RULE = re.compile(r"[-_–—=*•.~\s]{3,200}")

DEVICE_LINE = re.compile(
    r"[^\w]{0,3}sent (?:from|via|by|wirelessly|using|on) (?:my |via |the |a )?.{0,60}"
    r"(?:blackberry|iphone|ipad|android|phone|device|handheld|wireless|t-mobile|mobile|verizon|at&t|treo).{0,60}",
    re.IGNORECASE,
)
REDACTION_PHRASE = re.compile(
    r"\W{0,2}(?:privileged or personal material|personal material|material)?\s?redacted\W{0,2}", re.IGNORECASE
)
REPLY_PREFIXES = re.compile(r"^(?:\s*(?:re|fw|fwd|aw|wg|tr|r[eé]f)\s?:)+\s*", re.IGNORECASE)
