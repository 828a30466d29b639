"""Print-outs of many makes: one page for each, all of the same message."""

from dataclasses import replace

import pytest

from readingroom.copies import read_copies
from readingroom.model import Document, FieldName
from tests.copies.reading import SOURCE, read_drawn
from tests.drawn import draw_page

SENT, BODY = "2009-11-09T12:23", "Are they shut?"
ODO, NORA = "Odo Marsh <omarsh@lock.example>", "Nora Quill <nquill@harbour.example>"
TESS, IVO = "Tess Lamb <tlamb@harbour.example>", "Ivo Reed <ireed@harbour.example>"

# make, page, sender, addressees, copied
HEADS = [
    (
        "outlook owner rule",
        """
        Quill, Nora
        ______________________________________________________________________________
        From:               Odo Marsh <omarsh@lock.example>
        Sent:               Monday, November 9, 2009 12:23 PM
        To:                 Quill, Nora
        Cc:                 Lamb, Tess; Reed, Ivo
        Subject:            Gates
        Attachments:        gates.pdf; keys.xls

        Importance:         High

        Are they shut?
        """,
        ODO,
        ["Quill, Nora"],
        ["Lamb, Tess", "Reed, Ivo"],
    ),
    (
        "new outlook table without colons",
        """
        Outlook

        Gates

        From     Odo Marsh <omarsh@lock.example>
        Date     Mon 11/9/2009 12:23 PM
        To       Nora Quill <nquill@harbour.example>; Tess Lamb <tlamb@harbour.example>
        Cc       Ivo Reed <ireed@harbour.example>

        Are they shut?
        """,
        ODO,
        [NORA, TESS],
        [IVO],
    ),
    (
        "owa 2010",
        """
        Gates
        Odo Marsh [omarsh@lock.example]
        Sent: Monday, November 09, 2009 12:23 PM
        To:   Nora Quill
        Cc:   Tess Lamb

        Are they shut?
        """,
        "Odo Marsh [omarsh@lock.example]",
        ["Nora Quill"],
        ["Tess Lamb"],
    ),
    (
        "owa 2013",
        """
        Re: Gates
        Odo Marsh
        Mon 11/9/2009 12:23 PM
        Inbox
        To: Nora Quill <nquill@harbour.example>;
        Cc: Tess Lamb;
        1 attachments (34 KB)
        gates.pdf;

        Are they shut?
        """,
        "Odo Marsh",
        [NORA],
        ["Tess Lamb"],
    ),
    (
        "owa 2016",
        """
        11/12/2009                          Mail - nquill@harbour.example

        Gates

        Odo Marsh <omarsh@lock.example>
        Mon 11/9/2009 12:23 PM

        To: Nora Quill <nquill@harbour.example>;

        Are they shut?
        """,
        ODO,
        [NORA],
        [],
    ),
    (
        "gmail foot",
        """
        11/12/2009                                   Harbour Mail - Gates

                                                           Nora Quill <nquill@harbour.example>

        Gates
        1 message

        Odo Marsh <omarsh@lock.example>                                    Mon, Nov 9, 2009 at 12:23 PM
        To: Nora Quill <nquill@harbour.example>, "Lamb, Tess" <tlamb@harbour.example>

        Are they shut?






        https://mail.lock.example/mail/u/0/?ui=2&ik=12                                                   1/1
        """,
        ODO,
        [NORA, '"Lamb, Tess" <tlamb@harbour.example>'],
        [],
    ),
    (
        "notes",
        """
        Odo Marsh/LK/HBR                 To  Nora Quill/PL/HBR@HBR
        11/09/2009 12:23 PM              cc  Tess Lamb/PL/HBR@HBR, Ivo Reed/PL/HBR@HBR
                                        bcc
                                    Subject  Gates

        Are they shut?
        """,
        "Odo Marsh/LK/HBR",
        ["Nora Quill/PL/HBR@HBR"],
        ["Tess Lamb/PL/HBR@HBR", "Ivo Reed/PL/HBR@HBR"],
    ),
    (
        "notes address below name",
        """
        "Marsh, Odo"
        <omarsh@lock.example>             To  "Quill, Nora" <nquill@harbour.example>
        11/09/2009 12:23 PM               cc
                                     Subject  Gates

        Are they shut?
        """,
        '"Marsh, Odo" <omarsh@lock.example>',
        ['"Quill, Nora" <nquill@harbour.example>'],
        [],
    ),
    (
        "notes labels",
        """
        From:      Odo Marsh/LK/HBR
        To:        Nora Quill/PL/HBR@HBR
        Cc:        Tess Lamb/PL/HBR@HBR
        Date:      11/09/2009 12:23 PM
        Subject:   Gates
        ________________________________________________________________

        Are they shut?
        """,
        "Odo Marsh/LK/HBR",
        ["Nora Quill/PL/HBR@HBR"],
        ["Tess Lamb/PL/HBR@HBR"],
    ),
    (
        "notes on",
        """
        Odo Marsh on 11/09/2009 12:23:16 PM

        To:      Nora Quill/PL/HBR@HBR
        cc:      Tess Lamb/PL/HBR@HBR
        Subject: Gates

        Are they shut?
        """,
        "Odo Marsh",
        ["Nora Quill/PL/HBR@HBR"],
        ["Tess Lamb/PL/HBR@HBR"],
    ),
    (
        "apple",
        """
        From: Odo Marsh omarsh@lock.example
        Subject: Gates
        Date: November 9, 2009 at 12:23 PM
        To: Nora Quill nquill@harbour.example
        Cc: Tess Lamb tlamb@harbour.example, Ivo Reed ireed@harbour.example

        Are they shut?
        """,
        "Odo Marsh omarsh@lock.example",
        ["Nora Quill nquill@harbour.example"],
        ["Tess Lamb tlamb@harbour.example", "Ivo Reed ireed@harbour.example"],
    ),
    (
        "thunderbird",
        """
        Subject: Gates
        From: Odo Marsh <omarsh@lock.example>
        Date: 11/9/2009 12:23 PM
        To: Nora Quill <nquill@harbour.example>

        Are they shut?
        """,
        ODO,
        [NORA],
        [],
    ),
    (
        "aol",
        """
        Subj:    Gates
        Date:    11/9/2009 12:23:16 P.M. Pacific Standard Time
        From:    omarsh@lock.example
        To:      nquill@harbour.example
        Sent from the Internet (Details)

        Are they shut?
        """,
        "omarsh@lock.example",
        ["nquill@harbour.example"],
        [],
    ),
    (
        "mbox",
        """
        From omarsh@lock.example Mon Nov  9 12:23:20 2009
        Return-Path: <omarsh@lock.example>
        Received: from lamp.lock.example (lamp.lock.example [192.0.2.7])
                by post.harbour.example with ESMTP id 0B1; Mon, 9 Nov 2009 12:23:19 -0800
        Message-ID: <0911091223@lock.example>
        Date: Mon, 9 Nov 2009 12:23:16 -0800 (PST)
        From: Odo Marsh <omarsh@lock.example>
        X-Mailer: Lamp 2.1
        To: Nora Quill <nquill@harbour.example>
        Cc: Tess Lamb <tlamb@harbour.example>,
                Ivo Reed <ireed@harbour.example>
        Subject: Gates
        MIME-Version: 1.0
        Content-Type: TEXT/PLAIN; charset=US-ASCII

        Are they shut?
        """,
        ODO,
        [NORA],
        [TESS, IVO],
    ),
    (
        "to first (nuix)",
        """
        To:       Quill, Nora[Quill.Nora@harbour.example]; Lamb, Tess[Lamb.Tess@harbour.example]
        Cc:       Reed, Ivo[Reed.Ivo@harbour.example]
        From:     Marsh, Odo
        Sent:     Mon 11/9/2009 12:23:16 PM
        Subject:  Gates

        Are they shut?
        """,
        "Marsh, Odo",
        ["Quill, Nora[Quill.Nora@harbour.example]", "Lamb, Tess[Lamb.Tess@harbour.example]"],
        ["Reed, Ivo[Reed.Ivo@harbour.example]"],
    ),
    (
        "relativity",
        """
        Message

        From:          Odo Marsh [omarsh@lock.example]
        Sent:          11/9/2009 12:23:16 PM
        To:            Nora Quill [nquill@harbour.example]
        CC:            Lamb, Tess [/O=HARBOUR/OU=EXCHANGE ADMINISTRATIVE GROUP
                       (FYDIBOHF23SPDLT)/cn=Recipients/cn=TLamb]; Reed, Ivo [ireed@harbour.example]
        Subject:       Gates
        Attachments:   gates.pdf

        Are they shut?
        """,
        "Odo Marsh [omarsh@lock.example]",
        ["Nora Quill [nquill@harbour.example]"],
        [
            "Lamb, Tess [/O=HARBOUR/OU=EXCHANGE ADMINISTRATIVE GROUP (FYDIBOHF23SPDLT)/cn=Recipients/cn=TLamb]",
            "Reed, Ivo [ireed@harbour.example]",
        ],
    ),
    (
        "table export",
        """
        Item ID            40012
        Author             Odo Marsh <omarsh@lock.example>
        Recipients         Nora Quill <nquill@harbour.example>; Tess Lamb <tlamb@harbour.example>
        Date Sent          11/9/2009 12:23:16 PM
        Subject            Gates

        Are they shut?
        """,
        ODO,
        [NORA, TESS],
        [],
    ),
    (
        "table export 2",
        """
        Document ID:       40012
        Custodian:         Quill, Nora
        Author:            Odo Marsh <omarsh@lock.example>
        To:                Nora Quill <nquill@harbour.example>
        CC:
        Sent Date:         2009-11-09 12:23:16
        Email Subject:     Gates
        Attachment Count:  0

        Are they shut?
        """,
        ODO,
        [NORA],
        [],
    ),
    (
        "vault",
        """
        Subject:  Gates
        From:     Odo Marsh <omarsh@lock.example>
        To:       Nora Quill <nquill@harbour.example>
        Date Sent:    Monday, November 9, 2009 12:23:16 PM GMT-08:00
        Date Received:   Monday, November 9, 2009 12:23:18 PM GMT-08:00

        Are they shut?
        """,
        ODO,
        [NORA],
        [],
    ),
    (
        "barracuda archive",
        """
        From: Odo Marsh <omarsh@lock.example>
        Date: Monday, November 9, 2009 12:23:16 PM
        To: Nora Quill <nquill@harbour.example>
        Subject: [EXTERNAL] Gates
        Size: 12 KB
        Attachments: gates.pdf (10 KB)
        ____________________________________________

        Are they shut?
        """,
        ODO,
        [NORA],
        [],
    ),
    (
        "arms",
        """
        RECORD TYPE: FEDERAL     (NOTES MAIL)

        CREATOR: Odo Marsh     ( CN=Odo Marsh/OU=LK/O=HBR   [ HBR ] )

        CREATION DATE/TIME:  9-NOV-1999 12:23:16.00

        SUBJECT:     Gates

        TO: Nora Quill ( CN=Nora Quill/OU=PL/O=HBR   @ HBR [ HBR ] )
        READ:UNKNOWN

        CC: Tess Lamb ( CN=Tess Lamb/OU=PL/O=HBR   @ HBR [ HBR ] )
        READ:UNKNOWN

        TEXT:
        Are they shut?
        """,
        "Odo Marsh ( CN=Odo Marsh/OU=LK/O=HBR [ HBR ] )",
        ["Nora Quill ( CN=Nora Quill/OU=PL/O=HBR @ HBR [ HBR ] )"],
        ["Tess Lamb ( CN=Tess Lamb/OU=PL/O=HBR @ HBR [ HBR ] )"],
    ),
    (
        "outlook x500 from",
        """
        From: Odo Marsh </O=HARBOUR/OU=FIRST ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=OMARSH>
        Sent: Monday, November 9, 2009 12:23 PM
        To: 'Nora Quill'; 'tlamb@harbour.example'
        Subject: Gates

        Are they shut?
        """,
        "Odo Marsh </O=HARBOUR/OU=FIRST ADMINISTRATIVE GROUP/CN=RECIPIENTS/CN=OMARSH>",
        ["'Nora Quill'", "'tlamb@harbour.example'"],
        [],
    ),
    (
        "behalf",
        """
        From:         Harbour Desk [mailto:desk@harbour.example] On Behalf Of Odo Marsh
        Sent:         Monday, November 9, 2009 12:23 PM
        To:           'Nora Quill'
        Subject:      Gates

        Are they shut?
        """,
        "Harbour Desk [mailto:desk@harbour.example] On Behalf Of Odo Marsh",
        ["'Nora Quill'"],
        [],
    ),
    (
        "portfolio bare",
        """
        From          Marsh, Odo
        Sent          Monday, November 9, 2009 12:23 PM
        To            Quill, Nora
        Subject       Gates

        Are they shut?
        """,
        "Marsh, Odo",
        ["Quill, Nora"],
        [],
    ),
]


@pytest.mark.parametrize(("make", "page", "sender", "to", "cc"), HEADS, ids=[head[0] for head in HEADS])
def test_head(make: str, page: str, sender: str, to: list[str], cc: list[str]) -> None:
    (copy_,) = read_drawn(page).copies
    assert copy_.field(FieldName.FROM).value == sender
    assert [part.text for part in copy_.field(FieldName.TO).parts] == to
    assert [part.text for part in copy_.field(FieldName.CC).parts] == cc
    assert copy_.field(FieldName.SENT).value == SENT.replace("2009", "1999" if make == "arms" else "2009")
    assert copy_.field(FieldName.SUBJECT).value.removeprefix("Re: ").removeprefix("[EXTERNAL] ") == "Gates"
    assert copy_.body.text == BODY


QUOTING = """
        From: Nora Quill <nquill@harbour.example>
        To: Odo Marsh <omarsh@lock.example>
        Sent: Tuesday, November 10, 2009 8:00 AM
        Subject: Re: Gates

        Shut.

        {}

        {}Are they shut?
"""
INTRODUCTIONS = [
    ("On Nov 9, 2009, at 12:23 PM, Odo Marsh <omarsh@lock.example> wrote:", ODO),
    ("On 9 November 2009 12:23, Odo Marsh <omarsh@lock.example> wrote:", ODO),
    ('On 11/9/09, 12:23 PM, "Odo Marsh" <omarsh@lock.example> wrote:', '"Odo Marsh" <omarsh@lock.example>'),
    ("At 12:23 PM 11/9/2009, Odo Marsh wrote:", "Odo Marsh"),
    ("Odo Marsh <omarsh@lock.example> wrote on 11/09/2009 12:23:16 PM:", ODO),
    ("Odo Marsh <omarsh@lock.example> wrote (9 Nov 2009 12:23):", ODO),
    ("Odo Marsh---11/09/2009 12:23:16 PM---Are they shut?", "Odo Marsh"),
    ("In a message dated 11/9/2009 12:23:16 P.M. Pacific Standard Time, omarsh@lock.example writes:", ODO[11:-1]),
    (">>> Odo Marsh 11/9/2009 12:23 PM >>>", "Odo Marsh"),
    ('>>> "Marsh, Odo" <omarsh@lock.example> 11/09/09 12:23PM >>>', '"Marsh, Odo" <omarsh@lock.example>'),
    ("Le lun. 9 nov. 2009 à 12:23, Odo Marsh <omarsh@lock.example> a\n        écrit :", ODO),
    ("Am 09.11.2009 um 12:23 schrieb Odo Marsh <omarsh@lock.example>:", ODO),
    ("Am Mo., 9. Nov. 2009 um 12:23 Uhr schrieb Odo Marsh <omarsh@lock.example>:", ODO),
    ("El 9 de noviembre de 2009, 12:23, Odo Marsh <omarsh@lock.example> escribió:", ODO),
    ("Op ma 9 nov. 2009 om 12:23 schreef Odo Marsh <omarsh@lock.example>:", ODO),
    ("Il giorno 9 novembre 2009 12:23, Odo Marsh <omarsh@lock.example> ha scritto:", ODO),
    ("Em 9 de novembro de 2009 12:23, Odo Marsh <omarsh@lock.example> escreveu:", ODO),
    ("Den 9 nov. 2009 kl. 12:23 skrev Odo Marsh <omarsh@lock.example>:", ODO),
]


@pytest.mark.parametrize("marks", ["", "> "])
@pytest.mark.parametrize(("introduction", "sender"), INTRODUCTIONS)
def test_introduction(introduction: str, sender: str, marks: str) -> None:
    top, quoted = read_drawn(QUOTING.format(introduction, marks)).copies
    assert quoted.field(FieldName.FROM).value == sender
    assert quoted.field(FieldName.SENT).value == SENT
    assert (top.body.text, quoted.body.text) == ("Shut.", BODY)


# From, Sent, To, Cc, Subject, a day, and what stands over a quotation
TONGUES = [
    ("Von", "Gesendet", "An", "Cc", "Betreff", "Montag, 9. November 2009", "Ursprüngliche Nachricht"),
    ("De", "Envoyé", "À", "Cc", "Objet", "lundi 9 novembre 2009", "Message d'origine"),
    ("De", "Enviado el", "Para", "CC", "Asunto", "lunes, 9 de noviembre de 2009", "Mensaje original"),
    ("Van", "Verzonden", "Aan", "CC", "Onderwerp", "maandag 9 november 2009", "Oorspronkelijk bericht"),
    ("Da", "Inviato", "A", "Cc", "Oggetto", "lunedì 9 novembre 2009", "Messaggio originale"),
    ("De", "Enviado", "Para", "Cc", "Assunto", "segunda-feira, 9 de novembro de 2009", "Mensagem original"),
    ("Från", "Skickat", "Till", "Kopia", "Ämne", "den 9 november 2009", "Ursprungligt meddelande"),
]


@pytest.mark.parametrize(("from_", "sent", "to", "cc", "subject", "day", "separator"), TONGUES)
def test_tongue(from_: str, sent: str, to: str, cc: str, subject: str, day: str, separator: str) -> None:
    top, quoted = read_drawn(f"""
        {from_}: Quill, Nora <nquill@harbour.example>
        {sent}: {day} 13:05
        {to}: Marsh, Odo; Lamb, Tess
        {cc}: Reed, Ivo
        {subject}: Gates

        Shut.

        -----{separator}-----
        {from_}: Marsh, Odo
        {sent}: {day} 12:23
        {to}: Quill, Nora
        {subject}: Gates

        Are they shut?
    """).copies
    assert [part.text for part in top.field(FieldName.TO).parts] == ["Marsh, Odo", "Lamb, Tess"]
    assert top.field(FieldName.CC).value == "Reed, Ivo"
    assert (top.field(FieldName.SENT).value, top.body.text) == ("2009-11-09T13:05", "Shut.")
    assert (quoted.field(FieldName.FROM).value, quoted.field(FieldName.SENT).value) == ("Marsh, Odo", SENT)
    assert (quoted.field(FieldName.SUBJECT).value, quoted.body.text) == ("Gates", BODY)


NO_MAIL = [
    """
        DATE:     November 9, 2009
        TO:       Nora Quill
        THROUGH:  Tess Lamb
        FROM:     Odo Marsh
        SUBJECT:  Gates

        The gates want paint.
    """,
    """
        Date:     November 9, 2009
        To:       Nora Quill, Harbour Master
        From:     Odo Marsh
        Subject:  Gates

        The gates want paint.
    """,
    """
        FAX TRANSMITTAL
        To:  Nora Quill                 From:  Odo Marsh
        Fax: 555-0142                   Pages: 3
        Phone: 555-0143                 Date:  11/9/2009
        Re:  Gates                      CC:
    """,
    """
        Subject:              Gates meeting
        Location:             Lamp room

        Start:                Tue 11/10/2009 3:00 PM
        End:                  Tue 11/10/2009 4:00 PM

        Organizer:            Odo Marsh
        Required Attendees:   Nora Quill; Tess Lamb
    """,
    """
        RR RUEHC
        R 091223Z NOV 09
        FM HARBOUR LOCK
        TO RUEHC/SECHARBOUR 1234
        SUBJECT: GATES

        1. The gates are shut.
    """,
]


@pytest.mark.parametrize("page", NO_MAIL)
def test_what_only_looks_like_mail(page: str) -> None:
    assert read_drawn(page).copies == ()


def test_a_sender_under_a_subject_in_larger_print_is_no_subject_however_high_ocr_takes_it_for() -> None:
    page = draw_page(
        """
        lock gates
        .
        Nora Quill
        Tue 11/10/2009 3:30 PM
        To: Odo Marsh
        .
        The gates are shut, and I will not ask again.
        """,
        source=SOURCE,
        confidence=0.95,
    )
    higher = {"lock": 6.0, "gates": 6.0, "Nora": 2.5, "Quill": 2.5}
    words = tuple(
        word._replace(box=word.box._replace(y0=word.box.y0 - higher.get(word.text, 0.0))) for word in page.words
    )
    document = Document(id="d", source=SOURCE, first_page=1, last_page=1, number="")
    (copy_,) = read_copies(document, [replace(page, words=words)], (), ()).copies
    assert copy_.field(FieldName.FROM).value == "Nora Quill"
    assert copy_.field(FieldName.SUBJECT).value == "lock gates"


def test_days_that_tell_the_order_of_others() -> None:
    first, second = read_drawn("""
        From: Odo Marsh
        Sent: 09/11/2009 13:23
        To: Nora Quill
        Subject: Gates

        Are they shut?

        -----Original Message-----
        From: Nora Quill
        Sent: 30/10/2009 16:05
        To: Odo Marsh
        Subject: Gates

        Gates?
    """).copies
    assert first.field(FieldName.SENT).value == "2009-11-09T13:23"
    assert second.field(FieldName.SENT).value == "2009-10-30T16:05"
    assert min(copy_.field(FieldName.SENT).confidence for copy_ in (first, second)) >= 0.9
