"""The command that tells of hidden text, and shows that of one page to somebody who asks for it."""

from __future__ import annotations

import getpass
from collections.abc import Iterable
from typing import Annotated

import typer

from readingroom.case import open_case
from readingroom.case.ask_hidden import reveal_hidden
from readingroom.case.ask_names import names_of
from readingroom.case.ask_show import find_shown
from readingroom.cli.output import AsJson, AsJsonl, columns, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.errors import UsageError
from readingroom.show.records import Record, hidden_record
from readingroom.store import hidden_texts


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command("hidden-text")(hidden_text)


def hidden_text(
    case: CaseArgument,
    page: Annotated[str, typer.Option("--page", help="Only this page (FILE:PAGE, or its number).")] = "",
    reveal: Annotated[
        bool, typer.Option("--reveal", help="Show the words of that page. The case's log keeps who asked, and when.")
    ] = False,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """Words that are in a file and do not show on its page: where and how many. No list or search holds them.

    They lie under a box, a picture or an annotation, have their ground's colour, or stand outside the page.
    """
    if reveal and not page:
        raise UsageError("--reveal shows one page at a time", "name it: --page FILE:PAGE --reveal")
    opened = open_case(case)
    names = names_of(opened.store)
    each: Iterable[Record]
    shown = columns("source", "page", "hidden_by", "words")
    if not page:
        each = (hidden_record(one, names.source[one.source]) for one in hidden_texts(opened.store))
    else:
        found = find_shown(opened, page)
        if reveal:
            revealed = reveal_hidden(opened, found.source, found.page, who=getpass.getuser())
            each = (hidden_record(place, names.source[place.source]) | {"text": text} for place, text in revealed)
            shown += columns("text")
        else:
            listed = hidden_texts(opened.store, found.source, found.page, found.page)
            each = (hidden_record(one, names.source[one.source]) for one in listed)
    print_list(each, form_of(as_json, as_jsonl), shown)
