"""Starts the provider, and a browser's part of going through it."""

import re
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

from tests.open_id.people import PASSWORD
from tools.postgres import free_port


@contextmanager
def running_provider(folder: Path, *callbacks: str) -> Iterator[str]:
    """The provider's address, once it answers."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "tests.open_id.provider", str(port), str(folder), *callbacks]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        while not _answers(f"{address}/.well-known/openid-configuration"):
            assert process.poll() is None, (folder / "log").read_text()
            time.sleep(0.1)
        yield address
    finally:
        process.kill()
        process.wait()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


class _StayHere(urllib.request.HTTPRedirectHandler):
    """Follows the provider's own redirects only."""

    def redirect_request(self, *arguments):
        return super().redirect_request(*arguments) if arguments[-1].startswith("http://127.0.0.1") else None


def go_through(address: str, name: str, *, consents: bool = True) -> str:
    """Sign in at the provider as this person and answer its question; the address that leads back from there."""
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()), _StayHere)
    with browser.open(address) as page:
        form, text = page.url, page.read().decode()
    typed = {"csrfmiddlewaretoken": _hidden(text)["csrfmiddlewaretoken"], "username": name, "password": PASSWORD}
    with browser.open(form, urlencode(typed).encode()) as page:
        form, text = page.url, page.read().decode()
    assert "Authorize Mittelnetz?" in text
    answer = _hidden(text) | ({"allow": "Authorize"} if consents else {})
    try:
        browser.open(form, urlencode(answer).encode()).close()
    except urllib.error.HTTPError as back:
        back.close()
        return back.headers["Location"]
    raise AssertionError("the provider keeps who signed in")


def _hidden(text: str) -> dict[str, str]:
    found = re.findall(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?', text)
    return {name: value.replace("&#x27;", "'").replace("&amp;", "&") for name, value in found}
