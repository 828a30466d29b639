"""The documentation holds all that the code offers, and its generated parts are what the code gives now."""

from __future__ import annotations

import inspect
import json
import re
from pathlib import Path

import from_code
import generate
import pytest

from readingroom import errors, model
from readingroom.case import STAGES
from readingroom.pages.reasons import REASONS
from readingroom.show.language import LANGUAGE

PAGES = [str(page.relative_to(generate.ROOT)) for page in generate.pages()]
STALE = "run `make docs` and read what changed before you commit it"
COMMANDS = from_code.commands()
RECORDS = (
    "copies",
    "messages",
    "documents",
    "pages",
    "stamps",
    "redactions",
    "gaps",
    "search",
    "check",
    "request",
    "verify",
    "aliases",
    "glossary",
)


def text_of(page: str) -> str:
    return (generate.ROOT / page).read_text(encoding="utf-8")


def is_own_type(thing: object) -> bool:
    return inspect.isclass(thing) and thing.__module__.startswith(f"{model.__name__}.")


def keys_of(record: dict[str, object]) -> set[str]:
    """Its keys, and those of the records in its lists, places left out."""
    below = [
        one
        for key, value in record.items()
        if isinstance(value, list) and key not in {"places", "copies"}
        for one in value
    ]
    return set(record).union(*(set(one) for one in below if isinstance(one, dict)))


def reference(name: str) -> str:
    return text_of(f"docs/reference/{name}.md")


@pytest.mark.parametrize("page", PAGES)
def test_parts_written_from_code_are_current(page):
    assert generate.fill(text_of(page), None) == text_of(page), STALE


@pytest.mark.parametrize("page", [page for page in PAGES if re.search(r"<!-- (run|record): ", text_of(page))])
def test_what_commands_print_on_the_sample_is_current(page, sample_folder):
    assert generate.fill(text_of(page), sample_folder) == text_of(page), STALE


@pytest.mark.parametrize("page", PAGES)
def test_every_part_that_is_begun_is_ended(page):
    text = text_of(page)
    assert len(re.findall(r"<!-- (?:part|run|record): ", text)) == text.count("<!-- end -->")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    place = (generate.ROOT / page).parent
    for link in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        path, _, heading = link.partition("#")
        target = (place / path).resolve() if path else generate.ROOT / page
        assert "://" not in link, f"{link}: the documentation stands alone"
        assert target.exists(), link
        if heading:
            headings = re.findall(r"^#+ (.*)$", target.read_text(encoding="utf-8"), re.MULTILINE)
            anchors = {re.sub(r"[^\w -]", "", one).strip().lower().replace(" ", "-") for one in headings}
            assert heading in anchors, link


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_for_itself_and_all_that_it_takes(name):
    command = COMMANDS[name]
    section = reference("commands").split(f"\n### {name}\n")[1].split("\n### ")[0]
    assert command.help
    for one in command.params:
        assert one.help, f"{name}: {one.name} has no help"
        told = one.opts[0] if one.param_type_name == "option" else one.metavar or one.name.upper()
        assert f"`{told}" in section, f"{name}: {told} is not documented"


@pytest.mark.parametrize("error", from_code.error_classes(), ids=lambda error: error.__name__)
def test_every_error_and_its_exit_code_is_documented(error):
    assert f"| {error.exit_code} | `{error.__name__}` |" in reference("exit-codes")
    assert error.exit_code not in {errors.PARTIAL, errors.NOT_ALL_EXACT, errors.INTERRUPTED}


@pytest.mark.parametrize("code", [0, errors.PARTIAL, errors.NOT_ALL_EXACT, errors.INTERRUPTED])
def test_exit_codes_that_are_no_errors_are_documented(code):
    assert f"| {code} |  |" in reference("exit-codes")


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_stage_is_documented(stage):
    assert f"| `{stage.name}` | {stage.version} |" in reference("stages")


@pytest.mark.parametrize("reason", [*REASONS, "timeout", "died", "raised"])
def test_every_reason_is_documented(reason):
    assert f"| `{reason}` |" in reference("reasons")


@pytest.mark.parametrize("setting", model.Settings.__dataclass_fields__)
def test_every_setting_is_documented_with_what_it_is(setting):
    assert re.search(rf"\| `{setting}` \| `.+` \| \w.* \|", reference("settings"))


@pytest.mark.parametrize("form", [form for forms, _ in LANGUAGE for form in forms])
def test_every_form_of_search_is_documented(form):
    assert f"`{form}`" in reference("search")


@pytest.mark.parametrize("name", [one.__name__ for one in vars(model).values() if is_own_type(one)])
def test_every_type_of_the_vocabulary_is_documented(name):
    section = reference("vocabulary").split(f"\n### {name}\n")[1].split("\n### ")[0]
    assert len(section.strip().splitlines()[0]) > 20


@pytest.mark.parametrize("command", RECORDS)
def test_every_key_of_a_record_is_documented(command, sample_folder):
    words = (str(generate.sample_files().draft),) if command == "check" else ("tasking",) if command == "search" else ()
    one_object = command in {"check", "request", "verify"}
    printed = generate.run([command, str(sample_folder), *words, "--json" if one_object else "--jsonl"])
    record = json.loads(printed if one_object else printed.splitlines()[0])
    heading = next(line for line in reference("json").splitlines() if line.startswith("## ") and command in line)
    section = reference("json").split(f"\n{heading}\n")[1].split("\n## ")[0].split("\n<!-- record")[0]
    told = set(re.findall(r"`(\w+)`", section))
    assert keys_of(record) <= told


@pytest.mark.parametrize("page", [page for page in PAGES if page.startswith("docs/decisions/") and "index" not in page])
def test_a_decision_is_a_question_and_says_what_is_bad_about_its_answer(page):
    title, *_, last = re.split(r"\n(?=## )", text_of(page)) if "\n## " in text_of(page) else (text_of(page),) * 2
    assert re.match(r"# .*\?\n", title)
    assert "What is bad about" in last


@pytest.mark.parametrize("page", PAGES)
def test_every_decision_and_how_to_is_linked(page):
    index = text_of("docs/README.md")
    if page.startswith("docs/") and Path(page).name != "README.md":
        assert f"]({page.removeprefix('docs/')})" in index


@pytest.mark.parametrize(
    "picture", sorted((generate.ROOT / "docs" / "pictures").glob("*.png")), ids=lambda one: one.name
)
def test_pictures_are_small(picture):
    assert picture.stat().st_size < 250_000
