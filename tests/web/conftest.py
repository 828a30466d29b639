import os
import shutil
import socket
import threading
import time

import pytest
import uvicorn
from starlette.testclient import TestClient

from readingroom.web import make_app
from tests.web.house import build_case, picture_of

PORT = 8000
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-sync",
    "--disable-component-update",
)


@pytest.fixture(scope="session")
def case(tmp_path_factory):
    case = build_case(tmp_path_factory.mktemp("house"))
    yield case
    case.close()


@pytest.fixture(scope="session")
def client(case):
    app = make_app(case, picture_of(case), PORT)
    with TestClient(app, base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def address(case):
    """The reading room on a port of this machine, as a browser sees it."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port = listener.getsockname()[1]
        app = make_app(case, picture_of(case), port)
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def chromium():
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        if os.environ.get("READINGROOM_NEEDS_BROWSER"):
            pytest.fail("no Chromium on this machine, and READINGROOM_NEEDS_BROWSER is set")
        pytest.skip("no Chromium on this machine: the screens were not tried in a browser")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(QUIET))
        yield browser
        browser.close()
