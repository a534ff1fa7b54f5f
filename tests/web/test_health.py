"""For monitors."""

from django.db import OperationalError

from mittelnetz.core import journal
from mittelnetz.core.models import PublicRevision


def test_all_is_well(client, db, count_queries):
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (200, b"ok\n")
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in response.headers["Cache-Control"]
    assert count_queries(lambda: client.get("/healthz")) == 1


def test_no_database(client, db, monkeypatch):
    def fail():
        raise OperationalError("secret address of the server")

    monkeypatch.setattr(journal, "public_revision", fail)
    response = client.get("/healthz")
    assert (response.status_code, response.content) == (503, b"database not usable: OperationalError\n")


def test_a_database_that_is_not_prepared(client, db):
    PublicRevision.objects.all().delete()
    assert client.get("/healthz").status_code == 503
