"""Visits a running demo as a first visitor would: `python3 tools/visit_demo.py http://127.0.0.1:8000`.

Waits until it answers, then asks for its health, the start page, a search and every style sheet. Standard library only.
"""

import sys
import time
from html.parser import HTMLParser
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urljoin
from urllib.request import urlopen

SECONDS_TO_START = 180
POSTCODE, TOWN = "44137", "Dortmund"


class StartPage(HTMLParser):
    """The addresses of the style sheets, and the name of the search field with the address it is sent to."""

    def __init__(self) -> None:
        super().__init__()
        self.style_sheets: list[str] = []
        self.search_action = ""
        self.search_field = ""
        self._action = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag == "link" and attributes.get("rel") == "stylesheet":
            self.style_sheets.append(attributes["href"])
        if tag == "form":
            self._action = attributes.get("action", "")
        if tag == "input" and attributes.get("type", "text") in {"search", "text"} and not self.search_field:
            self.search_field, self.search_action = attributes["name"], self._action


def fetch(address: str) -> str:
    with urlopen(address, timeout=30) as response:
        text: str = response.read().decode()
    print(f"{response.status} {address} ({len(text)} characters)")
    return text


def wait_for(address: str) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while True:
        try:
            fetch(address)
        except HTTPError:
            raise
        except (URLError, ConnectionError) as error:
            if time.monotonic() > end:
                sys.exit(f"{address} does not answer: {error}")
            time.sleep(0.5)
        else:
            return


def main(base: str) -> None:
    wait_for(urljoin(base, "/healthz"))
    page = StartPage()
    page.feed(fetch(urljoin(base, "/")))
    if not page.style_sheets or not page.search_field:
        sys.exit("the start page has no style sheet or no search field")
    for style_sheet in page.style_sheets:
        fetch(urljoin(base, style_sheet))
    found = fetch(urljoin(urljoin(base, page.search_action or "/"), "?" + urlencode({page.search_field: POSTCODE})))
    if TOWN not in found:
        sys.exit(f"a search for {POSTCODE} does not name {TOWN}")


if __name__ == "__main__":
    main(sys.argv[1])
