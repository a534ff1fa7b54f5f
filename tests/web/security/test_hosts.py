"""Which host a browser names counts for nothing, unless the operator has named it, too."""

import os
import re
import subprocess
import sys

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured

from mittelnetz.config.address import named_address
from mittelnetz.notifications.models import Message
from tests.web.security.conftest import EMAIL


@pytest.mark.parametrize("host", ["example.org", "testserver.example.org", "testserver@example.org", "testserver:x"])
def test_a_host_that_is_not_ours_is_refused(client, db, host):
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 400
    assert host not in answer.content.decode()


def test_what_a_proxy_may_say_is_not_believed_of_a_visitor(client, db):
    text = client.get("/netzwerke/", headers={"x-forwarded-host": "example.com"}).content.decode()
    assert "example.com" not in text


def reset_link() -> str:
    (link,) = re.findall(r"http\S+/passwort-vergessen/\S+", Message.objects.get().text)
    return str(link)


def test_a_mail_leads_to_the_address_that_the_operator_has_named(client, account, settings):
    settings.ADDRESS, settings.ALLOWED_HOSTS = "https://netze.example.org", ["*"]
    client.post("/passwort-vergessen/", {"email": EMAIL}, headers={"host": "example.com"})
    assert reset_link().startswith("https://netze.example.org/passwort-vergessen/")
    assert "example.com" not in Message.objects.get().html


def test_without_one_it_leads_to_an_allowed_host(client, account):
    client.post("/passwort-vergessen/", {"email": EMAIL}, headers={"host": "example.com"})
    assert not Message.objects.exists()
    client.post("/passwort-vergessen/", {"email": EMAIL})
    assert reset_link().startswith("http://testserver/")


@pytest.mark.parametrize(
    ("address", "hosts"),
    [
        ("netze.example.org", []),
        ("https://netze.example.org/pfad", []),
        ("https://toni@example.org", []),
        ("javascript:alert(1)", []),
        ("", ["*"]),
    ],
)
def test_an_address_that_cannot_be_is_refused_at_the_start(monkeypatch, address, hosts):
    monkeypatch.setenv("MITTELNETZ_ADDRESS", address)
    with pytest.raises(ImproperlyConfigured):
        named_address(environ.Env(), hosts)


def test_the_address_says_host_and_protocol(tmp_path):
    program = "from mittelnetz.config.settings import *; print(ALLOWED_HOSTS[-1], SESSION_COOKIE_SECURE, ADDRESS)"
    environment = os.environ | {"MITTELNETZ_ADDRESS": "https://netze.example.org/", "MITTELNETZ_HOME": str(tmp_path)}
    run = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["netze.example.org", "True", "https://netze.example.org"]
