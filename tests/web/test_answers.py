"""Pages behind links in mails: one button for each answer, no account, and nothing happens by opening them."""

import json
from datetime import UTC, date, datetime, timedelta

import pytest
from django.test import Client

from mittelnetz.access.answers import mailbox_reference
from mittelnetz.bodies.models import Mandate
from mittelnetz.core.models import Entry
from mittelnetz.core.signed_links import VALID_FOR, Asked, token_for
from mittelnetz.people.models import Person
from mittelnetz.register.actions.renaming import rename_organisation
from mittelnetz.register.models import Acknowledgement, Contact, FrameworkVersion, Network, Organisation, Partnership
from mittelnetz.web import answers
from tests.factories import ACTOR, make_person
from tests.web.pages import ANSWERS, KEY, MAILBOX

NOW = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)
TODAY = date(2026, 6, 15)
PERSON = f"people/{KEY}"
LISTING, FRAMEWORK, ORGANISATION = (
    ("listing", "7001"),
    ("framework", "7001", "criteria", "2024"),
    ("organisation", "kammer"),
)
SHOWING, NETWORK, CONTACT = ("showing", "7001"), ("network", "sauerland"), ("contact", "7001")


@pytest.fixture(autouse=True)
def _today(federation, clock) -> None:
    clock(NOW)


def page(question, who=MAILBOX, *, at=NOW) -> str:
    purpose, *about = question
    return f"/antwort/{token_for(Asked(purpose, who, tuple(about)), at=at)}/"


def last_entry() -> tuple[str, str, str, dict]:
    entry = Entry.objects.latest("number")
    return entry.verb, entry.actor, entry.on_behalf_of, json.loads(entry.changes)


@pytest.mark.parametrize("address", ANSWERS)
def test_to_open_a_link_changes_nothing_however_often(client, address):
    before = list(Partnership.objects.values()) + list(Contact.objects.values()) + list(Network.objects.values())
    for _ in range(3):
        assert client.get(address).status_code == 200
        assert client.head(address).status_code == 200
    after = list(Partnership.objects.values()) + list(Contact.objects.values()) + list(Network.objects.values())
    assert after == before
    assert not Entry.objects.exists()
    assert not Acknowledgement.objects.exists()


@pytest.mark.parametrize("address", ANSWERS)
def test_the_link_stays_between_us_and_whoever_got_it(client, address):
    answer = client.get(address)
    assert "no-store" in answer["Cache-Control"]
    assert answer["X-Robots-Tag"] == "noindex"
    assert answer["Referrer-Policy"] == "same-origin"
    assert '<meta name="robots" content="noindex">' in answer.content.decode()


def test_a_form_of_another_site_answers_nothing():
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(page(LISTING), {"answer": "no"}).status_code == 403
    assert not Entry.objects.exists()


def test_an_answer_needs_no_account_and_gives_none(client):
    answer = client.post(page(LISTING), {"answer": "no"})
    assert (answer.status_code, answer["Location"]) == (303, page(LISTING))
    assert not Partnership.objects.get(pk=7001).listed
    assert client.get("/heute/").status_code == 302
    assert "sessionid" not in client.cookies


def test_who_answers_from_a_shared_mailbox_answers_for_the_organisation(client):
    client.post(page(LISTING), {"answer": "no", "name": "Kim Unverwechselbar"})
    assert last_entry() == (
        "register.listing_changed",
        "organisations/kammer",
        "",
        {"organisation": "kammer", "listed": False, "wording": "listing-1", "on": "2026-06-15"},
    )
    assert json.loads(Entry.objects.get().personal_part.content) == {"name": "Kim Unverwechselbar"}


def test_who_acts_for_the_organisation_answers_by_name_and_on_its_behalf(client):
    person = make_person("v")
    Mandate.objects.create(person=person, organisation_id="kammer", since=date(2020, 1, 1))
    address = page(FRAMEWORK, f"people/{person.uuid}")
    assert "Ihr Name" not in client.get(address).content.decode()
    client.post(address, {"answer": "yes"})
    verb, actor, on_behalf_of, changes = last_entry()
    assert (verb, actor, on_behalf_of) == (
        "register.framework_acknowledged",
        f"people/{person.uuid}",
        "organisations/kammer",
    )
    assert changes["wording"] == "framework-1"
    acknowledged = Acknowledgement.objects.get()
    assert (acknowledged.document, acknowledged.version, acknowledged.acknowledged_on) == ("criteria", "2024", TODAY)


@pytest.mark.parametrize(
    ("question", "who", "row"),
    [
        (ORGANISATION, MAILBOX, lambda: Organisation.objects.get(pk="kammer")),
        (NETWORK, PERSON, lambda: Network.objects.get(pk="sauerland")),
        (CONTACT, PERSON, lambda: Contact.objects.get(pk=7001)),
    ],
)
def test_an_entry_is_confirmed_with_one_click_and_once_a_day(client, question, who, row):
    for _ in range(2):
        assert client.post(page(question, who), {"answer": "yes"}).status_code == 303
    assert row().confirmed_on == TODAY
    assert Entry.objects.count() == 1
    assert last_entry()[0] == "register.entry_confirmed"
    text = client.get(page(question, who)).content.decode()
    assert "Ja, das stimmt noch</strong>" in text
    assert "<button" not in text.partition("<main")[2]


def test_whoever_has_answered_sees_it_and_can_change_their_mind(client):
    address = page(SHOWING, PERSON)
    text = client.get(address).content.decode()
    assert "Antwort vom" not in text
    assert ("Ja, nennen Sie mich" in text, "Nein, nennen Sie mich nicht" in text) == (True, True)
    for choice, shown, said in (("no", False, "Nein, nennen Sie mich nicht"), ("yes", True, "Ja, nennen Sie mich")):
        client.post(address, {"answer": choice})
        assert Contact.objects.get(pk=7001).shown == shown
        text = " ".join(client.get(address).content.decode().split())
        assert f"<strong>{said}</strong>" in text
        assert f'value="{choice}"' not in text
    assert Entry.objects.count() == 2


def test_who_refuses_what_cannot_be_refused_is_asked_again(client):
    for sent in ({"answer": "no"}, {"answer": "vielleicht"}, {}):
        assert client.post(page(FRAMEWORK), sent).status_code == 422
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("question", "who"),
    [
        (LISTING, PERSON),  # no mandate
        (LISTING, mailbox_reference("berater@example.org")),
        (LISTING, ""),
        (("showing", "7002"), PERSON),
        (("network", "olpe"), PERSON),
        (("organisation", "bund"), MAILBOX),
        (("listing", "999999"), MAILBOX),
        (("framework", "7001", "criteria", "1999"), MAILBOX),
    ],
)
def test_a_link_of_ours_that_is_for_somebody_else_answers_nothing(client, question, who):
    for answer in (client.get(page(question, who)), client.post(page(question, who), {"answer": "yes"})):
        assert answer.status_code == 410
        assert "nicht mehr gefragt" in answer.content.decode()
    assert not Entry.objects.exists()


def test_no_link_opens_the_question_of_another(client):
    _purpose, signed = page(SHOWING, PERSON).removeprefix("/antwort/").split(":", 1)
    for other in ("listing", "contact", "network", "framework", "organisation", ""):
        assert client.post(f"/antwort/{other}:{signed}", {"answer": "no"}).status_code == 404
    assert not Entry.objects.exists()


def test_an_expired_link_says_what_to_do(client):
    address = page(LISTING, at=NOW - VALID_FOR)
    for answer in (client.get(address), client.post(address, {"answer": "no"})):
        assert answer.status_code == 410
        assert "abgelaufen" in answer.content.decode()
    assert client.get(page(LISTING, at=NOW - VALID_FOR + timedelta(seconds=1))).status_code == 200
    assert not Entry.objects.exists()


def test_a_broken_link_says_what_to_do(client):
    answer = client.get(page(LISTING)[:-9] + "/")
    assert answer.status_code == 404
    assert "ganz aus der Mail" in answer.content.decode()


def test_what_has_changed_meanwhile_is_said(client):
    Partnership.objects.filter(pk=7001).update(until=TODAY)
    FrameworkVersion.objects.update(until=TODAY)
    Contact.objects.filter(pk=7001).update(until=TODAY)
    for question, who, sentence in (
        (LISTING, MAILBOX, "Diese Partnerschaft ist beendet."),
        (FRAMEWORK, MAILBOX, "Diese Fassung gilt nicht mehr."),
        (SHOWING, PERSON, "Diese Funktion haben Sie nicht mehr."),
        (NETWORK, PERSON, "nicht mehr gefragt"),
    ):
        answer = client.post(page(question, who), {"answer": "yes"})
        assert answer.status_code == 410
        assert sentence in answer.content.decode()
    assert not Entry.objects.exists()


def test_a_mandate_that_has_ended_and_a_mailbox_that_is_another_one_open_nothing(client):
    person = make_person("v")
    mandate = Mandate.objects.create(person=person, organisation_id="kammer", since=date(2020, 1, 1))
    address = page(LISTING, f"people/{person.uuid}")
    assert client.get(address).status_code == 200
    Mandate.objects.filter(pk=mandate.pk).update(until=TODAY)
    assert client.get(address).status_code == 410
    assert client.get(page(LISTING)).status_code == 200
    Organisation.objects.filter(pk="kammer").update(email="neu@example.org")
    assert client.get(page(LISTING)).status_code == 410


def test_a_link_survives_that_the_organisation_gets_another_id(client):
    rename_organisation(organisation=Organisation.objects.get(pk="kammer"), id="kammer-sued", actor=ACTOR, at=NOW)
    assert client.post(page(ORGANISATION), {"answer": "yes"}).status_code == 303
    assert Organisation.objects.get(pk="kammer-sued").confirmed_on == TODAY


def test_nobody_answers_without_end(client, monkeypatch):
    monkeypatch.setattr(answers, "A_DAY_FROM_ONE", 2)
    sent = [client.post(page(LISTING), {"answer": choice}).status_code for choice in ("no", "yes", "no")]
    assert sent == [303, 303, 429]
    assert Partnership.objects.get(pk=7001).listed


def test_the_page_says_no_more_of_a_person_than_the_mail(client):
    Person.objects.filter(uuid=KEY).update(phone="030 999")
    for question, who in ((LISTING, MAILBOX), (FRAMEWORK, MAILBOX), (SHOWING, PERSON)):
        text = client.get(page(question, who)).content.decode()
        assert "030 999" not in text
        assert "privat@example.org" not in text


def test_where_something_is_wrong_there_are_two_ways(client):
    text = client.get(page(NETWORK, PERSON)).content.decode()
    assert 'href="/mein/netzwerk/sauerland/"' in text
    assert 'href="/fehler-melden/?zu=%2Fnetzwerke%2Fsauerland%2F"' in text


def test_the_same_link_in_english(client):
    text = client.get("/en" + page(SHOWING, PERSON)).content.decode()
    assert "May we name you in public?" in text
