"""The office deals with the mistakes that visitors point out."""

from mittelnetz.core.models import Entry
from mittelnetz.register.models import ErrorReport

LIST = "/buero/meldungen/"


def test_what_is_settled_no_longer_waits(staff, at):
    answer = staff.post(LIST, {"report": 7001})
    assert (answer.status_code, answer["Location"]) == (303, LIST)
    assert ErrorReport.objects.get(pk=7001).settled_at == at
    entry = Entry.objects.latest("number")
    assert (entry.verb, entry.subject) == ("register.error_settled", "error_reports/7001")
    text = staff.get(LIST).content.decode()
    assert "Die Meldung ist erledigt." in text
    assert "Keine Meldung wartet." in text
    assert staff.get(LIST + "?stand=erledigt").content.decode().count("Die Nummer ist falsch.") == 2


def test_two_people_do_not_settle_the_same_one(staff):
    staff.post(LIST, {"report": 7001})
    staff.post(LIST, {"report": 7001})
    assert "hat sich schon jemand gekümmert" in staff.get(LIST).content.decode()
    assert Entry.objects.filter(verb="register.error_settled").count() == 1


def test_there_is_nothing_to_guess(staff):
    assert [staff.post(LIST, {"report": number}).status_code for number in ("", "x", "99")] == [404] * 3
