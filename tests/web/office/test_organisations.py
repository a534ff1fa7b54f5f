"""The office keeps the entries of all organisations."""

from datetime import date

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.register.models import FederationPartnership, IntermediaryOverride, Organisation
from tests.factories import make_organisation
from tests.web.mine.test_networks import typed

LIST, NEW, KAMMER = "/buero/organisationen/", "/buero/organisationen/neu/", "/buero/organisation/kammer/"


class TestList:
    def test_those_that_nobody_represents(self, staff):
        assert 'value="kammer"' in staff.get(f"{LIST}?vertretung=ja").content.decode()
        page = staff.get(f"{LIST}?vertretung=nein").content.decode()
        assert ('value="kammer"' in page, 'value="bund"' in page) == (False, True)

    def test_as_filtered_in_a_file(self, staff):
        assert 'href="?art=association&amp;format=xlsx"' in staff.get(f"{LIST}?art=association").content.decode()
        answer = staff.get(f"{LIST}?art=association&format=csv")
        _head, row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert row.startswith("bund;")

    def test_each_row_says_where_it_belongs(self, staff):
        text = " ".join(staff.get(LIST).content.decode().split())
        row = text.partition('href="/buero/organisation/kammer/"')[2].partition("</tr>")[0]
        assert "Kammer, Innung, Kreishandwerkerschaft" in row
        assert "Bundesverband Probe" in row
        assert "regional" not in row  # that has ended
        assert "bundesweit" in text.partition('href="/buero/organisation/bund/"')[2].partition("</tr>")[0]

    @pytest.mark.parametrize(
        ("query", "names"),
        [("?suche=sued&art=chamber&land=05", ["Kammer Süd"]), ("?partner=national", ["Bundesverband Probe"])],
    )
    def test_filters(self, staff, query, names):
        assert [row.name for row in staff.get(LIST + query).context["page"].rows] == names

    def test_as_many_statements_for_thirty_rows_as_for_one(self, staff, count_queries):
        one = count_queries(lambda: staff.get(LIST))
        for number in range(30):
            make_organisation(f"o{number}", seat_id="05966", parent_id="bund")
        assert count_queries(lambda: staff.get(LIST)) == one


class TestEntry:
    def test_kind_and_seat_are_changed(self, staff):
        form = typed(staff.get(KAMMER + "aendern/").content.decode())
        assert form["seat"] == form["initial-seat"]
        answer = staff.post(KAMMER + "aendern/", form | {"kind": "association", "seat": "Hochsauerlandkreis"})
        assert (answer.status_code, answer["Location"]) == (303, KAMMER)
        organisation = Organisation.objects.get(pk="kammer")
        assert (organisation.kind, organisation.seat_id) == ("association", "05958")
        assert Entry.objects.latest("number").changes == '{"fields":["kind","seat"]}'

    def test_a_seat_that_may_be_several_is_asked_for(self, staff):
        form = typed(staff.get(KAMMER + "aendern/").content.decode())
        sent = form | {"kind": "chamber", "seat": "Frankfurt"}
        answer = staff.post(KAMMER + "aendern/", sent)
        assert answer.status_code == 422
        text = answer.content.decode()
        assert "Welche Region meinen Sie?" in text
        assert 'value="06412"' in text
        assert staff.post(KAMMER + "aendern/", sent | {"seat": ["Frankfurt", "06412"]}).status_code == 303
        assert Organisation.objects.get(pk="kammer").seat_id == "06412"

    def test_two_people_change_the_seat_and_the_second_sees_both(self, staff):
        form = typed(staff.get(KAMMER + "aendern/").content.decode()) | {"kind": "chamber"}
        staff.post(KAMMER + "aendern/", form | {"seat": "05958"})
        answer = staff.post(KAMMER + "aendern/", form | {"seat": "05970"})
        assert answer.status_code == 422
        assert "Inzwischen gespeichert: „Hochsauerlandkreis“" in answer.content.decode()
        assert Organisation.objects.get(pk="kammer").seat_id == "05958"

    def test_a_new_one_gets_its_id_from_its_name(self, staff):
        answer = staff.post(NEW, {"name": "Innung für Öfen, Olpe", "kind": "chamber", "seat": "57462 Olpe"})
        assert (answer.status_code, answer["Location"]) == (303, "/buero/organisation/innung-fuer-oefen-olpe/")
        assert staff.post(NEW, {"name": "Innung für Öfen: Olpe", "kind": "chamber"}).status_code == 422
        assert staff.post(NEW, {"name": "日本", "kind": "chamber"}).status_code == 422

    def test_another_id_leads_on_from_the_old_one(self, staff):
        answer = staff.post(KAMMER + "kennung/", {"id": "kammer-sued"})
        assert answer["Location"] == "/buero/organisation/kammer-sued/"
        assert staff.get("/organisationen/kammer/")["Location"] == "/organisationen/kammer-sued/"
        assert staff.post("/buero/organisation/bund/kennung/", {"id": "kammer"}).status_code == 422


class TestPlace:
    def test_nobody_comes_to_stand_under_itself(self, staff):
        answer = staff.post("/buero/organisation/bund/uebergeordnet/", {"parent": "Kammer Süd"})
        assert answer.status_code == 422
        assert "gehört selbst zu dieser Organisation" in answer.content.decode()

    def test_the_parent_is_set_and_taken_away(self, staff):
        staff.post("/buero/organisation/berater/uebergeordnet/", {"parent": "bund"})
        assert Organisation.objects.get(pk="berater").parent_id == "bund"
        staff.post(KAMMER + "uebergeordnet/", {"parent": ""})
        assert Organisation.objects.get(pk="kammer").parent is None

    def test_the_same_parent_again_is_no_change(self, staff):
        form = typed(staff.get(KAMMER + "uebergeordnet/").content.decode())
        assert staff.post(KAMMER + "uebergeordnet/", form).status_code == 303
        assert not Entry.objects.exists()

    def test_regions_are_added_and_dropped(self, staff):
        staff.post(KAMMER + "gebiet/", {"seen": "05966", "kept": ["05966"], "added": "Hessen"})
        assert set(Organisation.objects.get(pk="kammer").service_areas.values_list("region", flat=True)) == {
            "05966",
            "06",
        }
        staff.post(KAMMER + "gebiet/", {"seen": "05966 06", "kept": ["06"], "added": ""})
        assert list(Organisation.objects.get(pk="kammer").service_areas.values_list("region", flat=True)) == ["06"]

    def test_a_doubtful_case_is_decided(self, staff):
        sent = {"counts": "no", "reason": "Beschluss", "since": "2026-06-01"}
        assert staff.post(KAMMER + "intermediaer/", sent).status_code == 303
        assert IntermediaryOverride.objects.get().counts is False
        assert staff.post(KAMMER + "intermediaer/", sent).status_code == 422


class TestFederation:
    def test_a_partnership_begins_and_ends_on_a_day(self, staff):
        staff.post(KAMMER + "partner/neu/", {"level": "national", "since": "2026-06-01"})
        row = FederationPartnership.objects.get(organisation="kammer", level="national")
        staff.post(f"{KAMMER}partner/{row.pk}/beenden/", {"last_day": "2026-12-31"})
        row.refresh_from_db()
        assert (row.since, row.until) == (date(2026, 6, 1), date(2027, 1, 1))

    def test_a_mistake_is_put_right_or_struck(self, staff):
        staff.post(KAMMER + "partner/7001/berichtigen/", {"since": "2017-05-01", "last_day": "2018-12-31"})
        assert FederationPartnership.objects.get(pk=7001).since == date(2017, 5, 1)
        assert Entry.objects.latest("number").verb == "register.federation_partnership_corrected"
        staff.post(KAMMER + "partner/7001/berichtigen/", {"never": "on"})
        assert not FederationPartnership.objects.filter(pk=7001).exists()
        assert Entry.objects.latest("number").verb == "register.federation_partnership_struck"

    def test_that_of_another_organisation_is_not_there(self, staff):
        assert staff.get("/buero/organisation/bund/partner/7001/beenden/").status_code == 404
