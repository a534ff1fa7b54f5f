"""What every page of an organisation's workspace shows around its content."""

from dataclasses import dataclass

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from mittelnetz.register.models import Organisation


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
        ]

    def address(self, page: str, **arguments: object) -> str:
        return reverse(f"mine:{page}", kwargs={"organisation_id": self.organisation.pk, **arguments})


def workspace(organisation_id: str) -> Workspace:
    organisation = Organisation.objects.filter(pk=organisation_id).first()
    if organisation is None:
        raise Http404
    return Workspace(organisation)
