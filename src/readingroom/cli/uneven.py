"""Commands that list what one copy hides and another prints, and what is hidden under different codes."""

from __future__ import annotations

import typer

from readingroom.case import open_case
from readingroom.case.ask_names import source_names
from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.show.uneven_records import code_difference_record, uneven_record
from readingroom.store import code_differences as differences_of
from readingroom.store import uneven_redactions


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command("uneven")(uneven)
    app.command("code-differences")(code_differences)


def uneven(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Words that one copy hides and another prints. The list begins with what uncovers most, and surest.

    Only print is compared: text that lies under a mark in a file is never used.
    """
    store = open_case(case).store
    names = source_names(store)
    print_list(
        (uneven_record(one, rank, names) for rank, one in enumerate(uneven_redactions(store), 1)),
        form_of(as_json, as_jsonl),
        (
            ("rank", lambda one: one["rank"]),
            ("field", lambda one: one["field"]),
            ("words", lambda one: one["words"]),
            ("hidden in", lambda one: "\n".join(_place(place) for place in one["hidden_in"])),
            ("codes", lambda one: ", ".join(one["hidden_in"][0]["codes"])),
            ("told by", lambda one: one["told"]),
            ("printed in", lambda one: _place(one["shown_in"][0])),
        ),
    )


def code_differences(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """The same words of a message hidden in two copies under different codes."""
    store = open_case(case).store
    names = source_names(store)
    print_list(
        (code_difference_record(one, names) for one in differences_of(store)),
        form_of(as_json, as_jsonl),
        (
            ("message", lambda one: one["message"]),
            ("field", lambda one: one["field"]),
            ("before", lambda one: one["before"]),
            ("after", lambda one: one["after"]),
            ("codes", lambda one: "\n".join(f"{_place(p)} {', '.join(p['codes'])}" for p in one["places"])),
        ),
    )


def _place(place: dict[str, object]) -> str:
    return f"{place['source']}:{place['page']}"
