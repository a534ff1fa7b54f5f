"""Somebody who may do everything, and what their browser sends."""

from datetime import UTC, datetime

import html5lib
import pytest
from django.test import Client

from mittelnetz.people.models import Account, Person
from tests.web.conftest import STAFF


@pytest.fixture
def staff(federation, clock) -> Client:
    clock(datetime(2026, 6, 15, 10, 30, tzinfo=UTC))
    client = Client()
    client.force_login(Account.objects.get(email=STAFF))
    return client


def typed(page: str) -> dict[str, str]:
    """What a browser would send if nobody changed anything."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    form = tree.find(".//main//form")
    inputs = [field for field in form.iter("input") if field.get("type") not in {"checkbox", "radio", "file"}]
    values = {field.get("name"): field.get("value", "") for field in inputs}
    texts = {field.get("name"): (field.text or "").removeprefix("\n") for field in form.iter("textarea")}
    return values | texts


def client_of(person: Person) -> Client:
    """Of somebody who gets an account with that."""
    client = Client()
    client.force_login(Account.objects.create_user(f"{person.pk}@example.org", person))
    return client
