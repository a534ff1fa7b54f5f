"""Signing in: by code, by password, by invitation; and never as somebody else."""

import re
from datetime import UTC, date, datetime

import html5lib
import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from mittelnetz.core import journal
from mittelnetz.core.settings import change_setting
from mittelnetz.exchange.events import FEDERATION_IMPORTED
from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import invite_person, open_account
from mittelnetz.people.actions.grants import grant_role
from mittelnetz.people.models import Account
from mittelnetz.people.words import Role
from mittelnetz.web.account.invitation_links import token_of
from tests.factories import make_person
from tests.web.pages import ACCOUNT_PAGES

EMAIL, PASSWORD = "toni@example.org", "ein langer Satz als Passwort"
NOW = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def today(clock, db):
    clock(NOW)


@pytest.fixture
def account(actor) -> Account:
    account = open_account(person=make_person(), email=EMAIL, actor=actor, at=NOW)
    account.set_password(PASSWORD)
    account.save()
    return account


def is_signed_in(client) -> bool:
    return client.get("/konto/").status_code == 200


def code_in_mail() -> str:
    (code,) = re.findall(r"^\s*([A-Z0-9-]{6,9})\s*$", Message.objects.latest("pk").text, re.MULTILINE)
    return str(code)


def test_a_code_by_mail_signs_in(client, account):
    assert client.post("/anmelden/", {"email": EMAIL})["Location"] == "/anmelden/code/"
    code = code_in_mail()
    assert Message.objects.get().subject == "Ihr Code zum Anmelden"
    wrong = client.post("/anmelden/code/", {"code": "ZZZ-ZZZ"})
    assert wrong.status_code == 422
    assert "Dieser Code stimmt nicht." in wrong.content.decode()
    assert not is_signed_in(client)
    assert client.post("/anmelden/code/", {"code": code})["Location"] == "/heute/"
    assert is_signed_in(client)


def test_nobody_learns_who_has_an_account(client, account):
    for email in (EMAIL, "fremd@example.org"):
        assert client.post("/anmelden/", {"email": email})["Location"] == "/anmelden/code/"
    assert list(Message.objects.values_list("address", flat=True)) == [EMAIL]
    answers = {client.post("/passwort-vergessen/", {"email": email})["Location"] for email in (EMAIL, "x@example.org")}
    assert answers == {"/passwort-vergessen/gesendet/"}


def test_a_password_signs_in_and_a_new_session_begins(client, account):
    session = client.session
    session["kept"] = "by whoever sent the link"
    session.save()
    before = session.session_key
    wrong = client.post("/anmelden/passwort/", {"login": EMAIL, "password": "falsch"})
    assert wrong.status_code == 422
    assert "passen nicht zusammen" in wrong.content.decode()
    client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})
    assert is_signed_in(client)
    assert client.session.session_key != before
    assert account.password.startswith("argon2")


def test_passwords_are_not_tried_for_ever(client, account):
    for _ in range(5):
        client.post("/anmelden/passwort/", {"login": EMAIL, "password": "falsch"})
    refused = client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})
    assert "zu viele Versuche" in refused.content.decode()
    assert not is_signed_in(client)


def test_codes_are_not_tried_for_ever(client, account):
    client.post("/anmelden/", {"email": EMAIL})
    for _ in range(5):
        last = client.post("/anmelden/code/", {"code": "ZZZ-ZZZ"})
    assert last["Location"] == "/anmelden/"
    assert client.get("/anmelden/code/")["Location"] == "/anmelden/"


def test_a_forgotten_password_is_set_anew(client, account):
    client.post("/passwort-vergessen/", {"email": EMAIL})
    (link,) = re.findall(r"http://testserver(/passwort-vergessen/\S+)", Message.objects.get().text)
    form = client.get(link, follow=True)
    new = "noch ein langer Satz"
    done = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new})
    assert done["Location"] == "/passwort-vergessen/fertig/"
    Client().post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})
    other = Client()
    other.post("/anmelden/passwort/", {"login": EMAIL, "password": new})
    assert is_signed_in(other)


def test_nobody_opens_an_account_without_invitation(client):
    for answer in (client.get("/anmelden/ohne-einladung/"), client.post("/anmelden/ohne-einladung/", {"email": EMAIL})):
        assert "Nur mit Einladung" in answer.content.decode()
    assert not Account.objects.exists()


def test_an_invitation_opens_with_one_button_only(client, actor):
    person = make_person()
    link = f"/einladung/{token_of(invite_person(person=person, email=EMAIL, actor=actor, at=NOW))}/"
    assert client.get(link).status_code == 200
    assert client.head(link).status_code == 200
    assert not Account.objects.exists()
    assert client.post(link)["Location"] == "/heute/"
    assert Account.objects.get().person == person
    assert is_signed_in(client)
    again = Client().post(link)
    assert again.status_code == 409
    assert "schon angenommen" in again.content.decode()
    assert Client().get(link[:-3] + "xx/").status_code == 404


def test_a_second_factor_is_asked_for(client, account):
    secret = generate_totp_secret()
    TOTP.activate(account, secret)
    RecoveryCodes.activate(account)
    answer = client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})
    assert answer["Location"].startswith("/anmelden/zweiter-schritt/")
    assert not is_signed_in(client)
    code = RecoveryCodes(account.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
    client.post("/anmelden/zweiter-schritt/", {"code": code})
    assert is_signed_in(client)


def test_one_sees_where_one_is_signed_in_and_ends_the_others(account):
    here, there = Client(headers={"user-agent": "Firefox/140.0"}), Client(headers={"user-agent": "Safari/604"})
    for client in (here, there):
        client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})
    text = here.get("/konto/anmeldungen/").content.decode()
    assert "Firefox" in text
    assert "Safari" in text
    here.post("/konto/anmeldungen/")
    assert is_signed_in(here)
    assert not is_signed_in(there)


def test_signing_in_leads_to_no_other_host(client, account):
    for next_ in ("https://example.org/", "//example.org/", "/\\example.org"):
        other = Client()
        answer = other.post(f"/anmelden/passwort/?next={next_}", {"login": EMAIL, "password": PASSWORD, "next": next_})
        assert answer["Location"] == "/heute/"


def test_the_account_is_for_its_owner(client):
    for page in ("/konto/", "/konto/passwort/", "/konto/zweiter-faktor/", "/konto/anmeldungen/", "/konto/ersatzcodes/"):
        assert client.get(page)["Location"].startswith("/anmelden/")


@pytest.fixture
def demo(actor):
    """The demo federation, as far as signing in knows it."""
    change_setting(key="example_data", value=True, since=date(2026, 1, 1), actor=actor, at=NOW)
    journal.record(FEDERATION_IMPORTED, subject="federation/file", actor=actor, at=NOW)
    grant_role(person=make_person("buero"), role=Role.OFFICE, since=date(2026, 1, 1), actor=actor, at=NOW)


def test_in_the_demo_everybody_can_be_anybody(client, demo):
    assert "als Moderation ansehen" in client.get("/anmelden/").content.decode()
    assert client.post("/anmelden/als/", {"role": "office"})["Location"] == "/heute/"
    assert "Toni Beispiel" in client.get("/konto/").content.decode()
    assert Client().post("/anmelden/als/", {"role": "office"}).status_code == 302
    assert Account.objects.count() == 1
    for role in ("coordination", "nobody", ""):
        assert client.post("/anmelden/als/", {"role": role}).status_code == 404


def test_with_another_federation_nobody_can(client, demo, actor):
    journal.record(FEDERATION_IMPORTED, subject="federation/file", actor=actor, at=NOW)
    assert "als Moderation ansehen" not in client.get("/anmelden/").content.decode()
    assert client.post("/anmelden/als/", {"role": "office"}).status_code == 404


def test_where_the_data_are_real_nobody_can(client, actor):
    grant_role(person=make_person("buero"), role=Role.OFFICE, since=date(2026, 1, 1), actor=actor, at=NOW)
    assert client.post("/anmelden/als/", {"role": "office"}).status_code == 404


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("page", ACCOUNT_PAGES)
def test_pages_of_an_account_are_whole_and_kept_by_nobody(signed_in, language, page):
    answer = signed_in.get(f"{language}{page}", follow=True)
    text = answer.content.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert answer.status_code == 200
    assert len(re.findall(r"<h1\b", text)) == 1
    assert f'<html lang="{"en" if language else "de"}">' in text
    assert "ETag" not in answer


def test_who_owns_an_account_is_told_that_it_changed(signed_in):
    new = "noch ein langer Satz"
    typed = {"oldpassword": "ein langer Satz als Passwort", "password1": new, "password2": new}
    page = signed_in.post("/en/konto/passwort/", typed, follow=True).content.decode()
    assert "The password of your account has been changed." in page
    message = Message.objects.get()
    assert message.subject == "Your account was changed"
    assert "the password of your account has been changed." in message.text
