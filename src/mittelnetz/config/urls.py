"""All addresses. German has no prefix; other languages have theirs."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path, re_path

from mittelnetz.web import (
    administration,
    answers,
    appearance,
    desk,
    errors,
    health,
    outbox,
    pattern_page,
    robots,
    schemas,
)
from mittelnetz.web.journal import all as journal

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("schema/federation-1.json", schemas.show_federation_schema, name="federation-schema"),
    re_path(r"^farbe/(?P<accent>[0-9a-f]{6})\.css$", appearance.show_accent, name="accent"),
    re_path(r"^logo/(?P<sha256>[0-9a-f]{64})$", appearance.show_logo, name="logo"),
    path("robots.txt", robots.show_robots, name="robots"),
    path("sitemap.xml", robots.show_sitemap, name="sitemap"),
    path("sitemap-<slug:section>.xml", robots.show_sitemap_part, name="sitemap-part"),
    *i18n_patterns(
        path("_muster/", pattern_page.show_patterns, name="patterns"),
        path("", include("mittelnetz.web.account.urls")),
        path("antwort/<str:token>/", answers.show_question, name="answer"),
        path("heute/", desk.show_desk, name="desk"),
        path("verlauf/", journal.show_journal, name="journal"),
        path("mein/", include("mittelnetz.web.mine.urls")),
        path("buero/", include("mittelnetz.web.office.urls")),
        path("verwaltung/", administration.site.urls),
        path("postausgang/", outbox.list_messages, name="outbox"),
        path("postausgang/<int:number>/", outbox.show_message, name="message"),
        path("", include("mittelnetz.web.public.urls")),
        prefix_default_language=False,
    ),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler429 = errors.too_many_requests  # allauth's, not Django's
handler500 = errors.server_error
