"""The command that lays two releases of the same pages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from readingroom.case import open_case
from readingroom.case.ask_compare import compare_sides, ranked, side_of
from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.model import Difference, Span
from readingroom.show.records import Record, place_records
from readingroom.store import sources

First = Annotated[str, typer.Argument(metavar="A", help="A case; with --case, a release or a file in it.")]
Second = Annotated[str, typer.Argument(metavar="B", help="The later one, likewise.")]
Within = Annotated[Path | None, typer.Option("--case", help="The case that holds both.", show_default=False)]


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command()(compare)


def compare(
    first: First, second: Second, case: Within = None, as_json: AsJson = False, as_jsonl: AsJsonl = False
) -> None:
    """What release B shows otherwise than release A: words newly shown, newly hidden, pages gone, codes swapped.

    Pages are found again by the numbers that are printed on them, else by their text.
    """
    if case:
        opened = open_case(case)
        one, other = side_of(opened, first), side_of(opened, second)
    else:
        one, other = side_of(open_case(Path(first))), side_of(open_case(Path(second)))
    names = {source.id: source.name for side in (one, other) for source in sources(side.case.store)}

    def each() -> Iterator[Record]:
        for difference in ranked(list(compare_sides(one, other))):
            yield _record(difference, names)

    def page(side: str) -> Any:
        return lambda record: ", ".join(sorted({f"{at['source']} p. {at['page']}" for at in record[side]}))

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("kind", lambda one: one["kind"]),
            ("A", page("in_a")),
            ("B", page("in_b")),
            ("codes", lambda one: f"{' '.join(one['codes_a'])} → {' '.join(one['codes_b'])}".strip("→ ")),
            ("words", lambda one: one["words"]),
        ),
    )


def _record(difference: Difference, names: dict[str, str]) -> Record:
    return {
        "kind": difference.kind.value,
        "words": difference.words,
        "count": difference.length,
        "codes_a": list(difference.codes),
        "codes_b": list(difference.other_codes),
        "in_a": _places(difference.one, names),
        "in_b": _places(difference.other, names),
    }


def _places(span: Span | None, names: dict[str, str]) -> list[Record]:
    if span is None:
        return []
    if not span.boxes:
        return [{"source": names[span.source], "page": span.page, "box": []}]
    return place_records((span,), names[span.source])
