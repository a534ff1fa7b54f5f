"""“Fehler melden”: from every page, for everybody, and never too often."""

import re
from html import unescape

import pytest
from django.test import Client

from mittelnetz.config.wsgi import application
from mittelnetz.core.models import Attempt, Entry, PersonalPart
from mittelnetz.register.actions.error_reports import A_DAY_FROM_ONE
from mittelnetz.register.models import ErrorReport
from mittelnetz.web.senders import sender_of

FORM = "/fehler-melden/"
TEXT = "Die Nummer ist falsch."


def test_every_record_leads_to_the_form_about_it(client, federation):
    for page, name in (
        ("/netzwerke/sauerland/", "Netzwerk Sauerland"),
        ("/organisationen/kammer/", "Kammer Süd"),
        ("/regionen/05966/", "Kreis Olpe"),
        ("/en/regionen/05966/", "Kreis Olpe"),
        ("/karte/", "/karte/"),
    ):
        (address,) = re.findall(r'<a\s+href="([^"]*/fehler-melden/[^"]+)"', client.get(page).content.decode())
        form = client.get(unescape(address)).content.decode()
        assert f'<a href="{page}">{name}</a>' in form


@pytest.mark.parametrize(
    "about",
    ["https://example.org/", "//example.org", "/gibt-es-nicht/", "netzwerke", f"/netzwerke/{'x' * 300}/", "/\0", "%"],
)
def test_the_form_leads_to_no_other_place(client, federation, about):
    text = client.get(FORM, {"zu": about}).content.decode()
    assert "Es geht um:" not in text


def test_a_report_is_kept_for_the_office(client, federation):
    sent = client.post(f"{FORM}?zu=/netzwerke/sauerland/", {"text": TEXT, "email": "toni@example.org"})
    assert (sent.status_code, sent["Location"]) == (302, "/fehler-melden/danke/")
    report = ErrorReport.objects.exclude(pk__in=(7001, 7002)).get()
    assert (report.page, report.text, report.email) == ("/netzwerke/sauerland/", TEXT, "toni@example.org")
    entry = Entry.objects.get()
    assert (entry.verb, entry.actor) == ("register.error_reported", "system/visitor")
    assert TEXT not in entry.changes
    assert TEXT in PersonalPart.objects.get(entry=entry).content
    assert "Danke" in client.get(sent["Location"]).content.decode()


@pytest.mark.parametrize(
    ("field", "value", "error"),
    [
        ("text", " ", "Bitte schreiben Sie, was nicht stimmt."),
        ("text", "x" * 2001, "höchstens 2000"),
        ("email", "toni@", "Diese E-Mail-Adresse ist unvollständig."),
    ],
)
def test_what_is_wrong_is_said_at_the_field_and_on_top_and_nothing_is_lost(client, db, field, value, error):
    typed = {"text": TEXT, "email": "toni@example.org", field: value}
    answer = client.post(FORM, typed)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>Fehler: Fehler melden" in text
    summary, _, fields = text.partition("<h1>")
    assert re.search(rf'<a href="#id_{field}">[^<]*{error}', summary)
    assert re.search(rf'id="id_{field}_error"[^§]*{error}', fields)
    control = re.search(rf'<(?:input|textarea)[^>]*id="id_{field}"[^>]*>', fields).group()
    assert 'aria-invalid="true"' in control
    assert f"id_{field}_error" in control
    assert all(kept.strip() in unescape(fields) for kept in typed.values())
    assert not ErrorReport.objects.exists()


def test_too_many_are_refused_and_what_was_typed_stays(client, db):
    for _ in range(A_DAY_FROM_ONE):
        client.post(FORM, {"text": TEXT})
    refused = client.post(FORM, {"text": "Noch einer."})
    assert refused.status_code == 429
    assert "Bitte versuchen Sie es morgen noch einmal." in refused.content.decode()
    assert "Noch einer." in refused.content.decode()
    assert ErrorReport.objects.count() == Entry.objects.count() == A_DAY_FROM_ONE
    assert client.post(FORM, {"text": TEXT}, REMOTE_ADDR="192.0.2.7").status_code == 302


def test_another_site_cannot_send_the_form(db):
    client = Client(enforce_csrf_checks=True)
    assert client.post(FORM, {"text": TEXT}).status_code == 403
    assert not ErrorReport.objects.exists()


def test_who_sends_is_not_known(client, db, at):
    client.post(FORM, {"text": TEXT}, REMOTE_ADDR="192.0.2.7")
    assert re.fullmatch("[0-9a-f]{64}", Attempt.objects.get().sender)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("192.0.2.7", "192.0.2.7", True),
        ("192.0.2.7", "192.0.2.8", False),
        ("2001:db8::1", "2001:db8::ffff:0:0:1", True),
        ("2001:db8:0:1::1", "2001:db8:0:2::1", False),
        ("::ffff:192.0.2.7", "::ffff:192.0.2.8", False),
        ("", "no address", True),
    ],
)
def test_a_line_is_one_sender(rf, at, one, other, is_same):
    senders = {sender_of(rf.get("/", REMOTE_ADDR=address), at.date()) for address in (one, other)}
    assert (len(senders) == 1) == is_same


def test_the_same_line_is_another_sender_the_next_day(rf, at):
    request = rf.get("/")
    assert sender_of(request, at.date()) != sender_of(request, at.date().replace(day=1))


def test_only_a_trusted_proxy_says_where_a_request_comes_from(rf, db):
    environment = rf.get("/healthz", REMOTE_ADDR="192.0.2.7", HTTP_X_FORWARDED_FOR="198.51.100.1").environ
    application(environment, lambda *_: None)
    assert environment["REMOTE_ADDR"] == "192.0.2.7"
