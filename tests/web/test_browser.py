"""Every screen in a real browser: with and without JavaScript, wide and narrow, light and dark."""

import pytest

from tests.web.house import HOSTILE, SHORT
from tests.web.test_screens import screens

pytestmark = pytest.mark.browser

SCREENS = (
    "glance",
    "search",
    "empty search",
    "messages",
    "timeline",
    "network",
    "documents",
    "missing",
    "glossary",
    "people",
    "offices",
    "hidden",
    "reuse",
    "reading-order",
    "corrections",
    "problems",
    "message",
    "side by side",
    "conversation",
    "page",
    "region",
    "failed page",
    "waiting page",
    "check",
    "help",
)


class Visit:
    """A page in the browser, and everything that must not happen on it."""

    def __init__(self, chromium, address, *, script=True, width=1280, scheme="light"):
        self.address = address
        self.wrong = []
        self.context = chromium.new_context(
            viewport={"width": width, "height": 800},
            color_scheme=scheme,
            java_script_enabled=script,
            permissions=["clipboard-read", "clipboard-write"],
        )
        self.page = self.context.new_page()
        self.page.on(
            "console", lambda said: self.wrong.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.wrong.append(dialog.message), dialog.dismiss()))
        self.page.on("request", self._watch)
        self.page.on("requestfailed", self._note_failure)

    def _watch(self, request):
        if not request.url.startswith((self.address + "/", "data:")):
            self.wrong.append(f"another origin: {request.url}")

    def _note_console(self, said):
        if said.type in ("error", "warning"):
            self.wrong.append(said.text)

    def _note_failure(self, request):
        if request.failure != "net::ERR_ABORTED":  # left behind by going on to the next screen
            self.wrong.append(f"failed: {request.url}: {request.failure}")

    def open(self, path):
        answer = self.page.goto(self.address + path)
        self.page.wait_for_load_state("load")
        return answer

    def close(self):
        self.context.close()


@pytest.fixture
def visit(chromium, address):
    open_ones = []

    def start(**how):
        open_ones.append(Visit(chromium, address, **how))
        return open_ones[-1]

    yield start
    for one in open_ones:
        one.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (360, "dark"), (360, "light"), (1280, "dark")])
def test_every_screen_opens_clean_and_fits(visit, client, script, width, scheme):
    seen = visit(script=script, width=width, scheme=scheme)
    paths = screens(client)
    assert tuple(paths) == SCREENS
    for name, path in paths.items():
        assert seen.open(path).ok, name
        box = seen.page.locator("main").bounding_box()
        assert box["width"] <= width, name
        if script:
            assert seen.page.evaluate("document.documentElement.scrollWidth") <= width, name
        assert seen.page.locator("h1").count() == 1, name
        assert seen.page.locator("main img:not([alt])").count() == 0, name
        assert seen.wrong == [], name


def test_what_a_release_says_stays_words(visit, client):
    seen = visit()
    for path in screens(client).values():
        seen.open(path)
        assert seen.page.locator("img[src='x']").count() == 0
        assert seen.page.locator("a[href^='javascript']").count() == 0
    seen.open("/messages")
    assert seen.page.get_by_text(HOSTILE).count() >= 1
    assert seen.wrong == []


def test_keys_lead_through_a_search(visit):
    seen = visit()
    seen.open("/messages")
    seen.page.keyboard.press("/")
    assert seen.page.evaluate("document.activeElement.name") == "q"
    seen.page.keyboard.type("harbor?")
    assert seen.page.url.endswith("/messages"), "keys typed into a box are no commands"
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/search?q=harbor**")
    seen.page.keyboard.press("j")
    assert seen.page.locator(".chosen").count() == 1
    seen.page.keyboard.press("Enter")
    seen.page.wait_for_url("**/message/**")
    seen.page.keyboard.press("n")
    seen.page.wait_for_timeout(300)
    seen.page.keyboard.press("?")
    seen.page.wait_for_url("**/help")
    assert seen.wrong == []


def test_c_copies_a_citation_with_a_link(visit):
    seen = visit()
    seen.open(f"/page/{SHORT}/1?box=30,36,400,46")
    seen.page.keyboard.press("c")
    seen.page.wait_for_selector(".said")
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert "lamps & <rope>.pdf, page 1: “From: Rook, Ada”" in copied
    assert f"/page/{SHORT}/1?box=30,36,400,46" in copied


def test_a_field_and_its_box_light_up_together(visit, client):
    seen = visit()
    seen.open(screens(client)["message"])
    seen.page.hover("div.field[data-key=subject]")
    assert seen.page.locator("rect.mark-field.lit").count() == 1


def test_overlays_are_switched_without_a_script(visit):
    seen = visit(script=False)
    seen.open(f"/page/{SHORT}/1")
    word = seen.page.locator("rect.mark-word").first
    assert not word.is_visible()
    seen.page.check("#show-word")
    assert word.is_visible()


def test_a_rectangle_drawn_on_a_page_becomes_its_address(visit):
    seen = visit()
    seen.open(f"/page/{SHORT}/1")
    box = seen.page.locator(".paper").bounding_box()
    scale = box["width"] / 612
    seen.page.mouse.move(box["x"] + 30 * scale, box["y"] + 30 * scale)
    seen.page.mouse.down()
    seen.page.mouse.move(box["x"] + 300 * scale, box["y"] + 48 * scale)
    seen.page.mouse.up()
    seen.page.wait_for_url("**box=**")
    assert "From: Rook, Ada" in seen.page.locator("section.region").inner_text()
    assert seen.page.locator("rect#region").count() == 1


def test_zoom_makes_the_page_larger_in_its_place(visit):
    seen = visit()
    seen.open(f"/page/{SHORT}/1")
    before = seen.page.locator(".paper").bounding_box()["width"]
    seen.page.click("text=200%")
    assert seen.page.locator(".paper").bounding_box()["width"] > 1.8 * before
    assert "zoom=200" in seen.page.url
    assert seen.wrong == []


def test_a_draft_is_checked_in_the_browser(visit):
    for script in (True, False):
        seen = visit(script=script)
        seen.open("/check")
        seen.page.fill("#text", "“Send nine if there are no more than nine,” she wrote.")
        seen.page.click("main button")
        seen.page.wait_for_selector("li.quotation")
        assert "Exact" in seen.page.locator("li.quotation").inner_text()
        assert seen.page.locator("figure.proof img").count() == 2
        assert seen.wrong == []
