"""Pages for what went wrong."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from mittelnetz.web import errors
from mittelnetz.web.public.views import start


@pytest.mark.parametrize(
    ("page", "status", "expected"),
    [
        ("/gibt-es-nicht/", 404, ["Unter dieser Adresse gibt es nichts.", 'href="/netzwerke/"']),
        ("/netzwerke/fehlt/", 404, ["Kennung „fehlt“", 'href="/netzwerke/"']),
        ("/organisationen/fehlt/", 404, ["Kennung „fehlt“", 'href="/organisationen/"']),
        ("/regionen/99999/", 404, ["Schlüssel 99999", 'href="/regionen/"']),
        ("/netzwerke/?seite=999999999", 404, ["Diese Seite der Liste gibt es nicht.", 'href="/netzwerke/"']),
        ("/organisationen/?seite=%00", 404, ["Diese Seite der Liste gibt es nicht.", 'href="/organisationen/"']),
        ("/netzwerke/?status=erfunden", 400, ["Nach „erfunden“ lässt sich", 'href="/netzwerke/"']),
        ("/organisationen/?land=99", 400, ["Nach „99“ lässt sich", 'href="/organisationen/"']),
        ("/?" + "&".join(f"a{n}=1" for n in range(1001)), 400, ["Die Adresse ist unvollständig", 'name="ort"']),
    ],
)
def test_a_friendly_page_with_the_right_status_and_a_way_on(client, db, page, status, expected):
    response = client.get(page)
    text = response.content.decode()
    assert response.status_code == status
    assert [part for part in [*expected, 'name="ort"'] if part not in text] == []


def test_what_came_in_the_address_is_escaped(client, db):
    assert "<b>" not in client.get("/netzwerke/?status=<b>").content.decode()


def test_an_unknown_host_is_a_bad_request(client, db):
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400


def test_no_permission(client, db, monkeypatch):
    def refuse(_districts, _day):
        raise PermissionDenied

    monkeypatch.setattr(start, "figures", refuse)
    response = client.get("/")
    assert response.status_code == 403
    assert "fehlt Ihnen die Berechtigung" in response.content.decode()


def test_a_form_without_proof_of_origin(db):
    response = Client(enforce_csrf_checks=True).post("/netzwerke/")
    assert response.status_code == 403
    assert "Das Formular ist abgelaufen" in response.content.decode()


def test_a_fault_of_ours(db, monkeypatch):
    monkeypatch.setattr(start, "figures", lambda _districts, _day: 1 / 0)
    response = Client(raise_request_exception=False).get("/")
    assert response.status_code == 500
    assert "Der Fehler liegt bei uns" in response.content.decode()


def test_the_page_for_our_faults_needs_no_database(rf):
    # Without the fixture `db` any statement fails this test.
    assert errors.server_error(rf.get("/")).status_code == 500
