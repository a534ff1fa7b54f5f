"""Many organisations are changed at once: after a preview, and all or none."""

from datetime import date

from mittelnetz.core.models import Entry
from mittelnetz.register.actions.bulk import MOST_AT_ONCE
from mittelnetz.register.models import FederationPartnership, Organisation
from tests.factories import make_organisation

PAGE = "/buero/organisationen/auswahl/"


def kinds() -> dict[str, str]:
    return dict(Organisation.objects.values_list("pk", "kind"))


def test_a_preview_says_what_changes_and_changes_nothing(staff):
    before = kinds()
    answer = staff.post(PAGE, {"id": ["kammer", "bund"], "kind": "association"})
    text = " ".join(answer.content.decode().split())
    assert answer.status_code == 200
    assert "Kammer, Innung, Kreishandwerkerschaft → Verband" in text
    assert text.count("wird geändert") == text.count("bleibt, wie es ist") == 1
    assert kinds() == before
    assert not Entry.objects.exists()


def test_then_all_are_changed(staff):
    sent = {"id": ["kammer", "berater"], "kind": "association", "parent": "bund", "anwenden": "1"}
    answer = staff.post(PAGE, sent | {"partnership": "begins national", "day": "2026-07-01"})
    assert (answer.status_code, answer["Location"]) == (303, "/buero/organisationen/")
    for organisation in Organisation.objects.filter(pk__in=["kammer", "berater"]):
        assert (organisation.kind, organisation.parent_id) == ("association", "bund")
        row = organisation.federation_partnerships.get(level="national")
        assert (row.since, row.until) == (date(2026, 7, 1), None)


def test_or_none_where_one_of_them_cannot_be(staff):
    before = kinds()
    sent = {"id": ["kammer", "bund"], "kind": "association", "parent": "kammer"}
    assert "gehört selbst zu dieser Organisation" in staff.post(PAGE, sent).content.decode()
    answer = staff.post(PAGE, sent | {"anwenden": "1"})
    assert answer.status_code == 422
    assert "Bei 2 Organisationen geht das nicht." in answer.content.decode()
    assert kinds() == before
    assert not Entry.objects.exists()


def test_the_last_day_is_the_last_one_of_the_partnership(staff):
    sent = {"id": ["bund"], "partnership": "ends national", "day": "2026-12-31"}
    assert "31.\xa0Dezember\xa02026" in staff.post(PAGE, sent).content.decode()
    staff.post(PAGE, sent | {"anwenden": "1"})
    assert FederationPartnership.objects.get(organisation="bund").until == date(2027, 1, 1)
    assert "ist nicht Partner der Offensive (bundesweit)" in staff.post(PAGE, sent).content.decode()


def test_a_change_without_content_or_day_is_asked_for(staff):
    assert "was sich ändern soll" in staff.post(PAGE, {"id": "bund"}).content.decode()
    answer = staff.post(PAGE, {"id": "bund", "partnership": "begins regional"})
    assert "Bitte geben Sie einen Tag an." in answer.content.decode()
    assert answer.status_code == 422


def test_all_that_the_filters_leave_are_taken(staff):
    text = staff.get("/buero/organisationen/?suche=kammer").content.decode()
    assert f'href="{PAGE}?suche=kammer&amp;alle=1"' in text
    text = " ".join(staff.get(f"{PAGE}?suche=kammer&alle=1").content.decode().split())
    assert 'name="id" value="kammer"' in text
    assert 'value="bund"' not in text


def test_there_is_a_limit(staff):
    for number in range(MOST_AT_ONCE + 1):
        make_organisation(f"o{number}")
    assert "zu viele auf einmal" in staff.get(f"{PAGE}?alle=1").content.decode()
    assert "alle davon ändern" not in staff.get("/buero/organisationen/?suche=organisation").content.decode()
