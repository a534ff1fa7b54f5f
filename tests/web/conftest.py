"""A small federation on real districts, for pages to show."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

import mittelnetz.config.settings as installation
from mittelnetz.bodies.models import Body, Mandate, Seat
from mittelnetz.core.models import SettingValue
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets.columns import SheetKind
from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.models import Account, Grant, Person
from mittelnetz.people.words import Role
from mittelnetz.register.models import (
    Contact,
    Cooperation,
    ErrorReport,
    FederationPartnership,
    FrameworkVersion,
    Nesting,
    Network,
    NetworkDocument,
    NetworkRegion,
    NetworkSource,
    Organisation,
    OrganisationSource,
    PartnerRequest,
    Partnership,
    Pause,
    ServiceArea,
)
from mittelnetz.register.words import Status
from tests.factories import make_network, make_organisation, make_person
from tests.web.pages import KEY, SHEET, WORK_PAGES

SINCE = date(2020, 1, 1)
STAFF = "alex@example.org"


def cover(network: Network, *codes: str) -> None:
    for code in codes:
        NetworkRegion.objects.create(network=network, region_id=code, since=SINCE)


@pytest.fixture
def federation(db) -> None:
    make_federation()


def make_federation() -> None:
    """Sauerland (Kreise Olpe and Hochsauerland), nested in it Olpe (a town, forming), and one that has ended."""
    SettingValue.objects.create(key="example_data", value=True)
    bund = make_organisation("bund", name="Bundesverband Probe", kind="association")
    kammer = make_organisation(
        "kammer",
        name="Kammer Süd",
        parent=bund,
        seat_id="05966024",
        phone="02761 1234",
        address="Musterweg 1, 57462 Olpe",
        email="kammer@example.org",
        website="https://example.org/kammer",
    )
    berater = make_organisation("berater", name="Beratung Geheim", kind="consultancy", phone="030 999")
    ServiceArea.objects.create(organisation=kammer, region_id="05966")
    FederationPartnership.objects.create(organisation=bund, level="national", since=SINCE)
    FederationPartnership.objects.create(
        pk=7001, organisation=kammer, level="regional", since=date(2018, 1, 1), until=date(2019, 1, 1)
    )
    OrganisationSource.objects.create(organisation=kammer, statement="Es gibt sie.", url="https://example.org/a")
    sauerland = make_network("sauerland", name="Netzwerk Sauerland", aims="Betriebe stärken.", approach="Zuhören.")
    NetworkRegion.objects.create(pk=7001, network=sauerland, region_id="05966", since=SINCE)
    cover(sauerland, "05958")
    Partnership.objects.create(pk=7001, network=sauerland, organisation=kammer, since=SINCE, listed=True)
    Partnership.objects.create(network=sauerland, organisation=berater, since=SINCE, listed=False)
    coordinator = make_person("c", uuid=KEY, name="Toni Beispiel", phone="02761 5678", email="privat@example.org")
    Grant.objects.create(pk=7001, person=coordinator, role="office", since=date(2018, 1, 1), until=date(2019, 1, 1))
    shy = make_person("m", name="Verborgene Person", phone="0171 000")
    held = {"network": sauerland, "since": SINCE}
    Contact.objects.create(
        pk=7001, person=coordinator, function="coordination", organisation=kammer, shown=True, **held
    )
    Contact.objects.create(pk=7002, person=shy, function="moderation", organisation=berater, **held)
    asked = {"network": sauerland, "organisation": bund}
    PartnerRequest.objects.create(pk=7001, received_on=date(2026, 6, 1), outcome="open", **asked)
    PartnerRequest.objects.create(pk=7002, received_on=SINCE, decided_on=SINCE, outcome="accepted", **asked)
    NetworkDocument.objects.create(
        pk=7001,
        network=sauerland,
        title="Flyer",
        kind="pdf",
        size=9,
        sha256="0" * 64,
        content=b"%PDF-1.7\n",
        added_at=datetime(2026, 6, 1, 10, 30, tzinfo=UTC),
        added_by=coordinator,
    )
    Pause.objects.create(pk=7001, network=sauerland, since=date(2999, 7, 1), until=date(2999, 9, 1), reason="Ferien")
    NetworkSource.objects.create(network=sauerland, statement="So steht es dort.", url="https://example.org/b")
    olpe = make_network("olpe", name="Netzwerk Olpe", status=Status.FORMING)
    cover(olpe, "05966024")
    Nesting.objects.create(id="n", first=sauerland, second=olpe, since=SINCE, first_consented_on=SINCE)
    Cooperation.objects.create(id="c", network=olpe, with_network=sauerland, kind="network", since=SINCE)
    Cooperation.objects.create(id="d", network=sauerland, with_other="Fachgruppe Handwerk", kind="expert_group")
    ehemals = make_network("ehemals", name="Netzwerk Ehemals", status=Status.DISSOLVED)
    cover(ehemals, "05970")
    Contact.objects.create(network=ehemals, person=coordinator, function="coordination", since=SINCE, shown=True)
    plenum = Body.objects.create(id="vollversammlung", kind="plenum", name="Plenum")
    Seat.objects.create(id="7001", body=plenum, organisation=kammer, person=shy, since=SINCE)
    Seat.objects.create(id="7002", body=plenum, network=sauerland, until=SINCE)
    FrameworkVersion.objects.create(id="criteria-2024", document="criteria", version="2024", since=SINCE)
    make_message(7001)
    make_error_report(7001)
    make_error_report(7002, settled_at=datetime(2026, 6, 16, 10, 30, tzinfo=UTC))
    make_sheet(make_staff(kammer).person)


def make_sheet(person: Person) -> None:
    """A table with something of each kind, uploaded a moment ago, whatever the day."""
    rows = [
        ["Kammer Süd", "Kammer", "02761 99"],
        ["Beratung Geheim", "", "030 999"],
        ["Verein Neu", "Verband", "0221 1"],
        ["Verein ohne Art", "", ""],
        ["Bundesverband Probe", "Klub", ""],
    ]
    UploadedSheet.objects.create(
        pk=SHEET,
        kind=SheetKind.ORGANISATIONS,
        headings=["Name", "Art", "Telefon"],
        rows=list(enumerate(rows, 2)),
        columns={"name": 0, "kind": 1, "phone": 2},
        uploaded_by=person,
        uploaded_at=datetime(2999, 1, 1, tzinfo=UTC),
    )


def make_staff(organisation: Organisation) -> Account:
    """Somebody who may do everything."""
    person = make_person("alex", name="Alex Beispiel")
    for role in Role:
        Grant.objects.create(person=person, role=role, since=SINCE)
    Mandate.objects.create(pk=7001, person=person, organisation=organisation, since=SINCE)
    return Account.objects.create_user(STAFF, person)


def make_error_report(number: int, **fields: Any) -> None:
    """A visitor says that something is wrong with the page of a network."""
    values = {"page": "/netzwerke/sauerland/", "text": "Die Nummer ist falsch.", "email": "toni@example.org"}
    ErrorReport.objects.create(
        pk=number, **{**values, "received_at": datetime(2026, 6, 15, 10, 30, tzinfo=UTC), **fields}
    )


@pytest.fixture
def visit(client, federation) -> Callable[[str], Any]:
    """Opens a page as whoever it is for."""
    staff = Client()
    staff.force_login(Account.objects.get(email=STAFF))
    return lambda address: (staff if address.removeprefix("/en") in WORK_PAGES else client).get(address)


def make_message(number: int, **fields: Any) -> None:
    """A mail to the office that has gone to the demo's outbox, unless told otherwise."""
    values = {
        "address": "buero@example.org",
        "language": "de",
        "subject": "Etwas auf der Karte",
        "text": "Etwas ist falsch.\n",
        "html": "<html><head><title>Etwas auf der Karte</title></head><body><p>Etwas ist falsch.</p></body></html>",
        "message_id": f"<{number}@example.org>",
        "state": "sent",
        "channel": "demo",
        "queued_at": datetime(2026, 6, 15, 10, 30, tzinfo=UTC),
        "sent_at": datetime(2026, 6, 15, 10, 30, tzinfo=UTC),
    }
    Message.objects.create(pk=number, **{**values, **fields})


@pytest.fixture
def signed_in(db, actor, at) -> Client:
    """A client of somebody who has just signed in and has a password."""
    account = open_account(person=make_person("signed-in"), email="signed-in@example.org", actor=actor, at=at)
    account.set_password("ein langer Satz als Passwort")
    account.save()
    client = Client()
    client.post("/anmelden/passwort/", {"login": account.email, "password": "ein langer Satz als Passwort"})
    return client


@pytest.fixture
def page_cache(settings) -> None:
    """The page cache, which tests do without otherwise. Each `Client` has pages of its own, like a process."""
    settings.MIDDLEWARE = installation.MIDDLEWARE


@pytest.fixture
def is_hit(count_queries):
    """Whether an answer comes from memory: then there is one statement, which reads the public revision."""

    def ask(client, address: str) -> bool:
        return count_queries(lambda: client.get(address)) == 1

    return ask


@pytest.fixture
def clock(monkeypatch):
    """Sets the time."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(timezone, "now", lambda: moment)

    return set_to
