"""Commands that say who everybody was."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from readingroom.case import open_case
from readingroom.case.ask_lists import place_name
from readingroom.case.ask_names import names_of
from readingroom.case.ask_people import export_posts, import_posts, list_offices, list_people, list_posts
from readingroom.cli.output import AsJson, AsJsonl, Form, columns, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.errors import UsageError
from readingroom.show.people_records import person_record, post_record
from readingroom.show.records import Record
from readingroom.store import posts as stored_posts


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command()(people)
    app.command()(offices)
    app.command()(posts)


def people(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Everybody who sends, gets or signs: each with all printed names, posts, and why the names are one's."""
    opened = open_case(case)
    names = names_of(opened.store)

    def each() -> Iterator[Record]:
        for one in list_people(opened):
            held = [post_record(post, places, lambda source: place_name(names, source)) for post, places in one.posts]
            yield person_record(one.actor, held)

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("id", lambda one: one["id"]),
            ("kind", lambda one: one["kind"]),
            ("name", lambda one: one["name"]),
            ("names", lambda one: len(one["names"])),
            ("sent", lambda one: one["sent"]),
            ("received", lambda one: one["received"]),
            ("post", lambda one: _post_words(one["posts"])),
        ),
    )


def offices(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Offices and lists: those that send or get mail, and those that a post names."""
    each = (
        {
            "name": office.name,
            "names": list(office.names),
            "actors": [actor.id for actor in office.actors],
            "sent": sum(actor.sent for actor in office.actors),
            "received": sum(actor.received for actor in office.actors),
            "posts": [
                {
                    "title": post.title,
                    "name": post.name,
                    "holder": post.holder,
                    "since": post.since,
                    "until": post.until,
                }
                for post in office.posts
            ],
        }
        for office in list_offices(open_case(case))
    )
    shown = (*columns("name", "sent", "received"), ("posts", lambda one: len(one["posts"])))
    print_list(each, form_of(as_json, as_jsonl), shown)


def posts(
    asked: Annotated[
        list[str],
        typer.Argument(metavar="WHAT...", help="CASE; or import CASE FILE.csv; or export CASE.", show_default=False),
    ],
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """Who held which post when, as the release prints it and as tables say; take such a table in, or write it out.

    A table is CSV with the columns alias, post, holder, since, until, source. A file of the same name takes the place
    of what it said before. `readingroom read CASE` applies it.
    """
    match asked:
        case ["import", folder, file]:
            came, gone = import_posts(open_case(Path(folder)), Path(file))
            before = f" in place of {gone:,}" if gone else ""
            typer.echo(f"{came:,} lines taken in{before}; `readingroom read {folder}` applies them")
        case ["export", folder]:
            sys.stdout.writelines(export_posts(open_case(Path(folder))))
        case [folder]:
            _list_posts(Path(folder), form_of(as_json, as_jsonl))
        case _:
            what = "posts takes a case, or `import CASE FILE.csv`, or `export CASE`"
            raise UsageError(what, "see `readingroom posts --help`")


def _list_posts(folder: Path, form: Form) -> None:
    opened = open_case(folder)
    names = names_of(opened.store)
    each = (
        post_record(post, places, lambda source: place_name(names, source))
        for post, places in list_posts(opened, stored_posts(opened.store))
    )
    print_list(each, form, columns("title", "office", "name", "since", "until", "ground", "source"))


def _post_words(held: Sequence[Record]) -> str:
    """The post that is printed most, in short."""
    some = [post for post in held if post["title"]] or held
    if not some:
        return ""
    post = max(some, key=lambda one: len(one["copies"]))
    return ", ".join(filter(None, (post["title"], post["office"])))
