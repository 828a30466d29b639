"""Commands that list what is in a case, for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import typer

from readingroom.case import STAGES, Case, open_case
from readingroom.case.ask_hides import list_redactions
from readingroom.case.ask_lists import (
    list_copies,
    list_documents,
    list_ghosts,
    list_messages,
    list_pages,
    list_problems,
    place_name,
)
from readingroom.case.ask_names import Names, names_of
from readingroom.cli.output import AsJson, AsJsonl, columns, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.model import TextFrom, TextWhy
from readingroom.show import records
from readingroom.store import documents, releases_of_sources, stamps


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command("messages")(messages)
    app.command("copies")(copies)
    app.command("documents")(documents_)
    app.command("pages")(pages)
    app.command("stamps")(stamps_)
    app.command("redactions")(redactions_)
    app.command("problems")(problems)
    app.command("stages")(stages)


def copies(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every printing of every message, as printed."""
    with_names, opened = _named(case)

    def each() -> Iterator[records.Record]:
        for listed in list_copies(opened):
            copy_ = listed.copy
            yield records.copy_record(
                copy_,
                doc=with_names.doc.get(copy_.document, copy_.document),
                source_name=place_name(with_names, copy_.source),
                first_page=listed.first_page,
                message=listed.message,
            )

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("doc", lambda one: one["doc"]),
            ("nth", lambda one: one["nth"]),
            ("page", lambda one: one["source_page"]),
            ("sent", lambda one: one["sent"] or f"({one['states']['sent']})"),
            ("from", lambda one: one["from"] or f"({one['states']['from']})"),
            ("subject", lambda one: one["subject"] or f"({one['states']['subject']})"),
            ("codes", lambda one: " ".join(one["codes"])),
        ),
    )


def messages(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every message once, with all its copies."""
    with_names, opened = _named(case)

    def each() -> Iterator[records.Record]:
        first_page = {row.document.id: row.document.first_page for row in documents(opened.store)}
        for listed in list_messages(opened):
            row = listed.row
            yield records.message_record(
                message_id=row.message.id,
                sender=row.sender,
                to=row.recipients,
                cc=row.cc,
                sent=row.message.sent,
                subject=row.subject,
                body=listed.body,
                restored=row.message.restored,
                copies=[
                    {
                        "doc": with_names.doc.get(copy_.document, copy_.document),
                        "nth": copy_.nth,
                        "page": copy_.page - first_page.get(copy_.document, copy_.page) + 1,
                        "id": copy_.id,
                        "ground": records.ground_record(ground),
                    }
                    for copy_, ground in zip(listed.copies, row.message.grounds, strict=True)
                ],
                status=row.message.status.value,
                conversation=row.message.conversation,
            )

        yield from map(records.ghost_record, list_ghosts(opened))

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("sent", lambda one: one["sent"] or ("not here" if one["status"] == "ghost" else "no date read")),
            ("from", lambda one: one["from"]),
            ("to", lambda one: "; ".join(one["to"])),
            ("subject", lambda one: one["subject"]),
            ("copies", lambda one: len(one["copies"])),
            ("id", lambda one: one["id"]),
        ),
    )


def documents_(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every print-out in the release: where it begins and ends, and what it is."""
    with_names, opened = _named(case)
    came_with = releases_of_sources(opened.store)
    each = (
        records.document_record(
            listed.document,
            listed.kind,
            [records.attachment_record(one, place_name(with_names, one.source)) for one in listed.attachments],
            doc=with_names.doc.get(listed.document.id, listed.document.id),
            source_name=place_name(with_names, listed.document.source),
            releases=came_with.get(listed.document.source, ()),
        )
        for listed in list_documents(opened)
    )
    print_list(
        each,
        form_of(as_json, as_jsonl),
        columns("doc", "number", "first_page", "last_page", "kind"),
    )


def pages(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every page that is expected, and what became of it."""
    with_names, opened = _named(case)
    each = (
        records.page_record(
            source_name=place_name(with_names, page.source),
            number=page.number,
            width=page.width,
            height=page.height,
            text_from="" if page.text_from is TextFrom.NONE else page.text_from.value,
            why="" if page.why is TextWhy.NONE else page.why.value,
            lay=page.lay,
            state=page.state,
            problem=page.problem,
        )
        for page in list_pages(opened)
    )
    print_list(each, form_of(as_json, as_jsonl), columns("source", "page", "text_from", "why", "state", "problem"))


def stamps_(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every stamp: what somebody else than the writer printed on a page."""
    with_names, opened = _named(case)
    each = (records.stamp_record(stamp, place_name(with_names, stamp.source)) for stamp in stamps(opened.store))
    print_list(each, form_of(as_json, as_jsonl), columns("source", "page", "kind", "text"))


def redactions_(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every mark that says that something was taken out."""
    with_names, opened = _named(case)
    each = (
        records.redaction_record(one, place_name(with_names, one.source), hides)
        for one, hides in list_redactions(opened)
    )
    print_list(
        each,
        form_of(as_json, as_jsonl),
        (
            ("source", lambda one: one["source"]),
            ("page", lambda one: one["page"]),
            ("kind", lambda one: one["kind"]),
            ("where", lambda one: one["where"]),
            ("hides", lambda one: one["hides"]),
            ("codes", lambda one: " ".join(one["codes"])),
        ),
    )


def problems(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """What went wrong where, and what to do about it."""
    with_names, opened = _named(case)
    each = (records.problem_record(one, place_name(with_names, one.source)) for one in list_problems(opened))
    print_list(each, form_of(as_json, as_jsonl), columns("source", "page", "reason", "what", "hint"))


def stages(as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """The table of stages: what is done to a release, in order."""
    each = (
        {
            "name": stage.name,
            "version": stage.version,
            "takes": stage.takes,
            "gives": stage.gives,
            "cut_by": stage.cut_by,
            "tools": list(stage.tools),
        }
        for stage in STAGES
    )
    print_list(each, form_of(as_json, as_jsonl), columns("name", "version", "takes", "gives", "cut_by"))


def _named(case: Path) -> tuple[Names, Case]:
    opened = open_case(case)
    return names_of(opened.store), opened
