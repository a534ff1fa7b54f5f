"""What every page of a network's workspace shows around its content."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mittelnetz.access import networks
from mittelnetz.core.prepared import Prepared
from mittelnetz.register.models import Network
from mittelnetz.web.acting import is_still_held


@dataclass(frozen=True, slots=True)
class Workspace:
    network: Network

    @property
    def name(self) -> str:
        return self.network.name

    @property
    def url(self) -> str:
        return self.address("network")

    @property
    def tabs(self) -> list[tuple[str, str]]:
        return [
            (_("Profil"), self.url),
            (_("Partner"), self.address("partners")),
            (_("Ansprechpersonen"), self.address("contacts")),
            (_("Anfragen"), self.address("requests")),
            (_("Unterlagen"), self.address("documents")),
            (_("Verlauf"), self.address("history")),
        ]

    def after_giving_up(self, request: HttpRequest) -> str:
        """Where to go on, for perhaps one's own function has just ended, and the right to this workspace with it."""
        return self.address("contacts") if is_still_held(request, networks.EDIT, self.network.pk) else reverse("desk")

    def address(self, page: str, **arguments: object) -> str:
        return reverse(f"mine:{page}", kwargs={"network_id": self.network.pk, **arguments})


def workspace(network_id: str) -> Workspace:
    for network in _NAMED(network_id=network_id):
        return Workspace(network)
    raise Http404


_NAMED = Prepared(Network, lambda network_id: Network.objects.filter(pk=network_id), network_id=str)
