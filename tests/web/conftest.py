"""A small federation on real districts, for pages to show."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

import pytest
from django.test import Client
from django.utils import timezone

import mittelnetz.config.settings as installation
from mittelnetz.access.answers import mailbox_reference
from mittelnetz.bodies.models import Mandate
from mittelnetz.core.models import SettingValue
from mittelnetz.core.signed_links import Asked, token_for
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

SINCE = date(2020, 1, 1)
KEY = UUID("00000000-0000-4000-8000-00000000000c")
"""By which the journal knows the contact of the small federation."""


def answer_page(purpose: str, *about: str, who: str = f"people/{KEY}", year: int = 2999) -> str:
    """The page behind a link of that year."""
    return f"/antwort/{token_for(Asked(purpose, who, about), at=datetime(year, 1, 1, tzinfo=UTC))}/"


MAILBOX = mailbox_reference("kammer@example.org")
ANSWERS = [
    answer_page("listing", "7001", who=MAILBOX),
    answer_page("framework", "7001", "criteria", "2024", who=MAILBOX),
    answer_page("organisation", "kammer", who=MAILBOX),
    answer_page("showing", "7001"),
    answer_page("network", "sauerland"),
    answer_page("contact", "7001"),
]
"""Behind links in mails."""
EXPIRED = answer_page("network", "sauerland", year=2001)
FORMS = [
    *ANSWERS,
    "/fehler-melden/",
    "/fehler-melden/?zu=/netzwerke/sauerland/",
    "/anmelden/",
    "/anmelden/passwort/",
    "/passwort-vergessen/",
]
ACCOUNT_PAGES = [
    "/konto/",
    "/konto/passwort/",
    "/konto/passwort/setzen/",
    "/konto/bestaetigen/",
    "/konto/zweiter-faktor/",
    "/konto/zweiter-faktor/einrichten/",
    "/konto/anmeldungen/",
    "/abmelden/",
]
"""For those who are signed in."""
OUTBOX = ["/postausgang/", "/postausgang/?seite=zzz", "/postausgang/7001/", "/postausgang/7009/"]
PAGES = [
    *FORMS,
    *OUTBOX,
    "/",
    "/?ort=Frankfurt",
    "/?ort=nirgendwo",
    "/netzwerke/",
    "/netzwerke/?suche=sauer&status=recognised&land=05",
    "/netzwerke/?suche=gibt-es-nicht",
    "/netzwerke/sauerland/",
    "/netzwerke/olpe/",
    "/netzwerke/ehemals/",
    "/netzwerke/sauerland/?stand=2024-02-29",
    "/netzwerke/sauerland/?stand=2019-12-31",
    "/netzwerke/sauerland/?stand=2025-02-29",
    "/netzwerke/sauerland/?stand=2999-01-01",
    "/netzwerke/sauerland/verlauf/",
    "/netzwerke/ehemals/verlauf/",
    "/netzwerke/gibt-es-nicht/verlauf/",
    "/organisationen/",
    "/organisationen/?suche=kammer&art=chamber&land=05",
    "/organisationen/?seite=zzz",
    "/organisationen/?partner=national",
    "/organisationen/kammer/",
    "/organisationen/bund/",
    "/regionen/",
    "/regionen/05/",
    "/regionen/059/",
    "/regionen/05966/",
    "/regionen/05966024/",
    "/regionen/05970/",
    "/regionen/09761/",
    "/regionen/16056/",
    "/karte/",
    "/karte/?land=05&stand=none&sortieren=netzwerk",
    "/kriterien/",
    "/netzwerk-gruenden/",
    "/fehler-melden/danke/",
    "/anmelden/ohne-einladung/",
    "/anmelden/gesperrt/",
    "/passwort-vergessen/gesendet/",
    "/passwort-vergessen/fertig/",
    "/impressum/",
    "/datenschutz/",
    "/barrierefreiheit/",
    "/leichte-sprache/",
    "/_muster/",
    "/gibt-es-nicht/",
    "/antwort/unvollstaendig/",
    EXPIRED,
    "/netzwerke/gibt-es-nicht/",
    "/netzwerke/?status=erfunden",
    "/netzwerke/?seite=999999999",
    "/regionen/99999/",
]
"""Every kind of page there is for visitors, with every kind of answer."""
SHEET = "00000000-0000-4000-8000-000000007001"
WORK_PAGES = [
    "/heute/",
    "/mein/netzwerk/sauerland/",
    "/mein/netzwerk/sauerland/profil/",
    "/mein/netzwerk/sauerland/partner/",
    "/mein/netzwerk/olpe/partner/",
    "/mein/netzwerk/sauerland/partner/neu/",
    "/mein/netzwerk/sauerland/partner/7001/beenden/",
    "/mein/netzwerk/sauerland/partner/7001/berichtigen/",
    "/mein/netzwerk/sauerland/partner/7001/antworten/",
    "/mein/organisation/kammer/",
    "/mein/organisation/bund/",
    "/mein/organisation/kammer/eintrag/",
    "/mein/organisation/kammer/art/",
    "/mein/organisation/kammer/netzwerke/",
    "/mein/organisation/bund/netzwerke/",
    "/mein/organisation/kammer/netzwerke/7001/verlassen/",
    "/mein/netzwerk/olpe/",
    "/mein/netzwerk/sauerland/anfragen/",
    "/mein/netzwerk/olpe/anfragen/",
    "/mein/netzwerk/sauerland/anfragen/neu/",
    "/mein/netzwerk/sauerland/anfragen/7001/entscheiden/",
    "/mein/netzwerk/sauerland/anfragen/7002/aufnehmen/",
    "/mein/netzwerk/sauerland/unterlagen/",
    "/mein/netzwerk/olpe/unterlagen/",
    "/mein/netzwerk/sauerland/unterlagen/neu/",
    "/mein/netzwerk/sauerland/unterlagen/7001/entfernen/",
    "/mein/netzwerk/sauerland/verlauf/",
    "/mein/netzwerk/olpe/verlauf/",
    "/mein/netzwerk/sauerland/pause/neu/",
    "/mein/netzwerk/sauerland/pause/7001/beenden/",
    "/mein/netzwerk/sauerland/pause/7001/berichtigen/",
    "/mein/netzwerk/sauerland/ansprechpersonen/",
    "/mein/netzwerk/olpe/ansprechpersonen/",
    "/mein/netzwerk/sauerland/ansprechpersonen/neu/",
    "/mein/netzwerk/sauerland/ansprechpersonen/7001/uebergeben/",
    "/mein/netzwerk/sauerland/ansprechpersonen/7001/beenden/",
    "/mein/netzwerk/sauerland/ansprechpersonen/7001/berichtigen/",
    "/mein/netzwerk/sauerland/ansprechpersonen/7001/angaben/",
    "/mein/netzwerk/sauerland/ansprechpersonen/7002/nennung/",
    "/buero/tabellen/",
    "/buero/tabellen/herunterladen/",
    f"/buero/tabellen/{SHEET}/",
    f"/buero/tabellen/{SHEET}/spalten/",
    "/buero/",
    "/buero/datenschutz/",
    "/buero/meldungen/",
    "/buero/meldungen/?stand=erledigt",
    "/buero/netzwerke/",
    "/buero/netzwerke/?suche=olpe&status=recognised&land=05&lage=rests&seite=zzz",
    "/buero/netzwerke/neu/",
    "/buero/netzwerk/sauerland/",
    "/buero/netzwerk/olpe/",
    "/buero/netzwerk/sauerland/kennung/",
    "/buero/netzwerk/sauerland/stand/",
    "/buero/netzwerk/sauerland/verschachtelung/",
    "/buero/netzwerk/sauerland/region/neu/",
    "/buero/netzwerk/sauerland/region/7001/beenden/",
    "/buero/netzwerk/sauerland/region/7001/berichtigen/",
    "/buero/organisationen/",
    "/buero/organisationen/?suche=kammer&art=chamber&land=05&partner=national",
    "/buero/organisationen/neu/",
    "/buero/organisationen/auswahl/",
    "/buero/organisationen/auswahl/?id=kammer&id=bund",
    "/buero/organisation/kammer/",
    "/buero/organisation/bund/",
    "/buero/organisation/kammer/aendern/",
    "/buero/organisationen/doppelte/",
    "/buero/organisation/kammer/zusammenfuehren/",
    "/buero/organisation/kammer/zusammenfuehren/?mit=bund",
    "/buero/organisation/kammer/kennung/",
    "/buero/organisation/kammer/uebergeordnet/",
    "/buero/organisation/kammer/gebiet/",
    "/buero/organisation/kammer/intermediaer/",
    "/buero/organisation/kammer/partner/neu/",
    "/buero/organisation/kammer/partner/7001/beenden/",
    "/buero/organisation/kammer/partner/7001/berichtigen/",
]
"""For those who keep the register; shown to somebody who may do everything."""
STAFF = "alex@example.org"


def cover(network: Network, *codes: str) -> None:
    for number, code in enumerate(codes):
        pk = 7001 + number if network.pk == "sauerland" else None
        NetworkRegion.objects.create(pk=pk, network=network, region_id=code, since=SINCE)


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
    cover(sauerland, "05966", "05958")
    Partnership.objects.create(pk=7001, network=sauerland, organisation=kammer, since=SINCE, listed=True)
    Partnership.objects.create(network=sauerland, organisation=berater, since=SINCE, listed=False)
    coordinator = make_person("c", uuid=KEY, name="Toni Beispiel", phone="02761 5678", email="privat@example.org")
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
    Mandate.objects.create(person=person, organisation=organisation, since=SINCE)
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
