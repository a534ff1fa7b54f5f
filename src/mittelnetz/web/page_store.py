"""Answers kept in the memory of this process."""

import gzip
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from django.http import HttpResponse

BESIDES_THE_BODY = 1000
"""Bytes that headers and bookkeeping of one page take, roughly."""
_MADE_ANEW = {"content-length", "vary"}


@dataclass(frozen=True, slots=True)
class Page:
    """A successful answer: its headers, and its body with gzip (Brotli would save another 6 % of some 4 KB).

    There is no secret in it that the size of a compressed body could betray.
    """

    headers: dict[str, str]
    gzipped: bytes

    @classmethod
    def of(cls, response: HttpResponse) -> "Page":
        headers = {name: value for name, value in response.items() if name.lower() not in _MADE_ANEW}
        return cls(headers, gzip.compress(response.content, 6, mtime=0))

    @property
    def size(self) -> int:
        return len(self.gzipped) + BESIDES_THE_BODY


class PageStore:
    """Pages by key, up to so many bytes. The one that nobody asked for the longest goes first."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._pages: OrderedDict[str, Page] = OrderedDict()
        self._lock = Lock()

    def __len__(self) -> int:
        return len(self._pages)

    def get(self, key: str) -> Page | None:
        with self._lock:
            page = self._pages.get(key)
            if page:
                self._pages.move_to_end(key)
            return page

    def put(self, key: str, page: Page) -> None:
        with self._lock:
            if key in self._pages or page.size > self.limit:
                return
            self._pages[key] = page
            self.size += page.size
            while self.size > self.limit:
                _, oldest = self._pages.popitem(last=False)
                self.size -= oldest.size
