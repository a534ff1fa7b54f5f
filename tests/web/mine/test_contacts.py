"""The contact persons of a network: who takes on a function, who gives it up, and who may change what about them."""

from datetime import date

import pytest

from mittelnetz.bodies.models import Mandate
from mittelnetz.core.models import Entry
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account, Invitation, Person
from mittelnetz.register.models import Contact
from tests.factories import make_person
from tests.web.conftest import STAFF
from tests.web.mine.conftest import client_of, typed

CONTACTS = "/mein/netzwerk/sauerland/ansprechpersonen/"
NEW = {"function": "moderation", "person": "", "name": "Kim Neu", "email": "", "phone": "", "since": "2026-07-01"}


class TestBegin:
    def test_somebody_new_takes_on_a_function_for_a_partner(self, staff):
        sent = NEW | {"email": "kim@example.org", "phone": "030 55", "organisation": "kammer"}
        answer = staff.post(CONTACTS + "neu/", sent)
        assert (answer.status_code, answer["Location"]) == (303, CONTACTS)
        contact = Contact.objects.get(person__name="Kim Neu")
        assert (contact.function, contact.organisation_id, contact.since) == ("moderation", "kammer", date(2026, 7, 1))
        assert (contact.person.email, contact.person.phone, contact.shown) == ("kim@example.org", "030 55", False)

    def test_those_near_the_network_are_offered_and_nobody_else(self, staff):
        make_person("fremd", name="Fremde Person")
        former = make_person("frueher", name="Früher Dabei")
        Contact.objects.create(
            network_id="sauerland", person=former, function="moderation", since=date(2010, 1, 1), until=date(2012, 1, 1)
        )
        page = staff.get(CONTACTS + "neu/").content.decode()
        for name in ("Toni Beispiel", "Verborgene Person", "Früher Dabei", "Alex Beispiel"):  # Alex acts for a partner
            assert name in page
        assert "Fremde Person" not in page
        Mandate.objects.update(until=date(2026, 6, 15))
        assert "Alex Beispiel" not in staff.get(CONTACTS + "neu/").content.decode()
        answer = staff.post(CONTACTS + "neu/", NEW | {"person": "fremd", "name": ""})
        assert answer.status_code == 422
        assert not Contact.objects.filter(person="fremd").exists()

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"name": ""}, "oder schreiben Sie hier den Namen"),
            ({"person": "m"}, "oder schreiben Sie hier den Namen"),
            ({"person": "m", "name": ""}, "hat diese Funktion an diesem Tag schon"),
            ({"email": "kim@example.org", "shown": "on"}, "sagt selbst, ob sein Name öffentlich stehen darf"),
            ({"email": "kim@"}, "Diese E-Mail-Adresse ist unvollständig"),
            ({"function": ""}, "Bitte wählen Sie eine Funktion aus"),
        ],
    )
    def test_what_cannot_be_is_refused_and_nobody_is_entered(self, staff, sent, sentence):
        answer = staff.post(CONTACTS + "neu/", NEW | sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert not Person.objects.filter(name="Kim Neu").exists()


class TestShowing:
    def test_somebody_without_e_mail_has_said_so_to_who_enters_it(self, staff):
        staff.post(CONTACTS + "7002/nennung/", {"shown": "on"})
        assert Contact.objects.get(pk=7002).shown
        entry = Entry.objects.latest("number")
        assert entry.actor == person_reference(Account.objects.get(email=STAFF).person)
        assert entry.on_behalf_of == person_reference(Person.objects.get(pk="m"))

    def test_for_somebody_with_e_mail_nobody_says_so(self, staff):
        Contact.objects.filter(pk=7001).update(shown=False)
        assert staff.post(CONTACTS + "7001/nennung/", {"shown": "on"}).status_code == 422
        assert not Contact.objects.get(pk=7001).shown


class TestEnd:
    def test_the_last_day_is_the_last_one_with_the_function(self, staff):
        answer = staff.post(CONTACTS + "7001/beenden/", {"last_day": "2026-06-30"})
        assert (answer.status_code, answer["Location"]) == (303, CONTACTS)
        assert Contact.objects.get(pk=7001).until == date(2026, 7, 1)

    def test_the_list_says_since_when_a_function_is_vacant(self, staff):
        staff.post(CONTACTS + "7001/beenden/", {"last_day": "2026-05-31"})
        page = " ".join(staff.get(CONTACTS).content.decode().split())
        assert "Koordination <span" in page
        assert 'unbesetzt seit <time datetime="2026-06-01">' in page
        assert "Waren es früher" in page

    def test_who_gives_up_the_own_function_is_led_to_a_page_that_is_still_open(self, federation, clock, at):
        clock(at)
        client = client_of(Person.objects.get(pk="c"))
        answer = client.post(CONTACTS + "7001/beenden/", {"last_day": "2026-06-14"}, follow=True)
        assert (answer.status_code, answer.wsgi_request.path) == (200, "/heute/")
        assert client.get(CONTACTS).status_code == 403

    def test_who_puts_the_own_entry_right_stays_in_the_workspace(self, federation, clock, at):
        clock(at)
        client = client_of(Person.objects.get(pk="c"))
        answer = client.post(CONTACTS + "7001/berichtigen/", {"since": "2021-01-01", "last_day": ""})
        assert (answer.status_code, answer["Location"]) == (303, CONTACTS)

    def test_what_never_was_goes_and_the_journal_remembers(self, staff):
        assert staff.post(CONTACTS + "7002/berichtigen/", {"never": "on"}).status_code == 303
        assert not Contact.objects.filter(pk=7002).exists()
        assert Entry.objects.latest("number").verb == "register.contact_struck"


class TestHandOver:
    def test_the_function_goes_on_to_somebody_new(self, staff):
        page = staff.get(CONTACTS + "7001/uebergeben/").content.decode()
        assert 'zu entscheiden bis zum <time datetime="2026-08-30">' in " ".join(page.split())
        assert "Nichts. Alles ist erledigt." not in page
        form = typed(page)
        sent = form | {"name": "Kim Neu", "email": "kim@example.org", "organisation": "kammer", "since": "2026-07-01"}
        answer = staff.post(CONTACTS + "7001/uebergeben/", sent)
        assert (answer.status_code, answer["Location"]) == (303, CONTACTS)
        assert Contact.objects.get(pk=7001).until == date(2026, 7, 1)
        begun = Contact.objects.get(person__name="Kim Neu")
        assert (begun.function, begun.organisation_id, begun.since) == ("coordination", "kammer", date(2026, 7, 1))
        assert Invitation.objects.get().person == begun.person

    def test_whoever_hands_over_from_today_has_given_up_the_right(self, federation, clock, at):
        clock(at)
        client = client_of(Person.objects.get(pk="c"))
        sent = {"person": "m", "since": "2026-06-15"}
        answer = client.post(CONTACTS + "7001/uebergeben/", sent, follow=True)
        assert (answer.status_code, answer.wsgi_request.path) == (200, "/heute/")
        assert "Die Übergabe ist eingetragen." in answer.content.decode()
        assert client.get(CONTACTS).status_code == 403

    def test_to_oneself_is_not_offered(self, staff):
        assert "Toni Beispiel</option>" not in staff.get(CONTACTS + "7001/uebergeben/").content.decode()


class TestDetails:
    def test_a_contact_writes_for_somebody_without_account(self, staff):
        form = typed(staff.get(CONTACTS + "7002/angaben/").content.decode())
        assert staff.post(CONTACTS + "7002/angaben/", form | {"phone": "0171 111"}).status_code == 303
        assert Person.objects.get(pk="m").phone == "0171 111"
        entry = Entry.objects.latest("number")
        assert (entry.verb, entry.changes) == ("people.person_changed", '{"fields":["phone"]}')

    def test_who_has_an_account_writes_alone(self, staff):
        person = Person.objects.get(pk="m")
        own = client_of(person)
        answer = staff.get(CONTACTS + "7002/angaben/")
        assert answer.status_code == 403
        assert "ändert nur sie selbst" in answer.content.decode()
        assert staff.post(CONTACTS + "7002/angaben/", {"name": "Anders"}).status_code == 403
        form = typed(own.get(CONTACTS + "7002/angaben/").content.decode())
        assert own.post(CONTACTS + "7002/angaben/", form | {"name": "Offene Person"}).status_code == 303
        assert Person.objects.get(pk="m").name == "Offene Person"

    def test_nobody_gets_at_people_of_another_network(self, federation):
        moderator = make_person("olpe-m")
        Contact.objects.create(network_id="olpe", person=moderator, function="moderation", since=date(2020, 1, 1))
        address = "/mein/netzwerk/olpe/ansprechpersonen/7002/angaben/"
        assert client_of(moderator).get(address).status_code == 404


def test_as_many_statements_for_thirty_contacts_as_for_one(staff, count_queries):
    one = count_queries(lambda: staff.get(CONTACTS))
    for number in range(30):
        person = make_person(f"p{number}")
        Contact.objects.create(
            network_id="sauerland",
            person=person,
            function="moderation",
            organisation_id="kammer",
            since=date(2026, 1, 1),
        )
    assert count_queries(lambda: staff.get(CONTACTS)) == one


class TestAsking:
    ASK = "Um Zustimmung bitten"

    @pytest.fixture
    def contact(self, federation):
        contact = Contact.objects.get(pk=7001)
        contact.shown, contact.person.email = False, "toni@example.org"
        contact.save()
        contact.person.save()
        return contact

    def test_a_button_asks_once_a_day_and_the_list_says_when(self, staff, contact):
        assert self.ASK in staff.get(CONTACTS).content.decode()
        assert staff.post(f"{CONTACTS}7001/fragen/")["Location"] == CONTACTS
        staff.post(f"{CONTACTS}7001/fragen/")
        text = staff.get(CONTACTS).content.decode()
        assert "Die Frage geht per Mail hinaus." in text
        assert "Heute wurde schon gefragt." in text
        assert "noch ohne Antwort" in text
        assert [entry.verb for entry in Entry.objects.all()] == ["register.consent_asked"]

    def test_who_is_named_already_is_not_asked(self, staff, contact):
        Contact.objects.update(shown=True)
        assert self.ASK not in staff.get(CONTACTS).content.decode()
        staff.post(f"{CONTACTS}7001/fragen/")
        assert not Entry.objects.exists()

    def test_who_has_no_mailbox_is_not_asked_by_mail(self, staff, contact):
        Person.objects.filter(pk=contact.person_id).update(email="")
        text = staff.get(CONTACTS).content.decode()
        assert (self.ASK in text, f"{CONTACTS}7001/nennung/" in text) == (False, True)
        staff.post(f"{CONTACTS}7001/fragen/")
        assert "Ohne E-Mail-Adresse geht das nicht per Mail." in staff.get(CONTACTS).content.decode()
        assert not Entry.objects.exists()
