"""Addresses of the public pages."""

from django.urls import path, re_path

from mittelnetz.web.public.views import (
    country_map,
    criteria,
    error_reports,
    founding,
    networks,
    organisations,
    regions,
    start,
    texts,
)

_TABLE = r"tabelle\.(?P<file_format>xlsx|csv)"

app_name = "public"
urlpatterns = [
    path("", start.show_start, name="start"),
    path("netzwerke/", networks.list_networks, name="networks"),
    re_path(rf"^netzwerke/{_TABLE}$", networks.show_table, name="networks-table"),
    path("netzwerke/<slug:network_id>/", networks.show_network, name="network"),
    path("netzwerke/<slug:network_id>/verlauf/", networks.show_history, name="network-history"),
    path("organisationen/", organisations.list_organisations, name="organisations"),
    re_path(rf"^organisationen/{_TABLE}$", organisations.show_table, name="organisations-table"),
    path("organisationen/<slug:organisation_id>/", organisations.show_organisation, name="organisation"),
    path("karte/", country_map.show_map, name="map"),
    path("regionen/", regions.list_regions, name="regions"),
    re_path(r"^regionen/(?P<key>DE|[0-9]{2,8})/$", regions.show_region, name="region"),
    path("kriterien/", criteria.show_criteria, name="criteria"),
    path("netzwerk-gruenden/", founding.show_founding, name="founding"),
    path("fehler-melden/", error_reports.show_error_report, name="report-error"),
    path("fehler-melden/danke/", error_reports.show_thanks, name="error-reported"),
    path("impressum/", texts.show_text, {"page": "imprint"}, name="imprint"),
    path("datenschutz/", texts.show_text, {"page": "privacy"}, name="privacy"),
    path("barrierefreiheit/", texts.show_text, {"page": "accessibility"}, name="accessibility"),
    path("leichte-sprache/", texts.show_text, {"page": "easy_language"}, name="easy_language"),
]
