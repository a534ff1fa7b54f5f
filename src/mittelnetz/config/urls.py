"""All addresses. German has no prefix; other languages have theirs."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from mittelnetz.web import errors, health, schemas

urlpatterns = [
    path("healthz", health.healthz, name="healthz"),
    path("schema/federation-1.json", schemas.show_federation_schema, name="federation-schema"),
    *i18n_patterns(path("", include("mittelnetz.web.public.urls")), prefix_default_language=False),
]

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.server_error
