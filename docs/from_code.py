"""The parts of the reference that are written from code: one function a part, each gives Markdown.

`PARTS` names them; a page asks for one with `<!-- part: NAME -->`. Nothing here reads a case.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from typing import Any, NamedTuple

import typer

import readingroom
from readingroom import errors, model
from readingroom.case import STAGES, folder
from readingroom.cli import reading
from readingroom.cli.main import app
from readingroom.exemptions import EXEMPTIONS, LAWS
from readingroom.model import (
    actors,
    aliases,
    beside,
    corrections,
    drafts,
    evidence,
    findings,
    messages,
    order,
    packed,
    places,
    releases,
    reuse,
    uneven,
)
from readingroom.model import reading as reading_
from readingroom.pages.reasons import REASONS
from readingroom.show.language import LANGUAGE
from readingroom.store import found_tables, tables
from readingroom.web.app import ROUTES

DRAWERS = (
    places,
    evidence,
    reading_,
    messages,
    actors,
    aliases,
    findings,
    drafts,
    uneven,
    reuse,
    order,
    releases,
    corrections,
    packed,
    beside,
)


class Entry(NamedTuple):
    """A name of the vocabulary as its source tells it."""

    drawer: str
    name: str
    docstring: str
    attributes: tuple[tuple[str, str, str], ...]  # name, type or value, comment


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """A Markdown table. Cells are plain text or ready Markdown; bars and line ends are made harmless."""
    heads = tuple(heads)
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(_cell(cell) for cell in line) + " |" for line in lines)


def _cell(content: object) -> str:
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(str(content).split()))


def _code(text: object) -> str:
    return f"`{text}`" if str(text) else ""


# ---------------------------------------------------------------- commands


def commands() -> dict[str, Any]:
    """Every command by its name."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def written_option(option: Any) -> str:
    """An option as one types it."""
    value = "" if option.is_flag else f" {option.name.split('_')[-1].upper()}"
    return f"{option.opts[0]}{value}"


def _usage(name: str, command: Any) -> str:
    arguments = [one.metavar or one.name.upper() for one in command.params if one.param_type_name == "argument"]
    options = [one for one in command.params if one.param_type_name == "option"]
    words = ["readingroom", name, *(["[OPTIONS]"] if options else []), *arguments]
    return " ".join(words)


def command_list() -> str:
    """Every command with the first sentence of its help."""
    return table(
        ("command", "what it does"),
        ((f"[`{name}`](#{name})", _first_sentence(command.help)) for name, command in commands().items()),
    )


def command_pages() -> str:
    """Every command with its help, arguments and options."""
    return "\n\n".join(_command_page(name, command) for name, command in commands().items())


def _command_page(name: str, command: Any) -> str:
    rows = []
    for one in command.params:
        if one.param_type_name == "argument":
            optional = "" if one.required else f" Left out: `{one.default}`."
            rows.append((_code(one.metavar or one.name.upper()), f"{one.help}{optional}"))
        else:
            told = "" if one.is_flag or one.default in (None, "") else f" Left out: `{one.default}`."
            rows.append((_code(written_option(one)), f"{one.help}{told}"))
    parts = [f"### {name}", f"    {_usage(name, command)}", _paragraphs(command.help)]
    return "\n\n".join([*parts, *([table(("argument or option", "what it is"), rows)] if rows else [])])


def _paragraphs(text: str) -> str:
    return inspect.cleandoc(text)


def _first_sentence(text: str) -> str:
    first = " ".join(text.split("\n\n", maxsplit=1)[0].split())
    return first.split(". ")[0].rstrip(".")


# ---------------------------------------------------------------- errors, settings, stages, reasons, search


def error_classes() -> list[type[errors.ReadingroomError]]:
    """The family, by exit code."""
    found = [one for one in vars(errors).values() if inspect.isclass(one) and issubclass(one, errors.ReadingroomError)]
    return sorted(found, key=lambda one: one.exit_code)


def exit_codes() -> str:
    """Every exit code."""
    docstring = " ".join((errors.__doc__ or "").split())
    other = docstring.split("Other exit codes: ")[1].split(". Each message")[0]
    rows = [(one.exit_code, _code(one.__name__), inspect.getdoc(one)) for one in error_classes()]
    rows += [(code, "", words) for code, words in (one.strip().split(" ", 1) for one in other.split(";"))]
    return table(("code", "error", "what it means"), sorted(rows, key=lambda row: int(row[0])))


def settings() -> str:
    """What changes a result, and the limits of a worker."""
    about = next(entry for entry in vocabulary_entries() if entry.name == "Settings")
    comments = {name: comment for name, _, comment in about.attributes}
    changing = table(
        ("setting", "default", "what it is"),
        ((_code(one.name), _code(one.default), comments[one.name]) for one in fields(model.Settings)),
    )
    limits = table(
        ("limit of a worker", "value"),
        (
            ("wall time of one group of pages", f"{reading.PAGE_SECONDS:.0f} seconds"),
            ("address space (on Linux)", f"{reading.WORKER_MEMORY / 2**30:.0f} GiB"),
        ),
    )
    return f"{changing}\n\n{limits}"


def stages() -> str:
    """The table of stages."""
    return table(
        ("stage", "version", "takes", "gives", "cut by", "tools in its key"),
        (
            (
                _code(stage.name),
                stage.version,
                stage.takes,
                stage.gives,
                stage.cut_by,
                ", ".join(map(_code, stage.tools)),
            )
            for stage in STAGES
        ),
    )


def reasons() -> str:
    """Why a page or file could not be read."""
    return table(
        ("reason", "what", "what to do"),
        ((_code(name), reason.what.replace("{why}", "…"), reason.hint) for name, reason in REASONS.items()),
    )


def exemption_codes() -> str:
    """Every exemption code, law by law."""
    return "\n\n".join(
        f"**{name}**\n\n"
        + table(
            ("code", "what it stands for"), ((_code(one.code), one.meaning) for one in EXEMPTIONS if one.law == law)
        )
        for law, name in LAWS.items()
    )


def search_language() -> str:
    """The language of search."""
    return table(("write", "to find"), ((" ".join(map(_code, forms)), what) for forms, what in LANGUAGE))


# ---------------------------------------------------------------- vocabulary, tables, rooms, screens


def vocabulary_entries() -> Iterator[Entry]:
    """Every type of `model/` in its drawer, from the source itself: comments are part of what it says."""
    for drawer in DRAWERS:
        source = inspect.getsource(drawer)
        lines = source.splitlines()
        title = (drawer.__doc__ or "").partition("\n")[0].partition(":")[0]
        for node in ast.parse(source).body:
            if isinstance(node, ast.ClassDef):
                docstring = ast.get_docstring(node) or ""
                yield Entry(title, node.name, docstring, tuple(_attributes(node, lines)))


def _attributes(node: ast.ClassDef, lines: list[str]) -> Iterator[tuple[str, str, str]]:
    for one in node.body:
        if isinstance(one, ast.AnnAssign):
            written = ast.unparse(one.target), ast.unparse(one.annotation)
        elif isinstance(one, ast.Assign) and node.name not in {"Box", "Word"}:
            written = ast.unparse(one.targets[0]), str(ast.literal_eval(one.value))
        else:
            continue
        told = [lines[number - 1].partition("#")[2].strip() for number in range(one.lineno, (one.end_lineno or 0) + 1)]
        yield *written, " ".join(filter(None, told))


def vocabulary() -> str:
    """The glossary: every type, drawer by drawer."""
    written: list[str] = []
    drawer = ""
    for entry in vocabulary_entries():
        if entry.drawer != drawer:
            drawer = entry.drawer
            written.append(f"## {drawer.capitalize()}")
        written += [f"### {entry.name}", _paragraphs(entry.docstring)]
        if entry.attributes:
            rows = ((_code(name), _code(kind), comment) for name, kind, comment in entry.attributes)
            written.append(table(("name", "type or value", "what it is"), rows))
    return "\n\n".join(written)


def case_tables() -> str:
    """The tables in case.db."""
    source = inspect.getsource(tables) + inspect.getsource(found_tables)
    told = dict(re.findall(r'Table\(\n    "(\w+)",  # (.*)', source))
    return table(
        ("table", "what it holds", "columns"),
        (
            (_code(one.name), told.get(one.name, ""), " ".join(_code(column.name) for column in one.columns))
            for one in tables.metadata.tables.values()
        ),
    )


def case_folder() -> str:
    """What a case's own README says."""
    return f"```text\n{folder.README.rstrip()}\n```"


def rooms() -> str:
    """Every room with the first line of its page."""
    rows = []
    for found in pkgutil.iter_modules(readingroom.__path__):
        if found.name.startswith("_"):
            continue
        docstring = inspect.getdoc(importlib.import_module(f"readingroom.{found.name}")) or ""
        rows.append((_code(f"{found.name}{'/' if found.ispkg else '.py'}"), docstring.splitlines()[0]))
    return table(("room", "what it is"), rows)


def screens() -> str:
    """Every address of the reading room."""
    rows = []
    for path, handler, method in ROUTES:
        words = re.sub(r"^`[^`?]*`\W*", "", " ".join((handler.__doc__ or "").split()))
        rows.append((_code(path), method, handler.__name__.replace("_", " "), words))
    return table(("address", "method", "does", "how"), rows)


PARTS: dict[str, Callable[[], str]] = {
    "command-list": command_list,
    "commands": command_pages,
    "exit-codes": exit_codes,
    "settings": settings,
    "stages": stages,
    "reasons": reasons,
    "codes": exemption_codes,
    "search": search_language,
    "vocabulary": vocabulary,
    "tables": case_tables,
    "folder": case_folder,
    "rooms": rooms,
    "screens": screens,
}
