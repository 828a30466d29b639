"""The words that label the lines of a printed header, in the languages in which mail is printed, and their look-up."""

from __future__ import annotations

from readingroom.model import FieldName

# Labels of the header that mail travels with: they are no field of ours, but begin a header as well as "From:".
TRAVEL = frozenset((
    *("received", "returnpath", "messageid", "mimeversion", "contenttype", "contenttransferencoding", "xmailer"),
    *("inreplyto", "references", "deliveredto", "useragent", "threadtopic", "threadindex", "contentlanguage"),
    *("contentclass", "acceptlanguage", "dkimsignature", "authenticationresults", "recordtype", "envelopeto"),
))  # fmt: skip

# Labels as printed and as OCR reads them, letters only, lower case. None: a header line that is no field of ours.
LABELS: dict[str, FieldName | None] = {
    **dict.fromkeys(("from", "frorn", "frorm", "froni", "fron", "front", "fram", "frcm", "rom"), FieldName.FROM),
    **dict.fromkeys(("sender", "author", "creator", "emailfrom"), FieldName.FROM),
    **dict.fromkeys(("de", "von", "da", "van", "från", "fra", "od", "lähettäjä", "от"), FieldName.FROM),
    **dict.fromkeys(("expediteur", "expéditeur", "absender", "remitente", "mittente", "afzender"), FieldName.FROM),
    **dict.fromkeys(("to", "tot", "io", "tp", "postedto", "recipient", "recipients", "torecipients"), FieldName.TO),
    **dict.fromkeys(
        ("a", "à", "an", "para", "aan", "till", "til", "komu", "do", "vastaanottaja", "кому"), FieldName.TO
    ),
    **dict.fromkeys(("destinataire", "destinatario", "empfänger", "destinatário"), FieldName.TO),
    **dict.fromkeys(("cc", "ce", "co", "ccrecipients"), FieldName.CC),
    **dict.fromkeys(("copie", "kopie", "kopia", "kopi", "dw", "копия"), FieldName.CC),
    **dict.fromkeys(("bcc", "bec", "bce", "bccrecipients", "cci", "cco", "ccn"), FieldName.BCC),
    **dict.fromkeys(("sent", "senl", "scnt", "sant", "sen", "cent", "sert", "sentto"), FieldName.SENT),
    **dict.fromkeys(("date", "oate", "pate", "dale", "datetime", "creationdatetime", "datetimesent"), FieldName.SENT),
    **dict.fromkeys(("senton", "datesent", "sentdate", "postedat", "emailsent", "senttime"), FieldName.SENT),
    **dict.fromkeys(("dato", "datum", "fecha", "data", "päiväys", "дата"), FieldName.SENT),
    **dict.fromkeys(("envoye", "envoyé", "envoyele", "envoyéle", "envoys", "envoysle"), FieldName.SENT),
    **dict.fromkeys(("gesendet", "enviado", "enviadoel"), FieldName.SENT),
    **dict.fromkeys(("enviada", "enviadaem", "enviadoem", "inviato", "verzonden", "skickat", "sendt"), FieldName.SENT),
    **dict.fromkeys(("lähetetty", "wysłano", "odesláno", "отправлено"), FieldName.SENT),
    **dict.fromkeys(("subject", "subjed", "subj", "subjcct", "sub", "emailsubject"), FieldName.SUBJECT),
    **dict.fromkeys(("objet", "betreff", "asunto", "oggetto", "onderwerp", "assunto"), FieldName.SUBJECT),
    **dict.fromkeys(("ämne", "emne", "aihe", "temat", "předmět", "тема"), FieldName.SUBJECT),
    **dict.fromkeys(("attachments", "attachment", "attach", "attachrnents"), FieldName.ATTACHMENTS),
    **dict.fromkeys(
        ("anlagen", "anlage", "piècesjointes", "adjuntos", "bijlagen", "allegati", "anexos"), FieldName.ATTACHMENTS
    ),
    **dict.fromkeys(("importance", "priority", "sensitivity", "replyto", "conversation", "categories"), None),
    **dict.fromkeys(("flagstatus", "followupflag", "organization", "expires", "sentby", "history", "size"), None),
    **dict.fromkeys(("datereceived", "receiveddate", "custodian", "attachmentcount", "itemid", "documentid"), None),
    **dict.fromkeys(TRAVEL),
    **dict.fromkeys(("read", "text", "prioritaet", "wichtigkeit", "importancia", "importanza"), None),
}

# Labels so short, or so common as words, that they count only beside another label of the same language.
FOREIGN = frozenset((
    *("de", "von", "da", "van", "från", "fra", "od", "a", "à", "an", "para", "aan", "till", "til", "komu", "do", "dw"),
    *("copie", "kopie", "kopia", "kopi", "cci", "cco", "ccn", "dato", "datum", "fecha", "data", "emne", "aihe"),
    *("envoye", "envoyé", "envoyele", "envoyéle", "envoys", "envoysle", "gesendet", "enviado", "enviadoel"),
    *("enviada", "enviadaem"),
    *("enviadoem", "inviato", "verzonden", "skickat", "sendt", "wysłano", "odesláno", "lähetetty", "lähettäjä"),
    *("objet", "betreff", "asunto", "oggetto", "onderwerp", "assunto", "ämne", "předmět", "от", "кому", "тема"),
    *("expediteur", "expéditeur", "absender", "remitente", "mittente", "afzender", "anlagen", "anlage", "отправлено"),
    *("destinataire", "destinatario", "empfänger", "destinatário", "vastaanottaja", "päiväys", "дата", "bijlagen"),
    *("temat", "копия", "piècesjointes", "adjuntos", "allegati", "anexos"),
    *("read", "text", "size", "history", "author", "creator"),
))  # fmt: skip

# Labels so long that they are known with one letter misread or lost.
_LONG = ("subject", "attachments", "importance")


def travels(label: str) -> bool:
    """Whether a label is one of the header that mail travels with, which programs seldom show."""
    return "".join(character for character in label.lower() if character.isalpha()) in TRAVEL


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
