"""What programs that gather pages are told."""

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from mittelnetz.core.settings import settings_on
from mittelnetz.web.public_page import public_page
from mittelnetz.web.sitemaps import SITEMAPS


@require_safe
@public_page()
def show_robots(request: HttpRequest) -> HttpResponse:
    """Invented people and numbers are not to be found by search engines."""
    if settings_on(timezone.localdate())["example_data"]:
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow:", f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
@public_page()
def show_sitemap(request: HttpRequest) -> HttpResponseBase:
    """The parts there are."""
    return views.index(request, SITEMAPS, sitemap_url_name="sitemap-part")


@require_safe
@public_page("p")
def show_sitemap_part(request: HttpRequest, section: str) -> HttpResponseBase:
    return views.sitemap(request, SITEMAPS, section)
