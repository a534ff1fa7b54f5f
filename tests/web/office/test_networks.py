"""The office keeps the networks: which there are, their region, their id, and what they bring along."""

from datetime import date

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.register.models import Contact, Nesting, Network, NetworkRegion, Pause
from tests.factories import make_network
from tests.web.conftest import SINCE

LIST, SAUERLAND = "/buero/netzwerke/", "/buero/netzwerk/sauerland/"


def names(staff, query=""):
    page = staff.get(f"{LIST}{query}").content.decode()
    return [id for id in ("sauerland", "olpe", "ehemals") if f'"/buero/netzwerk/{id}/"' in page]


class TestList:
    def test_as_filtered_in_a_file(self, staff):
        assert 'href="?status=recognised&amp;format=xlsx"' in staff.get(f"{LIST}?status=recognised").content.decode()
        answer = staff.get(f"{LIST}?status=recognised&format=csv")
        _head, row = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
        assert row.startswith("sauerland;")

    def test_all_of_them_or_some(self, staff):
        assert names(staff) == ["sauerland", "olpe", "ehemals"]
        assert names(staff, "?status=recognised") == ["sauerland"]
        assert names(staff, "?suche=olpe") == ["olpe"]

    def test_those_that_somebody_should_look_after(self, staff):
        Contact.objects.filter(network="olpe").delete()
        assert names(staff, "?lage=without_contact") == ["olpe"]  # not the one that has ended
        Pause.objects.all().delete()
        Pause.objects.create(network_id="sauerland", since=SINCE)
        assert names(staff, "?lage=rests") == ["sauerland"]

    def test_an_empty_answer_leads_back(self, staff):
        assert "Alle Netzwerke ansehen" in staff.get(f"{LIST}?suche=nirgends").content.decode()


class TestNew:
    def test_it_is_forming_and_has_an_id_from_its_name(self, staff):
        answer = staff.post(f"{LIST}neu/", {"name": "Netzwerk Müritz", "since": "2026-06-01", "id": ""})
        assert answer["Location"] == "/buero/netzwerk/netzwerk-mueritz/"
        (status,) = Network.objects.get(pk="netzwerk-mueritz").statuses.all()
        assert (status.status, status.since) == ("forming", date(2026, 6, 1))

    def test_an_id_that_is_taken_is_refused(self, staff):
        answer = staff.post(f"{LIST}neu/", {"name": "Noch eins", "since": "2026-06-01", "id": "sauerland"})
        assert (answer.status_code, "schon vergeben" in answer.content.decode()) == (422, True)

    def test_another_id_leads_on(self, staff, client):
        assert staff.post(f"{SAUERLAND}kennung/", {"id": "sued"})["Location"] == "/buero/netzwerk/sued/"
        assert client.get("/netzwerke/sauerland/")["Location"] == "/netzwerke/sued/"


class TestRegions:
    def test_one_more_from_a_day_on(self, staff):
        answer = staff.post(f"{SAUERLAND}region/neu/", {"region": "Siegen-Wittgenstein", "since": "2026-07-01"})
        assert answer["Location"] == SAUERLAND
        row = NetworkRegion.objects.get(network="sauerland", region="05970")
        assert row.since == date(2026, 7, 1)
        page = staff.get(SAUERLAND).content.decode()
        assert page.index("Kommen noch dazu") < page.index("Siegen-Wittgenstein")

    def test_it_is_given_up(self, staff):
        staff.post(f"{SAUERLAND}region/7001/beenden/", {"last_day": "2026-06-30"})
        assert NetworkRegion.objects.get(pk=7001).until == date(2026, 7, 1)

    def test_a_mistake_is_put_right_or_taken_away(self, staff):
        staff.post(f"{SAUERLAND}region/7001/berichtigen/", {"since": "2021-01-01", "last_day": ""})
        assert NetworkRegion.objects.get(pk=7001).since == date(2021, 1, 1)
        staff.post(f"{SAUERLAND}region/7001/berichtigen/", {"since": "2021-01-01", "last_day": "", "never": "on"})
        assert not NetworkRegion.objects.filter(pk=7001).exists()
        verbs = [entry.verb for entry in Entry.objects.order_by("number")]
        assert verbs == ["register.region_corrected", "register.region_struck"]

    def test_another_networks_region_is_not_found(self, staff):
        assert staff.get("/buero/netzwerk/olpe/region/7001/beenden/").status_code == 404

    def test_who_else_is_there_is_told(self, staff):
        other = make_network("anders", name="Netzwerk Anders")
        NetworkRegion.objects.create(network=other, region_id="05966", since=SINCE)
        assert "ohne dass beide zugestimmt haben" in staff.get(SAUERLAND).content.decode()
        Nesting.objects.create(
            id="neu",
            first=other,
            second_id="sauerland",
            since=SINCE,
            first_consented_on=SINCE,
            second_consented_on=SINCE,
        )
        page = staff.get(SAUERLAND).content.decode()
        assert "Dort ist mit Zustimmung auch:" in page
        assert "Netzwerk Anders" in page


class TestTakingOver:
    def test_what_it_was_is_entered_and_marked(self, staff):
        make_network("alt", name="Netzwerk Alt", status="forming")
        page = "/buero/netzwerk/alt/"
        assert "Bisherigen Stand übernehmen" in staff.get(page).content.decode()
        sent = {"status": "recognised", "since": "", "records_since": "2026-06-01"}
        assert staff.post(f"{page}stand/", sent)["Location"] == page
        text = staff.get(page).content.decode()
        assert ("übernommen" in text, "Bisherigen Stand übernehmen" in text) == (True, False)

    def test_what_was_decided_is_not_overwritten(self, staff):
        sent = {"status": "dissolved", "since": "2019-01-01", "records_since": "2026-06-01"}
        answer = staff.post(f"{SAUERLAND}stand/", sent)
        assert (answer.status_code, "beschließen die Gremien" in answer.content.decode()) == (422, True)

    def test_a_nesting_of_long_ago(self, staff):
        Nesting.objects.all().delete()
        Network.objects.update(records_since=date(2026, 1, 1))
        answer = staff.post(f"{SAUERLAND}verschachtelung/", {"other": "olpe", "since": "2019-03-01"})
        assert answer["Location"] == SAUERLAND
        assert Nesting.objects.get().second_consented_on == date(2019, 3, 1)

    @pytest.mark.parametrize("page", ["stand/", "verschachtelung/"])
    def test_nothing_chosen_is_said(self, staff, page):
        answer = staff.post(f"{SAUERLAND}{page}", {"since": ""})
        assert (answer.status_code, "Bitte wählen Sie aus, was gilt." in answer.content.decode()) == (422, True)
