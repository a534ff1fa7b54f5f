"""Sessions: begun anew at signing in, in cookies that no script reads, and ended with the password."""

import re

import pytest
from django.test import Client

from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import invite_person
from mittelnetz.web.account.invitation_links import token_of
from tests.factories import make_person
from tests.web.security.conftest import EMAIL, PASSWORD
from tests.web.test_signing_in import NOW, code_in_mail, is_signed_in

NEW = "noch ein langer Satz"


def planted(client: Client) -> str:
    """The session of somebody else, whose key that one knows."""
    session = client.session
    session["planted"] = "by whoever sent the link"
    session.save()
    return str(session.session_key)


def by_password(client: Client) -> None:
    client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD})


def by_code(client: Client) -> None:
    client.post("/anmelden/", {"email": EMAIL})
    client.post("/anmelden/code/", {"code": code_in_mail()})


@pytest.mark.parametrize("sign_in", [by_password, by_code])
def test_signing_in_begins_a_new_session(client, account, sign_in):
    key = planted(client)
    sign_in(client)
    assert is_signed_in(client)
    assert client.session.session_key != key
    assert not _knows(key)


def test_so_does_an_invitation(client, actor, db, clock):
    clock(NOW)
    key = planted(client)
    client.post(f"/einladung/{token_of(invite_person(person=make_person(), email=EMAIL, actor=actor, at=NOW))}/")
    assert is_signed_in(client)
    assert not _knows(key)


def test_signing_out_ends_the_session(client, account):
    by_password(client)
    key = client.session.session_key
    client.post("/abmelden/")
    assert not _knows(key)


def _knows(key: str) -> bool:
    """Whether the old key opens the account."""
    other = Client()
    other.cookies["sessionid"] = key
    return is_signed_in(other)


def test_a_changed_password_ends_all_other_sessions(client, account):
    other = Client()
    for one in (client, other):
        by_password(one)
    client.post("/konto/passwort/", {"oldpassword": PASSWORD, "password1": NEW, "password2": NEW})
    assert is_signed_in(client)
    assert not is_signed_in(other)


def test_a_password_set_anew_ends_every_session(client, account):
    by_password(client)
    reset = Client()
    reset.post("/passwort-vergessen/", {"email": EMAIL})
    (link,) = re.findall(r"http://testserver(/passwort-vergessen/\S+)", Message.objects.get().text)
    form = reset.get(link, follow=True).request["PATH_INFO"]
    reset.post(form, {"password1": NEW, "password2": NEW})
    assert not is_signed_in(client)
    assert "gilt nicht mehr" in Client().get(link, follow=True).content.decode()


def test_no_script_and_no_other_site_gets_the_cookies(client, account, settings):
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client.get("/anmelden/passwort/")
    by_password(client)
    for name in ("sessionid", "csrftoken"):
        cookie = client.cookies[name]
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] in {"Lax", "Strict"}
        assert cookie["domain"] == ""


def test_a_session_opens_nothing_any_more_when_the_account_is_blocked(client, account):
    by_password(client)
    assert is_signed_in(client)
    account.is_active = False
    account.save()
    assert not is_signed_in(client)
