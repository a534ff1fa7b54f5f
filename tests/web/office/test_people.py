"""The office keeps the people: who they are, what they do, how they sign in."""

from datetime import UTC, date, datetime

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.test import Client

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.notifications.models import Message
from mittelnetz.people.actions.accounts import block_account
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.people.models import Account, Grant, Invitation, Person
from tests.factories import make_person
from tests.web.conftest import SINCE, STAFF
from tests.web.mine.conftest import client_of, typed

LIST, TONI, SHY = "/buero/personen/", "/buero/person/c/", "/buero/person/m/"


def shown(staff, page):
    return staff.get(page).content.decode()


def verbs():
    return [entry.verb for entry in Entry.objects.order_by("number")]


def refusal_of_blocking(person):
    with pytest.raises(Refused) as refused:
        block_account(account=person.account, actor=COMMAND_LINE, at=datetime(2026, 6, 15, 10, 30, tzinfo=UTC))
    return refused.value.sentence


class TestList:
    def test_as_filtered_in_a_file(self, staff):
        page = shown(staff, f"{LIST}?konto=account")
        assert 'href="?konto=account&amp;format=csv"' in page
        answer = staff.get(f"{LIST}?konto=account&format=csv")
        head, alex = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert head == "Kennung;Name;E-Mail;Telefon;Konto"
        assert alex.split(";")[1:] == ["Alex Beispiel", "", "", "ja"]

    @pytest.mark.parametrize(
        ("query", "names"),
        [
            ("", ["Alex Beispiel", "Toni Beispiel", "Verborgene Person"]),
            ("?suche=BEISPIEL+toni", ["Toni Beispiel"]),
            ("?suche=privat@", ["Toni Beispiel"]),
            ("?konto=account", ["Alex Beispiel"]),
            ("?konto=neither", ["Toni Beispiel"]),
            ("?konto=no_mailbox", ["Alex Beispiel", "Verborgene Person"]),
            ("?konto=invited", []),
        ],
    )
    def test_those_who_are_looked_for(self, staff, query, names):
        text = shown(staff, LIST + query)
        everybody = ["Alex Beispiel", "Toni Beispiel", "Verborgene Person"]
        assert [name for name in everybody if f">{name}</a>" in text] == names
        assert ("Niemand passt" in text) == (not names)


class TestEntry:
    def test_somebody_new(self, staff):
        answer = staff.post(f"{LIST}neu/", {"name": "Kim Neu", "email": "kim@example.org", "phone": ""})
        person = Person.objects.get(name="Kim Neu")
        assert answer["Location"] == f"/buero/person/{person.pk}/"
        assert "Kim" not in person.pk

    def test_details_are_changed_for_those_who_cannot_do_it(self, staff):
        sent = typed(shown(staff, f"{SHY}aendern/")) | {"phone": "030 1", "language": "en"}
        assert staff.post(f"{SHY}aendern/", sent)["Location"] == SHY
        person = Person.objects.get(pk="m")
        assert (person.phone, person.language) == ("030 1", "en")

    def test_who_has_an_account_does_it_alone(self, staff):
        client_of(Person.objects.get(pk="c"))
        assert "ändert nur sie selbst" in shown(staff, TONI)
        assert staff.get(f"{TONI}aendern/").status_code == 403

    def test_what_somebody_does_stands_there(self, staff):
        text = shown(staff, TONI)
        assert "Netzwerk Sauerland" in text
        assert "Koordination" in text


class TestAccount:
    def test_invited_again_and_taken_back(self, staff):
        assert "kein Konto" in shown(staff, TONI)
        for _ in range(2):
            assert staff.post(f"{TONI}einladen/", {"email": "toni@example.org"})["Location"] == TONI
        assert "Eingeladen:" in shown(staff, TONI)
        assert Invitation.objects.filter(person="c", withdrawn_at=None).count() == 1
        staff.post(f"{TONI}einladung-zuruecknehmen/", {"x": "1"})
        assert "kein Konto" in shown(staff, TONI)
        assert verbs() == ["people.person_invited", "people.person_invited", "people.invitation_withdrawn"]

    def test_an_address_of_somebody_else_is_refused(self, staff):
        answer = staff.post(f"{TONI}einladen/", {"email": STAFF})
        assert (answer.status_code, "zu einem anderen Konto" in answer.content.decode()) == (422, True)

    def test_signed_out_everywhere(self, staff, federation):
        person = Person.objects.get(pk="c")
        account = Account.objects.create_user("toni@example.org", person, "ein langer Satz")
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        somewhere = Client()
        somewhere.post("/anmelden/passwort/", {"login": account.email, "password": "ein langer Satz"})
        assert UserSession.objects.filter(user__person="c").count() == 1
        assert staff.post(f"{TONI}abmelden/")["Location"] == TONI
        assert somewhere.get("/heute/").status_code == 302
        assert verbs() == ["people.sessions_ended"]

    def test_blocked_and_let_in_again(self, staff, federation):
        account = Account.objects.create_user("toni@example.org", Person.objects.get(pk="c"), "ein langer Satz")
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        somewhere = Client()
        typed_in = {"login": account.email, "password": "ein langer Satz"}
        somewhere.post("/anmelden/passwort/", typed_in)
        assert staff.post(f"{TONI}sperren/")["Location"] == TONI
        assert "Dieses Konto ist gesperrt" in shown(staff, TONI)
        assert somewhere.get("/heute/").status_code == 302
        assert somewhere.post("/anmelden/passwort/", typed_in)["Location"] == "/anmelden/gesperrt/"
        staff.post(f"{TONI}freigeben/")
        somewhere.post("/anmelden/passwort/", typed_in)
        assert somewhere.get("/heute/").status_code == 200
        assert verbs() == ["people.account_blocked", "people.account_unblocked"]

    def test_a_code_by_mail_opens_no_blocked_account(self, staff, federation):
        account = Account.objects.create_user("toni@example.org", Person.objects.get(pk="c"), is_active=False)
        EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
        somewhere = Client()
        somewhere.post("/anmelden/", {"email": account.email})
        assert somewhere.get("/heute/").status_code == 302
        assert not Message.objects.filter(address=account.email, subject__contains="Code").exists()

    def test_nobody_locks_themselves_out_or_the_last_who_can_come_in(self, staff, federation):
        alex = Account.objects.get(email=STAFF).person
        assert "Konto sperren" not in shown(staff, f"/buero/person/{alex.pk}/")
        staff.post(f"/buero/person/{alex.pk}/sperren/")
        assert Account.objects.get(email=STAFF).is_active
        office = client_of(make_person("zweite"))
        Grant.objects.create(person_id="zweite", role="office", since=SINCE)
        Grant.objects.filter(person=alex, role="operator").delete()
        Account.objects.filter(person="zweite").update(is_active=False)  # since that client has signed in
        assert "niemand mehr mit dieser Aufgabe" in refusal_of_blocking(alex)
        Account.objects.filter(person="zweite").update(is_active=True)
        office.post(f"/buero/person/{alex.pk}/sperren/")
        assert not Account.objects.get(email=STAFF).is_active

    def test_somebody_who_is_locked_out_does_not_hold_the_last_role(self, staff, federation):
        Account.objects.create_user("toni@example.org", Person.objects.get(pk="c"), is_active=False)
        Grant.objects.create(person_id="c", role="office", since=SINCE)
        own = Grant.objects.get(person=Account.objects.get(email=STAFF).person, role="office")
        answer = staff.post(f"/buero/person/{own.person_id}/aufgabe/{own.pk}/beenden/", {"last_day": "2026-06-30"})
        assert (answer.status_code, "niemand mehr diese Aufgabe" in answer.content.decode()) == (422, True)

    def test_the_office_does_not_lock_operators_out(self, federation):
        alex = Account.objects.get(email=STAFF).person
        office = client_of(make_person("zweite"))
        Grant.objects.create(person_id="zweite", role="office", since=SINCE)
        assert office.post(f"/buero/person/{alex.pk}/sperren/").status_code == 403
        page = shown(office, f"/buero/person/{alex.pk}/")
        assert ("Konto sperren" in page, "nur von der Technik selbst gesperrt" in page) == (False, True)

    def test_without_an_account_there_is_nothing_to_end(self, staff):
        assert staff.post(f"{SHY}abmelden/").status_code == 404
        assert staff.post(f"{SHY}einladung-zuruecknehmen/").status_code == 404


class TestGrants:
    def test_the_office_is_given_and_ends(self, staff):
        assert staff.post(f"{SHY}aufgabe/neu/", {"role": "office", "since": "2026-06-01"})["Location"] == SHY
        grant = Grant.objects.get(person="m")
        staff.post(f"{SHY}aufgabe/{grant.pk}/beenden/", {"last_day": "2026-06-30"})
        grant.refresh_from_db()
        assert (grant.role, grant.since, grant.until) == ("office", date(2026, 6, 1), date(2026, 7, 1))

    def test_a_mistake_is_taken_away(self, staff):
        staff.post(f"{SHY}aufgabe/neu/", {"role": "office", "since": "2026-06-01"})
        staff.post(f"{SHY}aufgabe/{Grant.objects.get(person='m').pk}/entfernen/")
        assert not Grant.objects.filter(person="m").exists()
        assert verbs()[-1] == "people.grant_struck"

    @pytest.mark.parametrize("how", ["beenden", "entfernen"])
    def test_the_last_one_stays(self, staff, how):
        grant = Grant.objects.get(person__account__email=STAFF, role="office")
        page = f"/buero/person/{grant.person_id}/"
        answer = staff.post(f"{page}aufgabe/{grant.pk}/{how}/", {"last_day": "2026-06-30"})
        text = answer.content.decode() if how == "beenden" else shown(staff, page)
        assert "Danach hätte niemand mehr diese Aufgabe." in text
        grant.refresh_from_db()
        assert grant.until is None

    def test_the_office_does_not_make_operators(self, federation, clock, at):
        clock(at)
        person = make_person("buero")
        Grant.objects.create(person=person, role="office", since=SINCE)
        office = client_of(person)
        answer = office.post(f"{SHY}aufgabe/neu/", {"role": "operator", "since": "2026-06-01"})
        assert answer.status_code == 422
        operators = Grant.objects.get(person__account__email=STAFF, role="operator")
        page = f"/buero/person/{operators.person_id}/aufgabe/{operators.pk}"
        assert [office.post(f"{page}/{how}/").status_code for how in ("beenden", "entfernen")] == [403, 403]

    def test_the_grant_of_somebody_else_is_not_found(self, staff):
        assert staff.get(f"{SHY}aufgabe/7001/beenden/").status_code == 404
