"""Who may open which address, and send which form: every address × every role, against `docs/access.md`."""

import re
from pathlib import Path

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver

from mittelnetz.bodies.models import Body, BodyKind, Mandate, Seat
from mittelnetz.people.models import Account, Grant
from mittelnetz.register.models import Contact, Network, Organisation
from mittelnetz.web.public_page import known_parameters
from tests.factories import make_person
from tests.web.conftest import SINCE
from tests.web.pages import KEY, SHEET

TABLE = Path(__file__).resolve().parents[2] / "docs/access.md"
SUBJECTS = {
    "<slug:network_id>": "sauerland",
    "<slug:organisation_id>": "kammer",
    "<int:partnership_id>": "7001",
    "<int:contact_id>": "7001",
    "<int:pause_id>": "7001",
    "<int:mandate_id>": "7001",
    "<int:region_id>": "7001",
    "<int:grant_id>": "7001",
    "<slug:person_id>": "c",
    "<slug:body_id>": "vollversammlung",
    "<slug:seat_id>": "7001",
    "<int:document_id>": "7001",
    "<int:request_id>": "7002",
    "<int:number>": "7001",
    "<uuid:sheet_id>": SHEET,
    "<uuid:person_key>": str(KEY),
}
EVERYBODYS = {  # besides the public pages: they answer according to who asks, or need no account
    "account:ask-erasure",
    "account:invitation",
    "account:overview",
    "account:sign-in-as",
    "account:stored",
    "account:stored-file",
    "accent",
    "answer",
    "federation-schema",
    "healthz",
    "logo",
    "message",
    "openid_connect_callback",
    "openid_connect_login",
    "outbox",
    "public:report-error",
}
OF_ALLAUTH = ("account_", "mfa_", "usersessions_")
YES, NO, SIGN_IN = "yes", "no", "sign in"
FORBIDDEN, NOT_ALLOWED = 403, 405
SERVER_ERROR = 500


def _rows() -> dict[str, dict[str, str]]:
    """What the table says: by address, by role."""
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    head, _rule, *body = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines)
    return {address.strip("`"): dict(zip(head[1:], cells, strict=True)) for address, *cells in body}


ROWS = _rows()
ROLES = list(next(iter(ROWS.values())))


def test_every_address_has_a_row_or_is_known_to_be_for_everybody():
    routes = list(_routes(get_resolver()))
    assert set(ROWS) == {route for route, _, view in routes if hasattr(view, "right")}
    others = {name for _, name, view in routes if not hasattr(view, "right") and known_parameters(view) is None}
    assert {name for name in others if not name.startswith(OF_ALLAUTH)} == EVERYBODYS


def _routes(resolver, prefix="", namespace=""):
    for pattern in resolver.url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if getattr(pattern, "app_name", None) == "admin":
            continue  # all of them for operators only: tests/web/test_administration.py
        if hasattr(pattern, "url_patterns"):
            yield from _routes(pattern, route, f"{pattern.namespace}:" if pattern.namespace else namespace)
        else:
            yield f"/{route}", f"{namespace}{pattern.name}", pattern.callback


@pytest.fixture
def clients(federation) -> dict[str, Client]:
    """Somebody for each role, who holds no other."""
    sauerland, olpe = Network.objects.get(pk="sauerland"), Network.objects.get(pk="olpe")
    kammer = Organisation.objects.get(pk="kammer")
    clients = {"visitor": Client()}
    people = {role: make_person(f"role-{number}") for number, role in enumerate(ROLES[1:])}
    for role, person in people.items():
        clients[role] = Client()
        clients[role].force_login(Account.objects.create_user(f"{person.pk}@example.org", person))
    Mandate.objects.create(person=people["representative"], organisation=kammer, since=SINCE)
    Contact.objects.create(network=sauerland, person=people["contact"], function="moderation", since=SINCE)
    Contact.objects.create(network=olpe, person=people["other contact"], function="moderation", since=SINCE)
    for kind in BodyKind.values:
        network = sauerland if kind == BodyKind.NETWORK_CIRCLE else None
        body = Body.objects.create(id=kind, kind=kind, name=kind, network=network)
        person = people[kind.replace("_", " ")]
        Seat.objects.create(id=kind, body=body, organisation=kammer, person=person, since=SINCE)
    for role in ("office", "operator"):
        Grant.objects.create(person=people[role], role=role, since=SINCE)
    return clients


@pytest.mark.parametrize("route", ROWS)
def test_addresses_open_for_whom_the_table_says(clients, route):
    address = re.sub("<[^>]+>", lambda part: SUBJECTS[part.group()], route)
    for send in ("get", "post"):
        found = {role: _word(getattr(client, send)(address)) for role, client in clients.items()}
        assert found == ROWS[route] or set(found.values()) <= {"", SIGN_IN, NO}, send


def test_nobody_gets_at_the_rows_of_another_network_by_guessing(clients):
    for page in ("beenden", "berichtigen"):
        assert clients["other contact"].get(f"/mein/netzwerk/olpe/partner/7001/{page}/").status_code == 404
        assert clients["other contact"].get(f"/mein/netzwerk/sauerland/partner/7001/{page}/").status_code == 403


def test_only_those_who_may_learn_whether_there_is_a_record(clients):
    addresses = ["/mein/netzwerk/gibt-es-nicht/", "/mein/netzwerk/sauerland/"]
    assert {clients["other contact"].get(address).status_code for address in addresses} == {403}
    assert clients["office"].get(addresses[0]).status_code == 404


def test_a_page_that_is_not_ones_own_says_whose_it_is(clients):
    text = clients["other contact"].get("/mein/netzwerk/sauerland/").content.decode()
    assert "nur die Ansprechpersonen dieses Netzwerks und die Geschäftsstelle" in text


def _word(answer: HttpResponse) -> str:
    """Empty for a page that takes no form."""
    assert answer.status_code < SERVER_ERROR
    if answer.status_code == NOT_ALLOWED:
        return ""
    if answer.status_code == FORBIDDEN:
        return NO
    return SIGN_IN if answer.headers.get("Location", "").startswith("/anmelden/?next=") else YES
