"""Templates: every view has one, nothing of a release is live, and the standing-alone sheet needs nothing."""

import typing
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readingroom import pages
from readingroom.case.run import LOST
from readingroom.model import Box
from readingroom.show import STATIC, View, render, render_alone, static_file, to_json, visible, words
from readingroom.show.frame import Place
from readingroom.show.glance import ErrorView, time_bars
from readingroom.show.links import box_words, page_href, picture_href, read_box
from readingroom.show.render import TEMPLATES
from readingroom.show.sheet import ChangeLine, Crop, FoundLine, QuotationLine, SheetView
from readingroom.show.words import day_words, duration_words, month_words

HOSTILE = "<script>alert(1)</script>\" onload='x' \u202etxt"


def test_every_view_has_a_template():
    assert set(typing.get_args(View)) == set(TEMPLATES)


def test_unseen_characters_are_named():
    assert visible("a\u202eb\u200bc\x07\ud800\ufffe") == "a‹U+202E›b‹U+200B›c‹U+0007›‹U+D800›‹U+FFFE›"
    assert visible("plain, é, 名\n\t") == "plain, é, 名\n\t"


@given(st.text())
def test_no_text_becomes_a_tag(text):
    tags = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: tags.append(tag)
    parser.feed(render(ErrorView(frame=None, title="", what=text, hint="")))
    plain = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, _: plain.append(tag)
    parser.feed(render(ErrorView(frame=None, title="", what="", hint="")))
    assert tags == plain


def sheet():
    found = FoundLine(
        Place("lamps.pdf, page 1", "/page/abc/1"),
        Place(HOSTILE, "/message/m1"),
        HOSTILE,
        HOSTILE,
        (Crop("data:image/png;base64,AAAA", 300.0, 20.0),),
        piece=0,
    )
    quotation = QuotationLine(
        number=1,
        text=HOSTILE,
        wording="Altered",
        verdict="altered",
        note="The page has other words.",
        paragraph=0,
        headline=False,
        changes=(ChangeLine("number", "four", "three", "other words on the page", True),),
        pieces=0,
        diff=(),
        source_words="three",
        found=(found,),
        others=(Place("lamps.pdf, page 2", "/page/abc/2"),),
        more=0,
    )
    return SheetView(
        frame=None,
        draft=HOSTILE,
        release="HLO-2012-0007",
        tally=(("Altered", "altered", 1),),
        quotations=(quotation,),
        searched="Searched: 4 pages.",
        unread=((Place("lamps.pdf, page 5", "/page/abc/5"), HOSTILE),),
        unread_more=0,
    )


def test_a_sheet_that_stands_alone_has_no_link_out_and_no_script():
    html = render_alone(sheet())
    found = []
    parser = HTMLParser()
    parser.handle_starttag = lambda tag, attributes: found.append((tag, dict(attributes)))
    parser.feed(html)
    assert not {"script", "link", "iframe"} & {tag for tag, _ in found}
    assert all(attributes["href"].startswith("#") for tag, attributes in found if tag == "a")
    assert [attributes["src"] for tag, attributes in found if tag == "img"] == ["data:image/png;base64,AAAA"]
    assert any(attributes.get("http-equiv") == "Content-Security-Policy" for _, attributes in found)
    assert "url(" not in html
    assert "@import" not in html


def test_json_is_the_view():
    told = to_json(sheet())
    assert told["quotations"][0]["changes"][0]["draft"] == "four"
    assert told["quotations"][0]["text"] == HOSTILE


def test_static_files_are_there_and_load_nothing_from_afar():
    for name in STATIC:
        text = static_file(name).decode()
        assert "http://" not in text.replace("http://www.w3.org/", "")
        assert "https://" not in text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2011-03-04T15:20", "4 March 2011, 15:20"),
        ("2011-03-04", "4 March 2011"),
        ("", "no date"),
        ("soon", "soon"),
        ("2011-13-04", "2011-13-04"),
    ],
)
def test_days_in_words(value, words):
    assert day_words(value) == words


def test_months_and_durations_in_words():
    assert month_words("2011-03") == "March 2011"
    assert [duration_words(seconds) for seconds in (0.2, 1, 12, 240, 7000)] == [
        "1 second",
        "1 second",
        "12 seconds",
        "4 minutes",
        "2 hours",
    ]


def test_bars_fill_the_months_between_and_survive_a_misread_year():
    bars = time_bars({"2011-11": (2, "a"), "2012-01": (1, "b")})
    assert [(bar.name, bar.number) for bar in bars] == [("November 2011", 2), ("December 2011", 0), ("January 2012", 1)]
    far = time_bars({"0211-11": (1, "a"), "2012-01": (1, "b"), "2012-99": (1, "c")})
    assert [bar.name for bar in far] == ["November 0211", "January 2012"]
    days = time_bars({"2012-02-28": (1, ""), "2012-03-01": (4, "")})
    assert [bar.height for bar in days] == [24.0, 0.0, 96.0]
    assert time_bars({}) == ()


@given(st.tuples(*[st.integers(0, 20000).map(lambda tenths: tenths / 10)] * 4))
def test_a_box_comes_back_from_its_address(edges):
    box = Box(*edges)
    expected = box if box.x0 < box.x1 and box.y0 < box.y1 else None
    assert read_box(box_words(box)) == expected


@given(st.text())
def test_no_text_breaks_the_reader_of_boxes(text):
    read_box(text)


def test_addresses_name_evidence():
    assert page_href("ab" * 32, 3, Box(1, 2, 3.5, 4)) == "/page/abababababab/3?box=1,2,3.5,4#region"
    assert picture_href("ab" * 32, 3, marks=(Box(1, 2, 3, 4),)) == (
        "/picture/abababababab/3.png?scale=1.5&mark=1,2,3,4"
    )


def test_every_reason_has_a_heading():
    assert set(words.REASONS) == {*pages.REASONS, *LOST}
