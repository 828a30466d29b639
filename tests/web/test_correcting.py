"""Corrections from the screens: forms that keep one, show it with the machine's reading beside it, and undo it."""

import re

import pytest
from starlette.testclient import TestClient

from readingroom.store import correction_entries
from readingroom.web import make_app
from tests.web.house import HOSTILE, SHORT, SOURCE, build_case, picture_of

PORT = 8000
OWN = {"Origin": f"http://127.0.0.1:{PORT}"}


@pytest.fixture
def case(tmp_path):
    case = build_case(tmp_path)
    yield case
    case.close()


@pytest.fixture
def client(case):
    app = make_app(case, picture_of(case), PORT)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as client:
        yield client


def messages(client):
    return client.get("/messages?format=json").json()["messages"]


def say(client, **form):
    return client.post("/correct", headers=OWN, data={"who": "Ada", "back": "/messages", **form})


def first_copy(client):
    view = client.get(f"/message/{messages(client)[0]['id']}?format=json").json()
    return view["copy"]


def test_an_empty_log_says_how_to_begin(client):
    screen = client.get("/corrections")
    assert screen.status_code == 200
    assert "Nobody has corrected anything yet" in screen.text


def test_a_field_is_corrected_shown_and_undone(client):
    copy_id = first_copy(client)
    answer = say(
        client, kind="field", copy=copy_id, field="subject", says="Ten lamps", why="a joke", back="/corrections"
    )
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections")
    assert {"who=Ada", "HttpOnly", "SameSite=strict"} <= set(answer.headers["set-cookie"].split("; "))
    shown = client.get(client.get(f"/copy/{copy_id}").headers["location"]).text
    assert "Ten lamps" in shown
    assert "the machine reads" in shown
    assert 'value="Ada"' in shown
    log = client.get("/corrections").text
    assert "a joke" in log
    assert HOSTILE not in log
    entry = client.get("/corrections?format=json").json()["lines"][0]["id"]
    assert client.post("/undo", headers=OWN, data={"id": entry, "who": "Ada", "back": "/"}).status_code == 303
    assert "Ten lamps" not in {one["subject"] for one in messages(client)}
    assert client.post("/undo", headers=OWN, data={"id": entry, "who": "Tom", "back_again": "1"}).status_code == 303
    assert "Ten lamps" in {one["subject"] for one in messages(client)}


def test_a_field_that_is_taken_out(client):
    copy_id = first_copy(client)
    say(client, kind="field", copy=copy_id, field="to", says="Finch, Tom", state="redacted")
    view = client.get(client.get(f"/copy/{copy_id}").headers["location"] + "&format=json").json()
    (to,) = (field for field in view["fields"] if field["name"] == "to")
    assert (to["said"][0]["who"], to["said"][0]["was"]) == ("Ada", "Finch, Tom")
    assert to["state"] == "read"  # the other copy prints it
    assert to["origin"]


def test_a_document_is_cut_and_the_page_says_so(client):
    answer = say(client, kind="cut", source=SOURCE, page="3", back=f"/page/{SHORT}/3")
    assert answer.headers["location"] == f"/page/{SHORT}/3"
    view = client.get(f"/page/{SHORT}/3?format=json").json()
    assert view["begins"]
    assert [one["state"] for one in view["said"]] == ["applied"]
    assert "No document begins on this page" in client.get(f"/page/{SHORT}/3").text


def test_messages_by_their_addresses(client):
    one, other = messages(client)[0]["href"], messages(client)[-1]["href"]
    say(client, kind="same_message", copy=first_copy(client), other_copy=f"http://127.0.0.1:{PORT}{other}")
    assert one != other
    assert client.get("/corrections?format=json").json()["lines"][0]["state"] == "applied"


def test_a_region_begins_a_message(client):
    screen = client.get(f"/page/{SHORT}/4?box=30,30,400,48").text
    assert "A message begins here" in screen
    say(client, kind="header", source=SOURCE, page="4", box="30.0,30.0,400.0,48.0")
    assert len(client.get(f"/page/{SHORT}/4?format=json").json()["messages"]) == 1


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"kind": "field"}, 400),
        ({"kind": "cut", "source": SOURCE, "page": "x"}, 400),
        ({"kind": "cut", "source": SOURCE, "page": "3", "who": " "}, 400),
        ({"kind": "field", "copy": "nothing", "field": "to", "says": "x"}, 404),
    ],
)
def test_what_cannot_be_understood_is_refused_and_not_kept(client, case, form, status):
    assert say(client, **form).status_code == status
    assert correction_entries(case.store) == ()


def test_other_sites_cannot_correct(client, case):
    for headers in ({}, {"Origin": "http://elsewhere.example"}):
        form = {"kind": "cut", "source": SOURCE, "page": "3", "who": "Eve"}
        assert client.post("/correct", headers=headers, data=form).status_code == 403
        assert client.post("/undo", headers=headers, data={"id": "abcd", "who": "Eve"}).status_code == 403
    assert client.get("/correct").status_code == 405
    assert correction_entries(case.store) == ()


@pytest.mark.parametrize("back", ["//elsewhere.example", "http://elsewhere.example", "/\\elsewhere.example", ""])
def test_nobody_is_led_elsewhere(client, back):
    answer = say(client, kind="cut", source=SOURCE, page="3", back=back)
    assert answer.headers["location"] == "/corrections"


def test_what_somebody_types_is_no_live_html(client):
    say(client, kind="field", copy=first_copy(client), field="from", says=HOSTILE, who=HOSTILE, why=HOSTILE)
    for path in ("/corrections", messages(client)[0]["href"], "/messages"):
        assert HOSTILE not in client.get(path).text


def test_forms_have_labels(client):
    screen = client.get(messages(client)[0]["href"]).text
    assert len(re.findall(r'<form action="/correct"', screen)) >= 8
    for control in re.findall(
        r"<(?:input|select) (?!type=.hidden)[^>]*name=.(?:says|state|who|why|other_copy)", screen
    ):
        before = screen[: screen.index(control)]
        assert before.rfind("<label") > before.rfind("</label>")


def test_two_people_are_one_and_two_again(client):
    people = client.get("/people?format=json").json()["people"]
    one, other = people[0]["href"], people[1]["href"]
    screen = client.get(one).text
    assert "Another person is this one too" in screen
    record = {"kind": "same_person", "copy": one.rpartition("/")[2], "other_copy": f"http://127.0.0.1:{PORT}{other}"}
    assert say(client, **record, back=one).status_code == 303
    assert len(client.get("/people?format=json").json()["people"]) == len(people) - 1
    assert client.get("/corrections?format=json").json()["lines"][0]["state"] == "applied"
    assert "Not this person" in client.get(client.get("/people?format=json").json()["people"][0]["href"]).text
