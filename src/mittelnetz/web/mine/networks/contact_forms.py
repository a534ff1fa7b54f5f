"""Forms about contact persons."""

from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies.queries import circle_of
from mittelnetz.people.actions.persons import NewPerson
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact, Organisation
from mittelnetz.register.queries.partnerships import partner_organisations
from mittelnetz.register.words import ContactFunction
from mittelnetz.web.ui.forms import DayField, PlainForm, RecordForm

_PHONE: dict[str, Any] = {"max_length": 50, "required": False, "label": _("Telefon")}
_EMAIL: dict[str, Any] = {
    "required": False,
    "label": _("E-Mail"),
    "help_text": _("Auch ein gemeinsames Postfach ist möglich, zum Beispiel info@example.org."),
    "error_messages": {"invalid": _("Diese E-Mail-Adresse ist unvollständig. Bitte prüfen Sie sie.")},
}


class NewOrKnownForm(PlainForm):
    """Names a person: one of those who are known, or somebody new."""

    person = forms.ModelChoiceField(
        Person.objects.none(), label=_("Person"), empty_label=_("jemand Neues"), required=False
    )
    name = forms.CharField(
        label=_("Name"),
        help_text=_("Name, E-Mail und Telefon nur für jemand Neues."),
        max_length=200,
        required=False,
    )
    email = forms.EmailField(**_EMAIL)
    phone = forms.CharField(**_PHONE)

    def __init__(self, data: Any = None, *, people: "QuerySet[Person]", **options: Any) -> None:
        super().__init__(data, **options)
        self._choices("person").queryset = people

    def _choices(self, name: str) -> Any:
        return self.fields[name]

    def clean_name(self) -> str:
        name: str = self.cleaned_data["name"]
        if bool(name) == bool(self.cleaned_data.get("person")) and "person" not in self.errors:
            raise forms.ValidationError(
                _("Bitte wählen Sie oben eine Person aus, oder schreiben Sie hier den Namen von jemand Neuem.")
            )
        return name

    @property
    def somebody(self) -> Person | NewPerson:
        return self.cleaned_data["person"] or NewPerson(
            *(self.cleaned_data[field] for field in ("name", "email", "phone"))
        )


class SomebodyForm(NewOrKnownForm):
    """One of the network's circle, or somebody new, for one of its partners."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Für welchen Partner"), empty_label=_("für keinen"), required=False
    )
    shown = forms.BooleanField(
        label=_("Die Person hat mir gesagt, dass ihr Name öffentlich stehen darf."),
        help_text=_("Nur für Menschen ohne E-Mail-Adresse. Alle anderen sagen es selbst."),
        required=False,
    )

    def __init__(self, data: Any = None, *, network_id: str, day: date, **options: Any) -> None:
        super().__init__(data, people=circle_of(network_id, day), **options)
        self._choices("organisation").queryset = partner_organisations(network_id, day)


class ContactForm(SomebodyForm):
    function = forms.ChoiceField(
        label=_("Funktion"),
        choices=ContactFunction.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Bitte wählen Sie eine Funktion aus.")},
    )
    since = DayField(label=_("Erster Tag"), initial=timezone.localdate)

    field_order = ("function",)


class HandOverForm(SomebodyForm):
    since = DayField(
        label=_("Erster Tag der neuen Person"),
        help_text=_("Am Tag davor endet die bisherige Zeit."),
        initial=timezone.localdate,
    )

    def __init__(self, data: Any = None, *, contact: Contact, day: date) -> None:
        initial = {"organisation": contact.organisation_id}
        super().__init__(data, network_id=contact.network_id, day=day, initial=initial)
        people = self._choices("person")
        people.queryset = people.queryset.exclude(pk=contact.person_id)


class PersonForm(RecordForm):
    name = forms.CharField(
        label=_("Name"), max_length=200, error_messages={"required": _("Bitte schreiben Sie einen Namen.")}
    )
    email = forms.EmailField(**_EMAIL)
    phone = forms.CharField(**_PHONE)


class ShowingForm(PlainForm):
    shown = forms.BooleanField(label=_("Der Name darf öffentlich stehen."), required=False)
