"""Each screen as the server gives it, without a browser."""

import csv
import io
import re
from html.parser import HTMLParser

import pytest

from tests.web.house import HOSTILE, SHORT


def tags_of(html):
    """Every tag with its attributes, as a browser reads them."""
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, attributes))
    parser.feed(html)
    return found


def message_id(client, nth=0):
    return client.get("/messages?format=json").json()["messages"][nth]["id"]


def screens(client):
    view = client.get("/messages?format=json").json()["messages"][0]
    return {
        "glance": "/",
        "search": "/search?q=lamps",
        "empty search": "/search",
        "messages": "/messages",
        "timeline": "/timeline",
        "network": "/network",
        "documents": "/documents",
        "missing": "/missing",
        "glossary": "/glossary",
        "people": "/people",
        "offices": "/offices",
        "hidden": "/hidden",
        "reuse": "/reuse",
        "reading-order": "/reading-order",
        "corrections": "/corrections",
        "problems": "/problems",
        "message": view["href"],
        "side by side": view["href"] + "/copies",
        "conversation": view["conversation_href"],
        "page": f"/page/{SHORT}/2",
        "region": f"/page/{SHORT}/1?box=30,60,400,90",
        "failed page": f"/page/{SHORT}/5",
        "waiting page": f"/page/{SHORT}/6",
        "check": "/check",
        "help": "/help",
    }


def test_every_screen_is_html_with_landmarks_and_no_live_words_of_the_release(client):
    for name, path in screens(client).items():
        answer = client.get(path)
        assert answer.status_code == 200, name
        assert answer.headers["content-type"].startswith("text/html"), name
        for part in ("<main", "<nav", "<h1", "<title>", 'lang="en"'):
            assert part in answer.text, (name, part)
        assert HOSTILE not in answer.text, name
        for tag, attributes in tags_of(answer.text):
            assert tag not in ("style", "iframe", "object", "base"), name
            for attribute, value in attributes:
                assert attribute != "style", (name, tag)
                assert not attribute.startswith("on"), (name, tag)
                if attribute in ("href", "src", "action"):
                    assert value.startswith(("/", "#")), (name, tag, value)


def test_every_screen_says_what_could_not_be_read(client):
    for name, path in screens(client).items():
        assert "1 could not be read" in client.get(path).text, name


def test_every_view_is_also_json(client):
    for name, path in screens(client).items():
        answer = client.get(path, params=None if "?" in path else {"format": "json"})
        if "?" in path:
            answer = client.get(f"{path}&format=json")
        assert answer.json()["frame"]["expected"] == 6, name


def test_the_first_screen_tells_the_request_and_what_is_unknown_of_it(client):
    text = client.get("/").text
    for words in ("HLO-2012-0007", "Harbor Lamp Office", "3 January 2012", "6 (1 fewer than promised)"):
        assert words in text
    assert "All letters about &lt;lamps&gt;." in text
    assert re.search(r"<dt>Handed over</dt><dd><span class=\"unknown\">unknown", text)
    assert "The page took more than 2 GB." in text
    assert f"/page/{SHORT}/5" in text


def test_a_message_shows_fields_with_state_and_confidence_copies_and_conversation(client):
    view = client.get(f"/message/{message_id(client)}?format=json").json()
    states = {field["name"]: field["state"] for field in view["fields"]}
    assert states["from"] == "read"
    assert states["cc"] == "absent"
    assert len(view["copies"]) == 2
    assert [turn["deep"] for turn in view["turns"]] == [0, 1]
    text = client.get(f"/message/{message_id(client)}").text
    for words in ("Rook, Ada", "no such line on this print-out", "2 copies of this message", "in answer"):
        assert words in text


def test_a_redaction_stands_in_the_text_with_its_code(client):
    view = client.get(f"/message/{message_id(client, 1)}?format=json").json()
    assert [piece["text"] for piece in view["body"] if piece["key"]] == ["B6"]


def test_a_copy_leads_to_its_message_with_the_copy_in_view(client):
    view = client.get(f"/message/{message_id(client)}?format=json").json()
    quoted = view["copies"][1]["id"]
    answer = client.get(f"/copy/{quoted}")
    assert answer.status_code == 303
    shown = client.get(answer.headers["location"] + "&format=json").json()
    assert shown["copy"] == quoted
    assert shown["sheets"][0]["number"] == 2


def test_a_hit_is_the_picture_of_its_line_with_the_words_marked(client):
    view = client.get("/search?q=%22ten+lamps%22&format=json").json()
    assert view["total"] == 1
    (line,) = view["found"][0]["lines"]
    assert line["picture"].count("mark=") == 1
    assert [piece["text"] for piece in line["snippet"] if piece["marked"]] == ["ten lamps"]
    answer = client.get(line["picture"])
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


def test_a_search_is_narrowed_by_its_facets(client):
    view = client.get("/search?q=tar+OR+lamps&format=json").json()
    for facet in view["facets"]:
        for count in facet["counts"]:
            narrowed = client.get(count["href"] + "&format=json").json()
            assert narrowed["total"] == count["number"], (facet["title"], count)


def test_a_query_that_cannot_be_understood_is_answered_with_the_place_and_a_hint(client):
    answer = client.get("/search?q=(lamps")
    assert answer.status_code == 400
    assert "character 1" in answer.text
    assert client.get("/search.csv?q=(lamps").status_code == 400
    assert client.get("/search.json?q=(lamps").status_code == 400


def test_results_are_taken_away_as_csv_that_no_spreadsheet_calculates(client):
    answer = client.get("/search.csv?q=tar+OR+lamps")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(rows) == 2
    assert all(not cell.lstrip().startswith(("=", "+", "@")) for row in rows for cell in row.values())
    assert any(row["from"] == "'=HYPERLINK(evil)" for row in rows)
    assert answer.headers["content-disposition"] == 'attachment; filename="search.csv"'


def test_results_are_taken_away_as_json_that_is_exact(client):
    (hit,) = client.get("/search.json?q=tar").json()
    assert hit["from"] == "=HYPERLINK(evil)"
    assert client.get("/search.json?q=nowhere").json() == []


def test_a_page_that_is_not_read_yet_is_wanted_and_says_so(client, case):
    from readingroom.store import take_wanted

    take_wanted(case.store)
    assert "has not been read yet, and nothing is reading now" in client.get(f"/page/{SHORT}/6").text
    assert [page for _, page in take_wanted(case.store)] == [6]


def test_a_failed_page_says_why_and_what_to_do(client):
    text = client.get(f"/page/{SHORT}/5").text
    assert "The page took more than 2 GB." in text
    assert "Ask the agency for it again." in text


def test_a_region_is_shown_with_its_words_and_a_lasting_link(client):
    view = client.get(f"/page/{SHORT}/1?box=30,36,400,46&format=json").json()
    assert view["region"]["words"] == "From: Rook, Ada"
    assert view["region"]["href"] == f"/page/{SHORT}/1?box=30,36,400,46#region"


def test_what_cannot_be_seen_is_shown(client):
    assert "Tar ‹U+202E›epor" in client.get("/messages").text


def test_a_pasted_draft_is_checked(client):
    draft = (
        "“We need ten lamps for the harbor wall by Friday,” she wrote.\n\n“We need twelve boats for the harbor wall.”"
    )
    answer = client.post("/check", data={"text": draft}, headers={"sec-fetch-site": "same-origin"})
    assert answer.status_code == 200
    view = client.post("/check?format=json", data={"text": draft}, headers={"sec-fetch-site": "same-origin"}).json()
    first, second = (one["verdict"] for one in view["quotations"])
    assert first == "exact"
    assert second != "exact"
    assert "2 pages or files were not searched" in view["searched"]


@pytest.mark.parametrize(
    "path",
    [
        "/nothing",
        "/message/m000000000000",
        "/message/%3Cb%3E",
        "/copy/none",
        "/conversation/none",
        f"/page/{SHORT}/0",
        f"/page/{SHORT}/7",
        f"/page/{SHORT}/{'9' * 5000}",
        f"/page/{SHORT}/..%2f1",
        "/page/zz/1",
        f"/picture/{SHORT}/7.png",
        "/picture/../1.png",
        "/static/../render.py",
        "/static/%2e%2e/render.py",
    ],
)
def test_what_is_not_there_is_told_plainly(client, path):
    assert client.get(path).status_code == 404


def test_a_box_that_is_none_is_refused(client):
    for box in ("1,2,3", "a,b,c,d", "9,9,1,1", "nan,0,1,1", "0,0,1e99,1"):
        assert client.get(f"/page/{SHORT}/1", params={"box": box}).status_code == 400, box
