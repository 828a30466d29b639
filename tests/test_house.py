"""Rules of the house that no linter knows: rooms say what they are, files stay small, nothing tells of this machine."""

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "readingroom"
MODULES = sorted(SOURCE.rglob("*.py"))
ROOMS = sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").is_file())
LONGEST_PAGE = 25  # lines of a room's docstring
LONGEST_FILE = 400  # lines
NAMES_OF_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers", "base", "core"}


def called(path):
    return str(path.relative_to(ROOT))


def tree(path):
    return ast.parse(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_has_its_page(room):
    page = importlib.import_module(f"readingroom.{room}").__doc__ or ""
    assert 3 <= len(page.strip().splitlines()) <= LONGEST_PAGE
    if room not in ("sample", "cli"):
        assert re.search(r"\b[Tt]akes\b", page), "says what it takes"
        assert re.search(r"\b[Gg]ives\b", page), "says what it gives"
    if room != "sample":
        assert re.search(r"Open(ed)? first: `\w+\.py`", page), "says which file to open first"


@pytest.mark.parametrize("room", ROOMS)
def test_the_file_to_open_first_is_there(room):
    page = importlib.import_module(f"readingroom.{room}").__doc__ or ""
    for name in re.findall(r"Open first: `(\w+\.py)`", page):
        assert (SOURCE / room / name).is_file()


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_exports_by_hand_what_it_says(room):
    content = tree(SOURCE / room / "__init__.py")
    imported = {
        alias.asname or alias.name
        for node in content.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("readingroom.")
        for alias in node.names
    }
    defined = {node.name for node in content.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    public = {name for name in imported | defined if not name.startswith("_")}
    exported = importlib.import_module(f"readingroom.{room}").__all__
    assert set(exported) == public
    assert len(exported) == len(set(exported))


@pytest.mark.parametrize("path", MODULES, ids=called)
def test_a_module_says_what_it_is_and_is_small(path):
    content = path.read_text(encoding="utf-8")
    if content.strip():
        assert ast.get_docstring(ast.parse(content)), "has no docstring"
    assert len(content.splitlines()) <= LONGEST_FILE
    assert path.stem not in NAMES_OF_NOTHING


def test_public_functions_say_what_they_do():
    silent = [
        f"{called(path)}: {node.name}"
        for path in MODULES
        for node in tree(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert silent == []


def test_rooms_are_entered_by_their_doors():
    """Outside a room, its underscored names are not used."""
    taken = [
        f"{called(path)}: {node.module}.{alias.name}"
        for path in MODULES
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("readingroom.")
        for alias in node.names
        if alias.name.startswith("_") and not alias.name.startswith("__")
    ]
    assert taken == []


def tracked_texts():
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode:
        pytest.skip("not in a git repository: which files are tracked cannot be told")
    for name in filter(None, listed.stdout.decode().split("\0")):
        path = ROOT / name
        if path.is_file() and path.resolve() != Path(__file__).resolve():
            content = path.read_bytes()
            if b"\0" not in content:
                yield name, content.decode(errors="replace")


def test_no_file_tells_of_this_machine_or_of_a_package_registry():
    """Sources are named by packages, and no path of whoever wrote them is in them."""
    places = {ROOT, ROOT.parent, Path(sys.prefix), Path.home()} - {Path("/")}
    told = re.compile(
        r"https?://[^\s/]*(?:py[p]i|python[h]osted|npm[j]s)|(?<!no-emit-)index-url[ =]|"
        + "|".join(rf"(?:^|[ =:'\"(]){re.escape(str(place))}/" for place in places)
    )
    found = {
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if told.search(line)
    }
    assert found == set()
