"""A sheet of contact persons: whom it means, whom it adds, and what it leaves alone."""

from datetime import date

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.exchange.spreadsheets.plans import Verdict
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account, Person
from mittelnetz.register.models import Contact, Network
from tests.exchange.spreadsheets.conftest import SINCE
from tests.factories import make_network, make_organisation, make_person

HEADINGS = ["Netzwerk", "Funktion", "Person", "E-Mail", "Telefon", "Seit", "Öffentlich genannt"]


@pytest.fixture
def network(db) -> Network:
    return make_network("olpe", name="Netzwerk Olpe")


@pytest.fixture
def toni(network) -> Person:
    toni = make_person("toni", name="Toni Beispiel", email="toni@example.org", phone="1")
    Contact.objects.create(network=network, person=toni, function="coordination", since=SINCE)
    return toni


def row_of(plan):
    (row,) = plan.rows
    return row


def test_a_new_person_and_the_function(apply, network):
    make_organisation("kammer", name="Kammer Süd")
    row = row_of(
        apply(
            "contacts",
            [*HEADINGS, "Organisation"],
            ["Netzwerk Olpe", "Moderatorin", "Ulla Öz", "ulla@example.org", "0221 1", "1.3.2026", "nein", "Kammer Süd"],
        )
    )
    assert row.verdict == Verdict.NEW
    person = Person.objects.get(name="Ulla Öz")
    assert (person.name, person.email, person.phone) == ("Ulla Öz", "ulla@example.org", "0221 1")
    contact = Contact.objects.get()
    assert "ulla" not in person.pk
    assert (contact.person, contact.function, contact.since) == (person, "moderation", date(2026, 3, 1))
    assert (contact.organisation_id, contact.shown) == ("kammer", False)
    assert not any("Ulla" in entry.changes + entry.subject or "ulla" in entry.changes for entry in Entry.objects.all())


def test_a_person_is_known_by_address_and_name(apply, toni):
    other = make_network("koeln", name="Netzwerk Köln")
    row = row_of(
        apply(
            "contacts", HEADINGS, ["Netzwerk Köln", "Moderation", "toni beispiel", "TONI@example.org", "", "1.3.2026"]
        )
    )
    assert row.verdict == Verdict.NEW
    assert Contact.objects.get(network=other).person == toni
    assert Person.objects.count() == 2  # with the office


def test_a_person_without_address_is_known_by_name_within_the_network(apply, toni):
    Person.objects.filter(pk="toni").update(email="")
    row = row_of(
        apply("contacts", HEADINGS, ["Netzwerk Olpe", "Koordination", "Toni Beispiel", "", "02761 5", "", "ja"])
    )
    assert row.verdict == Verdict.CHANGED
    assert [(found.old, found.new) for found in row.differences] == [("1", "02761 5"), ("nein", "ja")]
    toni.refresh_from_db()
    assert toni.phone == "02761 5"
    assert Contact.objects.get().shown
    entry = Entry.objects.get(verb="register.contact_showing_changed")
    assert entry.on_behalf_of == person_reference(toni)


@pytest.mark.parametrize(
    "cells", [["Koordination", "Toni Beispiel", "", "", ""], ["Moderation", "Neu", "neu@example.org", "", "1.3.2026"]]
)
def test_who_has_an_address_says_themselves_whether_they_may_be_named(plan, toni, cells):
    row = row_of(plan("contacts", HEADINGS, ["Netzwerk Olpe", *cells, "ja"]))
    assert "Öffentlich genannt: Wer eine E-Mail-Adresse hat, sagt das selbst" in " ".join(row.reasons)


def test_whoever_is_named_may_always_be_left_out(apply, toni):
    Contact.objects.update(shown=True)
    apply("contacts", HEADINGS, ["Netzwerk Olpe", "Koordination", "Toni Beispiel", "", "", "", "nein"])
    assert not Contact.objects.get().shown


def test_what_is_stored_of_somebody_with_an_account_only_they_change(plan, toni):
    Account.objects.create_user("toni@example.org", toni)
    row = row_of(plan("contacts", HEADINGS, ["Netzwerk Olpe", "Koordination", "Toni Beispiel", "", "02761 5"]))
    assert row.reasons == ("Telefon: Diese Person hat ein eigenes Konto und ändert das selbst.",)


def test_of_the_same_name_in_another_network_is_somebody_else(apply, toni):
    make_network("koeln", name="Netzwerk Köln")
    apply("contacts", HEADINGS, ["Netzwerk Köln", "Moderation", "Toni Beispiel", "", "", "1.3.2026"])
    new = Contact.objects.get(network="koeln").person
    assert set(Person.objects.values_list("pk", flat=True)) == {"office", "toni", new.pk}


def test_an_address_that_several_share_is_not_enough(plan, toni):
    row = row_of(
        plan("contacts", HEADINGS, ["Netzwerk Olpe", "Moderation", "Ada Öz", "toni@example.org", "", "1.3.26"])
    )
    assert "gehört zu „Toni Beispiel“" in row.reasons[0]
    assert "toni" in row.reasons[0]


def test_by_id_also_name_and_address_change(apply, toni):
    headings = ["Netzwerk", "Funktion", "Kennung der Person", "Name", "E-Mail"]
    apply("contacts", headings, ["Netzwerk Olpe", "Koordination", "toni", "Toni Neu", "neu@example.org"])
    toni.refresh_from_db()
    assert (toni.name, toni.email) == ("Toni Neu", "neu@example.org")


def test_a_new_person_of_two_rows_is_added_once(apply, network):
    plan = apply(
        "contacts",
        HEADINGS,
        ["Netzwerk Olpe", "Koordination", "Ada Öz", "ada@example.org", "", "falsch"],
        ["Netzwerk Olpe", "Koordination", "Ada Öz", "ada@example.org", "", "1.3.2026"],
        ["Netzwerk Olpe", "Moderation", "Ada Öz", "ada@example.org", "", "1.3.2026"],
    )
    assert [row.verdict for row in plan.rows] == ["refused", "refused", "new"]
    assert Person.objects.filter(name="Ada Öz").count() == 1
    again = apply(
        "contacts",
        HEADINGS,
        ["Netzwerk Olpe", "Koordination", "Bea Neu", "", "1", "1.3.2026"],
        ["Netzwerk Olpe", "Moderation", "Bea Neu", "", "1", "1.3.2026"],
        ["Netzwerk Olpe", "Moderation", "Bea Neu", "", "2", "1.4.2026"],
    )
    assert [row.verdict for row in again.rows] == ["new", "new", "refused"]
    assert Person.objects.filter(name="Bea Neu").count() == 1


def test_a_change_of_a_person_in_two_rows_is_made_once(apply, toni, network):
    Contact.objects.create(network=network, person=toni, function="moderation", since=SINCE)
    cells = ["toni@example.org", "77"]
    plan = apply(
        "contacts",
        HEADINGS,
        ["Netzwerk Olpe", "Koordination", "Toni Beispiel", *cells],
        ["Netzwerk Olpe", "Moderation", "Toni Beispiel", *cells],
    )
    assert [row.verdict for row in plan.rows] == ["changed", "unchanged"]
    assert Entry.objects.filter(verb="people.person_changed").count() == 1


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["Netzwerk Olpe", "", "Toni Beispiel"], "Funktion: Die Funktion fehlt"),
        (["Netzwerk Olpe", "Vorsitz", "Toni Beispiel"], "Funktion: „Vorsitz“ ist keine Funktion"),
        (["Netzwerk Olpe", "Koordination", ""], "Person: Der Name fehlt"),
        (["Netzwerk Olpe", "Koordination", "Zwilling"], "Person: „Zwilling“ gibt es mehrmals: z1, z2"),
        (["Netzwerk Olpe", "Koordination", "Neu", "kein@", "", "1.3.2026"], "E-Mail: „kein@“"),
        (["Netzwerk Olpe", "Koordination", "Neu", "", "", ""], "Seit: Der Tag fehlt"),
        (["Netzwerk Olpe", "Koordination", "Toni Beispiel", "", "", "1.3.2026"], "Seit: Im Register steht der"),
    ],
)
def test_what_is_refused(plan, toni, network, cells, reason):
    for id in ("z1", "z2"):
        Contact.objects.create(network=network, person=make_person(id, name="Zwilling"), function="coordination")
    row = row_of(plan("contacts", HEADINGS, cells))
    assert (row.verdict, row.doings) == (Verdict.REFUSED, ())
    assert any(found.startswith(reason) for found in row.reasons), row.reasons


def test_another_organisation_is_not_put_in_the_place_of_the_one_that_is_known(plan, toni):
    make_organisation("kammer", name="Kammer Süd")
    headings = ["Netzwerk", "Funktion", "Person", "Organisation"]
    row = row_of(plan("contacts", headings, ["Netzwerk Olpe", "Koordination", "Toni Beispiel", "Kammer Süd"]))
    assert row.reasons[0].startswith("Organisation: Im Register steht eine andere")
