"""A server with the small federation, and a Chromium for the tests of each file.

The pages are those of `tests.web.pages.PAGES`; a page that is missing there fails a test of `tests/web`.
"""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, StorageState, sync_playwright

from tests.browser.server import PASSWORD
from tests.web.conftest import STAFF
from tests.web.pages import WORK_PAGES
from tools.postgres import free_port

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-sync",
    "--disable-smooth-scrolling",  # what has the focus is in view at once
)


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[str]:
    """The address of a server of its own, like an installation's: with page cache, hashed file names, compression."""
    with running_site(tmp_path_factory.mktemp("home"), free_port()) as address:
        yield address


@contextlib.contextmanager
def running_site(home: Path, port: int, *, works: bool = False, **settings: str) -> Iterator[str]:
    environment = {key: value for key, value in os.environ.items() if key != "MITTELNETZ_DATABASE_URL"}
    environment |= {"DJANGO_SETTINGS_MODULE": "mittelnetz.config.settings", "MITTELNETZ_HOME": str(home), **settings}
    command = [sys.executable, "-m", "tests.browser.server", str(port), *(["works"] if works else [])]
    with (home / "log").open("wb") as log:
        server = subprocess.Popen(command, env=environment, stdout=log, stderr=log)
    try:
        _wait_for(server, port, home / "log")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait()


def _wait_for(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    while server.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.1)
    pytest.fail(log.read_text())


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Not for the whole session: while Playwright's loop runs, Django refuses queries in this thread.
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def staff_session(browser: Browser, site: str) -> StorageState:
    """The cookies of somebody who may do everything."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto("/anmelden/passwort/")
    page.get_by_label("E-Mail-Adresse").fill(STAFF)
    page.get_by_label("Passwort", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Anmelden").click()
    page.wait_for_url("**/heute/")
    state = context.storage_state()
    context.close()
    return state


@pytest.fixture(scope="module")
def tabs(browser: Browser, site: str) -> Iterator["Tabs"]:
    tabs = Tabs(browser, site)
    yield tabs
    tabs.close()


@pytest.fixture
def look_at(tabs: "Tabs", request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Shows a page as whoever it is for, in a tab that was used before: for tests that leave nothing behind in it."""

    def show(path: str, *, width: int = 1280, height: int = 900, **options: object) -> Page:
        page = tabs.tab(**_options(path, request, options))
        page.emulate_media(media="screen", color_scheme="light", forced_colors="none")
        page.set_viewport_size({"width": width, "height": height})
        page.goto(path)
        return page

    yield show
    assert tabs.faults() == []


@pytest.fixture
def open_page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Opens a page as whoever it is for, in a browser that knows nothing yet."""
    opened = Tabs(browser, site)

    def open_(path: str, *, width: int = 1280, height: int = 900, **options: object) -> Page:
        page = opened.add(viewport={"width": width, "height": height}, **_options(path, request, options))
        page.goto(path)
        return page

    yield open_
    opened.close()
    assert opened.faults() == []


def _options(path: str, request: pytest.FixtureRequest, options: dict[str, object]) -> dict[str, object]:
    if path.removeprefix("/en") in WORK_PAGES:
        return {"storage_state": request.getfixturevalue("staff_session"), **options}
    return options


class Tabs:
    """None may break the content security policy, ask another host, miss a file or raise an error."""

    def __init__(self, browser: Browser, site: str) -> None:
        self._browser, self._site = browser, site
        self._contexts: list[BrowserContext] = []
        self._used: dict[str, Page] = {}
        self._faults: list[str] = []

    def tab(self, **options: object) -> Page:
        """The one that was opened with these options before."""
        key = repr(sorted(options.items()))
        if key not in self._used:
            self._used[key] = self.add(**options)
        return self._used[key]

    def add(self, **options: object) -> Page:
        context = self._browser.new_context(base_url=self._site, reduced_motion="reduce", **options)
        self._contexts.append(context)
        page = context.new_page()
        faults = self._faults
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: "Content Security" in message.text and faults.append(message.text))
        page.on("request", lambda asked: asked.url.startswith((self._site, "data:")) or faults.append(asked.url))
        page.on("response", lambda answer: _is_missing(answer) and faults.append(f"{answer.status} {answer.url}"))
        return page

    def faults(self) -> list[str]:
        """Those since the last time somebody asked."""
        found, self._faults[:] = list(self._faults), []
        return found

    def close(self) -> None:
        for context in self._contexts:
            context.close()


def _is_missing(answer) -> bool:
    return answer.status >= 400 and answer.request.resource_type != "document"
