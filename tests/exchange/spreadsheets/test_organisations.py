"""A sheet of organisations: what is new, changed, unchanged and refused."""

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.exchange.spreadsheets.plans import Verdict
from mittelnetz.register.models import FormerId, Organisation
from tests.factories import make_organisation

HEADINGS = ["Kennung", "Name", "Art", "Ort", "Telefon", "E-Mail", "Website", "Adresse"]


@pytest.fixture
def kammer(db) -> Organisation:
    return make_organisation("kammer", name="Kammer Süd", phone="02761 1234", seat_id="05966024")


def one(plan):
    (row,) = plan.rows
    return row


def test_a_new_organisation(apply):
    row = one(
        apply("organisations", HEADINGS, ["", "Verein Köln", "Verband", "Köln", "0221 1", "a@b.de", "b.de", "Weg 1"])
    )
    assert row.verdict == Verdict.NEW
    new = Organisation.objects.get()
    assert (new.pk, new.name, new.kind, new.seat_id) == ("verein-koeln", "Verein Köln", "association", "05315")
    assert (new.phone, new.email, new.website, new.address) == ("0221 1", "a@b.de", "https://b.de", "Weg 1")
    assert list(Entry.objects.order_by("number").values_list("verb", flat=True)) == [
        "register.organisation_added",
        "exchange.sheet_imported",
    ]


def test_an_id_that_is_taken_or_was_is_not_given_again(apply, kammer):
    FormerId.objects.create(former="neu", organisation=kammer)
    make_organisation("neu-2", name="Anders")
    apply("organisations", ["Name", "Art"], ["Neu", "Verband"], ["!!!", "Verband"])
    assert set(Organisation.objects.values_list("pk", flat=True)) == {"kammer", "neu-2", "neu-3", "organisation"}


def test_a_change_says_old_and_new(apply, kammer):
    row = one(apply("organisations", ["Name", "Telefon", "Sitz"], ["KAMMER SUED", "02761 99", "Kreis Olpe"]))
    assert (row.verdict, row.title) == (Verdict.CHANGED, "KAMMER SUED")
    assert [(found.column.code, found.old, found.new) for found in row.differences] == [
        ("seat", str(kammer.seat), "Kreis Olpe"),
        ("phone", "02761 1234", "02761 99"),
    ]
    kammer.refresh_from_db()
    assert (kammer.name, kammer.phone, kammer.seat_id) == ("Kammer Süd", "02761 99", "05966")


def test_by_its_id_or_a_former_one_also_the_name_changes(apply, kammer):
    FormerId.objects.create(former="alt", organisation=kammer)
    apply("organisations", ["Kennung", "Name"], ["alt", "Kammer Südwest"])
    kammer.refresh_from_db()
    assert (kammer.name, kammer.folded_name) == ("Kammer Südwest", "kammer suedwest")


def test_an_empty_cell_leaves_what_is_there(plan, kammer):
    assert one(plan("organisations", HEADINGS, ["kammer", "", "", "", "", "", "", ""])).verdict == Verdict.UNCHANGED


def test_a_sheet_without_a_change_does_nothing(plan, kammer):
    row = one(plan("organisations", HEADINGS, ["kammer", "Kammer Süd", "Kammer", "5966024", "02761 1234", "", "", ""]))
    assert (row.verdict, row.doings) == (Verdict.UNCHANGED, ())


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["gibt-es-nicht", "Kammer Süd"], "Kennung: Die Kennung „gibt-es-nicht“ gibt es nicht"),
        (["", ""] + ["x"] * 3, "Name: Der Name fehlt."),
        (["", "Neu"], "Art: Die Art fehlt"),
        (["", "Neu", "Klub"], "Art: Die Art „Klub“ gibt es nicht"),
        (["", "Zwilling", "Verband"], "Name: „Zwilling“ gibt es mehrmals: zwilling-1, zwilling-2"),
        (["kammer", "", "", "Nirgendwo"], "Sitz: Diesen Ort kennen wir nicht"),
        (["kammer", "", "", "Buchholz"], "Sitz: Das kann mehreres sein"),
        (["kammer", "", "", "", "0" * 51], "Telefon: „0000"),
        (["kammer", "", "", "", "", "kein@"], "E-Mail: „kein@“"),
        (["kammer", "", "", "", "", "", "javascript://x"], "Website: „javascript://x“"),
        (["kammer", "x" * 251], "Name: „xxx"),
    ],
)
def test_what_is_refused_says_where_and_why(plan, kammer, cells, reason):
    make_organisation("zwilling-1", name="Zwilling")
    make_organisation("zwilling-2", name="Zwilling")
    row = one(plan("organisations", HEADINGS, cells))
    assert (row.number, row.verdict, row.doings) == (2, Verdict.REFUSED, ())
    assert any(found.startswith(reason) for found in row.reasons), row.reasons


def test_every_reason_of_a_row_is_named(plan, kammer):
    row = one(plan("organisations", HEADINGS, ["kammer", "", "Klub", "Nirgendwo", "", "kein@"]))
    assert len(row.reasons) == 3


def test_a_second_row_about_the_same_one_is_refused(plan, kammer):
    rows = plan(
        "organisations",
        ["Kennung", "Name", "Art"],
        ["kammer", "", ""],
        ["", "Kammer Sued", ""],
        ["", "Neu", "Verband"],
        ["", "NEU", "Verband"],
    ).rows
    assert [row.verdict for row in rows] == ["unchanged", "refused", "new", "refused"]
    assert "steht schon in Zeile 2" in rows[1].reasons[0]


def test_refused_rows_are_left_out_and_the_others_done(apply, kammer):
    plan = apply("organisations", ["Name", "Art", "Telefon"], ["Neu", "Verband", ""], ["Kammer Süd", "Klub", "1"])
    assert plan.counts() == {"new": 1, "changed": 0, "unchanged": 0, "refused": 1}
    kammer.refresh_from_db()
    assert kammer.phone == "02761 1234"
    assert Organisation.objects.filter(pk="neu").exists()
