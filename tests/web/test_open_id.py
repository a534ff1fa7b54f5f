"""Signing in with an account of another house: a provider in a process of its own says who somebody is."""

import environ
import pytest
from django.test import Client

from mittelnetz.config.open_id import open_id_apps
from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.models import Account
from tests.factories import AT, make_person
from tests.open_id.people import CLIENT, SECRET
from tests.open_id.running import go_through, running_provider

BACK = "/anmelden/bei/oidc/zurueck/"
BUTTON = "/anmelden/bei/oidc/"


@pytest.fixture(scope="module")
def provider(tmp_path_factory):
    with running_provider(
        tmp_path_factory.mktemp("provider"), f"http://testserver{BACK}", f"http://testserver/en{BACK}"
    ) as address:
        yield address


@pytest.fixture(autouse=True)
def installation(provider, settings, monkeypatch, db) -> None:
    """As the operator sets it up."""
    _set_up(settings, monkeypatch, provider)


def _set_up(settings, monkeypatch, url: str, secret: str = SECRET) -> None:
    monkeypatch.setenv("MITTELNETZ_OIDC_URL", url)
    monkeypatch.setenv("MITTELNETZ_OIDC_NAME", "Verbandskonto")
    monkeypatch.setenv("MITTELNETZ_OIDC_CLIENT", CLIENT)
    monkeypatch.setenv("MITTELNETZ_OIDC_SECRET", secret)
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"APPS": open_id_apps(environ.Env())}}


@pytest.fixture
def account(actor) -> Account:
    return open_account(person=make_person(), email="toni@example.org", actor=actor, at=AT)


def is_signed_in(client) -> bool:
    return client.get("/konto/").status_code == 200


def sign_in(client, name: str, **options) -> str:
    """Through the provider and back; where we lead on to, or what we say."""
    back = go_through(client.post(BUTTON)["Location"], name, **options)
    answer = client.get(back)
    return answer.headers.get("Location") or answer.content.decode()


def test_whoever_was_invited_signs_in_with_the_account_of_another_house(client, account):
    page = client.get("/anmelden/").content.decode()
    assert f'action="{BUTTON}"' in page
    assert "Verbandskonto" in page
    assert sign_in(client, "toni") == "/heute/"
    assert "Toni Beispiel" in client.get("/konto/").content.decode()
    assert "Anmeldung bei einem anderen Anbieter" in Message.objects.get().text


def test_it_is_known_by_the_providers_own_key_from_then_on(client, account):
    sign_in(client, "toni")
    account.email = "neu@example.org"
    account.save()
    account.emailaddress_set.update(email="neu@example.org")
    again = Client()
    assert sign_in(again, "toni") == "/heute/"
    assert "neu@example.org" in again.get("/konto/").content.decode()


def test_english_stays_english(client, account):
    back = go_through(client.post(f"/en{BUTTON}")["Location"], "toni")
    assert client.get(back)["Location"] == "/en/heute/"


def test_one_comes_back_to_the_page_one_wanted(client, account):
    back = go_through(client.post(f"{BUTTON}?next=/konto/anmeldungen/")["Location"], "toni")
    assert client.get(back)["Location"] == "/konto/anmeldungen/"


def test_whom_nobody_invited_gets_no_account(client, account):
    assert "Nur mit Einladung" in sign_in(client, "fremd")
    assert not is_signed_in(client)
    assert Account.objects.get() == account


@pytest.mark.parametrize("name", ["behauptet", "geschrieben", "verschwiegen"])
def test_an_address_that_the_provider_does_not_vouch_for_opens_no_account(client, account, name):
    assert "Nur mit Einladung" in sign_in(client, name)
    assert not is_signed_in(client)
    assert not account.socialaccount_set.exists()


def test_whoever_says_no_at_the_provider_comes_back_to_other_ways(client, account):
    assert sign_in(client, "toni", consents=False) == "/anmelden/"
    assert "Die Anmeldung bei Verbandskonto hat nicht geklappt." in client.get("/anmelden/").content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize("break_it", [lambda url: url + "x", lambda url: url.replace("state=", "status=")])
def test_an_answer_that_nobody_here_asked_for_is_refused(client, account, break_it):
    back = go_through(client.post(BUTTON)["Location"], "toni")
    assert client.get(break_it(back))["Location"] == "/anmelden/"
    assert not is_signed_in(client)


def test_the_answer_to_somebody_else_is_refused(client, account):
    """Else one could be led into another one's account, or another one's code be used."""
    theirs = go_through(client.post(BUTTON)["Location"], "toni")
    victim = Client()
    assert victim.get(theirs)["Location"] == "/anmelden/"
    own_state = victim.post(BUTTON)["Location"].partition("state=")[2].partition("&")[0]
    code = theirs.partition("code=")[2].partition("&")[0]
    mixed = f"{BACK}?code={code}&state={own_state}"
    assert victim.get(mixed)["Location"] == "/anmelden/"
    assert not is_signed_in(victim)


def test_an_answer_counts_once(client, account):
    back = go_through(client.post(BUTTON)["Location"], "toni")
    client.get(back)
    client.post("/abmelden/")
    assert client.get(back)["Location"] == "/anmelden/"
    assert not is_signed_in(client)


def test_a_new_session_begins(client, account):
    before = client.post(BUTTON).client.session.session_key
    sign_in(client, "toni")
    assert client.session.session_key != before


def test_with_a_wrong_secret_nobody_comes_in(client, account, settings, monkeypatch, provider):
    _set_up(settings, monkeypatch, provider, secret="falsch")
    assert sign_in(client, "toni") == "/anmelden/"
    assert not is_signed_in(client)


def test_a_provider_that_does_not_answer_is_told(client, settings, monkeypatch):
    _set_up(settings, monkeypatch, "http://127.0.0.1:9")
    assert client.post(BUTTON)["Location"] == "/anmelden/"


def test_only_the_button_leads_there_and_only_to_sign_in(client, account):
    assert client.get(BUTTON).status_code == 405
    assert client.post("/anmelden/bei/anderswo/").status_code == 404
    client.force_login(account)
    back = go_through(client.post(f"{BUTTON}?process=connect&scope=offline_access")["Location"], "fremd")
    assert "Nur mit Einladung" in client.get(back).content.decode()
    assert not account.socialaccount_set.exists()
