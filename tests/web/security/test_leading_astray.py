"""Whatever an address asks for, nobody is led to another host."""

import re
from urllib.parse import urljoin, urlsplit

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.test import Client

from tests.web.pages import ACCOUNT_PAGES, FORMS, WORK_PAGES
from tests.web.security.conftest import EMAIL, PASSWORD
from tests.web.test_signing_in import code_in_mail

ASTRAY = [
    "https://example.org/",
    "//example.org/",
    "///example.org/",
    "https:///example.org",
    "/\\example.org",
    "\\\\example.org",
    "/\t/example.org",
    "javascript:alert(1)",
    "data:text/html,x",
    "https://testserver@example.org/",
    "https://testserver.example.org/",
]
every_way = pytest.mark.parametrize("astray", ASTRAY)


def stays(answer) -> bool:
    """As browsers read an address: backslashes are slashes, two slashes are as good as three, tabs are nothing."""
    for address in (answer.headers.get("Location", "/"), answer.headers.get("Refresh", "/")):
        read = address.replace("\\", "/").translate(dict.fromkeys(map(ord, "\t\r\n")))
        read = re.sub("^([a-z]+:)?/{2,}", r"\1//", read)
        target = urlsplit(urljoin("http://testserver/anmelden/", read))
        if (target.scheme, target.netloc) != ("http", "testserver"):
            return False
    return True


def test_the_yardstick_measures():
    assert [way for way in ASTRAY if stays(_Answer(way))] == []
    assert stays(_Answer("/konto/"))


class _Answer:
    def __init__(self, address: str) -> None:
        self.headers = {"Location": address}


@every_way
def test_by_password(client, account, astray):
    answer = client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD, "next": astray})
    assert answer.status_code == 302
    assert stays(answer)


@every_way
def test_by_code(client, account, astray):
    first = client.post("/anmelden/", {"email": EMAIL, "next": astray})
    answer = client.post("/anmelden/code/", {"code": code_in_mail(), "next": astray})
    assert answer.status_code == 302
    assert stays(first)
    assert stays(answer)


@every_way
def test_by_second_factor(client, account, astray):
    TOTP.activate(account, generate_totp_secret())
    RecoveryCodes.activate(account)
    code = RecoveryCodes(account.authenticator_set.get(type="recovery_codes")).get_unused_codes()[0]
    client.post("/anmelden/passwort/", {"login": EMAIL, "password": PASSWORD, "next": astray})
    answer = client.post("/anmelden/zweiter-schritt/", {"code": code, "next": astray})
    assert answer.status_code == 302
    assert stays(answer)


@every_way
def test_by_confirming_or_leaving(client, account, astray):
    client.force_login(account)
    assert stays(client.post("/konto/bestaetigen/", {"password": PASSWORD, "next": astray}))
    left = client.post("/abmelden/", {"next": astray})
    assert left.status_code == 302
    assert stays(left)


@pytest.mark.parametrize(
    ("page", "ways"),
    [
        *((page, ASTRAY) for page in (*FORMS, *ACCOUNT_PAGES, "/anmelden/code/", "/anmelden/zweiter-schritt/")),
        *((page, ASTRAY[:2]) for page in WORK_PAGES),  # none of them is made to lead on
    ],
)
def test_by_looking_at_a_page(federation, account, page, ways):
    signed_in = Client()
    signed_in.force_login(account)
    for astray in ways:
        assert stays(Client().get(page, {"next": astray}))
        assert stays(signed_in.get(page, {"next": astray}))
        assert stays(signed_in.post(page.partition("?")[0], {"next": astray}))
