"""Addresses of the workspaces."""

from django.urls import include, path

from mittelnetz.web.mine.networks import (
    contacts,
    documents,
    handing_over,
    history,
    partner_answers,
    partners,
    pauses,
    profile,
    requests,
)
from mittelnetz.web.mine.organisations import entry, mandates, memberships, place
from mittelnetz.web.mine.organisations import history as organisation_history

_NETWORK = [
    path("", profile.show_profile, name="network"),
    path("profil/", profile.edit_profile, name="edit-network"),
    path("partner/", partners.list_partners, name="partners"),
    path("partner/neu/", partners.add_partner, name="add-partner"),
    path("partner/<int:partnership_id>/beenden/", partners.end_partner, name="end-partner"),
    path("partner/<int:partnership_id>/berichtigen/", partners.correct_partner, name="correct-partner"),
    path("partner/<int:partnership_id>/antworten/", partner_answers.show_answers, name="partner-answers"),
    path("partner/<int:partnership_id>/fragen/", partner_answers.ask_partner, name="ask-partner"),
    path("anfragen/", requests.list_requests, name="requests"),
    path("anfragen/neu/", requests.add_request, name="add-request"),
    path("anfragen/<int:request_id>/entscheiden/", requests.decide_request, name="decide-request"),
    path("anfragen/<int:request_id>/aufnehmen/", requests.take_in, name="take-in"),
    path("unterlagen/", documents.list_documents, name="documents"),
    path("unterlagen/neu/", documents.keep_document, name="add-document"),
    path("unterlagen/<int:document_id>/", documents.fetch_document, name="document"),
    path("unterlagen/<int:document_id>/entfernen/", documents.drop_document, name="remove-document"),
    path("verlauf/", history.show_history, name="history"),
    path("verlauf/eintraege/", history.list_entries, name="entries"),
    path("pause/neu/", pauses.add_pause, name="add-pause"),
    path("pause/<int:pause_id>/beenden/", pauses.finish_pause, name="end-pause"),
    path("pause/<int:pause_id>/berichtigen/", pauses.edit_pause, name="correct-pause"),
    path("ansprechpersonen/", contacts.list_contacts, name="contacts"),
    path("ansprechpersonen/neu/", contacts.add_contact, name="add-contact"),
    path("ansprechpersonen/<int:contact_id>/uebergeben/", handing_over.hand_over, name="hand-over"),
    path("ansprechpersonen/<int:contact_id>/beenden/", contacts.end_function, name="end-contact"),
    path("ansprechpersonen/<int:contact_id>/berichtigen/", contacts.correct_function, name="correct-contact"),
    path("ansprechpersonen/<int:contact_id>/angaben/", contacts.edit_person, name="edit-person"),
    path("ansprechpersonen/<int:contact_id>/fragen/", contacts.ask_contact, name="ask-contact"),
    path("ansprechpersonen/<int:contact_id>/nennung/", contacts.edit_showing, name="edit-showing"),
]

_ORGANISATION = [
    path("", entry.show_entry, name="organisation"),
    path("eintrag/", entry.edit_entry, name="edit-organisation"),
    path("art/", entry.propose_another_kind, name="propose-kind"),
    path("sitz/", place.edit_seat, name="edit-seat"),
    path("gebiet/", place.edit_area, name="edit-area"),
    path("vertretung/", mandates.list_mandates, name="mandates"),
    path("vertretung/neu/", mandates.add_mandate, name="add-mandate"),
    path("vertretung/<int:mandate_id>/beenden/", mandates.finish_mandate, name="end-mandate"),
    path("vertretung/<int:mandate_id>/berichtigen/", mandates.edit_mandate, name="correct-mandate"),
    path("netzwerke/", memberships.list_memberships, name="memberships"),
    path("netzwerke/<int:partnership_id>/verlassen/", memberships.leave_network, name="leave-network"),
    path("verlauf/", organisation_history.show_history, name="organisation-history"),
]

app_name = "mine"
urlpatterns = [
    path("netzwerk/<slug:network_id>/", include(_NETWORK)),
    path("organisation/<slug:organisation_id>/", include(_ORGANISATION)),
]
