"""The list of entries that look like the same organisation, and its buttons."""

import re

import html5lib
import pytest

from mittelnetz.core.models import Entry
from mittelnetz.register.models import Organisation
from tests.factories import make_organisation

LIST = "/buero/organisationen/doppelte/"
DIFFERENT = f"{LIST}?stand=verschieden"
MERGE = "/buero/organisation/kammer/zusammenfuehren/"


@pytest.fixture
def double(federation):
    kammer = Organisation.objects.get(pk="kammer")
    return make_organisation("kammer-2", name=kammer.name.upper(), seat=kammer.seat)


def shown(staff, page=LIST):
    return " ".join(staff.get(page).content.decode().split())


def judged(staff, page, ids="kammer kammer-2 "):
    answer = staff.post(page, {"ids": ids})
    assert answer["Location"] == page
    return shown(staff, page)


def test_two_are_linked_with_each_other(staff, double):
    assert f"{MERGE}?mit=kammer-2" in shown(staff)
    assert 'value="kammer-2"' in staff.get(f"{MERGE}?mit=kammer-2").content.decode()


def test_of_three_any_can_be_merged_into_any_other(staff, double):
    make_organisation("kammer-3", name=double.name)
    text = shown(staff)
    html5lib.HTMLParser(strict=True).parse(text)
    assert text.count('name="csrfmiddlewaretoken"') == 2
    assert re.findall(r'<select[^>]* name="(\w+)"', text) == ["kept", "merged"]
    for id in ("kammer", "kammer-2", "kammer-3"):
        assert len(re.findall(f'<option value="{id}"', text)) == 2
    answer = staff.post(LIST, {"kept": "kammer-3", "merged": "kammer-2"})
    assert answer["Location"] == "/buero/organisation/kammer-3/zusammenfuehren/?mit=kammer-2"


@pytest.mark.parametrize("sent", [{"kept": "kammer"}, {"kept": "kammer", "merged": "gone"}, {"kept": "\0"}])
def test_an_entry_that_is_not_there_cannot_be_chosen(staff, double, sent):
    assert staff.post(LIST, sent).status_code == 404


def test_namesakes_are_dismissed_and_brought_back(staff, double):
    assert "Ansehen, was als verschieden gilt" in shown(staff)
    text = judged(staff, LIST)
    assert "Vermerkt: Das sind verschiedene." in text
    assert "Nichts gefunden, was doppelt aussieht." in text
    assert "kammer-2" in shown(staff, DIFFERENT)
    text = judged(staff, DIFFERENT)
    assert "stehen wieder zur Prüfung an" in text
    assert "Noch nichts ist als verschieden vermerkt." in text
    assert "kammer-2" in shown(staff)
    assert Entry.objects.count() == 2
    for id in ("kammer", "kammer-2"):
        history = shown(staff, f"/mein/organisation/{id}/verlauf/")
        assert "Ähnliche Einträge sind verschiedene Organisationen: Kammer Süd, KAMMER SÜD." in history
        assert "Ähnliche Einträge sollen noch einmal geprüft werden: Kammer Süd, KAMMER SÜD." in history


@pytest.mark.parametrize("ids", ["", "kammer", "kammer weg", "kammer \0"])
def test_whoever_has_gone_meanwhile_is_not_judged(staff, double, ids):
    assert "gibt es so nicht mehr" in judged(staff, LIST, ids)
    assert not Entry.objects.exists()


def test_there_are_pages_as_many_as_it_takes(staff, count_queries):
    one = count_queries(lambda: shown(staff))
    for number in range(60):
        make_organisation(f"x{number:02}", name=f"Klub {number // 2:02}", seat_id="05966")
    first = shown(staff)
    assert "30 Gruppen" in first
    assert count_queries(lambda: shown(staff)) <= one + 1
    second_page = LIST + re.search(r'href="(\?seite=[^"]+)" rel="next"', first)[1]
    second = shown(staff, second_page)
    groups = [re.findall(r'name="ids" value="(\w+) (\w+) "', text) for text in (first, second)]
    assert [len(found) for found in groups] == [25, 5]
    assert len({id for found in groups for pair in found for id in pair}) == 60
    for pair in groups[1]:
        text = judged(staff, second_page, " ".join(pair))
    assert "25 Gruppen" in text  # nobody is left behind the end


@pytest.mark.parametrize("query", ["stand=alles", "seite=x", "seite=%00"])
def test_nonsense_in_the_address_is_answered_in_a_friendly_way(staff, query):
    assert staff.get(f"{LIST}?{query}").status_code in {400, 404}
