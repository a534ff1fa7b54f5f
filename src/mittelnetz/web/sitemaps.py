"""What search engines may find, in both languages. When a page last changed is not known, so no day stands there."""

from typing import Any

from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from mittelnetz.regions.outlines import laender, outlines
from mittelnetz.register.models import Network, Organisation
from mittelnetz.web.context import MENU, TEXTS
from mittelnetz.web.templatetags.links import network_url, organisation_url, region_url


class InBothLanguages(Sitemap):  # type: ignore[type-arg] # only the stubs know it as generic
    """The items are ids or names. A part holds up to `limit` addresses: more would take long to write at once."""

    i18n = alternates = True
    limit = 5000


class Pages(InBothLanguages):
    def items(self) -> list[str]:
        return ["public:start", "public:founding", *(name for name, _ in (*MENU, *TEXTS))]

    def location(self, item: str) -> str:
        return reverse(item)


class Regions(InBothLanguages):
    """Länder and districts; what a municipality's page says, its district's says, too."""

    def items(self) -> list[str]:
        return [*laender(), *outlines()]

    def location(self, item: str) -> str:
        return region_url(item)


class Networks(InBothLanguages):
    def items(self) -> list[str]:
        return list(Network.objects.order_by("id").values_list("id", flat=True))

    def location(self, item: str) -> str:
        return network_url(item)


class Organisations(InBothLanguages):
    def items(self) -> list[str]:
        return list(Organisation.objects.order_by("id").values_list("id", flat=True))

    def location(self, item: str) -> str:
        return organisation_url(item)


SITEMAPS: dict[str, Any] = {"pages": Pages, "regions": Regions, "networks": Networks, "organisations": Organisations}
