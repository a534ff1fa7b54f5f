"""Picking a record by a part of its name: what fits is offered, and nothing is picked that was not meant."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

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
