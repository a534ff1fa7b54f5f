"""Documents of a network: who uploads something hostile gets a sentence, and nobody gets it to run."""

import json
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.core.refusals import Refused
from mittelnetz.people.models import Person
from mittelnetz.register.actions import documents
from mittelnetz.register.models import Contact, NetworkDocument
from tests.core.test_file_kinds import PDF_BYTES, PNG_BYTES, WORD
from tests.factories import ACTOR, AT, make_network, make_person
from tests.web.mine.conftest import client_of

DOCUMENTS = "/mein/netzwerk/sauerland/unterlagen/"
SVG = b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"


@pytest.fixture
def upload(staff):
    def upload(content: bytes, name: str = "protokoll.pdf", title: str = "", media_type: str = "application/pdf"):
        file = SimpleUploadedFile(name, content, content_type=media_type)
        return staff.post(DOCUMENTS + "neu/", {"file": file, "title": title})

    return upload


def test_a_document_is_kept_and_fetched_as_it_came(staff, upload):
    assert upload(PDF_BYTES, title="Protokoll Mai & Juni").status_code == 303
    document = NetworkDocument.objects.latest("added_at")
    assert (document.kind, document.size, document.added_by.pk) == ("pdf", len(PDF_BYTES), "alex")
    page = staff.get(DOCUMENTS).content.decode()
    assert "Protokoll Mai &amp; Juni" in page
    assert "Alex Beispiel" in page
    answer = staff.get(f"{DOCUMENTS}{document.pk}/")
    assert answer.content == PDF_BYTES
    entry = Entry.objects.latest("number")
    assert json.loads(entry.changes)["sha256"] == document.sha256
    assert "Protokoll" not in entry.changes
    assert "Protokoll" in PersonalPart.objects.get(entry=entry).content


def test_no_browser_shows_or_runs_what_is_fetched(staff):
    headers = staff.get(DOCUMENTS + "7001/").headers
    assert headers["Content-Type"] == "application/pdf"
    assert headers["Content-Disposition"] == 'attachment; filename="flyer.pdf"'
    assert headers["X-Content-Type-Options"] == "nosniff"
    policy = {part.strip() for part in headers["Content-Security-Policy"].split(";")}
    assert policy == {"default-src 'none'", "sandbox"}
    assert "no-store" in headers["Cache-Control"]


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (SVG, "flyer.pdf", "können wir nicht annehmen"),
        (b"<!DOCTYPE html><script>alert(1)</script>", "flyer.png", "können wir nicht annehmen"),
        (PDF_BYTES + WORD, "flyer.pdf", "können wir nicht annehmen"),
        (b"", "leer.pdf", "Diese Datei ist leer"),
        (PDF_BYTES + bytes(documents.LARGEST), "gross.pdf", "Die Datei ist zu groß"),
    ],
)
def test_what_is_not_taken_leaves_nothing_behind(upload, content, name, sentence):
    answer = upload(content, name)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert NetworkDocument.objects.count() == 1


@pytest.mark.parametrize("name", ["../../etc/passwd.pdf", "..\\..\\boot.pdf", "/etc/passwd", "a\r\nSet-Cookie: x.pdf"])
def test_no_path_of_a_name_gets_anywhere(staff, upload, name):
    assert upload(PDF_BYTES, name).status_code == 303
    document = NetworkDocument.objects.latest("added_at")
    assert "/" not in document.title
    assert "\\" not in document.title
    disposition = staff.get(f"{DOCUMENTS}{document.pk}/").headers["Content-Disposition"]
    assert not set(disposition) & set("/\\\r\n:")


def test_the_kind_is_that_of_the_bytes_whatever_the_name_and_the_browser_say(staff, upload):
    upload(PNG_BYTES, "seite.html", media_type="text/html")
    document = NetworkDocument.objects.latest("added_at")
    answer = staff.get(f"{DOCUMENTS}{document.pk}/")
    assert answer.headers["Content-Type"] == "image/png"
    assert 'filename="seite.png"' in answer.headers["Content-Disposition"]


def test_the_same_file_is_kept_once(upload):
    upload(PDF_BYTES, title="Protokoll")
    answer = upload(PDF_BYTES, title="Noch einmal")
    assert answer.status_code == 422
    assert "ist schon da: „Protokoll“" in answer.content.decode()


def test_a_network_has_so_much_room_and_no_more(db, monkeypatch):
    monkeypatch.setattr(documents, "MOST_OF_ONE_NETWORK", len(PDF_BYTES) + 1)
    who = {"network": make_network(), "actor": ACTOR, "at": AT}
    documents.add_document(title="Eins", content=PDF_BYTES, **who)
    with pytest.raises(Refused, match="Platz für Unterlagen ist voll"):
        documents.add_document(title="Zwei", content=PNG_BYTES, **who)
    documents.add_document(title="Zwei", content=PNG_BYTES, **who | {"network": make_network("other")})


def test_what_is_removed_is_gone_and_the_journal_remembers(staff):
    assert staff.post(DOCUMENTS + "7001/entfernen/").status_code == 303
    assert staff.get(DOCUMENTS + "7001/").status_code == 404
    assert Entry.objects.latest("number").verb == "register.document_removed"


def test_nobody_gets_at_the_documents_of_another_network(federation):
    moderator = make_person("olpe-m")
    Contact.objects.create(network_id="olpe", person=moderator, function="moderation", since=date(2020, 1, 1))
    client = client_of(moderator)
    assert client.get("/mein/netzwerk/olpe/unterlagen/7001/").status_code == 404
    assert client.post("/mein/netzwerk/olpe/unterlagen/7001/entfernen/").status_code == 404
    assert client.get(DOCUMENTS + "7001/").status_code == 403
    assert client_of(Person.objects.get(pk="c")).get(DOCUMENTS + "7001/").status_code == 200


def test_a_list_does_not_read_what_stands_in_the_documents(staff, django_assert_max_num_queries):
    with django_assert_max_num_queries(10) as captured:
        staff.get(DOCUMENTS)
    (query,) = [query["sql"] for query in captured if 'FROM "register_networkdocument"' in query["sql"]]
    assert '"content"' not in query
