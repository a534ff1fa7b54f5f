"""The start page and its search."""

import pytest

from mittelnetz.register.queries.coverage import Figures
from mittelnetz.web.public.views import start


@pytest.mark.parametrize(
    ("typed", "key"),
    [("57462", "05966024"), ("Kreis Olpe", "05966"), ("  bielefeld ", "05711"), ("Hochsauerlandkreis", "05958")],
)
def test_one_place_leads_to_its_region(client, federation, typed, key):
    response = client.get("/", {"ort": typed})
    assert response.status_code == 302
    assert response.headers["Location"].startswith(f"/regionen/{key[:5]}")


def test_several_places_are_offered(client, federation):
    response = client.get("/?ort=Frankfurt")
    text = response.content.decode()
    assert response.status_code == 200
    assert "Welchen Ort meinen Sie?" in text
    assert "/regionen/06412/" in text
    assert "/regionen/12053/" in text


@pytest.mark.parametrize("typed", ["nirgendwo", "00000", "%", "?", "\0qq"])
def test_an_unknown_place_says_what_to_do_next(client, federation, typed):
    response = client.get("/", {"ort": typed})
    text = response.content.decode()
    assert response.status_code == 404
    assert "Versuchen Sie es mit der Postleitzahl" in text
    assert 'name="ort"' in text


@pytest.mark.parametrize("typed", ["", "   ", "\0"])
def test_nothing_typed_is_the_start_page(client, federation, typed):
    response = client.get("/", {"ort": typed})
    assert response.status_code == 200
    assert "Wer hilft Ihrem Betrieb" in response.content.decode()


@pytest.mark.parametrize(
    ("page", "shown"),
    [
        ("/", ["1.999", "(1.234 weitere in Gründung)", "30.000"]),
        ("/en/", ["1,999", "(1,234 more in formation)", "30,000"]),
    ],
)
def test_large_figures_are_written_as_the_language_does_it(client, db, monkeypatch, page, shown):
    large = Figures(recognised=1999, in_formation=1234, organisations=30_000, districts_served=401, districts_white=0)
    monkeypatch.setattr(start, "figures", lambda _districts, _day: large)
    text = " ".join(client.get(page).content.decode().split())
    assert [part for part in shown if part not in text] == []


def test_figures(client, federation):
    text = " ".join(client.get("/").content.decode().split())
    assert "<dd>1</dd>" in text
    assert "(1 weiteres in Gründung)" in text
    assert "<dd>3</dd>" in text  # organisations
    assert "<dd>2</dd>" in text  # districts with a network
    assert "<dd>399</dd>" in text  # white spots, of 401
