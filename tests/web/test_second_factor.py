"""The second factor as a duty: of whom, what one gets to without it, and that it stays."""

from datetime import UTC, date, datetime

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import (
    TOTP,
    format_hotp_value,
    generate_totp_secret,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client
from django.urls import get_resolver

from mittelnetz.bodies.models import Body, Seat
from mittelnetz.core.settings import change_setting
from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.models import Account, Grant
from mittelnetz.web.account.second_factor import OPEN_PAGES, is_required
from tests.factories import make_organisation, make_person
from tests.web.pages import ACCOUNT_PAGES, WORK_PAGES
from tests.web.test_every_page import named_views

SET_UP = "/konto/zweiter-faktor/einrichten/"
REMOVE = "/konto/zweiter-faktor/abschalten/"
DAY = date(2026, 6, 15)
NEEDED = {"/abmelden/", "/konto/bestaetigen/", SET_UP}


@pytest.fixture(autouse=True)
def today(clock, db):
    clock(datetime(2026, 6, 15, 10, 30, tzinfo=UTC))


@pytest.fixture
def account(actor, at) -> Account:
    return open_account(person=make_person(), email="toni@example.org", actor=actor, at=at)


@pytest.fixture
def required(actor, at) -> None:
    change_setting(key="second_factor", value=True, since=date(2026, 6, 1), actor=actor, at=at)


@pytest.fixture
def office(account, required) -> Client:
    """Somebody of the office who has only just signed in, and has no second factor."""
    Grant.objects.create(person=account.person, role="office", since=date(2026, 1, 1))
    client = Client()
    client.force_login(account)
    return client


def take_seat(account, *, kind: str, as_: str, **period) -> None:
    body = Body.objects.create(id=kind, kind=kind, name=kind)
    Seat.objects.create(id="s", body=body, organisation=make_organisation(), **{as_: account.person}, **period)


@pytest.mark.parametrize("role", ["office", "operator"])
def test_it_is_required_of_whom_is_granted_a_role(account, required, role):
    grant = Grant.objects.create(person=account.person, role=role, since=date(2026, 1, 1))
    assert is_required(account, DAY)
    grant.until = DAY
    grant.save()
    assert not is_required(account, DAY)


@pytest.mark.parametrize("as_", ["person", "deputy"])
def test_it_is_required_of_the_steering_group_and_its_deputies(account, required, as_):
    take_seat(account, kind="steering_group", as_=as_, since=date(2026, 1, 1))
    assert is_required(account, DAY)


def test_it_is_required_of_nobody_else(account, required):
    assert not is_required(account, DAY)
    take_seat(account, kind="plenum", as_="person", since=date(2026, 1, 1))
    assert not is_required(account, DAY)


def test_it_ends_with_the_seat(account, required):
    take_seat(account, kind="steering_group", as_="person", until=DAY)
    assert not is_required(account, DAY)


def test_it_is_required_from_the_day_that_the_federation_has_decided(account, required):
    Grant.objects.create(person=account.person, role="office", since=date(2026, 1, 1))
    assert not is_required(account, date(2026, 5, 31))
    assert is_required(account, date(2026, 6, 1))


@pytest.mark.parametrize("page", sorted({*ACCOUNT_PAGES, *WORK_PAGES, "/anmelden/", "/postausgang/"} - NEEDED))
def test_every_page_behind_sign_in_leads_to_setting_it_up(office, page):
    for answer in (office.get(page), office.post(page), office.get(f"/en{page}")):
        assert answer["Location"].endswith(SET_UP)


def test_the_page_says_why(office):
    text = office.get(SET_UP).content.decode()
    assert "Für Ihre Aufgabe im Verbund ist ein zweiter Faktor Pflicht." in text
    assert 'href="/abmelden/"' in text
    assert office.get("/netzwerke/").status_code == 200
    assert office.post("/abmelden/").status_code == 302


def test_others_are_not_led_there(account, required):
    client = Client()
    client.force_login(account)
    assert client.get("/konto/").status_code == 200
    assert "ist ein zweiter Faktor Pflicht" not in client.get(SET_UP).content.decode()


def test_whoever_sets_it_up_goes_on(office):
    secret = office.get(SET_UP).context["form"].secret
    code = hotp_value(secret, next(yield_hotp_counters_from_time()))
    done = office.post(SET_UP, {"code": format_hotp_value(code)})
    assert done["Location"] == "/konto/ersatzcodes/"
    assert office.get("/konto/").status_code == 200


def test_it_cannot_be_removed_while_it_is_required(account, required):
    Grant.objects.create(person=account.person, role="office", since=date(2026, 1, 1))
    client = signed_in_with_code(account)
    assert "abschalten" not in client.get("/konto/zweiter-faktor/").content.decode()
    refused = client.post(REMOVE)
    assert refused.status_code == 422
    assert "Für Ihre Aufgabe im Verbund ist der zweite Faktor Pflicht." in refused.content.decode()
    assert account.authenticator_set.filter(type="totp").exists()


def test_it_can_be_removed_by_others(account, required):
    client = signed_in_with_code(account)
    assert "abschalten" in client.get("/konto/zweiter-faktor/").content.decode()
    assert client.post(REMOVE).status_code == 302
    assert not account.authenticator_set.exists()


def signed_in_with_code(account) -> Client:
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    account.set_password("ein langer Satz als Passwort")
    account.save()
    code = RecoveryCodes(account.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
    client = Client()
    client.post("/anmelden/passwort/", {"login": account.email, "password": "ein langer Satz als Passwort"})
    client.post("/anmelden/zweiter-schritt/", {"code": code})
    client.post("/konto/bestaetigen/", {"password": "ein langer Satz als Passwort"})
    return client


def test_the_open_pages_exist():
    assert {name for name, _ in named_views(get_resolver())} >= OPEN_PAGES


def test_the_app_keeps_it_under_the_name_of_the_federation(office, actor, at):
    change_setting(key="federation_name", value="Verbund Probe", since=date(2026, 1, 1), actor=actor, at=at)
    assert "issuer=Verbund%20Probe" in office.get(SET_UP).context["totp_url"]
