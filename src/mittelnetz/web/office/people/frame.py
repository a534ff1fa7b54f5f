"""What every page of one person shows around its content."""

from typing import Any

from django.db.models import FilteredRelation, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse

from mittelnetz.people.models import Person
from mittelnetz.web.ui.form_page import SAVE, FormPage, Words


def person_of(person_id: str) -> Person:
    """With the account and the `open_invitation`, where there is one."""
    is_open = Q(invitations__accepted_at=None, invitations__withdrawn_at=None)
    people = Person.objects.annotate(open_invitation=FilteredRelation("invitations", condition=is_open))
    return get_object_or_404(people.select_related("account", "open_invitation"), pk=person_id)  # type: ignore[misc]


def address(person_id: str) -> str:
    return reverse("office:person", args=[person_id])


def form_page(person: Person | None, title: Words, lead: Words = "", button: Words = SAVE) -> FormPage:
    context: dict[str, Any] = {"person": person}
    return FormPage(title, lead, button, "office/people/form.html", context)
