"""Picking a record by a part of its name: what fits is offered, and nothing is picked that was not meant."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from mittelnetz.people.models import Person
from mittelnetz.people.queries import people_named
from mittelnetz.regions.models import Region
from mittelnetz.regions.search import Match, resolve
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.organisations import organisations_named

MOST_OFFERED = 12


class OrganisationField(forms.Field):
    """An organisation, by its id or its name. `offers`: those to choose from, where a part of the name fits several."""

    offers: tuple[Organisation, ...] = ()

    def to_python(self, value: Any) -> Organisation | None:
        text = str(value or "").replace("\0", "").strip()
        if not text:
            return None
        meant, others = organisations_named(text, limit=MOST_OFFERED)
        if meant:
            return meant
        if not others:
            raise forms.ValidationError(
                _("Eine Organisation mit diesem Namen ist nicht im Register. Bitte prüfen Sie die Schreibweise.")
            )
        self.offers = tuple(others)
        raise forms.ValidationError(_("Welche Organisation meinen Sie? Bitte wählen Sie eine aus."))


class RegionField(forms.Field):
    """A region, by its official key, its full name, a postcode, or a part of a name. `offers` as with organisations."""

    offers: tuple[Region, ...] = ()

    def prepare_value(self, value: Any) -> Any:
        """The name, which leads back to the region; of one that is no more, the key."""
        if isinstance(value, Region):
            return value.full_name if value.valid_until is None else value.key
        return value

    def to_python(self, value: Any) -> Region | None:
        text = str(value or "").replace("\0", "").strip()
        if not text:
            return None
        named = Region.objects.filter(Q(pk=text) | Q(full_name=text, valid_until=None))[:2]
        if len(named) == 1:
            return named[0]
        candidates = resolve(text, MOST_OFFERED)
        meant = {found.key for found in candidates if found.match in (Match.NAME, Match.POSTCODE)}
        if len(meant) == 1:
            return Region.objects.get(pk=meant.pop())
        if not candidates:
            raise forms.ValidationError(_("Diese Region ist nicht bekannt. Bitte prüfen Sie die Schreibweise."))
        self.offers = tuple(Region(key=found.key, name=found.label) for found in candidates)
        raise forms.ValidationError(_("Welche Region meinen Sie? Bitte wählen Sie eine aus."))


class PersonField(forms.Field):
    """Somebody in the register, by name or id. `offers` as with organisations; the address tells namesakes apart."""

    offers: tuple[Person, ...] = ()

    def to_python(self, value: Any) -> Person | None:
        text = str(value or "").replace("\0", "").strip()
        if not text:
            return None
        meant, others = people_named(text, limit=MOST_OFFERED)
        if meant:
            return meant
        if not others:
            raise forms.ValidationError(
                _("Diese Person ist nicht im Register. Bitte prüfen Sie die Schreibweise, oder nehmen Sie sie auf.")
            )
        self.offers = tuple(Person(pk=other.pk, name=f"{other.name}, {other.email or other.pk}") for other in others)
        raise forms.ValidationError(_("Wen meinen Sie? Bitte wählen Sie jemanden aus."))
