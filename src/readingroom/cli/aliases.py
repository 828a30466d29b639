"""Commands on short signs: who is meant where, and what signs stand for."""

from __future__ import annotations

from collections.abc import Iterator

import typer

from readingroom.case import open_case
from readingroom.case.ask_aliases import list_mentions
from readingroom.case.ask_glance import ask_frame
from readingroom.case.ask_glossary import list_glossary
from readingroom.case.ask_lists import place_name
from readingroom.case.ask_names import names_of
from readingroom.cli.output import AsJson, AsJsonl, form_of, print_list
from readingroom.cli.reading import CaseArgument
from readingroom.show.alias_records import glossary_record, mention_record, searched_record
from readingroom.show.records import Record, place_records


def add_to(app: typer.Typer) -> None:
    """Give these commands to the program."""
    app.command("aliases")(aliases)
    app.command("glossary")(glossary)


def aliases(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every place where somebody is meant by a short sign or a part of a name: who, and why that is said."""
    opened = open_case(case)
    names = names_of(opened.store)

    def each() -> Iterator[Record]:
        for listed in list_mentions(opened):
            copy_ = listed.copy
            ground = [one for span in listed.ground for one in place_records((span,), place_name(names, span.source))]
            places = place_records(listed.spans, place_name(names, copy_.source))
            doc = names.doc.get(copy_.document, copy_.document)
            yield mention_record(listed.mention, copy_, places, ground, doc=doc)

    print_list(
        each(),
        form_of(as_json, as_jsonl),
        (
            ("words", lambda one: one["words"]),
            ("doc", lambda one: one["doc"]),
            ("nth", lambda one: one["nth"]),
            ("where", lambda one: one["where"]),
            ("person", lambda one: one["means"]["person"] or ""),
            ("office or post", lambda one: one["means"]["office"] or one["means"]["post"] or ""),
            ("ground", lambda one: one["ground"]["kind"]),
        ),
    )


def glossary(case: CaseArgument, as_json: AsJson = False, as_jsonl: AsJsonl = False) -> None:
    """Every short sign that the release uses: what it is expanded to, where, and what is never expanded."""
    opened = open_case(case)
    names = names_of(opened.store)
    coverage = searched_record(ask_frame(opened))
    print_list(
        (glossary_record(*listed, names.source, coverage) for listed in list_glossary(opened)),
        form_of(as_json, as_jsonl),
        (
            ("sign", lambda one: one["words"]),
            ("stands for", lambda one: "; ".join(meaning["words"] for meaning in one["meanings"][:3]) or "(nothing)"),
            ("ground", lambda one: one["meanings"][0]["ground"] if one["meanings"] else ""),
            ("uses", lambda one: one["uses"]),
            ("documents", lambda one: one["documents"]),
        ),
    )
