"""The journal as people read it: of a record, of a person, of everything; filtered, page by page, as a file."""

from datetime import UTC, date, datetime
from io import BytesIO

import openpyxl
import pytest
from django.test import Client

from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.people.actions.persons import add_person, change_person
from mittelnetz.people.actors import COMMAND_LINE, Actor
from mittelnetz.people.models import Account, Person
from mittelnetz.register.actions.contacts import begin_contact
from mittelnetz.register.actions.organisations import change_organisation
from mittelnetz.register.actions.partnerships import begin_partnership
from mittelnetz.register.actions.renaming import rename_organisation
from mittelnetz.register.models import Network, Organisation
from tests.web.conftest import STAFF

AT = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)
LATER = datetime(2026, 6, 20, 22, 30, tzinfo=UTC)
ALL = "/verlauf/"
KAMMER = "/mein/organisation/kammer/verlauf/"


@pytest.fixture
def staff(federation, clock) -> Client:
    clock(datetime(2026, 6, 21, 10, 30, tzinfo=UTC))
    client = Client()
    client.force_login(Account.objects.get(email=STAFF))
    return client


@pytest.fixture
def alex(staff) -> Person:
    return Person.objects.get(pk="alex")


def words_of(answer) -> str:
    return " ".join(answer.content.decode().replace("\xa0", " ").split())


def rename(name: str, *, actor, at=AT, id="kammer") -> None:
    organisation = Organisation.objects.get(pk=id)
    change_organisation(organisation=organisation, details={"name": name}, actor=actor, at=at)


def test_an_organisation_has_its_own_entries_also_under_a_former_id_and_as_a_partner(staff, alex):
    actor = Actor.person(alex)
    rename("Kammer Neu", actor=actor)
    rename("Bund Neu", actor=actor, id="bund")
    kammer = rename_organisation(organisation=Organisation.objects.get(pk="kammer"), id="hk", actor=actor, at=AT)
    begin_partnership(
        network=Network.objects.get(pk="olpe"), organisation=kammer, since=date(2026, 6, 1), listed=False,
        actor=actor, at=AT,
    )  # fmt: skip
    text = words_of(staff.get("/mein/organisation/hk/verlauf/"))
    assert "Die Angaben der Organisation wurden geändert." in text
    assert "vorher „kammer“" in text
    assert "Kammer Neu wird Partner, ab 1. Juni 2026." in text
    assert "Bund Neu" not in text


def test_a_person_has_what_they_did_what_was_done_for_them_and_about_them(staff, alex):
    toni, shy = Person.objects.get(pk="c"), Person.objects.get(pk="m")
    rename("Kammer Neu", actor=Actor.person(alex, on_behalf_of=toni))
    change_person(person=toni, details={"phone": "1"}, actor=COMMAND_LINE, at=AT)
    change_person(person=shy, details={"phone": "1"}, actor=COMMAND_LINE, at=AT)
    begin_contact(
        network=Network.objects.get(pk="olpe"), person=toni, organisation=None, function="moderation",
        since=date(2026, 6, 1), shown=False, actor=COMMAND_LINE, at=AT,
    )  # fmt: skip
    text = words_of(staff.get("/buero/person/c/verlauf/"))
    assert "durch Alex Beispiel für Toni Beispiel" in text
    assert "Die Angaben der Person wurden geändert." in text
    assert "Toni Beispiel übernimmt die Moderation, ab 1. Juni 2026." in text
    assert "Verborgene Person" not in text
    assert "durch die Befehlszeile" in text


def test_what_was_erased_is_said_to_be(staff, alex):
    person = add_person(id="neu", name="Kim Neu", actor=Actor.person(alex), at=AT)
    assert "sind gelöscht" not in words_of(staff.get(ALL))
    PersonalPart.objects.all().delete()
    person.delete()
    text = words_of(staff.get(ALL))
    assert "eine gelöschte Person" in text
    assert "Namen und Texte dieses Eintrags sind gelöscht." in text


def test_filters_leave_what_they_say(staff, alex):
    rename("Früher", actor=Actor.person(alex))
    change_person(person=alex, details={"phone": "1"}, actor=COMMAND_LINE, at=LATER)  # in Berlin on the 21st
    rows = {query: staff.get(ALL + query).context["journal"]["lines"] for query in (
        "", "?bis=2026-06-20", "?von=2026-06-21", "?art=person", "?art=organisation", "?wer=alex+b", "?wer=toni",
    )}  # fmt: skip
    assert {query: [line.number for line in lines] for query, lines in rows.items()} == {
        "": [2, 1], "?bis=2026-06-20": [1], "?von=2026-06-21": [2], "?art=person": [2], "?art=organisation": [1],
        "?wer=alex+b": [1], "?wer=toni": [],
    }  # fmt: skip


@pytest.mark.parametrize("query", ["von=gestern", "bis=9999-12-31", "von=0001-01-01", "art=erfunden", "format=pdf"])
def test_nonsense_in_the_address_is_answered_in_a_friendly_way(staff, query):
    answer = staff.get(f"{ALL}?{query}")
    assert answer.status_code == 400
    assert "Die ganze Liste ansehen" in words_of(answer)


def test_the_file_holds_all_pages_of_the_filtered_list_and_no_formula(staff, alex):
    for number in range(30):
        rename(f'=HYPERLINK("{number}")', actor=Actor.person(alex))
    change_person(person=alex, details={"phone": "1"}, actor=COMMAND_LINE, at=AT)
    csv = b"".join(staff.get(f"{KAMMER}?format=csv&art=organisation").streaming_content).decode("utf-8-sig")
    first, *rows = csv.splitlines()
    assert first == "Nummer;Tag;Uhrzeit;Betrifft;Vorgang;Durch;Für;Prüfsumme"
    assert len(rows) == 30
    assert ";=" not in csv
    xlsx = b"".join(staff.get(f"{KAMMER}?format=xlsx").streaming_content)
    cells = [cell for row in openpyxl.load_workbook(BytesIO(xlsx)).active.iter_rows() for cell in row]
    assert len(cells) == 31 * 8
    assert {cell.data_type for cell in cells} <= {"s", "d", "n"}


def test_pages_by_key_keep_the_filters(staff, alex):
    for number in range(30):
        rename(f"Kammer {number}", actor=Actor.person(alex))
    first = staff.get(f"{KAMMER}?art=organisation").context["journal"]["page"]
    assert "art=organisation" in first.next_url
    second = staff.get(KAMMER + first.next_url).context["journal"]["lines"]
    assert [line.number for line in second] == [5, 4, 3, 2, 1]


def test_the_operator_reads_number_and_hash(staff, alex):
    rename("Kammer Neu", actor=Actor.person(alex))
    entry = Entry.objects.get()
    assert f"Nummer 1, Prüfsumme <code>{entry.hash[:16]}</code>" in words_of(staff.get(ALL))


def test_the_network_has_its_entries(staff, alex):
    begin_partnership(
        network=Network.objects.get(pk="olpe"), organisation=Organisation.objects.get(pk="bund"),
        since=date(2026, 6, 1), listed=False, actor=Actor.person(alex), at=AT,
    )  # fmt: skip
    assert "Bundesverband Probe wird Partner" in words_of(staff.get("/mein/netzwerk/olpe/verlauf/eintraege/"))
    assert "Bundesverband Probe" not in words_of(staff.get("/mein/netzwerk/sauerland/verlauf/eintraege/"))


@pytest.mark.parametrize("page", [ALL, KAMMER, "/buero/person/alex/verlauf/"])
def test_as_many_statements_for_thirty_entries_as_for_one(staff, alex, count_queries, page):
    rename("Kammer 0", actor=Actor.person(alex))
    one = count_queries(lambda: staff.get(page))
    for number in range(1, 30):
        rename(f"Kammer {number}", actor=Actor.person(alex))
    assert count_queries(lambda: staff.get(page)) == one
