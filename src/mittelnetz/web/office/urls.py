"""Addresses of the office."""

from django.urls import include, path

from mittelnetz.web.office import data_protection, error_reports, outbox, sheets, start, tables
from mittelnetz.web.office.bodies import entry as bodies
from mittelnetz.web.office.bodies import seats
from mittelnetz.web.office.networks import entry as networks
from mittelnetz.web.office.networks import listing as network_listing
from mittelnetz.web.office.networks import regions, taking_over
from mittelnetz.web.office.organisations import bulk, duplicates, entry, federation, listing, merging, place
from mittelnetz.web.office.people import accounts, grants, history
from mittelnetz.web.office.people import entry as people
from mittelnetz.web.office.people import listing as people_listing

_PERSON = [
    path("", people.show_person, name="person"),
    path("aendern/", people.edit_person, name="edit-person"),
    path("verlauf/", history.show_history, name="person-history"),
    path("einladen/", accounts.invite, name="invite"),
    path("einladung-zuruecknehmen/", accounts.withdraw, name="withdraw-invitation"),
    path("abmelden/", accounts.sign_out, name="sign-out"),
    path("sperren/", accounts.block, name="block"),
    path("freigeben/", accounts.unblock, name="unblock"),
    path("aufgabe/neu/", grants.begin, name="begin-grant"),
    path("aufgabe/<int:grant_id>/beenden/", grants.end, name="end-grant"),
    path("aufgabe/<int:grant_id>/entfernen/", grants.strike, name="strike-grant"),
]

_BODY = [
    path("", bodies.show_body, name="body"),
    path("name/", bodies.edit_name, name="name-body"),
    path("verlauf/", bodies.show_history, name="body-history"),
    path("sitz/neu/", seats.begin, name="begin-seat"),
    path("sitz/uebernehmen/", seats.take_over, name="take-over-seat"),
    path("sitz/<slug:seat_id>/weitergeben/", seats.hand_on, name="hand-on-seat"),
    path("sitz/<slug:seat_id>/beenden/", seats.end, name="end-seat"),
    path("sitz/<slug:seat_id>/berichtigen/", seats.correct, name="correct-seat"),
]

_NETWORK = [
    path("", networks.show_network, name="network"),
    path("kennung/", networks.rename, name="rename-network"),
    path("stand/", taking_over.take_over, name="take-over-network"),
    path("verschachtelung/", taking_over.take_nesting_over, name="take-over-nesting"),
    path("region/neu/", regions.begin, name="begin-region"),
    path("region/<int:region_id>/beenden/", regions.end, name="end-region"),
    path("region/<int:region_id>/berichtigen/", regions.correct, name="correct-region"),
]

_ORGANISATION = [
    path("", entry.show_organisation, name="organisation"),
    path("aendern/", entry.edit_organisation, name="edit-organisation"),
    path("kennung/", entry.rename, name="rename-organisation"),
    path("zusammenfuehren/", merging.merge, name="merge-organisation"),
    path("uebergeordnet/", place.change_parent, name="organisation-parent"),
    path("gebiet/", place.change_area, name="organisation-area"),
    path("intermediaer/", place.decide, name="organisation-intermediary"),
    path("partner/neu/", federation.begin, name="begin-federation-partnership"),
    path("partner/<int:partnership_id>/beenden/", federation.end, name="end-federation-partnership"),
    path("partner/<int:partnership_id>/berichtigen/", federation.correct, name="correct-federation-partnership"),
]

app_name = "office"
urlpatterns = [
    path("", start.show_start, name="start"),
    path("meldungen/", error_reports.list_error_reports, name="error-reports"),
    path("netzwerke/", network_listing.list_networks, name="networks"),
    path("netzwerke/neu/", networks.add_new, name="add-network"),
    path("netzwerk/<slug:network_id>/", include(_NETWORK)),
    path("gremien/", bodies.list_bodies, name="bodies"),
    path("gremien/neu/", bodies.add_new, name="add-body"),
    path("gremium/<slug:body_id>/", include(_BODY)),
    path("personen/", people_listing.list_people, name="people"),
    path("personen/neu/", people.add_new, name="add-person"),
    path("person/<slug:person_id>/", include(_PERSON)),
    path("organisationen/", listing.list_organisations, name="organisations"),
    path("organisationen/auswahl/", bulk.change_selection, name="change-organisations"),
    path("organisationen/doppelte/", duplicates.list_duplicates, name="duplicates"),
    path("organisationen/neu/", entry.add_new, name="add-organisation"),
    path("organisation/<slug:organisation_id>/", include(_ORGANISATION)),
    path("datenschutz/", data_protection.show_processing, name="data-protection"),
    path("postausgang/", outbox.list_messages, name="outbox"),
    path("postausgang/<int:number>/noch-einmal/", outbox.requeue, name="requeue"),
    path("datenschutz/person/<uuid:person_key>/", data_protection.show_person, name="stored"),
    path("datenschutz/person/<uuid:person_key>/loeschen/", data_protection.erase, name="erase-person"),
    path("tabellen/", sheets.upload_sheet, name="sheets"),
    path("tabellen/herunterladen/", tables.download_table, name="download-table"),
    path("tabellen/<uuid:sheet_id>/spalten/", sheets.assign_sheet_columns, name="sheet-columns"),
    path("tabellen/<uuid:sheet_id>/", sheets.preview_sheet, name="sheet"),
]
