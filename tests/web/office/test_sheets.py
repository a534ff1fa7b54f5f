"""The office brings tables in and takes them out."""

import re
from datetime import UTC, datetime

import html5lib
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.files.uploadhandler import StopFutureHandlers
from django.test import Client

from mittelnetz.core.models import Entry
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets import plans
from mittelnetz.exchange.spreadsheets.columns import ORGANISATIONS
from mittelnetz.exchange.spreadsheets.tables import LARGEST_FILE, read_table
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account, Grant
from mittelnetz.register.models import Organisation, Partnership
from mittelnetz.web.upload_limits import LimitedUploadHandler
from tests.exchange.spreadsheets.files import semicolons, xlsx
from tests.factories import make_person
from tests.web.conftest import SINCE, STAFF
from tests.web.pages import SHEET

TABLES = "/buero/tabellen/"
ROWS = [["Name", "Art", "Telefon"], ["Verein Neu", "Verband", "0221 1"], ["Kammer Süd", "", "02761 99"]]
THREE_MISTAKES = [["Kammer Süd", "Klub", ""], ["", "Verband", "1"], ["Verein Anders", "", ""]]


@pytest.fixture
def staff(federation, clock) -> Client:
    clock(datetime(2026, 6, 15, 10, 30, tzinfo=UTC))
    client = Client()
    client.force_login(Account.objects.get(email=STAFF))
    return client


def upload(client, content: bytes, kind: str = "organisations", name: str = "liste.csv"):
    return client.post(TABLES, {"kind": kind, "file": SimpleUploadedFile(name, content)})


def preview_of(client, content: bytes) -> str:
    """The address of the preview, with the columns as they were recognised."""
    columns = upload(client, content)["Location"]
    page = html5lib.parse(client.get(columns).content.decode(), namespaceHTMLElements=False)
    chosen = {
        select.get("name"): next(option.get("value") for option in select if option.get("selected") is not None)
        for select in page.findall(".//main//select")
    }
    answer = client.post(columns, chosen)
    assert answer.status_code == 303
    return answer["Location"]


def plan_in(page: str) -> str:
    return re.search(r'name="plan" value="(\w+)"', page)[1]


@pytest.mark.parametrize("content", [semicolons(*ROWS, *THREE_MISTAKES), xlsx(*ROWS, *THREE_MISTAKES)])
def test_from_the_file_to_the_register(staff, content):
    preview = preview_of(staff, content)
    page = staff.get(preview).content.decode()
    text = " ".join(re.sub("<[^>]+>", " ", page).split())
    assert "Wird nicht übernommen" in text
    for line in (
        "Kammer Süd Name: Das steht schon in Zeile 3. Art: Die Art „Klub“ gibt es nicht.",
        "Name: Der Name fehlt. Zeile 5",
        "Verein Anders Art: Die Art fehlt. Eine neue Organisation braucht sie. Zeile 6",
        "Kammer Süd Telefon: „02761 99“ statt „02761 1234“ Zeile 3",
        "Verein Neu Art: „Verband“ Telefon: „0221 1“ Zeile 2",
    ):
        assert line in text
    assert not Organisation.objects.filter(name="Verein Neu").exists()
    answer = staff.post(preview, {"plan": plan_in(page)})
    assert (answer.status_code, answer["Location"]) == (303, TABLES)
    assert "Die Tabelle ist übernommen." in staff.get(TABLES).content.decode()
    assert Organisation.objects.get(name="Verein Neu").kind == "association"
    assert Organisation.objects.get(pk="kammer").phone == "02761 99"
    by = person_reference(Account.objects.get(email=STAFF).person)
    assert {entry.actor for entry in Entry.objects.all()} == {by}
    assert staff.get(preview).status_code == 404


def test_a_preview_that_no_longer_holds_is_shown_anew(staff):
    preview = preview_of(staff, semicolons(*ROWS))
    seen = plan_in(staff.get(preview).content.decode())
    Organisation.objects.filter(pk="kammer").update(phone="030 1")
    answer = staff.post(preview, {"plan": seen})
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "Das Register hat sich inzwischen geändert." in text
    assert "statt „030 1“" in " ".join(text.split())
    assert Organisation.objects.get(pk="kammer").phone == "030 1"
    assert staff.post(preview, {"plan": plan_in(text)}).status_code == 303
    assert Organisation.objects.get(pk="kammer").phone == "02761 99"


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", "liste.xlsx", "Das ist keine Tabelle"),
        (b"<html><script>alert(1)</script></html>", "liste.csv", "Das ist keine Tabelle"),
        (b"PK\x03\x04 and nothing else", "liste.xlsx", "Die Datei ist beschädigt"),
        (b"", "liste.csv", "Die Datei ist leer"),
        (b"x" * (LARGEST_FILE + 1), "liste.csv", "Die Datei ist größer als 5 MB"),
    ],
)
def test_a_file_that_is_no_table_is_refused(staff, content, name, sentence):
    answer = upload(staff, content, name=name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert list(UploadedSheet.objects.values_list("pk", flat=True).exclude(pk=SHEET)) == []


def test_without_a_choice_and_a_file_both_are_asked_for(staff):
    text = staff.post(TABLES, {"kind": ""}).content.decode()
    assert "Bitte wählen Sie aus, was in der Tabelle steht." in text
    assert "Bitte wählen Sie eine Datei aus." in text


def test_no_more_of_a_file_is_held_than_it_takes_to_see_that_it_is_too_large():
    handler = LimitedUploadHandler()
    handler.handle_raw_input()
    with pytest.raises(StopFutureHandlers):
        handler.new_file("file", "x", "text/plain", None)
    chunk = b"x" * 2**20
    for number in range(8):
        handler.receive_data_chunk(chunk, number * len(chunk))
    assert len(handler.file_complete(8 * len(chunk)).read()) == LARGEST_FILE + 1


def test_columns_can_be_assigned_and_mistakes_are_said(staff):
    columns = upload(staff, semicolons(["Wer", "Was"], ["Neu", "Verband"]))["Location"]
    page = staff.get(columns).content.decode()
    assert '<option value="0">Wer (Neu)</option>' in page
    nowhere = {column.code: "-1" for column in ORGANISATIONS.columns}
    wrong = staff.post(columns, nowhere | {"name": "0", "kind": "0"})
    assert wrong.status_code == 422
    assert "haben dieselbe Spalte" in wrong.content.decode()
    assert staff.post(columns, nowhere | {"name": "9"}).status_code == 422
    preview = staff.post(columns, nowhere | {"name": "0", "kind": "1"})["Location"]
    assert "Kommt neu dazu" in staff.get(preview).content.decode()


def test_a_table_without_a_change_offers_nothing_to_apply(staff):
    preview = preview_of(staff, semicolons(["Name"], ["Kammer Süd"]))
    page = staff.get(preview).content.decode()
    assert "ist nichts zu übernehmen" in page
    assert "<button" not in page.partition("<main")[2].partition("</main>")[0]


def test_of_many_rows_some_are_shown_and_the_others_counted(staff):
    preview = preview_of(staff, semicolons(["Name", "Art"], *([f"Neu {n}", "Verband"] for n in range(1_234))))
    page = staff.get(preview).content.decode()
    assert page.count("Neu ") < 300
    assert "Dazu kommen 1.134 weitere Zeilen." in page


def test_of_too_many_rows_the_preview_says_so_at_once(staff, monkeypatch):
    monkeypatch.setattr(plans, "MOST_AT_ONCE", 1)
    page = staff.get(preview_of(staff, semicolons(*ROWS))).content.decode()
    assert "Auf einmal gehen höchstens 2.000" in page
    assert 'name="plan"' not in page


def test_what_stands_in_a_cell_is_never_markup(staff):
    preview = preview_of(staff, semicolons(["Name", "Art"], ["<script>alert(1)</script>", "Verband"]))
    assert "<script>alert" not in staff.get(preview).content.decode()


def test_another_ones_table_is_not_there(staff):
    other = make_person("other")
    Grant.objects.create(person=other, role="office", since=SINCE)
    client = Client()
    client.force_login(Account.objects.create_user("other@example.org", other))
    for page in (f"{TABLES}{SHEET}/", f"{TABLES}{SHEET}/spalten/"):
        assert client.get(page).status_code == 404
        assert client.post(page, {"plan": "x"}).status_code == 404


@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
@pytest.mark.parametrize(
    ("name", "network", "rows"),
    [
        ("organisationen", "", 3),
        ("organisationen", "sauerland", 2),
        ("netzwerke", "", 3),
        ("netzwerke", "olpe", 1),
        ("partnerschaften", "", 2),
        ("partnerschaften", "olpe", None),
        ("ansprechpersonen", "", 3),
        ("ansprechpersonen", "sauerland", 2),
    ],
)
def test_lists_are_taken_out(staff, name, network, rows, file_format):
    answer = staff.get(f"{TABLES}herunterladen/", {"liste": name, "netzwerk": network, "format": file_format})
    expected = "-".join(filter(None, (name, network)))
    assert answer["Content-Disposition"] == f'attachment; filename="{expected}.{file_format}"'
    content = b"".join(answer.streaming_content)
    if rows:
        assert len(read_table(content).rows) == rows
    assert ("kammer@example.org" in content.decode("utf-8", "replace")) == (
        name == "organisationen" and file_format == "csv"
    )


def test_a_list_that_there_is_not(staff):
    assert staff.get(f"{TABLES}herunterladen/", {"liste": "geheimnisse", "format": "csv"}).status_code == 400


@pytest.mark.parametrize("name", ["organisationen", "netzwerke", "partnerschaften", "ansprechpersonen"])
def test_a_list_takes_as_many_statements_for_thirty_rows_as_for_one(staff, count_queries, name):
    def take() -> None:
        answer = staff.get(f"{TABLES}herunterladen/", {"liste": name, "format": "csv"})
        b"".join(answer.streaming_content)

    one = count_queries(take)
    for number in range(30):
        organisation = Organisation.objects.create(id=f"o{number}", name="O", kind="other", folded_name="o")
        Partnership.objects.create(network_id="olpe", organisation=organisation, since=SINCE)
    assert count_queries(take) == one
