"""What a browser loads when it comes for the first time: the page, and whatever that asks for."""

import gzip
import re
import urllib.request
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin

import brotli

_FONT = re.compile(r"\.woff2?$")
_CSS_URL = re.compile(r"""url\(["']?([^"')]+)""")
_DECODERS = {"": bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@dataclass(frozen=True, slots=True)
class Visit:
    """Bytes of bodies as they come over the wire, and the number of requests."""

    page: int
    others: list[int]
    fonts: list[int]


class _Loaded(HTMLParser):
    """The addresses that a page makes a browser load."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") in {"stylesheet", "icon", "preload", "manifest"}:
            self.addresses.append(given.get("href") or "")
        elif tag in {"script", "img"} and given.get("src"):
            self.addresses.append(given["src"] or "")


def first_visit(address: str) -> Visit:
    size, text = _fetch(address)
    page = _Loaded()
    page.feed(text)
    waiting = [urljoin(address, found) for found in page.addresses]
    sizes: dict[str, int] = {}
    while waiting:
        url = waiting.pop()
        if url in sizes or url.startswith("data:"):
            continue
        sizes[url], text = _fetch(url)
        if url.endswith(".css"):
            waiting += [urljoin(url, found) for found in _CSS_URL.findall(text)]
    fonts = [size for url, size in sizes.items() if _FONT.search(url)]
    return Visit(size, [size for url, size in sizes.items() if not _FONT.search(url)], fonts)


def _fetch(url: str) -> tuple[int, str]:
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip, br"})
    with urllib.request.urlopen(request) as answer:
        body = answer.read()
        decode = _DECODERS[answer.headers.get("Content-Encoding", "")]
    return len(body), decode(body).decode(errors="replace")
