"""No e-mail address of a person stands on a page for everybody, unless they agreed to be named."""

import re

import pytest

from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact
from tests.web.pages import ANSWERS, OUTBOX, PAGES

FOR_EVERYBODY = [page for page in PAGES if page not in {*ANSWERS, *OUTBOX}]
"""Without what a signed link opens for its recipient, and without the outbox, which only a demo has."""


@pytest.mark.parametrize("language", ["", "/en"])
def test_only_those_who_agreed_could_be_found_by_their_address(client, federation, language):
    people = list(Person.objects.all())
    for person in people:
        person.email = f"{person.pk}@privat.example"
    Person.objects.bulk_update(people, ["email"])
    text = "".join(client.get(f"{language}{page}").content.decode() for page in FOR_EVERYBODY)
    agreed = {contact.person.email for contact in Contact.objects.filter(shown=True).select_related("person")}
    assert "Toni Beispiel" in text
    assert set(re.findall(r"[\w.-]+@privat\.example", text)) <= agreed
    assert "Verborgene Person" not in text
