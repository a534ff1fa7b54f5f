"""Two entries of the same organisation: looked at side by side, and brought together by the office."""

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.register.models import Organisation, Partnership
from tests.factories import make_organisation
from tests.web.conftest import SINCE

MERGE = "/buero/organisation/kammer/zusammenfuehren/"


@pytest.fixture
def double(federation):
    kammer = Organisation.objects.get(pk="kammer")
    return make_organisation("kammer-2", name=kammer.name.upper(), seat=kammer.seat, phone="0221 1")


class TestMerging:
    def test_the_preview_changes_nothing_and_says_what_moves(self, staff, double):
        Partnership.objects.create(network_id="olpe", organisation=double, since=SINCE)
        text = staff.post(MERGE, {"other": "kammer-2"}).content.decode()
        assert "Noch ist nichts geändert." in text
        assert "Partnerschaften in Netzwerken" in text
        assert "0221 1" in text
        assert Organisation.objects.filter(pk="kammer-2").exists()
        assert not Entry.objects.exists()

    def test_then_it_is_done_and_the_old_address_leads_on(self, staff, client, double):
        Partnership.objects.create(network_id="olpe", organisation=double, since=SINCE)
        answer = staff.post(MERGE, {"other": "kammer-2", "anwenden": "1"})
        assert answer["Location"] == "/buero/organisation/kammer/"
        assert "ist in diesem Eintrag aufgegangen" in staff.get(answer["Location"]).content.decode()
        assert not Organisation.objects.filter(pk="kammer-2").exists()
        assert Partnership.objects.get(network="olpe").organisation_id == "kammer"
        assert client.get("/organisationen/kammer-2/")["Location"] == "/organisationen/kammer/"
        assert Entry.objects.get().verb == "register.organisations_merged"

    def test_they_change_places(self, staff, double):
        text = staff.post(MERGE, {"other": "kammer-2"}).content.decode()
        assert 'action="/buero/organisation/kammer-2/zusammenfuehren/"' in text
        text = staff.post("/buero/organisation/kammer-2/zusammenfuehren/", {"other": "kammer"}).content.decode()
        assert text.index("KAMMER SÜD</a></dd>") < text.index("Kammer Süd</a></dd>")

    def test_what_cannot_be_is_said_in_the_preview(self, staff, double):
        Partnership.objects.create(network_id="sauerland", organisation=double, since=SINCE)
        answer = staff.post(MERGE, {"other": "kammer-2"})
        assert answer.status_code == 422
        text = answer.content.decode()
        assert "Beide sind zur selben Zeit Partner" in text
        assert "Jetzt zusammenführen" not in text
        staff.post(MERGE, {"other": "kammer-2", "anwenden": "1"})
        assert Organisation.objects.filter(pk="kammer-2").exists()

    def test_an_organisation_is_not_its_own_double(self, staff, federation):
        assert "zweimal dieselbe" in staff.post(MERGE, {"other": "kammer"}).content.decode()

    @pytest.mark.parametrize(
        ("typed", "said"), [("", "welcher Eintrag doppelt ist"), ("gibt es nicht", "nicht im Register")]
    )
    def test_whoever_is_not_known_cannot_be_brought_in(self, staff, federation, typed, said):
        answer = staff.post(MERGE, {"other": typed})
        assert (answer.status_code, said in answer.content.decode()) == (422, True)
