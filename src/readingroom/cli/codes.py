"""The command that says what exemption codes mean."""

from __future__ import annotations

from typing import Annotated

import typer

from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.errors import NotFound
from readingroom.exemptions import EXEMPTIONS, LAWS, explain
from readingroom.pages import normal_codes


def add_to(app: typer.Typer) -> None:
    """Give this command to the program."""
    app.command()(codes)


def codes(
    code: Annotated[list[str] | None, typer.Argument(help='As printed: B6, "(b)(7)(C)", s.40(2). None: all.')] = None,
    as_json: AsJson = False,
    as_jsonl: AsJsonl = False,
) -> None:
    """What exemption codes stand for, in every law of the table that prints them."""
    found = EXEMPTIONS
    if code:
        found = tuple(
            one for printed in code for asked in normal_codes(printed) or (printed,) for one in explain(asked)
        )
        if not found:
            raise NotFound(f"no law of the table has {' or '.join(code)}", "`readingroom codes` lists all that it has")
    each = ({"code": one.code, "law": LAWS[one.law], "meaning": one.meaning} for one in found)
    columns = [(key, lambda one, key=key: one[key]) for key in ("code", "law", "meaning")]
    print_list(each, form_of(as_json, as_jsonl), columns)
