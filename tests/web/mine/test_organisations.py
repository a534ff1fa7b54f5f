"""The workspace of an organisation: what its representative does there."""

from datetime import date

from mittelnetz.core.models import Entry
from mittelnetz.register.models import Organisation, Partnership
from tests.web.mine.conftest import typed

SPACE = "/mein/organisation/kammer/"


def test_the_entry_is_changed(staff):
    form = typed(staff.get(SPACE + "eintrag/").content.decode())
    answer = staff.post(SPACE + "eintrag/", form | {"phone": "02761 999"})
    assert (answer.status_code, answer["Location"]) == (303, SPACE)
    assert Organisation.objects.get(pk="kammer").phone == "02761 999"


def test_two_people_at_the_same_telephone(staff):
    first = typed(staff.get(SPACE + "eintrag/").content.decode())
    staff.post(SPACE + "eintrag/", first | {"phone": "1"})
    answer = staff.post(SPACE + "eintrag/", first | {"phone": "2"})
    assert answer.status_code == 422
    assert "Inzwischen gespeichert: „1“" in answer.content.decode()


def test_a_kind_is_proposed_and_set_by_nobody_but_the_office(staff):
    assert staff.post(SPACE + "art/", {"kind": "public_body"}).status_code == 303
    organisation = Organisation.objects.get(pk="kammer")
    assert (organisation.kind, organisation.proposed_kind) == ("chamber", "public_body")
    assert "Vorgeschlagen: öffentliche Stelle" in staff.get(SPACE).content.decode()
    assert Entry.objects.latest("number").verb == "register.kind_proposed"


def test_what_is_entered_already_is_no_proposal(staff):
    answer = staff.post(SPACE + "art/", {"kind": "chamber"})
    assert answer.status_code == 422
    assert "Diese Art ist schon eingetragen." in answer.content.decode()


def test_a_partner_leaves_by_itself(staff):
    assert staff.post(SPACE + "netzwerke/7001/verlassen/", {"last_day": "2026-06-30"}).status_code == 303
    assert Partnership.objects.get(pk=7001).until == date(2026, 7, 1)


def test_nobody_leaves_for_another_organisation(staff):
    assert staff.get("/mein/organisation/bund/netzwerke/7001/verlassen/").status_code == 404
