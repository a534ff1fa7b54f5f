"""Nobody learns who has an account: not by an answer, and not by the work behind it."""

import re

import pytest
from django.contrib.auth import hashers
from django.test import Client

from tests.web.security.conftest import EMAIL

NOBODY = "nobody@example.org"


def read(answer) -> tuple[int, str, str]:
    """What a visitor sees of an answer, without the token that differs each time, and what was typed."""
    text = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    return answer.status_code, answer.headers.get("Location", ""), text.replace(EMAIL, "…").replace(NOBODY, "…")


def ask_for_code(email: str):
    client = Client()
    return client.post("/anmelden/", {"email": email}), client.get("/anmelden/code/"), _wrong_code(client)


def _wrong_code(client):
    return client.post("/anmelden/code/", {"code": "ZZZ-ZZZ"})


def sign_in(email: str):
    return (Client().post("/anmelden/passwort/", {"login": email, "password": "falsch und lang"}),)


def forget_password(email: str):
    client = Client()
    return client.post("/passwort-vergessen/", {"email": email}), client.get("/passwort-vergessen/gesendet/")


every_way = pytest.mark.parametrize("way", [ask_for_code, sign_in, forget_password])


@every_way
def test_by_an_answer(account, way):
    assert [read(answer) for answer in way(EMAIL)] == [read(answer) for answer in way(NOBODY)]


OF_A_MAIL = {"ask_for_code": 5, "sign_in": 1, "forget_password": 5}
"""Statements. One more or less is of the lookup itself."""


@every_way
def test_by_the_statements_behind_it(account, count_queries, way):
    """A mail has to be written, which takes a millisecond or two; no other difference is allowed."""
    way("warm@example.org")
    known, unknown = count_queries(lambda: way(EMAIL)), count_queries(lambda: way(NOBODY))
    assert abs(known - unknown) <= OF_A_MAIL[way.__name__]


def test_by_the_time_that_a_password_takes(account, monkeypatch):
    """Argon2 is slow on purpose, so it must be so for everybody."""
    worked = []
    hasher = hashers.Argon2PasswordHasher
    encode, verify = hasher.encode, hasher.verify
    monkeypatch.setattr(hasher, "encode", lambda *given: worked.append(1) or encode(*given))
    monkeypatch.setattr(hasher, "verify", lambda *given: worked.append(1) or verify(*given))
    for email in (EMAIL, NOBODY):
        worked.clear()
        sign_in(email)
        assert len(worked) == 1
