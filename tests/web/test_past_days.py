"""The page of a network as of a past day: what is dated is of that day, and no withdrawn name comes back."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core.models import SettingValue
from mittelnetz.register.models import (
    Contact,
    Cooperation,
    Nesting,
    NetworkRegion,
    NetworkStatus,
    Organisation,
    Partnership,
)
from mittelnetz.register.words import ContactFunction, Status
from mittelnetz.rulebook.periods import beginning
from tests.factories import make_network, make_organisation, make_person
from tests.periods import days, periods
from tests.web.conftest import SINCE, cover

TODAY = date(2026, 1, 6)
CHANGE = date(2024, 6, 1)
BEFORE, AFTER = "?stand=2024-05-31", "?stand=2024-06-01"


@pytest.fixture(autouse=True)
def today(clock):
    clock(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))


@pytest.fixture
def text_of(client):
    def read(query="", page="/netzwerke/sauerland/"):
        response = client.get(page + query)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())

    return read


def test_today_is_as_without(federation, text_of):
    for query in (f"?stand={TODAY}", "?stand=", "?stand=+"):
        assert text_of(query).partition("<main")[2] == text_of().partition("<main")[2]


def test_a_past_day_is_said_on_top_with_the_way_to_today(federation, text_of):
    text = text_of(BEFORE)
    assert 'Stand vom <time datetime="2024-05-31">' in text
    assert text.index("Stand vom") < text.index('id="h-region"')
    assert '<a href="/netzwerke/sauerland/">Zum Stand von heute</a>' in text
    assert "kennen wir nur so, wie sie heute sind" in text
    assert "Früherer Stand" not in text_of()


def test_search_engines_are_sent_to_the_plain_address(federation, text_of):
    SettingValue.objects.filter(key="example_data").delete()  # of invented data they are to find nothing at all
    text = text_of(BEFORE, "/en/netzwerke/sauerland/")
    assert '<meta name="robots" content="noindex">' in text
    assert '<link rel="canonical" href="http://testserver/en/netzwerke/sauerland/">' in text
    assert "noindex" not in text_of()


def test_a_day_is_chosen_with_a_form_that_needs_no_script(federation, text_of):
    text = text_of(BEFORE)
    assert '<form class="mn-row" method="get" action="/netzwerke/sauerland/">' in text
    assert 'name="stand" type="date" max="2026-01-06" value="2024-05-31"' in text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("?stand=gestern", "„gestern“ ist kein Tag im Kalender"),
        ("?stand=2025-02-29", "ist kein Tag im Kalender"),
        ("?stand=%00", "ist kein Tag im Kalender"),
        ("?stand=2026-01-07", "Der 7.\u00a0Januar\u00a02026 kommt erst noch"),
        ("?stand=9999-12-31", "kommt erst noch"),
    ],
)
def test_what_is_no_past_day_gets_a_friendly_answer_and_a_way_on(client, federation, query, sentence):
    response = client.get("/netzwerke/sauerland/" + query)
    assert response.status_code == 400
    assert sentence in response.content.decode()
    assert '<a href="/netzwerke/sauerland/">Den Stand von heute ansehen</a>' in response.content.decode()


def test_the_first_day_of_the_calendar_is_a_day(federation, text_of):
    for day in ("0001-01-01", "0001-01-02", "0001-01-03"):
        assert f'<time datetime="{day}">' in text_of(f"?stand={day}")


def test_all_that_is_dated_is_of_that_day(federation, text_of):
    Partnership.objects.filter(organisation_id="kammer").update(until=CHANGE)
    NetworkRegion.objects.filter(network_id="sauerland", region_id="05958").update(until=CHANGE)
    NetworkRegion.objects.create(network_id="sauerland", region_id="05962", since=CHANGE)
    Contact.objects.filter(person_id="c").update(until=CHANGE)
    NetworkStatus.objects.filter(network_id="sauerland").update(until=CHANGE)
    NetworkStatus.objects.create(network_id="sauerland", status=Status.DISSOLVED, since=CHANGE)
    Nesting.objects.update(until=CHANGE, second_consented_on=date(2023, 1, 1))
    Cooperation.objects.filter(pk="d").update(since=SINCE, until=CHANGE)
    before, after = (re.sub(r"<svg.*?</svg>", "", text_of(query)) for query in (BEFORE, AFTER))
    for word in ("Kammer Süd", "Hochsauerlandkreis", "Toni Beispiel", "anerkannt", "Fachgruppe Handwerk"):
        assert (word in before, word in after) == (True, False)
    assert "Beide haben zugestimmt." in before
    assert "Die Zustimmung fehlt noch von: Netzwerk Olpe." in text_of("?stand=2022-12-31")
    assert "Teilt sich die Region" not in after
    assert "Märkischer Kreis" in after
    assert "aufgelöst" in after


def test_whom_to_call_is_not_shown_for_a_past_day(federation, text_of):
    text = text_of(BEFORE)
    assert "02761" not in text
    assert "tel:" not in text
    assert "Zu den Ansprechpersonen von heute" in text
    assert "Toni Beispiel" in text


def test_who_is_not_named_today_for_the_same_function_is_not_named_before(federation, text_of):
    Contact.objects.filter(person_id="c").update(shown=False)
    assert "Toni Beispiel" not in text_of(BEFORE)
    assert text_of(BEFORE).count("Möchte nicht genannt werden.") == 2


@pytest.mark.parametrize("network", ["sauerland", "olpe"])
@pytest.mark.parametrize("until", [None, date(2025, 1, 1)])
def test_who_withdrew_consent_for_a_later_function_is_not_named_before(federation, text_of, network, until):
    assert "Toni Beispiel" in text_of(BEFORE)
    Contact.objects.create(network_id=network, person_id="c", function="moderation", since=CHANGE, until=until)
    text = text_of(BEFORE)
    assert "Toni Beispiel" not in text
    assert "Möchte nicht genannt werden." in text


def test_functions_begun_earlier_or_yet_to_come_withdraw_nothing(federation, text_of):
    Contact.objects.create(network_id="olpe", person_id="c", function="moderation", since=date(2019, 1, 1), until=SINCE)
    Contact.objects.create(network_id="olpe", person_id="c", function="moderation", since=TODAY + timedelta(1))
    assert "Toni Beispiel" in text_of(BEFORE)


def test_of_two_functions_of_unknown_beginning_the_unnamed_one_counts(federation, text_of):
    Contact.objects.filter(person_id="c").update(since=None)
    Contact.objects.create(network_id="olpe", person_id="c", function="moderation")
    assert "Toni Beispiel" not in text_of(BEFORE)


def test_a_partner_that_came_back_unlisted_is_not_named_before(federation, text_of):
    Partnership.objects.filter(organisation_id="kammer").update(until=CHANGE)
    assert "Kammer Süd" in text_of(BEFORE)
    Partnership.objects.create(network_id="sauerland", organisation_id="kammer", since=date(2025, 1, 1))
    text = text_of(BEFORE)
    assert "Kammer Süd" not in text
    assert "2 weitere Partner sind dabei" in text


def test_the_organisation_of_one_consultant_does_not_name_who_withdrew(federation, text_of):
    berater = Organisation.objects.get(pk="berater")
    Partnership.objects.filter(organisation=berater).update(since=CHANGE)
    Contact.objects.filter(person_id="m").update(shown=True)
    assert "Beratung Geheim" not in text_of(BEFORE)  # the partnership came later, and is unlisted
    Partnership.objects.filter(organisation=berater).delete()
    assert "Beratung Geheim" in text_of(BEFORE)
    Contact.objects.create(network_id="olpe", person_id="m", function="moderation", since=CHANGE)
    text = text_of(BEFORE)
    assert "Verborgene Person" not in text
    assert "Beratung Geheim" not in text


def test_a_past_day_takes_as_many_statements_for_thirty_rows_as_for_one(client, federation, count_queries):
    address = "/netzwerke/sauerland/" + BEFORE
    client.get(address)
    one = count_queries(lambda: client.get(address))
    for number in range(30):
        organisation = make_organisation(f"o{number}", seat_id="05966024")
        Partnership.objects.create(network_id="sauerland", organisation=organisation, since=SINCE, listed=True)
        Contact.objects.create(
            network_id="sauerland", person=make_person(f"p{number}"), function="moderation", since=SINCE, shown=True
        )
    assert count_queries(lambda: client.get(address)) == one <= 6


def test_each_day_has_a_page_of_its_own_in_the_cache(page_cache, federation, client, is_hit):
    first, second = (client.get("/netzwerke/sauerland/" + query) for query in (BEFORE, AFTER))
    assert first["ETag"] != second["ETag"]
    assert is_hit(client, "/netzwerke/sauerland/?utm=x&" + BEFORE[1:])


spans = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), periods, st.booleans()), max_size=8)


@given(contacts=spans, partners=spans, day=days)
def test_nothing_appears_that_todays_rules_would_hide(client, rolled_back, contacts, partners, day):
    with rolled_back():
        networks = [make_network("a"), make_network("b")]
        cover(networks[0], "05966")
        for who in range(3):
            make_person(f"p{who}", name=f"Mensch-{who}")
            make_organisation(f"o{who}", name=f"Stelle-{who}", kind="consultancy")
        functions = {}
        for who, where, period, shown in contacts:
            same = functions.setdefault((who, where), [])
            if any(other.overlaps(period) for other, _ in same):
                continue
            same.append((period, shown))
            Contact.objects.create(
                network=networks[where], person_id=f"p{who}", function=ContactFunction.COORDINATION,
                organisation_id=f"o{who}", since=period.since, until=period.until, shown=shown,
            )  # fmt: skip
        memberships = {}
        for who, where, period, listed in partners:
            same = memberships.setdefault((who, where), [])
            if any(other.overlaps(period) for other, _ in same):
                continue
            same.append((period, listed))
            Partnership.objects.create(
                network=networks[where], organisation_id=f"o{who}",
                since=period.since, until=period.until, listed=listed,
            )  # fmt: skip
        text = client.get(f"/netzwerke/a/?stand={day}").content.decode() if day < TODAY else ""
        for who in range(3):
            everywhere = [row for where in (0, 1) for row in functions.get((who, where), ())]
            named = [
                row for row in functions.get((who, 0), ()) if row[0].is_in_force(day) and _still_agrees(row, everywhere)
            ]
            assert (f"Mensch-{who}" in text) == bool(named and text)
            spans_here = memberships.get((who, 0), ())
            listed = [row for row in spans_here if row[0].is_in_force(day) and _still_agrees(row, spans_here)]
            unlisted_now = any(not agrees and period.is_in_force(TODAY) for period, agrees in spans_here)
            assert not (f"Stelle-{who}" in text and (unlisted_now or not (listed or named)))


def _still_agrees(row, rows):
    period, agrees = row
    return agrees and not any(
        not other_agrees
        and beginning(other) <= TODAY
        and (period.since is None or beginning(other) > beginning(period))
        for other, other_agrees in rows
    )
