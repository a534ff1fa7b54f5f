"""What every page shows around its content."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.settings import settings_on
from mittelnetz.regions import attribution

MENU = (
    ("public:networks", _("Netzwerke")),
    ("public:organisations", _("Organisationen")),
    ("public:regions", _("Regionen")),
    ("public:criteria", _("Kriterien")),
)


@dataclass(frozen=True)
class MenuItem:
    title: str | Promise
    url: str
    is_current: bool


class Frame:
    """Computed only when a template asks: an error page without the frame needs no database."""

    def __init__(self, request: HttpRequest) -> None:
        self._path = request.path

    @cached_property
    def is_example(self) -> bool:
        """Whether this installation holds invented data, which every page then says."""
        return bool(settings_on(timezone.localdate())["example_data"])

    @property
    def sources(self) -> tuple[attribution.Line, ...]:
        """What the licences of the reference data ask every page to say."""
        return attribution.LINES

    @property
    def menu(self) -> list[MenuItem]:
        items = [(title, reverse(name)) for name, title in MENU]
        return [MenuItem(title, url, self._path.startswith(url)) for title, url in items]


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context processor: gives every template the frame."""
    return {"frame": Frame(request)}
