"""Public pages are made once, and never shown when they no longer hold."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponse
from django.test import Client

from mittelnetz.core.settings import change_setting
from mittelnetz.people.actions.persons import add_person
from mittelnetz.people.models import Account
from mittelnetz.web import page_cache
from mittelnetz.web.public.urls import urlpatterns as public_addresses
from mittelnetz.web.public_page import known_parameters
from tests.factories import make_person
from tests.processes import start_program
from tests.web.conftest import SINCE
from tests.web.pages import FORMS, OUTBOX, PAGES

pytestmark = pytest.mark.usefixtures("page_cache")
ERRORS = "gibt-es-nicht/|antwort/|erfunden|seite=|nirgendwo|99999|stand=2025-02-29|stand=2999"
KEPT = [page for page in PAGES if page not in {*FORMS, *OUTBOX} and not re.search(ERRORS, page)]


@pytest.mark.parametrize("page", KEPT)
def test_the_second_visitor_gets_the_page_from_memory(federation, client, page, is_hit):
    first = client.get(page)
    second = client.get(page)
    assert is_hit(client, page)
    assert second.content == first.content
    assert dict(second.items()) == dict(first.items())


@pytest.mark.parametrize("page", FORMS)
def test_a_page_with_a_form_is_made_for_each_visitor(federation, page):
    one, other = Client().get(page), Client().get(page)
    assert "ETag" not in one
    assert one.content != other.content


def test_every_public_page_but_a_form_says_which_parameters_it_knows():
    assert [page.name for page in public_addresses if known_parameters(page.callback) is None] == ["report-error"]


@pytest.mark.parametrize(
    "moments",
    [
        (datetime(2026, 1, 14, 22, 59, 59, tzinfo=UTC), datetime(2026, 1, 14, 23, 0, tzinfo=UTC)),  # winter
        (datetime(2026, 7, 14, 21, 59, 59, tzinfo=UTC), datetime(2026, 7, 14, 22, 0, tzinfo=UTC)),  # summer
    ],
)
def test_at_midnight_in_berlin_the_pages_are_made_anew(federation, client, clock, is_hit, moments):
    clock(moments[0])
    etag = client.get("/")["ETag"]
    assert is_hit(client, "/")
    clock(moments[1])
    assert not is_hit(client, "/")
    assert client.get("/")["ETag"] != etag


def test_midnight_in_utc_is_no_new_day(federation, client, clock, is_hit):
    clock(datetime(2026, 7, 14, 23, 59, 59, tzinfo=UTC))
    client.get("/")
    clock(datetime(2026, 7, 15, tzinfo=UTC))
    assert is_hit(client, "/")


def test_another_release_makes_the_pages_anew(federation, client, is_hit, monkeypatch):
    etag = client.get("/")["ETag"]
    monkeypatch.setattr(page_cache, "release", lambda: "another")
    assert not is_hit(client, "/")
    assert client.get("/")["ETag"] != etag


def test_each_host_and_scheme_has_pages_of_its_own(federation, client, settings):
    settings.ALLOWED_HOSTS = ["one.example", "two.example"]
    options = [
        {"headers": {"host": "one.example"}},
        {"headers": {"host": "two.example"}},
        {"headers": {"host": "one.example"}, "secure": True},
    ]
    answers = [client.get("/netzwerke/", **option) for option in options]
    for answer, address in zip(answers, ("http://one", "http://two", "https://one"), strict=True):
        assert f'href="{address}.example/en/netzwerke/"' in answer.content.decode()
    assert len({answer["ETag"] for answer in answers}) == 3
    assert client.get("/netzwerke/", headers={"host": "evil.example"}).status_code == 400


def test_english_pages_stay_english(federation, client):
    texts = {page: client.get(page).content.decode() for page in ("/en/netzwerke/", "/netzwerke/", "/en/netzwerke/")}
    assert '<html lang="en">' in texts["/en/netzwerke/"]
    assert '<html lang="de">' in texts["/netzwerke/"]


def test_unknown_parameters_change_nothing(federation, client, is_hit):
    client.get("/netzwerke/?utm_source=mail")
    assert is_hit(client, "/netzwerke/")
    assert is_hit(client, "/netzwerke/?fbclid=x&utm_source=news")
    assert "utm_source" not in client.get("/netzwerke/?utm_source=mail").content.decode()


def test_known_parameters_count_in_any_order(federation, client, is_hit):
    found = client.get("/netzwerke/?suche=sauer&land=05&x=1")
    assert is_hit(client, "/netzwerke/?land=05&suche=sauer")
    assert "/en/netzwerke/?suche=sauer&amp;land=05" in found.content.decode()
    assert client.get("/netzwerke/?suche=olpe&land=05").content != found.content


def test_a_change_that_is_public_is_seen_at_once(federation, client, actor, at):
    old = client.get("/")
    change_setting(key="example_data", value=False, since=SINCE, actor=actor, at=at)
    new = client.get("/", headers={"if-none-match": old["ETag"]})
    assert new.status_code == 200
    assert "Beispieldaten." in old.content.decode()
    assert "Beispieldaten." not in new.content.decode()


def test_a_change_that_is_not_public_leaves_the_pages(federation, client, actor, at, is_hit):
    client.get("/")
    add_person(id="neu", name="Neue Person", actor=actor, at=at)
    assert is_hit(client, "/")


def test_who_is_signed_in_gets_pages_of_their_own(federation, client):
    assert "ETag" in client.get("/")
    client.force_login(Account.objects.create_user("toni@example.org", make_person("toni")))
    assert "ETag" not in client.get("/")


def test_who_is_to_be_told_something_gets_pages_of_their_own(federation, client):
    assert "ETag" in client.get("/")
    client.cookies["messages"] = "x"
    assert "ETag" not in client.get("/")


def test_while_developing_nothing_is_kept(settings):
    settings.DEBUG = True
    with pytest.raises(MiddlewareNotUsed):
        page_cache.PageCacheMiddleware(lambda _request: HttpResponse())


def test_two_processes_agree(committed_db, actor, at):
    readers = [start_program("tests.web.page_reader", settings="tests.settings") for _ in range(2)]
    try:
        first, second = ([_read(reader) for _ in range(2)] for reader in readers)
        change_setting(key="example_data", value=True, since=SINCE, actor=actor, at=at)
        changed = [_read(reader) for reader in readers]
    finally:
        for reader in readers:
            reader.kill()
            reader.communicate()
    assert first[1][1] == second[1][1] == 1
    assert len({(etag, text) for etag, _, text in (*first, *second)}) == 1
    assert "Beispieldaten." not in first[0][2]
    assert len({(etag, text) for etag, _, text in changed}) == 1
    assert "Beispieldaten." in changed[0][2]


def _read(reader):
    reader.stdin.write("/\n")
    reader.stdin.flush()
    return json.loads(reader.stdout.readline())
