"""Mails follow from the journal: each once, in its order, whatever happens in between."""

from datetime import date, timedelta
from importlib import import_module

import pytest
from django.apps import apps

from mittelnetz.core.models import Entry, SettingValue
from mittelnetz.notifications import following, rules
from mittelnetz.notifications.models import JournalCursor, Message
from mittelnetz.people.actions.persons import add_person
from mittelnetz.register.actions.error_reports import report_error
from mittelnetz.register.models import ErrorReport

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(actor, at):
    def report(text: str = "Falsch.", page: str = "/karte/", email: str = ""):
        return report_error(page=page, text=text, email=email, sender=text, actor=actor, at=at)

    return report


def test_the_office_is_told_of_a_report(office, report, at):
    report("Die Nummer\nist falsch.", email="toni@example.org")
    following.follow_journal(at=at)
    message = Message.objects.get()
    assert (message.address, message.subject) == ("buero@example.org", "Fehler gemeldet: /karte/")
    assert "> Die Nummer\n> ist falsch.\n" in message.text
    assert "toni@example.org" in message.text


def test_a_mail_leads_to_the_page_where_the_operator_has_named_the_address(office, report, at, settings):
    settings.ADDRESS = "https://netze.example.org"
    report("Falsch.", page="/karte/")
    following.follow_journal(at=at)
    message = Message.objects.get()
    assert "https://netze.example.org/karte/" in message.text
    assert message.subject == "Fehler gemeldet: /karte/"


def test_while_the_office_has_no_address_nobody_is_told_not_even_later(report, at):
    report()
    following.follow_journal(at=at)
    SettingValue.objects.create(key="office_email", value="buero@example.org", since=date(2020, 1, 1))
    following.follow_journal(at=at)
    assert not Message.objects.exists()


def test_each_entry_is_followed_once_and_in_its_order(office, report, actor, at, monkeypatch):
    monkeypatch.setattr(following, "ENTRIES_AT_ONCE", 2)
    for number in range(3):
        report(f"Fehler {number}.")
        add_person(id=f"p{number}", name="Toni", actor=actor, at=at)
    following.follow_journal(at=at)
    following.follow_journal(at=at)
    texts = Message.objects.order_by("id").values_list("text", flat=True)
    assert [f"Fehler {number}." in text for number, text in enumerate(texts)] == [True] * 3
    assert JournalCursor.objects.get().number == Entry.objects.count() == 6


def test_what_is_erased_meanwhile_is_not_told(office, report, at):
    report()
    ErrorReport.objects.all().delete()
    following.follow_journal(at=at)
    assert not Message.objects.exists()


def test_a_rule_that_fails_loses_nothing_and_doubles_nothing(committed_db, office, report, at, monkeypatch):
    report("Eins.")
    report("Zwei.")
    with monkeypatch.context() as patch:
        patch.setattr(rules, "settings_on", fail_second())
        with pytest.raises(ZeroDivisionError):
            following.follow_journal(at=at)
        assert not Message.objects.exists()
    following.follow_journal(at=at + timedelta(minutes=1))
    assert Message.objects.count() == 2


def test_without_news_one_statement_or_two_are_all(office, report, at, count_queries):
    report()
    following.follow_journal(at=at)
    assert count_queries(lambda: following.follow_journal(at=at)) == 2


def test_what_was_done_before_there_was_an_outbox_leads_to_no_mail(office, report, at):
    report()
    JournalCursor.objects.all().delete()
    import_module("mittelnetz.notifications.migrations.0001_initial").begin_at_the_end(apps, None)
    following.follow_journal(at=at)
    assert not Message.objects.exists()


def fail_second():
    answers = iter([{"office_email": "buero@example.org"}])

    def settings_on(_day):
        if (answer := next(answers, None)) is None:
            raise ZeroDivisionError
        return answer

    return settings_on
