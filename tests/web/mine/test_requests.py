"""Who asks to become a partner: received, decided with a reason, taken in with one click."""

from datetime import date

import pytest

from mittelnetz.register.models import PartnerRequest, Partnership
from tests.factories import make_organisation

REQUESTS = "/mein/netzwerk/sauerland/anfragen/"
DECIDE = REQUESTS + "7001/entscheiden/"


def test_a_request_is_received_for_somebody(staff):
    make_organisation("innung", name="Innung Muster")
    assert staff.post(REQUESTS + "neu/", {"organisation": "Innung Muster", "on": "2026-06-10"}).status_code == 303
    request = PartnerRequest.objects.get(organisation="innung")
    assert (request.received_on, request.outcome) == (date(2026, 6, 10), "open")
    answer = staff.post(REQUESTS + "neu/", {"organisation": "Innung Muster", "on": "2026-06-11"})
    assert answer.status_code == 422
    assert "ist schon offen" in answer.content.decode()


@pytest.mark.parametrize(
    ("received", "left"),
    [(date(2026, 6, 1), "noch 76 Tage"), (date(2026, 3, 18), "noch 1 Tag<"), (date(2026, 3, 16), "überfällig")],
)
def test_the_list_says_how_long_there_is_to_decide(staff, received, left):
    PartnerRequest.objects.filter(pk=7001).update(received_on=received)
    assert left in staff.get(REQUESTS).content.decode()


def test_accepting_leads_on_to_the_partnership_with_its_day(staff):
    answer = staff.post(DECIDE, {"outcome": "accepted", "reason": "other", "on": "2026-06-12"})
    assert (answer.status_code, answer["Location"]) == (303, REQUESTS + "7001/aufnehmen/")
    assert PartnerRequest.objects.get(pk=7001).reason == ""
    assert 'value="2026-06-12"' in staff.get(REQUESTS + "7001/aufnehmen/").content.decode()
    answer = staff.post(REQUESTS + "7001/aufnehmen/", {"since": "2026-07-01"})
    assert answer.status_code == 303
    partnership = Partnership.objects.get(network="sauerland", organisation="bund")
    assert (partnership.since, partnership.listed) == (date(2026, 7, 1), False)
    assert "Als Partner aufnehmen" not in staff.get(REQUESTS).content.decode()


def test_a_refusal_needs_a_reason_and_the_page_names_the_norm(staff):
    assert "#RB2.1" in staff.get(DECIDE).content.decode()
    answer = staff.post(DECIDE, {"outcome": "refused", "reason": "", "on": "2026-06-12"})
    assert answer.status_code == 422
    assert "Eine Absage braucht einen Grund." in answer.content.decode()
    sent = {"outcome": "refused", "reason": "not_committed_to_aims", "on": "2026-06-12"}
    answer = staff.post(DECIDE, sent)
    assert (answer.status_code, answer["Location"]) == (303, REQUESTS)
    assert "bekennt sich nicht zu den Zielen" in staff.get(REQUESTS).content.decode()
    assert staff.post(DECIDE, sent).status_code == 422  # decided already


@pytest.mark.parametrize("page", ["7001/aufnehmen/", "9999/entscheiden/"])
def test_who_is_not_accepted_is_not_taken_in(staff, page):
    assert staff.get(REQUESTS + page).status_code == 404


def test_as_many_statements_for_thirty_requests_as_for_one(staff, count_queries):
    one = count_queries(lambda: staff.get(REQUESTS))
    for number in range(30):
        PartnerRequest.objects.create(
            network_id="sauerland",
            organisation=make_organisation(f"o{number}"),
            received_on=date(2026, 6, 1),
            outcome="open",
        )
    assert count_queries(lambda: staff.get(REQUESTS)) == one
