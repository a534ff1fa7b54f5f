"""The outbox, and a mail server for it."""

from collections.abc import Callable, Iterator
from datetime import date, datetime

import pytest

from mittelnetz.core.models import SettingValue
from mittelnetz.notifications.actions import Recipient, queue_message
from mittelnetz.notifications.models import Message
from tests.mail_server import MailServer


@pytest.fixture
def mail_server(settings, monkeypatch) -> Iterator[MailServer]:
    """One that this process and the programs that it starts send their mails to."""
    server = MailServer()
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", server.port
    settings.DEFAULT_FROM_EMAIL = "Verbund <verbund@example.org>"
    monkeypatch.setenv("MITTELNETZ_SMTP_URL", f"smtp://127.0.0.1:{server.port}")
    monkeypatch.setenv("MITTELNETZ_MAIL_FROM", settings.DEFAULT_FROM_EMAIL)
    server.start()
    yield server
    server.stop()


@pytest.fixture
def queue(db, at) -> Callable[..., Message]:
    """Queue a mail to an address; the test must have asked for `committed_db` where others shall see it."""

    def queue(address: str = "buero@example.org", *, language: str = "de", at: datetime = at, **values) -> Message:
        values = {"page": "/netzwerke/sauerland/", "quoted": "> Die Nummer ist falsch.", "email": "", **values}
        values["path"] = values["page"]
        return queue_message(kind="error_reported", to=Recipient(address, language), values=values, at=at)

    return queue


@pytest.fixture
def example_data(db) -> None:
    SettingValue.objects.create(key="example_data", value=True, since=date(2020, 1, 1))


@pytest.fixture
def office(db) -> None:
    SettingValue.objects.create(key="office_email", value="buero@example.org", since=date(2020, 1, 1))
