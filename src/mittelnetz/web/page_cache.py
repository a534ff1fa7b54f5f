"""Public pages are made once, and then answered from memory until something that the public sees has changed."""

import gzip
import hashlib
import re
from collections.abc import Callable
from typing import TypeGuard

from django.conf import settings
from django.contrib.messages.storage.cookie import CookieStorage
from django.core.exceptions import MiddlewareNotUsed, SuspiciousOperation
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import activate, get_language_from_path

from mittelnetz.core.journal import public_revision
from mittelnetz.operations.release import release
from mittelnetz.web.page_store import Page, PageStore
from mittelnetz.web.public_page import known_parameters, known_query

_OK = 200
_ACCEPTS_GZIP = re.compile(r"(?:^|,)\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)", re.IGNORECASE)
# LocaleMiddleware names the first for pages without a prefix, though these are always German; the second is named
# where the session was looked at, but only visitors without one get here.
_HARMLESS_TO_VARY_BY = {"accept-language", "cookie"}


class PageCacheMiddleware:
    """Keeps the public pages of visitors who are not signed in, each under a key that says all it depends on.

    So nothing is ever thrown away because it is old: after a change there is another key. Each process keeps its own
    pages; the public revision in the key, one small query for each request, makes them agree.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        if settings.DEBUG:  # templates change while the process runs
            raise MiddlewareNotUsed
        self.get_response = get_response
        self.pages = PageStore(settings.PAGE_CACHE_BYTES)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        address = _public_address(request)
        if address is None:
            return self.get_response(request)
        key = _key(address)
        page = self.pages.get(key)
        if page is None:
            response = self.get_response(request)
            # If the key has changed meanwhile, by a commit or at midnight, nobody knows which one the page belongs to.
            if not _is_for_everybody(response) or _key(address) != key:
                return response
            page = Page.of(response)
            if request.method == "GET":
                self.pages.put(key, page)
        return _answer(request, key, page)


def _public_address(request: HttpRequest) -> tuple[str, ...] | None:
    """What of the request a public page depends on; None where it is not for such a page, or from somebody known."""
    if request.method not in {"GET", "HEAD"}:
        return None
    if settings.SESSION_COOKIE_NAME in request.COOKIES or CookieStorage.cookie_name in request.COOKIES:
        return None
    language = get_language_from_path(request.path_info) or settings.LANGUAGE_CODE
    activate(language)  # the addresses are translated
    try:
        parameters = known_parameters(resolve(request.path_info).func)
        if parameters is None:
            return None
        host = f"{request.scheme}://{request.get_host()}"
        return language, host, request.path, known_query(request, parameters)
    except (Resolver404, SuspiciousOperation):
        return None  # to be answered where such faults are answered


def _key(address: tuple[str, ...]) -> str:
    parts = (public_revision(), timezone.localdate(), release(), *address)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _is_for_everybody(response: HttpResponseBase) -> TypeGuard[HttpResponse]:
    """Whether the answer is a whole page, and the same for the next visitor.

    A form with a proof of origin sets a cookie. Errors and redirects could be had for any number of addresses.
    """
    varies_by = {name.strip().lower() for name in response.get("Vary", "").split(",")} - {""}
    return (
        response.status_code == _OK
        and isinstance(response, HttpResponse)
        and not response.cookies
        and "Cache-Control" not in response
        and varies_by <= _HARMLESS_TO_VARY_BY
    )


def _answer(request: HttpRequest, key: str, page: Page) -> HttpResponseBase:
    """The page as this visitor's program can read it, or 304 where it has the page already."""
    is_gzipped = bool(_ACCEPTS_GZIP.search(request.headers.get("Accept-Encoding", "")))
    etag = f'"{key[:32]}-gzip"' if is_gzipped else f'"{key[:32]}"'
    response = get_conditional_response(request, etag=etag)
    if response is None:
        body = page.gzipped if is_gzipped else gzip.decompress(page.gzipped)
        response = HttpResponse(body, headers={**page.headers, "Content-Length": str(len(body))})
        if is_gzipped:
            response["Content-Encoding"] = "gzip"
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # browsers keep it, but ask whether it still holds
    response["Vary"] = "Accept-Encoding, Cookie"
    return response
