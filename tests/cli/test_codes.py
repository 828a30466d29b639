"""What `readingroom codes` says."""

import json

from typer.testing import CliRunner

from readingroom.cli.main import app
from readingroom.errors import NotFound


def test_a_code_as_printed_is_explained_by_every_law_that_prints_it():
    ran = CliRunner().invoke(app, ["codes", "(b) (7) (c)", "s40(2)", "--json"])
    assert [(one["code"], one["law"].split(",")[0]) for one in json.loads(ran.output)] == [
        ("B7(C)", "U.S. Freedom of Information Act"),
        ("s.40", "United Kingdom"),
    ]


def test_an_unknown_code_is_an_error():
    assert isinstance(CliRunner().invoke(app, ["codes", "zzz"]).exception, NotFound)
