"""Networks that rest, and networks that nobody speaks for."""

import json
from datetime import date

import pytest

from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.pauses import begin_pause, correct_pause, end_pause, strike_pause
from mittelnetz.register.models import Contact, Pause
from mittelnetz.register.queries.functions import is_last_contact
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.pauses import Rest, Watched, networks_to_watch
from mittelnetz.rulebook.periods import Period
from tests.factories import ACTOR, AT, DAY, make_network, make_person

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}
SEPTEMBER = date(2026, 9, 1)


def test_a_pause_is_begun_ended_put_right_and_taken_away():
    network = make_network()
    pause = begin_pause(network=network, since=DAY, until=SEPTEMBER, reason="Toni ist krank.", **WHO)
    entry = Entry.objects.get()
    assert json.loads(entry.changes) == {"days": ["2026-02-14", "2026-09-01"]}
    assert "krank" in PersonalPart.objects.get(entry=entry).content
    with pytest.raises(Refused, match="schon eine Pause"):
        begin_pause(network=network, since=date(2026, 3, 1), until=None, **WHO)
    assert end_pause(pause=pause, on=date(2026, 4, 1), **WHO).until == date(2026, 4, 1)
    assert correct_pause(pause=pause, since=date(2026, 3, 1), until=None, **WHO).until is None
    strike_pause(pause=pause, **WHO)
    assert not Pause.objects.exists()
    verbs = [verb.rpartition("_")[2] for verb in Entry.objects.order_by("number").values_list("verb", flat=True)]
    assert verbs == ["begun", "ended", "corrected", "struck"]


def test_a_pause_ends_after_it_begins():
    with pytest.raises(Refused, match="nach dem Beginn"):
        begin_pause(network=make_network(), since=DAY, until=DAY, **WHO)


def test_those_without_contact_or_at_rest_are_watched(count_queries):
    person, since = make_person(), date(2020, 1, 1)
    for name in ("a", "b", "c", "d"):
        make_network(name, name=name)
    make_network("over", status="dissolved")
    make_network("new", status=None)
    Contact.objects.create(network_id="a", person=person, function="moderation", since=since)
    Contact.objects.create(network_id="b", person=person, function="moderation", since=since, until=date(2025, 1, 1))
    Contact.objects.create(network_id="b", person=person, function="coordination", since=since, until=DAY)
    Contact.objects.create(network_id="c", person=person, function="moderation", since=since)
    Pause.objects.create(network_id="c", since=DAY, until=SEPTEMBER, reason="Ferien")
    Pause.objects.create(network_id="a", since=since, until=DAY)
    assert networks_to_watch(DAY) == [
        Watched(Named("b", "b"), has_contact=False, vacant_since=DAY, rest=None),
        Watched(Named("c", "c"), has_contact=True, vacant_since=None, rest=Rest(Period(DAY, SEPTEMBER), "Ferien")),
        Watched(Named("d", "d"), has_contact=False, vacant_since=None, rest=None),
        Watched(Named("new", "Netzwerk new"), has_contact=False, vacant_since=None, rest=None),
    ]
    assert count_queries(lambda: networks_to_watch(DAY)) == 1


def test_the_last_contact_is_the_one_that_nobody_follows():
    network, held = make_network(), {"function": "moderation", "since": date(2020, 1, 1)}
    contact = Contact.objects.create(network=network, person=make_person("a"), **held)
    former = Contact.objects.create(network=network, person=make_person("b"), until=DAY, **held)
    assert is_last_contact(contact, DAY)
    assert not is_last_contact(former, DAY)
    Contact.objects.create(network=network, person=make_person("c"), function="moderation", since=SEPTEMBER)
    assert not is_last_contact(contact, DAY)
