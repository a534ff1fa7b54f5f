"""Django's admin: operators look at everything that is stored, and change nothing."""

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from mittelnetz.people.models import Account, Grant
from mittelnetz.web import administration
from tests.factories import make_person
from tests.web.conftest import SINCE, STAFF

MODELS = [model for model in apps.get_models() if model.__module__.startswith("mittelnetz.")]
OK, FORBIDDEN, NOT_FOUND, NOT_ALLOWED, FOUND = 200, 403, 404, 405, 302


@pytest.fixture
def operator(federation) -> Client:
    person = make_person("operator")
    Grant.objects.create(person=person, role="operator", since=SINCE)
    return client_of(Account.objects.create_user("operator@example.org", person))


@pytest.fixture
def office(federation) -> Client:
    person = make_person("office")
    Grant.objects.create(person=person, role="office", since=SINCE)
    return client_of(Account.objects.create_user("office@example.org", person))


def client_of(account: Account) -> Client:
    client = Client()
    client.force_login(account)
    return client


def addresses() -> list[str]:
    return ["/verwaltung/", *(table(model) for model in MODELS), *(row(found) for found in _first_rows())]


def table(model) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")


def row(found) -> str:
    return reverse(f"admin:{found._meta.app_label}_{found._meta.model_name}_change", args=[found.pk])


def _first_rows():
    return [found for model in MODELS if (found := model._default_manager.first())]


def test_every_table_is_there():
    assert set(administration.site._registry) == set(MODELS)


def test_an_operator_sees_lists_and_rows(operator):
    rows = _first_rows()
    assert len(rows) > 20
    assert {address: operator.get(address).status_code for address in addresses()} == dict.fromkeys(addresses(), OK)


def test_nobody_else_does(office, federation):
    for address in addresses():
        assert office.get(address).status_code == FORBIDDEN
        answer = Client().get(address)
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (FOUND, "/anmelden/")


def test_nothing_is_changed_here(operator, federation):
    for address in addresses():
        assert operator.post(address, {"name": "Anders"}).status_code == NOT_ALLOWED
    person = row(Account.objects.get(email=STAFF).person)
    for page in ("login/", "logout/", "password_change/", "people/person/add/"):
        assert operator.get(f"/verwaltung/{page}").status_code in {FORBIDDEN, NOT_FOUND}
    for page in ("delete/", "history/"):
        assert operator.get(person.replace("change/", page)).status_code == NOT_FOUND


def test_what_opens_a_door_is_not_shown(operator, federation):
    account = Account.objects.get(email=STAFF)
    account.set_password("ein langer Satz als Passwort")
    account.save()
    text = operator.get(row(account)).content.decode()
    assert STAFF in text
    assert account.password not in text
    known = {f"{model._meta.model_name}.{field.name}" for model in MODELS for field in model._meta.concrete_fields}
    assert known >= administration.SECRET
