"""What the page cache never keeps, and how much of the rest."""

from datetime import UTC, datetime
from threading import Thread

import pytest
from django.db import connection
from django.http import Http404, HttpResponse, HttpResponseRedirect, StreamingHttpResponse
from django.middleware.csrf import get_token
from django.test import Client
from django.urls import path

from mittelnetz.core import journal
from mittelnetz.core.settings import change_setting
from mittelnetz.web.page_store import BESIDES_THE_BODY
from mittelnetz.web.public.views import start
from mittelnetz.web.public_page import public_page
from tests.web.conftest import SINCE

pytestmark = pytest.mark.usefixtures("page_cache")


def _form(request):
    return HttpResponse(get_token(request))


def _missing(_request):
    raise Http404


def _answer(**headers):
    return lambda _request: HttpResponse("x", headers=headers)


def _with_cookie(_request):
    response = HttpResponse("x")
    response.set_cookie("seen", "1")
    return response


class Addresses:
    """Pages that are public, and yet must be made each time."""

    KINDS = {
        "form": _form,
        "missing": _missing,
        "elsewhere": lambda _request: HttpResponseRedirect("/"),
        "error": lambda _request: HttpResponse("x", status=503),
        "streamed": lambda _request: StreamingHttpResponse(["x"]),
        "cookie": _with_cookie,
        "own-word": _answer(**{"Cache-Control": "no-store"}),
        "varies": _answer(Vary="HX-Request"),
    }
    urlpatterns = [path(f"{name}/", public_page()(view)) for name, view in KINDS.items()]
    urlpatterns.append(path("other/", _answer()))


@pytest.mark.parametrize("name", [*Addresses.KINDS, "other"])
def test_what_is_not_kept(db, client, settings, name):
    settings.ROOT_URLCONF = Addresses
    for _ in range(2):
        answer = client.get(f"/{name}/", headers={"accept-encoding": "gzip"})
        assert "ETag" not in answer
        assert "Content-Encoding" not in answer


def test_a_form_gives_each_visitor_a_token_of_their_own(db, settings):
    settings.ROOT_URLCONF = Addresses
    client = Client()
    assert client.get("/form/").content != client.get("/form/").content


def test_only_so_many_bytes_are_kept_and_the_longest_unasked_goes_first(federation, client, settings, is_hit):
    pages = ["/", "/netzwerke/", "/organisationen/", "/netzwerke/sauerland/", "/kriterien/"]
    sizes = [len(client.get(page, headers={"accept-encoding": "gzip"}).content) + BESIDES_THE_BODY for page in pages]
    settings.PAGE_CACHE_BYTES = sum(sizes) - 1
    small = Client()
    for page in pages[:4]:
        small.get(page)
    assert is_hit(small, pages[0])
    assert not is_hit(small, pages[4])
    assert [is_hit(small, page) for page in (pages[0], pages[2], pages[3], pages[4])] == [True] * 4
    assert not is_hit(small, pages[1])


def test_a_page_that_is_larger_than_all_room_is_answered_but_displaces_nothing(federation, settings, is_hit):
    settings.PAGE_CACHE_BYTES = 6000
    client = Client()
    client.get("/netzwerke/")
    assert client.get("/kriterien/").status_code == 200
    assert not is_hit(client, "/kriterien/")
    assert is_hit(client, "/netzwerke/")


@pytest.mark.parametrize("when", ["before", "after"])
def test_a_page_is_not_kept_when_something_changes_while_it_is_made(committed_db, monkeypatch, actor, at, when):
    """Whether the page read its data before the change or after it."""
    client, map_districts = Client(), start.map_districts

    def change():
        change_setting(key="example_data", value=True, since=SINCE, actor=actor, at=at)
        connection.close()

    def first_read_while_somebody_acts(keys, day):
        found = map_districts(keys, day) if when == "after" else None
        other = Thread(target=change)
        other.start()
        other.join()
        return found or map_districts(keys, day)

    revision = journal.public_revision()
    monkeypatch.setattr(start, "map_districts", first_read_while_somebody_acts)
    made_meanwhile = client.get("/")
    monkeypatch.undo()
    assert journal.public_revision() == revision + 1
    assert "ETag" not in made_meanwhile
    assert ("Beispieldaten." in made_meanwhile.content.decode()) == (when == "before")
    assert "Beispieldaten." in client.get("/").content.decode()


def test_a_page_is_not_kept_when_midnight_passes_while_it_is_made(federation, client, clock, monkeypatch):
    clock(datetime(2026, 7, 14, 21, 59, 59, tzinfo=UTC))
    figures = start.figures

    def slow_figures(districts, day):
        clock(datetime(2026, 7, 14, 22, 0, tzinfo=UTC))
        return figures(districts, day)

    monkeypatch.setattr(start, "figures", slow_figures)
    assert "ETag" not in client.get("/")
    assert "ETag" in client.get("/")
