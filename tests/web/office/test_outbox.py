"""The office sees what became of every mail, not what stands in it, and gives those that failed another try."""

from mittelnetz.core.models import Entry
from mittelnetz.notifications.models import Message
from tests.web.conftest import make_message

LIST = "/buero/postausgang/"


def failed(number):
    error = "550 kein Postfach"
    make_message(
        number, address="weg@example.org", state="failed", channel="", sent_at=None, attempts=6, last_error=error
    )


def test_all_mails_or_some(staff):
    failed(8001)
    assert "550 kein Postfach" in staff.get(LIST).content.decode()
    text = staff.get(f"{LIST}?stand=failed&an=WEG@").content.decode()
    assert text.count("Noch einmal versuchen") == 1
    assert "Keine Mail passt" in staff.get(f"{LIST}?an=niemand").content.decode()


def test_what_stands_in_them_is_not_shown(staff):
    Message.objects.update(text="geheimer Link", html="<p>geheimer Link</p>")
    assert "geheimer Link" not in staff.get(LIST).content.decode()


def test_one_that_failed_is_tried_again_from_the_beginning(staff, at):
    failed(8001)
    assert staff.post(f"{LIST}8001/noch-einmal/")["Location"] == LIST
    message = Message.objects.get(pk=8001)
    assert (message.state, message.attempts, message.next_attempt_at) == ("queued", 0, at)
    assert Entry.objects.get().verb == "notifications.message_requeued"


def test_any_other_is_left_alone(staff):
    make_message(8002)
    staff.post(f"{LIST}8002/noch-einmal/")
    assert "ist nicht aufgegeben" in staff.get(LIST).content.decode()
    assert not Entry.objects.exists()
    assert staff.post(f"{LIST}999/noch-einmal/").status_code == 404
