"""The office keeps the bodies: which there are, and who has a seat, since when, until when."""

from datetime import date

from mittelnetz.access.roles import roles_of
from mittelnetz.bodies.models import Body, Seat
from mittelnetz.core.models import Entry
from mittelnetz.people.models import Person
from tests.web.conftest import SINCE

LIST, PLENUM = "/buero/gremien/", "/buero/gremium/vollversammlung/"
EMPTY = {"organisation": "", "network": "", "person": "", "deputy": "", "since": "2026-07-01"}


def verbs():
    return [entry.verb for entry in Entry.objects.order_by("number")]


class TestBodies:
    def test_a_new_one_is_listed_with_its_voices(self, staff):
        answer = staff.post(f"{LIST}neu/", {"kind": "steering_group", "name": "Leitungskreis", "id": ""})
        assert answer["Location"] == "/buero/gremium/leitungskreis/"
        page = staff.get(LIST).content.decode()
        assert page.index("Leitungskreis") < page.index("0 Sitze") < page.index("1 Sitz\n")

    def test_an_id_that_is_taken_is_refused(self, staff):
        answer = staff.post(f"{LIST}neu/", {"kind": "plenum", "name": "Noch eins", "id": "vollversammlung"})
        assert (answer.status_code, "schon vergeben" in answer.content.decode()) == (422, True)

    def test_the_circle_of_a_network_is_none_of_them(self, staff):
        Body.objects.create(id="kreis", kind="network_circle", name="Treffen", network_id="olpe")
        assert "Treffen" not in staff.get(LIST).content.decode()
        assert staff.get("/buero/gremium/kreis/").status_code == 404
        assert staff.post(f"{LIST}neu/", {"kind": "network_circle", "name": "x", "id": ""}).status_code == 422

    def test_two_who_name_it_at_once_see_both_names(self, staff):
        Body.objects.update(name="Plenum des Verbunds")
        answer = staff.post(f"{PLENUM}name/", {"name": "Vollversammlung", "initial-name": "Plenum"})
        assert (answer.status_code, "Plenum des Verbunds" in answer.content.decode()) == (422, True)
        staff.post(f"{PLENUM}name/", {"name": "Vollversammlung", "initial-name": "Plenum des Verbunds"})
        assert Body.objects.get().name == "Vollversammlung"


class TestSeats:
    def test_whoever_gets_one_may_what_the_body_may_from_that_day(self, staff):
        answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"organisation": "bund", "person": "Toni Beispiel"})
        assert answer["Location"] == PLENUM
        person = Person.objects.get(pk="c")
        assert "plenum" in roles_of(person, date(2026, 7, 1)).body_kinds
        assert "plenum" not in roles_of(person, date(2026, 6, 30)).body_kinds
        assert "übernommen" not in staff.get(PLENUM).content.decode()

    def test_a_network_has_one_with_a_deputy(self, staff):
        staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"network": "sauerland", "person": "c", "deputy": "m"})
        seat = Seat.objects.get(network="sauerland", until=None)
        assert (seat.person_id, seat.deputy_id) == ("c", "m")

    def test_one_from_before_is_marked_as_taken_over(self, staff):
        staff.post(f"{PLENUM}sitz/uebernehmen/", EMPTY | {"organisation": "bund", "since": ""})
        assert Seat.objects.get(organisation="bund").since is None
        assert verbs() == ["bodies.seat_taken_over"]
        page = staff.get(PLENUM).content.decode()
        assert page.index("Bundesverband Probe") < page.index("· übernommen") < page.index("Kammer Süd")
        answer = staff.post(f"{PLENUM}sitz/uebernehmen/", EMPTY | {"organisation": "berater"})
        assert (answer.status_code, "was vorher schon galt" in answer.content.decode()) == (422, True)

    def test_exactly_one_holds_it(self, staff):
        for holders in ({}, {"organisation": "bund", "network": "olpe"}):
            answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | holders)
            assert (answer.status_code, "entweder eine Organisation" in answer.content.decode()) == (422, True)

    def test_nobody_has_the_same_twice_or_is_their_own_deputy(self, staff):
        answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"organisation": "kammer", "person": "m"})
        assert (answer.status_code, "gibt es an diesem Tag schon" in answer.content.decode()) == (422, True)
        answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"organisation": "bund", "person": "m", "deputy": "m"})
        assert (answer.status_code, "vertritt sich selbst" in answer.content.decode()) == (422, True)

    def test_a_name_that_several_have_is_asked_about(self, staff):
        Person.objects.create(id="zweite", name="Toni Beispiel", email="zweite@example.org")
        answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"organisation": "bund", "person": "toni"})
        page = answer.content.decode()
        assert (answer.status_code, "Toni Beispiel, zweite@example.org" in page, 'value="zweite"' in page) == (
            422,
            True,
            True,
        )
        answer = staff.post(f"{PLENUM}sitz/neu/", EMPTY | {"organisation": "bund", "person": "niemand"})
        assert "nicht im Register" in answer.content.decode()

    def test_it_is_handed_on_without_a_gap(self, staff):
        staff.post(f"{PLENUM}sitz/7001/weitergeben/", {"person": "c", "deputy": "", "since": "2026-07-01"})
        before, after = Seat.objects.filter(organisation="kammer").order_by("since")
        assert (before.person_id, before.until) == ("m", date(2026, 7, 1))
        assert (after.person_id, after.since, after.until) == ("c", date(2026, 7, 1), None)
        assert verbs() == ["bodies.seat_ended", "bodies.seat_begun"]

    def test_it_ends_or_is_put_right_or_never_was(self, staff):
        staff.post(f"{PLENUM}sitz/7001/berichtigen/", {"since": "2021-01-01", "last_day": ""})
        staff.post(f"{PLENUM}sitz/7001/beenden/", {"last_day": "2026-06-30"})
        seat = Seat.objects.get(pk="7001")
        assert (seat.since, seat.until) == (date(2021, 1, 1), date(2026, 7, 1))
        staff.post(f"{PLENUM}sitz/7001/berichtigen/", {"since": "", "last_day": "", "never": "on"})
        assert not Seat.objects.filter(pk="7001").exists()
        page = staff.get(f"{PLENUM}verlauf/").content.decode().replace("\N{NO-BREAK SPACE}", " ")
        assert "Kammer Süd hat den Sitz im Gremium bis 30. Juni 2026." in page
        assert "Ein Sitz von Kammer Süd im Gremium wurde gestrichen." in page

    def test_that_of_another_body_is_not_found(self, staff):
        Body.objects.create(id="leitung", kind="steering_group", name="Leitungskreis")
        assert staff.get("/buero/gremium/leitung/sitz/7001/beenden/").status_code == 404
        assert Seat.objects.get(pk="7001").since == SINCE
