"""What an operator puts up: a logo, and the texts of some pages."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from mittelnetz.core import journal
from mittelnetz.core.logos import LARGEST, change_logo
from mittelnetz.core.models import Entry, Logo, PageText, PersonalPart
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import change_setting, settings_on
from mittelnetz.core.texts import change_text, texts_on

pytestmark = pytest.mark.django_db

DAY, NEXT_DAY = date(2026, 6, 1), date(2026, 6, 2)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="9" height="9"/></svg>'
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20


@pytest.fixture
def write(actor, at):
    def write(markdown, since=DAY, language="de", page="imprint"):
        return change_text(page=page, language=language, markdown=markdown, since=since, actor=actor, at=at)

    return write


def test_a_text_holds_from_its_day_on(write):
    write("Alt.")
    write("Neu.", since=NEXT_DAY)
    write("New.", since=NEXT_DAY, language="en")
    assert texts_on("imprint", date(2026, 5, 31)) == {}
    assert texts_on("imprint", DAY) == {"de": "Alt."}
    assert texts_on("imprint", NEXT_DAY) == {"de": "Neu.", "en": "New."}
    assert texts_on("privacy", NEXT_DAY) == {}


def test_a_second_text_for_the_same_day_takes_the_place_of_the_first(write):
    write("Mit Fehler.")
    write("Morgen.", since=NEXT_DAY)
    write("Ohne Fehler.")
    assert [texts_on("imprint", day)["de"] for day in (DAY, NEXT_DAY)] == ["Ohne Fehler.", "Morgen."]
    assert Entry.objects.count() == 3


def test_the_journal_keeps_a_text_where_it_can_be_erased(write):
    before = journal.public_revision()
    write("Verantwortlich: Toni Beispiel")
    entry = Entry.objects.get()
    assert (entry.verb, entry.subject) == ("core.text_changed", "texts/imprint")
    assert "Toni" not in entry.changes
    assert "Toni" in PersonalPart.objects.get(entry=entry).content
    assert journal.public_revision() == before + 1


def test_an_empty_text_is_refused(write):
    with pytest.raises(Refused, match="Der Text ist leer"):
        write(" \n")


@pytest.mark.parametrize("fields", [{"page": "news", "language": "de"}, {"page": "imprint", "language": "fr"}])
def test_the_database_knows_the_pages_and_languages(fields):
    with pytest.raises(DatabaseError), transaction.atomic():
        PageText.objects.create(markdown="x", **fields)


@pytest.mark.parametrize(("content", "media_type"), [(SVG, "image/svg+xml"), (PNG, "image/png")])
def test_a_logo_is_shown_from_its_day_on(actor, at, content, media_type):
    logo = change_logo(content=content, since=DAY, actor=actor, at=at)
    change_logo(content=content, since=NEXT_DAY, actor=actor, at=at)
    assert Logo.objects.get().media_type == media_type
    assert bytes(Logo.objects.get().content) == content
    assert [settings_on(day)["logo"] for day in (date(2026, 5, 31), DAY)] == ["", logo.pk]


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"<html><svg></svg></html>", SVG + b" " * LARGEST])
def test_another_kind_of_file_or_a_large_one_is_refused(actor, at, content):
    with pytest.raises(Refused, match="Das Logo"):
        change_logo(content=content, since=DAY, actor=actor, at=at)
    assert not Logo.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("accent", "#ffcc00", "zu hell.*#[0-9a-f]{6}"),
        ("accent", "rot", "schreiben Sie die Farbe so"),
        ("federation_name", "  ", "Der Name des Verbunds"),
        ("federation_name", "x" * 61, "Der Name des Verbunds"),
    ],
)
def test_a_name_or_colour_that_cannot_be_is_refused(actor, at, key, value, why):
    with pytest.raises(Refused, match=why):
        change_setting(key=key, value=value, since=DAY, actor=actor, at=at)
