"""Addresses of the workspaces."""

from django.urls import include, path

from mittelnetz.web.mine.networks import partners, profile

_NETWORK = [
    path("", profile.show_profile, name="network"),
    path("profil/", profile.edit_profile, name="edit-network"),
    path("partner/", partners.list_partners, name="partners"),
    path("partner/neu/", partners.add_partner, name="add-partner"),
    path("partner/<int:partnership_id>/beenden/", partners.end_partner, name="end-partner"),
    path("partner/<int:partnership_id>/berichtigen/", partners.correct_partner, name="correct-partner"),
]

app_name = "mine"
urlpatterns = [path("netzwerk/<slug:network_id>/", include(_NETWORK))]
