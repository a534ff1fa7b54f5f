"""Who acts for an organisation, and what that opens to them."""

from datetime import date

import pytest

from mittelnetz.bodies.models import Mandate
from mittelnetz.core.models import Entry
from mittelnetz.people.models import Account, Invitation, Person
from tests.factories import make_person
from tests.web.conftest import SINCE
from tests.web.mine.conftest import client_of

PAGE = "/mein/organisation/kammer/vertretung/"
NEW = {"person": "", "name": "Kim Neu", "email": "kim@example.org", "phone": "", "since": "2026-07-01"}


@pytest.fixture
def acting(federation, clock, at):
    """Somebody who acts for the organisation, beside the one who may do everything."""
    clock(at)
    mandate = Mandate.objects.create(
        person=make_person("vera", name="Vera Vogt"), organisation_id="kammer", since=SINCE
    )
    return mandate, client_of(mandate.person)


def verbs():
    return [entry.verb for entry in Entry.objects.order_by("number")]


class TestBegin:
    def test_somebody_new_is_entered_and_invited(self, acting):
        _mandate, client = acting
        assert client.post(f"{PAGE}neu/", NEW | {"is_invited": "on"})["Location"] == PAGE
        mandate = Mandate.objects.get(person__name="Kim Neu")
        assert (mandate.organisation_id, mandate.since) == ("kammer", date(2026, 7, 1))
        assert Invitation.objects.get().email == "kim@example.org"
        text = client.get(PAGE).content.decode()
        assert text.index("Kommen noch dazu") < text.index("Kim Neu")

    def test_without_an_invitation(self, acting):
        acting[1].post(f"{PAGE}neu/", NEW)
        assert not Invitation.objects.exists()

    def test_who_was_there_for_it_is_offered_and_nobody_else(self, acting):
        make_person("fremd", name="Fremde Person")
        text = acting[1].get(f"{PAGE}neu/").content.decode()
        assert "Toni Beispiel" in text  # contact of a network for it
        assert "Fremde Person" not in text

    def test_nobody_does_it_twice(self, acting):
        mandate, client = acting
        answer = client.post(f"{PAGE}neu/", NEW | {"name": "", "email": "", "person": mandate.person_id})
        assert (answer.status_code, "an diesem Tag schon" in answer.content.decode()) == (422, True)

    def test_somebody_must_be_named(self, acting):
        answer = acting[1].post(f"{PAGE}neu/", NEW | {"name": ""})
        assert (answer.status_code, "oben eine Person aus" in answer.content.decode()) == (422, True)


class TestEnd:
    def test_whoever_ends_it_has_lost_the_right(self, acting):
        mandate, client = acting
        assert client.post(f"{PAGE}{mandate.pk}/beenden/", {"last_day": "2026-06-14"})["Location"] == "/heute/"
        mandate.refresh_from_db()
        assert mandate.until == date(2026, 6, 15)
        assert client.get(PAGE).status_code == 403
        assert verbs() == ["bodies.mandate_ended"]

    def test_of_somebody_else_one_stays(self, acting):
        _mandate, client = acting
        assert client.post(f"{PAGE}7001/beenden/", {"last_day": "2026-06-30"})["Location"] == PAGE

    def test_the_last_one_is_told_so(self, acting):
        mandate, client = acting
        page = f"{PAGE}{mandate.pk}/beenden/"
        assert "vertritt niemand mehr" not in client.get(page).content.decode()
        Mandate.objects.filter(pk=7001).update(until=date(2026, 1, 1))
        assert "vertritt niemand mehr" in client.get(page).content.decode()


class TestCorrect:
    def test_a_mistake_is_put_right_or_taken_away(self, acting):
        _mandate, client = acting
        client.post(f"{PAGE}7001/berichtigen/", {"since": "2021-03-01", "last_day": ""})
        assert Mandate.objects.get(pk=7001).since == date(2021, 3, 1)
        client.post(f"{PAGE}7001/berichtigen/", {"since": "2021-03-01", "last_day": "", "never": "on"})
        assert not Mandate.objects.filter(pk=7001).exists()
        assert verbs() == ["bodies.mandate_corrected", "bodies.mandate_struck"]

    def test_of_another_organisation_it_is_not_found(self, staff):
        assert staff.get("/mein/organisation/bund/vertretung/7001/berichtigen/").status_code == 404


def test_an_organisation_without_anybody_says_how_to_begin(staff):
    assert "Zurzeit vertritt niemand" in staff.get("/mein/organisation/bund/vertretung/").content.decode()


def test_the_journal_names_nobody(acting):
    acting[1].post(f"{PAGE}neu/", NEW)
    assert not any("Kim" in entry.changes for entry in Entry.objects.all())
    assert Person.objects.filter(name="Kim Neu").exists()
    assert Account.objects.count() == 2
