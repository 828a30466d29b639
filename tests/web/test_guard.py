"""The wall around every request."""

import pytest

from readingroom.web.guard import HEADERS, LARGEST_BODY

OWN = {"sec-fetch-site": "same-origin"}


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8000", 200),
        ("localhost:8000", 200),
        ("LOCALHOST:8000", 200),
        ("[::1]:8000", 200),
        ("127.0.0.1", 421),
        ("127.0.0.1:8001", 421),
        ("localhost.:8000", 421),
        ("evil.example:8000", 421),
        ("user@localhost:8000", 421),
        ("127.0.0.1:8000, evil.example", 421),
        ("", 421),
    ],
)
def test_only_our_own_names_are_answered(client, host, status):
    assert client.get("/help", headers={"host": host}).status_code == status


def test_two_host_headers_are_refused(client):
    assert client.get("/help", headers=[("host", "127.0.0.1:8000"), ("host", "localhost:8000")]).status_code == 421


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"origin": "http://127.0.0.1:8000"}, 200),
        ({"origin": "http://127.0.0.1:8000", "sec-fetch-site": "same-origin"}, 200),
        ({}, 403),
        ({"origin": "null"}, 403),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, 403),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://evil.example", "sec-fetch-site": "none"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site", "origin": "http://127.0.0.1:8000"}, 403),
    ],
)
def test_what_changes_something_comes_from_our_own_pages(client, headers, status):
    assert client.post("/check", data={"text": "A story without quotations."}, headers=headers).status_code == status


def test_other_sites_may_link_here_and_not_embed(client):
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"}
    assert client.get("/help", headers=link).status_code == 200
    for use in ({"sec-fetch-mode": "no-cors"}, {"sec-fetch-mode": "navigate", "sec-fetch-dest": "iframe"}):
        assert client.get("/help", headers={"sec-fetch-site": "cross-site", **use}).status_code == 403


@pytest.mark.parametrize("path", ["/", "/help", "/nothing", "/static/room.css", "/search.csv?q=tar", "/search?q=("])
def test_every_answer_carries_the_headers(client, path):
    answer = client.get(path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value
    assert "access-control-allow-origin" not in answer.headers
    assert "unsafe" not in answer.headers["content-security-policy"]


def test_refusals_carry_them_too(client):
    assert client.get("/", headers={"host": "evil.example"}).headers["x-content-type-options"] == "nosniff"


def test_a_body_that_is_too_large_is_refused_whatever_it_says_of_itself(client):
    big = b"x" * (LARGEST_BODY + 1)
    assert client.post("/check", content=big, headers=OWN).status_code == 413

    def in_parts():
        for _ in range(LARGEST_BODY // 65536 + 2):
            yield b"x" * 65536

    kind = {"content-type": "multipart/form-data; boundary=b"}
    assert client.post("/check", content=in_parts(), headers=OWN | kind).status_code == 413


def test_other_methods_are_refused(client):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"):
        assert client.request(method, "/", headers=OWN).status_code == 405
