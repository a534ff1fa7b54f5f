"""Addresses of the workspaces."""

from django.urls import include, path

from mittelnetz.web.mine.networks import partners, profile
from mittelnetz.web.mine.organisations import entry, memberships

_NETWORK = [
    path("", profile.show_profile, name="network"),
    path("profil/", profile.edit_profile, name="edit-network"),
    path("partner/", partners.list_partners, name="partners"),
    path("partner/neu/", partners.add_partner, name="add-partner"),
    path("partner/<int:partnership_id>/beenden/", partners.end_partner, name="end-partner"),
    path("partner/<int:partnership_id>/berichtigen/", partners.correct_partner, name="correct-partner"),
]

_ORGANISATION = [
    path("", entry.show_entry, name="organisation"),
    path("eintrag/", entry.edit_entry, name="edit-organisation"),
    path("art/", entry.propose_another_kind, name="propose-kind"),
    path("netzwerke/", memberships.list_memberships, name="memberships"),
    path("netzwerke/<int:partnership_id>/verlassen/", memberships.leave_network, name="leave-network"),
]

app_name = "mine"
urlpatterns = [
    path("netzwerk/<slug:network_id>/", include(_NETWORK)),
    path("organisation/<slug:organisation_id>/", include(_ORGANISATION)),
]
