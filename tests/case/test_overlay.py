"""Corrections laid over drawn pages: found again by place, applied, satisfied, in conflict, ambiguous or orphaned."""

from dataclasses import replace

import pytest

from readingroom.case.overlay import agreed_headers, fit_cuts, fit_headers, lay_over, told_cuts
from readingroom.case.said import MESSAGES, agreed_pairs, live_corrections, withdrawn_entries
from readingroom.case.spots import header_boxes, spot_of
from readingroom.copies import ToldHeader, cut_documents, read_copies, sketch_page
from readingroom.model import (
    WHOLE_PAGE,
    Box,
    Correction,
    CorrectionEntry,
    CorrectionFit,
    CorrectionKind,
    CorrectionState,
    Document,
    FieldName,
    FieldState,
    Spot,
)
from readingroom.text import correction_id, entry_id
from tests.drawn import draw_page

SOURCE = "0" * 64
CHAIN = """
    From:    Rook, Ado
    Sent:    Tuesday, July 26, 2011 9:15 AM
    To:      Finch, Tom; Gull, Mira
    Subject: Lamps for the harbor
    .
    We need ten lamps.
    .
    -----Original Message-----
    From: Wren, Olaf
    Sent: Monday, July 25, 2011 4:40 PM
    To:
    Subject: Lamps
    .
    How many?
"""
DOCUMENT = Document(id="0" * 12 + "-p1", source=SOURCE, first_page=1, last_page=1, number="")


def read(text=CHAIN, told=(), shift=0.0):
    """The copies on a page; `shift` moves every word, as another OCR does."""
    page = draw_page(text)
    moved = (word._replace(box=Box(*(edge + shift for edge in word.box))) for word in page.words)
    return read_copies(DOCUMENT, [replace(page, words=tuple(moved))], (), (), told).copies


def says(copy_, name, *texts, state=FieldState.READ, was=None):
    field = copy_.field(name)
    return Correction(
        kind=CorrectionKind.FIELD,
        spots=(spot_of(copy_, name),),
        field=name,
        was=field.printed.text if was is None else was,
        was_state=field.state,
        says=texts,
        state=state,
    )


def laid(copies, *corrections):
    return lay_over(DOCUMENT, copies, {correction_id(one): one for one in corrections})


def entry(correction, who="Ada", at="2026-01-01T00:00:00+00:00"):
    return CorrectionEntry(id=entry_id(correction, who, at), correction=correction, who=who, at=at)


def test_a_field_says_what_somebody_says_where_it_is_printed():
    copies = read()
    done = laid(copies, says(copies[0], FieldName.FROM, "Rook, Ada"))
    field = done.copies[0].field(FieldName.FROM)
    assert (field.value, field.state, field.confidence) == ("Rook, Ada", FieldState.READ, 1.0)
    assert field.printed.runs[0].box == Box(81.0, 36.0, 126.0, 46.0)
    assert done.fits == (
        CorrectionFit(
            done.fits[0].correction, 0, CorrectionState.APPLIED, (copies[0].id,), "Rook, Ado", FieldState.READ
        ),
    )
    assert done.copies[1] == copies[1]


def test_a_line_that_shows_nothing_is_filled_addressee_by_addressee():
    copies = read()
    done = laid(copies, says(copies[1], FieldName.TO, "Rook, Ada", "Gull, Mira"))
    assert [part.text for part in done.copies[1].field(FieldName.TO).parts] == ["Rook, Ada", "Gull, Mira"]
    assert done.copies[1].field(FieldName.TO).printed.runs


@pytest.mark.parametrize("words", ["2011-07-26T09:45", "Tuesday, July 26, 2011 9:45 AM"])
def test_a_time_is_understood_as_printed_or_as_iso(words):
    copies = read()
    field = laid(copies, says(copies[0], FieldName.SENT, words)).copies[0].field(FieldName.SENT)
    assert field.value == "2011-07-26T09:45"


@pytest.mark.parametrize("state", [FieldState.BLANK, FieldState.REDACTED, FieldState.ABSENT])
def test_a_field_that_shows_nothing(state):
    copies = read()
    field = laid(copies, says(copies[0], FieldName.TO, state=state)).copies[0].field(FieldName.TO)
    assert (field.state, field.printed.text, field.parts) == (state, "", ())


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("Rook, Ado", CorrectionState.APPLIED),
        ("Rook, Ada", CorrectionState.SATISFIED),
        ("R00k, Ado", CorrectionState.APPLIED),  # the same print, as OCR misreads
        ("~~ Rook, Ado :", CorrectionState.APPLIED),  # with dirt around it
        ("Finch, Tom", CorrectionState.CONFLICT),
    ],
)
def test_what_the_machine_reads_later(now, state):
    correction = says(read()[0], FieldName.FROM, "Rook, Ada")
    later = read(CHAIN.replace("Rook, Ado", now), shift=2.5)
    done = laid(later, correction)
    assert done.fits[0].state is state
    assert done.copies[0].field(FieldName.FROM).value == (now if state is CorrectionState.CONFLICT else "Rook, Ada")


def test_another_minute_is_a_third_reading():
    correction = says(read()[0], FieldName.SENT, "2011-07-26T09:16")
    done = laid(read(CHAIN.replace("9:15 AM", "9:45 AM")), correction)
    assert done.fits[0].state is CorrectionState.CONFLICT
    assert done.copies[0].field(FieldName.SENT).value == "2011-07-26T09:45"


def test_where_the_machine_reads_nothing_any_more_it_says_nothing_against_it():
    correction = says(read()[0], FieldName.SUBJECT, "Lamps for the harbour")
    done = laid(read(CHAIN.replace("Lamps for the harbor", "")), correction)
    assert done.copies[0].field(FieldName.SUBJECT).value == "Lamps for the harbour"


def test_two_people_who_say_different_things_are_both_shown_and_neither_applied():
    copies = read()
    done = laid(copies, says(copies[0], FieldName.FROM, "Rook, Ada"), says(copies[0], FieldName.FROM, "Rook, Adam"))
    assert [fit.state for fit in done.fits] == [CorrectionState.CONFLICT] * 2
    assert done.copies == copies


def test_what_fits_two_headers_is_refused_and_both_are_shown():
    copies = read()
    boxes = [box for copy_ in copies for box in header_boxes(copy_).values()]
    around = Box(30, min(box.y0 for box in boxes), 500, max(box.y1 for box in boxes))
    correction = replace(says(copies[0], FieldName.FROM, "Rook, Ada"), spots=(Spot(SOURCE, 1, around),))
    done = laid(copies, correction)
    assert done.fits[0].state is CorrectionState.AMBIGUOUS
    assert set(done.fits[0].copies) == {copy_.id for copy_ in copies}
    assert done.copies == copies


def test_what_fits_nothing_is_an_orphan():
    correction = says(read()[0], FieldName.FROM, "Rook, Ada")
    done = laid(read("No header stands here."), correction)
    assert [fit.state for fit in done.fits] == [CorrectionState.ORPHAN]


@pytest.mark.parametrize("begins", [True, False])
def test_a_cut_or_none(begins):
    pages = [draw_page(CHAIN, number=number) for number in (1, 2, 3)]
    sketches = [sketch_page(page, (), ()) for page in pages]
    machine = cut_documents(SOURCE, sketches)
    assert [one.first_page for one in machine] == [1]
    kind = CorrectionKind.CUT if begins else CorrectionKind.NO_CUT
    told = {"c": Correction(kind=kind, spots=(Spot(SOURCE, 2, WHOLE_PAGE),))}
    cut = cut_documents(SOURCE, sketches, told_cuts(told))
    assert [one.first_page for one in cut] == ([1, 2] if begins else [1])
    (fit,) = fit_cuts(told, machine, (1, 2, 3))
    assert fit.state is (CorrectionState.APPLIED if begins else CorrectionState.SATISFIED)


def test_cuts_that_contradict_each_other_are_none():
    told = {
        kind.value: Correction(kind=kind, spots=(Spot(SOURCE, 2, WHOLE_PAGE),))
        for kind in (CorrectionKind.CUT, CorrectionKind.NO_CUT)
    }
    assert told_cuts(told) == {}
    assert {fit.state for fit in fit_cuts(told, (), (1, 2))} == {CorrectionState.CONFLICT}


def told_header(kind, box):
    return {"h": Correction(kind=kind, spots=(Spot(SOURCE, 1, box),))}


def test_a_header_that_is_none_becomes_text():
    machine = read()
    box = header_boxes(machine[1])[1]
    copies = read(told=[ToldHeader(1, box, False)])
    assert len(copies) == 1
    assert "Wren, Olaf" in copies[0].body.text
    fits = fit_headers(told_header(CorrectionKind.NO_HEADER, box), machine, copies)
    assert fits[0].state is CorrectionState.APPLIED


def test_a_header_that_was_not_found_begins_a_message_whose_fields_can_be_said():
    machine = read()
    line = next(run.box for run in machine[0].body.runs)
    copies = read(told=[ToldHeader(1, line, True)])
    assert [copy_.body.text for copy_ in copies] == ["", "We need ten lamps.", "How many?"]
    told = told_header(CorrectionKind.HEADER, line)
    assert fit_headers(told, machine, copies)[0].state is CorrectionState.APPLIED
    done = laid(copies, says(copies[1], FieldName.FROM, "Gull, Mira"))
    assert done.copies[1].field(FieldName.FROM).value == "Gull, Mira"
    assert agreed_headers(told | {"n": told_header(CorrectionKind.NO_HEADER, line)["h"]}) == {}


def pair(kind, one, other):
    return Correction(kind=kind, spots=tuple(sorted((one, other))))


def test_ends_of_pairs_are_found_in_another_reading():
    first, second = read()
    same = pair(CorrectionKind.SAME_MESSAGE, spot_of(first), spot_of(second))
    later = read(shift=3.0)
    fits = laid(later, same).fits
    assert {fit.end for fit in fits} == {0, 1}
    assert {fit.copies for fit in fits} == {(copy_.id,) for copy_ in later}


def test_a_name_is_found_beside_others_on_its_line():
    copies = read()
    mira = spot_of(copies[0], FieldName.TO, "Gull, Mira")
    person = pair(CorrectionKind.NOT_SAME_PERSON, mira, spot_of(copies[0], FieldName.FROM, "Rook, Ado"))
    later = read(CHAIN.replace("Gull, Mira", "Gu11, Mira"))
    assert {fit.reads for fit in laid(later, person).fits} == {"Rook, Ado", "Gu11, Mira"}


def test_same_and_not_the_same_that_contradict_each_other_do_not_count():
    """a = b, b = c, and a is not c: none of the three. d = e stands, and so does that a is not d."""
    spots = {name: Spot(SOURCE, 1, Box(10 * at, 0, 10 * at + 5, 5)) for at, name in enumerate("abcde")}
    told = [
        (CorrectionKind.SAME_MESSAGE, "ab"),
        (CorrectionKind.SAME_MESSAGE, "bc"),
        (CorrectionKind.NOT_SAME_MESSAGE, "ac"),
        (CorrectionKind.SAME_MESSAGE, "de"),
        (CorrectionKind.NOT_SAME_MESSAGE, "ad"),
    ]
    said = {names: pair(kind, *(spots[name] for name in names)) for kind, names in told}
    fits = [
        CorrectionFit(names, end, CorrectionState.APPLIED, (name,), "")
        for names in said
        for end, name in enumerate(names)
    ]
    found = agreed_pairs(fits, said, MESSAGES)
    assert (found.same, found.apart, found.disputed) == ((("d", "e"),), (("a", "d"),), {"ab", "bc", "ac"})


def test_undo_and_undo_of_undo_in_any_order():
    first = entry(says(read()[0], FieldName.FROM, "Rook, Ada"))
    undo = entry(Correction(kind=CorrectionKind.UNDO, undoes=first.id))
    again = entry(Correction(kind=CorrectionKind.UNDO, undoes=undo.id))
    assert withdrawn_entries([undo, first]) == {first.id}
    assert live_corrections([first, undo]) == {}
    for order in ([first, undo, again], [again, undo, first]):
        assert withdrawn_entries(order) == {undo.id}
        assert list(live_corrections(order).values()) == [first.correction]


def test_ten_thousand_undos_of_undos():
    chain = [entry(says(read()[0], FieldName.FROM, "Rook, Ada"))]
    for number in range(10_000):
        chain.append(entry(Correction(kind=CorrectionKind.UNDO, undoes=chain[-1].id), at=str(number)))
    assert chain[0].id not in withdrawn_entries(chain)
    assert chain[0].id in withdrawn_entries(chain[:-1])
