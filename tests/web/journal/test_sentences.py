"""Every kind of entry says what it means."""

from importlib import import_module
from pathlib import Path

import pytest

import mittelnetz
from mittelnetz.core.journal import Event
from mittelnetz.web.journal.sentences import SENTENCES, sentence_of

ROOMS = [path.parent.name for path in Path(mittelnetz.__file__).parent.glob("*/events.py")]
EVENTS = [
    event for room in ROOMS for event in vars(import_module(f"mittelnetz.{room}.events")).values()
    if isinstance(event, Event)
]  # fmt: skip
PERSON = "people/00000000-0000-4000-8000-000000000001"


def test_every_verb_of_every_room_has_a_sentence():
    assert {event.verb for event in EVENTS} == set(SENTENCES)


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: event.verb)
def test_a_sentence_needs_nothing_that_is_not_there(event):
    assert "{" not in sentence_of(event.verb, {}, {}, {})


def test_it_names_people_and_days():
    changes = {"person": PERSON, "function": "moderation", "until": "2026-07-01"}
    said = sentence_of("register.contact_ended", changes, {}, {PERSON: "Kim Neu"})
    assert said.replace("\xa0", " ") == "Kim Neu gibt die Moderation ab, letzter Tag 30. Juni 2026."


def test_it_says_that_a_name_or_a_text_is_erased():
    changes = {"person": PERSON, "function": "moderation", "since": "2026-07-01"}
    assert "eine gelöschte Person" in sentence_of("register.contact_begun", changes, {}, {})
    assert "„gelöscht“" in sentence_of("register.document_added", {}, {}, {})
