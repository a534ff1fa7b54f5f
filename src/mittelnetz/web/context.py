"""What every page shows around its content."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import get_language, get_language_from_path
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.settings import settings_on
from mittelnetz.regions import attribution

Pages = tuple[tuple[str, Promise], ...]
MENU: Pages = (
    ("public:networks", _("Netzwerke")),
    ("public:organisations", _("Organisationen")),
    ("public:map", _("Karte")),
    ("public:regions", _("Regionen")),
    ("public:criteria", _("Kriterien")),
)
TEXTS: Pages = (
    ("public:imprint", _("Impressum")),
    ("public:privacy", _("Datenschutz")),
    ("public:accessibility", _("Barrierefreiheit")),
    ("public:easy_language", _("Leichte Sprache")),
)


@dataclass(frozen=True)
class MenuItem:
    title: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Version:
    """A page in one of our languages; `url` names the host, too."""

    language: str
    name: str
    url: str


class Frame:
    """Computed only when a template asks: an error page without the frame needs no database."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request
        self._path = request.path

    @cached_property
    def settings(self) -> Mapping[str, Any]:
        """The federation's own: its name, its logo and accent colour, and whether the data are invented."""
        return settings_on(timezone.localdate())

    @property
    def sources(self) -> str:
        """What the licences of the reference data ask every page to say."""
        return _sources(get_language())

    @property
    def map_source(self) -> str:
        return _linked(attribution.MAP, get_language())

    @property
    def texts(self) -> list[MenuItem]:
        return self._items(TEXTS)

    @property
    def menu(self) -> list[MenuItem]:
        return self._items(MENU)

    def _items(self, pages: Pages) -> list[MenuItem]:
        return [MenuItem(title, url, self._path.startswith(url)) for title, url in _addresses(pages, get_language())]

    @cached_property
    def address(self) -> str:
        """The page's own, with its host and without parameters that say nothing: a form sends empty ones, too."""
        return self._address(self._path)

    def _address(self, path: str) -> str:
        return self._request.build_absolute_uri(f"{path}?{self._query}" if self._query else path)

    @cached_property
    def _query(self) -> str:
        with suppress(SuspiciousOperation):  # too many parameters, and this is the page that says so
            return urlencode([(name, value) for name, values in self._request.GET.lists() for value in values if value])
        return ""

    @cached_property
    def versions(self) -> list[Version]:
        """The page in every language; none of an address that leads nowhere."""
        if self._request.resolver_match is None:
            return []
        own = get_language_from_path(self._path)
        path = self._path.removeprefix(f"/{own}") if own else self._path
        return [
            Version(code, name, self._address(path if code == settings.LANGUAGE_CODE else f"/{code}{path}"))
            for code, name in settings.LANGUAGES
        ]

    @property
    def is_signed_in(self) -> bool:
        user = getattr(self._request, "user", None)  # an error may come before anybody looked who it is
        return user is not None and user.is_authenticated

    @property
    def report_url(self) -> str:
        """Where a mistake on this page can be pointed out."""
        return f"{reverse('public:report-error')}?{urlencode({'zu': self._path})}"

    @property
    def other_versions(self) -> list[Version]:
        return [version for version in self.versions if version.language != get_language()]


@cache
def _addresses(pages: Pages, _language: str | None) -> list[tuple[str, str]]:
    return [(str(title), reverse(name)) for name, title in pages]


@cache
def _sources(language: str | None) -> str:
    lines = (_linked(line, language) for line in attribution.LINES)
    return format_html_join(" ", "{}", ((line,) for line in lines))


@cache
def _linked(line: attribution.Line, language: str | None) -> str:
    texts = [(part.en or part.text if language == "en" else part.text, part.url) for part in line]
    parts = [format_html('<a href="{}">{}</a>', url, text) if url else text for text, url in texts]
    return format_html_join("", "{}", ((part,) for part in parts))


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: gives every template the frame."""
    return {"frame": Frame(request)}
