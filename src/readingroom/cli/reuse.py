"""The command that lists texts at work in two places."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from readingroom.case import open_case
from readingroom.case.ask_names import names_of
from readingroom.case.ask_reuse import list_reuses
from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.show.records import Record
from readingroom.show.reuse_records import reuse_record


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command()(reuse)


def reuse(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """One text at work in two places, with what was exchanged in it; the first to look at first."""
    opened = open_case(case)
    names = names_of(opened.store)

    def each() -> Iterator[Record]:
        for listed in list_reuses(opened):
            yield reuse_record(listed.reuse, listed.one, listed.other, names.doc, names.source)

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("rank", lambda one: one["rank"]),
            ("equal", lambda one: one["equal"]),
            ("one", lambda one: f"{one['one']['doc']}: {one['one']['subject']}"),
            ("other", lambda one: f"{one['other']['doc']}: {one['other']['subject']}"),
            (
                "exchanged",
                lambda one: "; ".join(
                    f"{swap['one']} → {swap['other']}" for swap in one["exchanged"] if swap["kind"] != "spelling"
                ),
            ),
        ),
    )
