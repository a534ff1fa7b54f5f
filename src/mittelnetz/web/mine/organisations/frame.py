"""What every page of an organisation's workspace shows around its content."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from mittelnetz.access import organisations
from mittelnetz.register.models import Organisation
from mittelnetz.web.acting import is_still_held


@dataclass(frozen=True, slots=True)
class Workspace:
    organisation: Organisation

    @property
    def name(self) -> str:
        return self.organisation.name

    @property
    def url(self) -> str:
        return self.address("organisation")

    @property
    def tabs(self) -> list[tuple[str, str]]:
        return [
            (_("Eintrag"), self.url),
            (_("Netzwerke"), self.address("memberships")),
            (_("Vertretung"), self.address("mandates")),
            (_("Verlauf"), self.address("organisation-history")),
        ]

    def after_giving_up(self, request: HttpRequest) -> str:
        """Where to go on, for perhaps one's own mandate has just ended, and the right to this workspace with it."""
        is_held = is_still_held(request, organisations.EDIT, self.organisation.pk)
        return self.address("mandates") if is_held else reverse("desk")

    def address(self, page: str, **arguments: object) -> str:
        return reverse(f"mine:{page}", kwargs={"organisation_id": self.organisation.pk, **arguments})


def workspace(organisation_id: str) -> Workspace:
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None:
        raise Http404
    return Workspace(organisation)
