"""Representatives say where their organisation sits and for which region it is there."""

import json

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.regions.outlines import outlines
from mittelnetz.register.models import Organisation, ServiceArea
from tests.web.mine.conftest import typed

SEAT, AREA = "/mein/organisation/kammer/sitz/", "/mein/organisation/kammer/gebiet/"


def area():
    return sorted(ServiceArea.objects.filter(organisation="kammer").values_list("region", flat=True))


class TestSeat:
    def test_it_is_found_by_search(self, staff):
        sent = typed(staff.get(SEAT).content.decode()) | {"seat": "Frankfurt"}
        assert "Welche Region meinen Sie?" in staff.post(SEAT, sent).content.decode()
        answer = staff.post(SEAT, sent | {"seat": "Kreis Siegen-Wittgenstein"})
        assert answer["Location"] == "/mein/organisation/kammer/"
        assert Organisation.objects.get(pk="kammer").seat_id == "05970"
        assert json.loads(Entry.objects.get().changes) == {"fields": ["seat"]}

    def test_what_is_picked_on_the_map_stands_in_the_field_and_is_not_saved_yet(self, staff):
        text = staff.get(f"{SEAT}?region=05970").content.decode()
        assert 'value="Kreis Siegen-Wittgenstein"' in text
        assert Organisation.objects.get(pk="kammer").seat_id == "05966024"
        staff.post(SEAT, typed(text))
        assert Organisation.objects.get(pk="kammer").seat_id == "05970"

    def test_a_change_of_somebody_else_meanwhile_is_seen(self, staff):
        sent = typed(staff.get(SEAT).content.decode()) | {"seat": "05970"}
        Organisation.objects.filter(pk="kammer").update(seat="05958")
        answer = staff.post(SEAT, sent)
        assert (answer.status_code, "Inzwischen gespeichert: „Hochsauerlandkreis“" in answer.content.decode()) == (
            422,
            True,
        )


class TestArea:
    def test_one_more_and_one_less(self, staff):
        sent = typed(staff.get(AREA).content.decode())
        staff.post(AREA, sent | {"kept": ["05966"], "added": "Hochsauerlandkreis"})
        assert area() == ["05958", "05966"]
        sent = typed(staff.get(AREA).content.decode())
        staff.post(AREA, sent | {"kept": ["05958"], "added": ""})
        assert area() == ["05958"]

    def test_what_is_picked_on_the_map_comes_to_the_others(self, staff):
        text = staff.get(f"{AREA}?region=05970").content.decode()
        assert 'value="Kreis Siegen-Wittgenstein"' in text
        staff.post(AREA, typed(text) | {"kept": ["05966"]})
        assert area() == ["05966", "05970"]

    def test_what_somebody_else_did_meanwhile_stays(self, staff):
        kammer = Organisation.objects.get(pk="kammer")
        ServiceArea.objects.create(organisation=kammer, region_id="05958")
        sent = typed(staff.get(AREA).content.decode()) | {"kept": ["05958"], "added": "Kreis Siegen-Wittgenstein"}
        ServiceArea.objects.create(organisation=kammer, region_id="05954")
        ServiceArea.objects.filter(region="05958").delete()
        assert staff.post(AREA, sent)["Location"] == "/mein/organisation/kammer/"
        assert area() == ["05954", "05970"]

    @pytest.mark.parametrize("key", ["99999", "DE", "<script>", "05966024"])
    def test_what_is_on_no_map_is_passed_over(self, staff, key):
        answer = staff.get(AREA, {"region": key})
        assert (answer.status_code, 'value="Kreis' in answer.content.decode()) == (200, False)

    def test_the_map_marks_what_is_picked_and_every_district_is_there(self, staff):
        text = staff.get(AREA).content.decode()
        assert text.count('<a href="?region=') == len(outlines())
        assert text.count("mn-k own") == 1
