"""Everything that can be read in German can be read in English."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest

import mittelnetz
from tests.web.pages import PAGES

PACKAGE = Path(mittelnetz.__file__).parent
CATALOGUE = PACKAGE / "locale/en/LC_MESSAGES/django.po"
PLACEHOLDER = re.compile(r"%\(\w+\)[ds]|\{\w*\}")


@pytest.fixture(scope="module")
def catalogue() -> polib.POFile:
    return polib.pofile(CATALOGUE)


def test_nothing_is_left_to_translate(catalogue):
    unfinished = catalogue.untranslated_entries() + catalogue.fuzzy_entries() + catalogue.obsolete_entries()
    assert [entry.msgid for entry in unfinished] == []


def test_translations_name_the_same_values(catalogue):
    for entry in catalogue:
        texts = [entry.msgstr] if entry.msgstr else list(entry.msgstr_plural.values())
        named = set(PLACEHOLDER.findall(entry.msgid + entry.msgid_plural))
        assert {value for text in texts for value in PLACEHOLDER.findall(text)} == named, entry.msgid


def test_the_compiled_catalogue_is_the_written_one(catalogue):
    compiled = polib.mofile(CATALOGUE.with_suffix(".mo"))
    assert _texts(compiled) == _texts(catalogue)


def test_texts_are_marked_by_names_that_are_gathered():
    """`makemessages` passes over every other name, and then nobody misses the translation."""
    aliases = re.compile(r"import n?p?gettext(?:_lazy)? as (?!_$)\w+", re.MULTILINE)
    assert [path.name for path in PACKAGE.rglob("*.py") if aliases.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.skipif(not shutil.which("xgettext"), reason="xgettext is missing: apt install gettext")
def test_the_catalogue_has_every_text_of_the_code(catalogue, tmp_path):
    shutil.copytree(PACKAGE, tmp_path / "code", ignore=shutil.ignore_patterns("data", "static", "locale", "*.pyc"))
    (tmp_path / "code/locale").mkdir()
    command = [sys.executable, "-m", "django", "makemessages", "--locale", "en", "--verbosity", "0"]
    subprocess.run(command, cwd=tmp_path / "code", env={"PATH": os.environ["PATH"]}, check=True)
    found = polib.pofile(tmp_path / "code/locale/en/LC_MESSAGES/django.po")
    assert {entry.msgid for entry in found} == {entry.msgid for entry in catalogue}


@pytest.mark.parametrize("page", PAGES)
def test_english_pages_answer_like_the_german_ones_and_hold_no_german(client, federation, page):
    german, english = client.get(page), client.get(f"/en{page}")
    assert english.status_code == german.status_code
    text = english.content.decode()
    assert '<html lang="en">' in text
    shown = set(re.findall(r">\s*([^<>]*[^<>\s])\s*<", text)) - {"Deutsch"}
    sources = {entry.msgid for entry in polib.pofile(CATALOGUE) if entry.msgstr != entry.msgid}
    assert shown & sources == set()


def test_each_page_leads_to_itself_in_the_other_language(client, federation):
    text = client.get("/en/netzwerke/?suche=sauer&status=&x=1").content.decode()
    german, english = "/netzwerke/?suche=sauer", "/en/netzwerke/?suche=sauer"
    for language, path in (("de", german), ("en", english), ("x-default", german)):
        assert f'<link rel="alternate" hreflang="{language}" href="http://testserver{path}">' in text
    assert re.search(r'<a\s+href="http://testserver/netzwerke/\?suche=sauer"\s+lang="de"', text)


@pytest.mark.parametrize(
    ("asked", "own"),
    [
        ("/netzwerke/?suche=&status=&land=&utm_source=mail", "/netzwerke/"),
        ("/en/netzwerke/?land=05&x=1&suche=sauer", "/en/netzwerke/?suche=sauer&amp;land=05"),
        ("/organisationen/bund/?x=1", "/organisationen/bund/"),
        ("/netzwerke/sauerland/?stand=2024-02-29", "/netzwerke/sauerland/"),
    ],
)
def test_each_page_names_one_address_as_its_own(client, federation, asked, own):
    text = client.get(asked).content.decode()
    assert re.findall(r'<link rel="canonical" href="([^"]*)">', text) == [f"http://testserver{own}"]


@pytest.mark.parametrize("page", ["/gibt-es-nicht/", "/netzwerke/?status=erfunden", "/netzwerke/gibt-es-nicht/"])
def test_an_error_has_no_address_of_its_own(client, federation, page):
    assert 'rel="canonical"' not in client.get(page).content.decode()


def test_an_address_that_leads_nowhere_has_no_other_language(client, db):
    assert "hreflang" not in client.get("/gibt-es-nicht/").content.decode()


def _texts(catalogue: polib.POFile | polib.MOFile) -> dict[str, object]:
    return {
        entry.msgid: entry.msgstr or {int(n): text for n, text in entry.msgstr_plural.items()} for entry in catalogue
    }
