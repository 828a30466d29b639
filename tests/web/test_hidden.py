"""Hidden text on the screens: told on its page, shown by a button that is pressed on purpose, and logged."""

import pytest
from starlette.testclient import TestClient

from readingroom.errors import NotFound
from readingroom.store import log_entries, sources
from readingroom.web import make_app
from tests.case.leaks import LEAKED, leaking_case

PORT = 8000
OWN = {"Origin": f"http://127.0.0.1:{PORT}"}


def no_picture(*_):
    raise NotFound("no picture", "")


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    case = leaking_case(tmp_path_factory.mktemp("leak"))
    yield case
    case.close()


@pytest.fixture(scope="module")
def client(case):
    with TestClient(make_app(case, no_picture, PORT), base_url=f"http://127.0.0.1:{PORT}") as client:
        yield client


@pytest.fixture
def page(case):
    return f"/page/{sources(case.store)[0].id[:12]}/1"


def shown_times(case):
    return [details for _, what, details in log_entries(case.store) if what == "hidden text shown"]


def test_the_page_tells_how_many_words_do_not_show(client, page):
    screen = client.get(page).text
    assert "3 words do not show on this page" in screen
    assert f'action="{page}/hidden" method="post"' in screen


def test_only_the_button_shows_them_and_the_log_keeps_it(client, case, page):
    before = len(shown_times(case))
    assert client.get(f"{page}/hidden").status_code == 405
    assert client.post(f"{page}/hidden", headers={"Origin": "http://elsewhere.example"}).status_code == 403
    assert len(shown_times(case)) == before
    answer = client.post(f"{page}/hidden", headers=OWN)
    assert answer.status_code == 200
    assert " ".join(LEAKED) in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert [(one["page"], one["who"]) for one in shown_times(case)[before:]] == [(1, "reading room")]


@pytest.mark.parametrize("number", [0, 2])
def test_a_page_that_is_not_there_shows_and_logs_nothing(client, case, page, number):
    before = len(shown_times(case))
    assert client.post(f"{page[:-1]}{number}/hidden", headers=OWN).status_code == 404
    assert len(shown_times(case)) == before


def test_no_other_screen_holds_a_leaked_word(client, page):
    message = client.get("/messages?format=json").json()["messages"][0]
    for path in (
        "/", "/messages", "/documents", "/problems", message["href"], message["conversation_href"], page,
        f"{page}?box=60,60,500,300", "/search?q=lamps", "/search.csv?q=lamps", "/search.json?q=lamps",
    ):  # fmt: skip
        for asked in (path, f"{path}{'&' if '?' in path else '?'}format=json"):
            text = client.get(asked).text.casefold()
            assert not any(word.casefold() in text for word in LEAKED), asked


@pytest.mark.parametrize("word", LEAKED)
def test_no_search_finds_a_leaked_word(client, word):
    assert client.get(f"/search?q={word}&format=json").json()["total"] == 0


def test_a_draft_that_quotes_a_leaked_word_finds_nothing(client):
    words = f"\u201charbor wall by Friday, says {LEAKED[1]} and nobody else\u201d"
    answer = client.post("/check?format=json", headers=OWN, files={"text": (None, f"It said: {words}.")})
    assert answer.status_code == 200
    (quotation,) = answer.json()["quotations"]
    assert quotation["verdict"] != "exact"
    assert LEAKED[1] not in str((quotation["source_words"], quotation["found"]))
