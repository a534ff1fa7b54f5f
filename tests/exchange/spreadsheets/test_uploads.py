"""From the uploaded file to the register: in one transaction, as it was previewed, by whoever uploaded it."""

import io
import json
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection
from django.utils import translation

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets import lists, plans
from mittelnetz.exchange.spreadsheets.columns import ORGANISATIONS, SheetKind, recognise
from mittelnetz.exchange.spreadsheets.doings import AddOrganisation
from mittelnetz.exchange.spreadsheets.uploads import (
    KEPT_FOR,
    apply_sheet,
    assign_columns,
    forget_old_sheets,
    keep_sheet,
    kept_sheet,
    plan_sheet,
)
from mittelnetz.people.actors import Actor
from mittelnetz.register.models import Contact, Organisation, Partnership
from tests.exchange.spreadsheets.conftest import AT, SINCE
from tests.exchange.spreadsheets.files import semicolons
from tests.factories import make_network, make_organisation, make_person

NEW = [["Name", "Art"], ["Neu", "Verband"]]


def test_every_entry_is_by_whoever_applies_it(upload, office):
    sheet = upload("organisations", *NEW)
    apply_sheet(sheet=sheet, fingerprint=plan_sheet(sheet, at=AT).fingerprint, actor=Actor.person(office), at=AT)
    assert {entry.actor for entry in Entry.objects.all()} == {f"people/{office.uuid}"}
    last = Entry.objects.order_by("number").last()
    assert (last.verb, last.subject) == ("exchange.sheet_imported", "sheets/organisations")
    assert json.loads(last.changes)["rows"] == {"new": 1, "changed": 0, "unchanged": 0, "refused": 0}


def test_a_plan_that_is_no_longer_the_previewed_one_is_refused(upload, actor):
    kammer = make_organisation("kammer", name="Kammer", phone="1")
    sheet = upload("organisations", ["Name", "Telefon"], ["Kammer", "2"])
    seen = plan_sheet(sheet, at=AT).fingerprint
    Organisation.objects.filter(pk=kammer.pk).update(phone="3")
    with pytest.raises(Refused, match="Das Register hat sich inzwischen geändert"):
        apply_sheet(sheet=sheet, fingerprint=seen, actor=actor, at=AT)
    kammer.refresh_from_db()
    assert kammer.phone == "3"
    apply_sheet(sheet=sheet, fingerprint=plan_sheet(sheet, at=AT).fingerprint, actor=actor, at=AT)
    kammer.refresh_from_db()
    assert kammer.phone == "2"


def test_whoever_previews_in_english_may_apply_in_german(upload, actor):
    make_organisation("kammer", name="Kammer")
    sheet = upload("organisations", ["Name", "Art"], ["Kammer", "trade union"])
    with translation.override("en"):
        seen = plan_sheet(sheet, at=AT)
    assert seen.rows[0].differences[0].new == "trade union"
    apply_sheet(sheet=sheet, fingerprint=seen.fingerprint, actor=actor, at=AT)


def test_a_sheet_is_applied_once(upload, actor):
    sheet = upload("organisations", *NEW)
    seen = plan_sheet(sheet, at=AT).fingerprint
    apply_sheet(sheet=sheet, fingerprint=seen, actor=actor, at=AT)
    with pytest.raises(Refused, match="schon übernommen"):
        apply_sheet(sheet=sheet, fingerprint=seen, actor=actor, at=AT)


@pytest.mark.parametrize("error", [Refused("Das geht nicht."), IntegrityError("somebody was quicker")])
def test_all_or_nothing(upload, actor, monkeypatch, error):
    sheet = upload("organisations", *NEW, ["Störung", "Verband"])
    seen = plan_sheet(sheet, at=AT).fingerprint
    do = AddOrganisation.do

    def fail(self, **by):
        if self.name == "Störung":
            raise error
        do(self, **by)

    monkeypatch.setattr(AddOrganisation, "do", fail)
    with pytest.raises(Refused, match=r"Zeile 3: Das geht nicht|inzwischen geändert"):
        apply_sheet(sheet=sheet, fingerprint=seen, actor=actor, at=AT)
    assert not Organisation.objects.exists()
    assert not Entry.objects.exists()
    assert UploadedSheet.objects.exists()


def test_too_much_at_once_is_refused(upload, actor, monkeypatch):
    monkeypatch.setattr(plans, "MOST_AT_ONCE", 2)
    make_organisation("kammer", name="Kammer")
    sheet = upload("organisations", *NEW, ["Kammer", ""], ["Noch eine", "Verband"])
    assert not plan_sheet(sheet, at=AT).does_too_much
    sheet = upload("organisations", *NEW, ["Die zweite", "Verband"], ["Noch eine", "Verband"])
    with pytest.raises(Refused, match="teilen Sie die Tabelle auf"):
        apply_sheet(sheet=sheet, fingerprint=plan_sheet(sheet, at=AT).fingerprint, actor=actor, at=AT)


def test_a_sheet_is_there_for_a_day_and_for_one_person(upload, office):
    sheet = upload("organisations", *NEW)
    assert kept_sheet(sheet.pk, by=office, at=AT) == sheet
    assert kept_sheet(sheet.pk, by=make_person("other"), at=AT) is None
    assert kept_sheet(sheet.pk, by=office, at=AT + KEPT_FOR) is None
    forget_old_sheets(at=AT + KEPT_FOR - timedelta(seconds=1))
    assert UploadedSheet.objects.exists()
    keep_sheet(id=uuid4(), kind=SheetKind.CONTACTS, content=semicolons(*NEW), by=office, at=AT + KEPT_FOR)
    assert not UploadedSheet.objects.filter(pk=sheet.pk).exists()


@pytest.mark.parametrize(
    ("kind", "columns", "sentence"),
    [
        ("organisations", {"name": 0, "kind": 0}, "„Name“ und „Art“ haben dieselbe Spalte"),
        ("organisations", {"kind": 1}, "Ohne „Name“ oder „Kennung“ geht es nicht"),
        ("contacts", {"network": 0, "person": 1}, "Ohne „Funktion“ geht es nicht"),
    ],
)
def test_columns_that_make_no_sense_are_refused(upload, kind, columns, sentence):
    with pytest.raises(Refused, match=sentence):
        assign_columns(sheet=upload(kind, *NEW), columns=columns)


def test_columns_that_nobody_could_recognise_are_assigned(upload):
    sheet = upload("organisations", ["Wer", "Was"], ["Neu", "Verband"])
    assert sheet.columns == {}
    assign_columns(sheet=sheet, columns={"name": 0, "kind": 1})
    sheet.refresh_from_db()
    assert plan_sheet(sheet, at=AT).counts()["new"] == 1


def test_columns_are_recognised_in_both_languages_and_never_taken_twice():
    assert recognise(ORGANISATIONS, ["telephone", "Firma", "E-MAIL-Adresse", "Unbekannt"]) == {
        "name": 1, "phone": 0, "email": 2,
    }  # fmt: skip
    assert recognise(ORGANISATIONS, ["Organisation", "Name"])["name"] == 1
    assert recognise(ORGANISATIONS, ["Name", "Name"]) == {"name": 0}


def test_every_heading_of_ours_is_recognised():
    for sheet in (ORGANISATIONS, lists.PARTNERSHIPS, lists.CONTACTS):
        for names in ([column.de for column in sheet.columns], [column.en for column in sheet.columns]):
            assert recognise(sheet, names) == {column.code: place for place, column in enumerate(sheet.columns)}


@pytest.fixture
def register(db) -> None:
    kammer = make_organisation(
        "kammer", name="Kammer  Süd", seat_id="06412000", phone="+49 2761 1", email="k@example.org",
        website="http://example.org/?a=b;c", address="=Weg 1\n57462 Olpe",
    )  # fmt: skip
    for id in ("zwilling-1", "zwilling-2"):
        make_organisation(id, name="Zwilling", kind="research_education")
    for id in ("olpe", "koeln"):
        network = make_network(id, name="Netzwerk mit gleichem Namen")
        for organisation in Organisation.objects.all():
            Partnership.objects.create(network=network, organisation=organisation, since=SINCE, listed=id == "olpe")
        for number in (1, 2):
            person = make_person(f"{id}-{number}", name="Toni Beispiel", email="info@example.org", phone="@1")
            Contact.objects.create(network=network, person=person, function="moderation", organisation=kammer)
            Contact.objects.create(network=network, person=person, function="coordination", since=SINCE, shown=True)
    Partnership.objects.filter(network="olpe", organisation="kammer").update(since=None, until="2027-01-01")


@pytest.mark.parametrize("languages", [("de", "de"), ("en", "de"), ("de", "en")])
@pytest.mark.parametrize("file_format", ["xlsx", "csv"])
@pytest.mark.parametrize("kind", SheetKind.values)
def test_what_is_exported_and_imported_changes_nothing(register, office, kind, file_format, languages):
    day = AT.date()
    tables = {
        "organisations": lambda: lists.organisations_table(Organisation.objects.all(), public=False),
        "partnerships": lambda: lists.partnerships_table(day),
        "contacts": lambda: lists.contacts_table(day),
    }
    file = io.BytesIO()
    with translation.override(languages[0]):
        tables[kind]().write(file_format, file)
    with translation.override(languages[1]):
        sheet = keep_sheet(id=uuid4(), kind=SheetKind(kind), content=file.getvalue(), by=office, at=AT)
        plan = plan_sheet(sheet, at=AT)
    assert len(plan.rows) > 2
    assert [row for row in plan.rows if row.verdict != "unchanged"] == []


ROWS = {
    "organisations": (["Name", "Art", "Ort"], lambda n: [f"Neu {n}", "Verband", f"Ort {n}"]),
    "partnerships": (["Netzwerk", "Organisation", "Seit"], lambda n: ["Netzwerk Olpe", f"Alt {n}", "1.3.2026"]),
    "contacts": (
        ["Netzwerk", "Funktion", "Name", "E-Mail", "Seit"],
        lambda n: ["Netzwerk Olpe", "Moderation", f"Person {n}", f"p{n}@example.org", "1.3.2026"],
    ),
}


@pytest.mark.parametrize(("kind", "most"), [("organisations", 4), ("partnerships", 5), ("contacts", 6)])
def test_a_plan_takes_as_many_statements_for_many_rows_as_for_one(upload, count_queries, kind, most):
    make_network("olpe", name="Netzwerk Olpe")
    Organisation.objects.bulk_create(
        Organisation(id=f"alt-{n}", name=f"Alt {n}", kind="other", folded_name=f"alt {n}") for n in range(3_000)
    )
    headings, row = ROWS[kind]
    one, many = (upload(kind, headings, *(row(n) for n in range(size))) for size in (1, 20_000))
    assert count_queries(lambda: plan_sheet(one, at=AT)) == most
    assert count_queries(lambda: plan_sheet(many, at=AT)) == most


def test_a_table_that_says_what_is_known_is_not_applied(upload, actor):
    make_organisation("kammer", name="Kammer")
    sheet = upload("organisations", ["Name"], ["Kammer"])
    with pytest.raises(Refused, match="nichts zu übernehmen"):
        apply_sheet(sheet=sheet, fingerprint=plan_sheet(sheet, at=AT).fingerprint, actor=actor, at=AT)
    assert not Entry.objects.exists()


def test_a_double_click_applies_once(committed_db, upload, actor):
    sheet = upload("organisations", ["Name", "Art"], *([f"Neu {n}", "Verband"] for n in range(20)))
    seen = plan_sheet(sheet, at=AT).fingerprint
    together = Barrier(2)

    def click(_number: int) -> str:
        together.wait()
        try:
            apply_sheet(sheet=sheet, fingerprint=seen, actor=actor, at=AT)
        except Refused as refusal:
            return refusal.sentence.partition(".")[0]
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(click, range(2))) == ["Diese Tabelle ist schon übernommen", "done"]
    assert Organisation.objects.count() == 20
    assert Entry.objects.count() == 21
