"""View value → HTML or JSON: one template a type of view. Nothing else makes HTML."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from readingroom.show.corrections import CorrectionsView
from readingroom.show.glance import DocumentsView, ErrorView, GlanceView, HelpView, MessagesView, ProblemsView
from readingroom.show.glossary import GlossaryView, SignView
from readingroom.show.hidden import HiddenView, UnevenView
from readingroom.show.language import LANGUAGE
from readingroom.show.missing import MissingView
from readingroom.show.network import NetworkView
from readingroom.show.order import ReadingOrderView
from readingroom.show.people import OfficesView, PeopleView, PersonView
from readingroom.show.reading import ConversationView, MessageView, PageView
from readingroom.show.reuse import ReuseView
from readingroom.show.search import SearchView
from readingroom.show.sheet import CheckView, SheetView
from readingroom.show.side_by_side import SideBySideView
from readingroom.show.timeline import TimelineView
from readingroom.show.visible import visible
from readingroom.show.words import LETTERS, day_words

View = (
    GlanceView
    | SearchView
    | MessageView
    | SideBySideView
    | ConversationView
    | TimelineView
    | NetworkView
    | PageView
    | DocumentsView
    | MessagesView
    | ProblemsView
    | PeopleView
    | PersonView
    | OfficesView
    | HiddenView
    | UnevenView
    | CorrectionsView
    | MissingView
    | ReuseView
    | ReadingOrderView
    | GlossaryView
    | SignView
    | CheckView
    | SheetView
    | HelpView
    | ErrorView
)

TEMPLATES: dict[type[Any], str] = {
    GlanceView: "glance.html",
    SearchView: "search.html",
    MessageView: "message.html",
    SideBySideView: "side_by_side.html",
    ConversationView: "conversation.html",
    TimelineView: "timeline.html",
    NetworkView: "network.html",
    PageView: "page.html",
    DocumentsView: "documents.html",
    MessagesView: "messages.html",
    ProblemsView: "problems.html",
    PeopleView: "people.html",
    PersonView: "person.html",
    OfficesView: "offices.html",
    HiddenView: "hidden.html",
    UnevenView: "uneven.html",
    CorrectionsView: "corrections.html",
    MissingView: "missing.html",
    ReuseView: "reuse.html",
    ReadingOrderView: "reading_order.html",
    GlossaryView: "glossary.html",
    SignView: "sign.html",
    CheckView: "check.html",
    SheetView: "sheet.html",
    HelpView: "help.html",
    ErrorView: "error.html",
}


def render(view: View) -> str:
    """The whole screen as HTML."""
    return _templates().get_template(TEMPLATES[type(view)]).render(view=view, frame=view.frame)


def render_alone(view: SheetView) -> str:
    """A checked draft as one HTML file that needs nothing beside it: style sheet inside, no script, no link out."""
    style = Markup(static_file("room.css").decode())
    return _templates().get_template("sheet_alone.html").render(view=view, frame=None, style=style)


def to_json(value: Any) -> Any:
    """A view value as what JSON can say: named fields as objects, tuples as arrays, enums by their value."""
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: to_json(part) for name, part in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [to_json(part) for part in value]
    return value


@cache
def static_file(name: str) -> bytes:
    """The style sheet, the script or the icon of the reading room: one of STATIC."""
    return files("readingroom.show").joinpath("static", name).read_bytes()


STATIC = {"room.css": "text/css", "room.js": "text/javascript", "icon.svg": "image/svg+xml"}


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("readingroom.show"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )
    templates.filters.update(number=_number, day=day_words, edge=_edge)
    templates.globals.update(letter_names=LETTERS, query_language=LANGUAGE)
    return templates


def _shown(value: Any) -> Any:
    """Whatever a template prints: characters that cannot be seen are made visible, None is nothing."""
    if value is None:
        return ""
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _number(value: int) -> str:
    return f"{value:,}"


def _edge(value: float) -> str:
    return f"{value:.1f}".rstrip("0").rstrip(".")
