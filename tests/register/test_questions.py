"""What people are asked by mail: in the same words for as long as the words have the same name."""

import hashlib
from datetime import date

import pytest
from django.utils import translation

from mittelnetz.register.answers import Given
from mittelnetz.register.models import Contact, FrameworkVersion, Network, NetworkRegion, Partnership
from mittelnetz.register.questions import find_question
from mittelnetz.register.words import Answer
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
ABOUT = {
    "listing": ("7",),
    "showing": ("7",),
    "framework": ("7", "criteria", "2024"),
    "organisation": ("org",),
    "network": ("net",),
    "contact": ("7",),
}
WORDINGS = {  # whoever changes a text gives it the next number, here and in its class
    "listing": ("listing-1", "5c6a8da5f0a9"),
    "showing": ("showing-1", "16fdd62a600d"),
    "framework": ("framework-1", "1e941d60b0dc"),
    "organisation": ("entry-1", "a44373f81bd8"),
    "network": ("entry-1", "7a009c8e1ee2"),
    "contact": ("entry-1", "e4234df78faf"),
}


@pytest.fixture(autouse=True)
def _rows(db) -> None:
    network, organisation = make_network(), make_organisation(phone="030 1", email="info@example.org")
    Partnership.objects.create(pk=7, network=network, organisation=organisation, since=date(2020, 1, 1))
    FrameworkVersion.objects.create(id="c", document="criteria", version="2024", since=date(2024, 1, 1))
    person = make_person(email="toni@example.org", phone="030 2")
    Contact.objects.create(pk=7, network=network, person=person, function="moderation", since=date(2020, 1, 1))
    NetworkRegion.objects.create(network=network, region_id="05966")


def ask(purpose: str, day: date = DAY):
    return find_question(purpose, ABOUT[purpose], day)


@pytest.mark.parametrize("purpose", ABOUT)
def test_a_text_keeps_its_id_only_while_it_stays_as_it_is(purpose):
    question = ask(purpose)
    text = f"{question.title}|{question.sentence}|{list(map(str, question.choices.values()))}"
    digest = hashlib.sha256(text.encode()).hexdigest()[:12]
    assert (question.wording, digest) == WORDINGS[purpose]


@pytest.mark.parametrize("purpose", ABOUT)
def test_every_question_is_found_again_by_what_it_is_about_and_speaks_english_too(purpose):
    question = ask(purpose)
    assert (question.purpose, question.about) == (purpose, ABOUT[purpose])
    german = (question.title, question.sentence)
    with translation.override("en"):
        assert (question.title, question.sentence) != german


@pytest.mark.parametrize("purpose", ABOUT)
def test_answering_is_seen_when_it_is_asked_again(purpose):
    before = ask(purpose)
    assert before.answered is None
    before.answer(Answer.YES, given=Given(DAY, before.wording), actor=_oneself(), at=AT)
    after = ask(purpose)
    assert after.answered == (Answer.YES, DAY)
    assert Answer.YES not in after.offered(DAY)
    assert (Answer.NO in after.offered(DAY)) == (purpose in {"listing", "showing"})


def _oneself():
    contact = Contact.objects.get()
    return type(ACTOR)(f"people/{contact.person.uuid}")


@pytest.mark.parametrize("purpose", ["listing", "framework"])
def test_a_partner_that_has_left_is_asked_nothing(purpose):
    Partnership.objects.update(until=DAY)
    assert "beendet" in ask(purpose).closed(DAY)
    assert ask(purpose).closed(date(2026, 2, 13)) == ""


@pytest.mark.parametrize("purpose", ["showing", "contact"])
def test_who_has_given_up_the_function_is_asked_nothing(purpose):
    Contact.objects.update(until=DAY)
    assert ask(purpose).closed(DAY)
    assert ask(purpose).closed(date(2026, 2, 13)) == ""


def test_a_version_that_is_not_in_force_any_more_is_not_asked():
    FrameworkVersion.objects.update(until=DAY)
    assert "gilt nicht mehr" in ask("framework").closed(DAY)


def test_what_is_gone_is_not_found():
    Partnership.objects.all().delete()
    Contact.objects.all().delete()
    FrameworkVersion.objects.all().delete()
    assert {ask(purpose) for purpose in ("listing", "showing", "framework", "contact")} == {None}
    assert find_question("network", ("gone",), DAY) is None
    assert find_question("organisation", ("gone",), DAY) is None


def test_an_entry_is_shown_as_it_stands():
    assert ask("organisation").details["Telefon"] == "030 1"
    network = ask("network").details
    assert network["Region"] == "Kreis Olpe"
    assert network["Ansprechpersonen"] == "Toni Beispiel (Moderation)"
    assert ask("contact").details["Öffentlich genannt"] == "nein"


def test_an_entry_is_offered_again_on_another_day():
    Network.objects.update(confirmed_on=date(2025, 1, 1))
    assert Answer.YES in ask("network").offered(DAY)
    Network.objects.update(confirmed_on=DAY)
    assert not ask("network").offered(DAY)
