"""The history of a network: what and when from the register, who from the journal; nobody hidden is named."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core import journal
from mittelnetz.core.models import PersonalPart
from mittelnetz.people.actors import COMMAND_LINE, Actor
from mittelnetz.regions.models import Region
from mittelnetz.register import events
from mittelnetz.register.actions import contacts, networks, partnerships, regions, ties
from mittelnetz.register.models import Contact, NetworkRegion, NetworkStatus, Partnership
from mittelnetz.register.queries import entries
from mittelnetz.register.words import ContactFunction, CooperationKind, Status
from mittelnetz.rulebook.periods import beginning
from tests.factories import make_network, make_organisation, make_person
from tests.periods import periods

TODAY = date(2026, 1, 6)
AT = datetime(2025, 3, 1, 23, 30, tzinfo=UTC)
DAY = date(2025, 2, 1)
SINCE = date(2020, 1, 1)


@pytest.fixture(autouse=True)
def today(clock):
    clock(datetime(TODAY.year, TODAY.month, TODAY.day, 12, tzinfo=UTC))


@pytest.fixture
def told(client):
    """The lines of a network's history as one reads them, under their headings."""

    def read(network="sauerland", prefix=""):
        response = client.get(f"{prefix}/netzwerke/{network}/verlauf/")
        assert response.status_code == 200
        text = response.content.decode().partition("<main")[2].partition("</main>")[0]
        found = {}
        for chapter in re.findall(r"<section.*?</section>", text, re.DOTALL):
            heading = re.search(r"<h2[^>]*>(.*?)</h2>", chapter)[1]
            lines = re.findall(r"<li>(.*?)</li>", chapter, re.DOTALL)
            found[heading] = [_plain(line) for line in lines]
        return found

    return read


def _plain(html):
    return " ".join(re.sub(r"<small>", " | ", re.sub(r"<(?!small>)[^>]*>", "", html)).split())


def lines_of(told_):
    return [line for lines in told_.values() for line in lines]


def test_what_happened_and_when_is_told_newest_first_year_by_year(federation, told):
    Partnership.objects.filter(organisation_id="kammer").update(until=date(2024, 6, 1))
    NetworkRegion.objects.filter(network_id="sauerland", region_id="05958").update(until=date(2024, 12, 31))
    assert told() == {
        "2024": [
            "31. Dezember 2024: Hochsauerlandkreis gehört nicht mehr zur Region.",
            "1. Juni 2024: Kammer Süd ist nicht mehr Partner.",
        ],
        "2020": [
            "1. Januar 2020: Das Netzwerk ist anerkannt.",
            "1. Januar 2020: Hochsauerlandkreis kommt zur Region dazu.",
            "1. Januar 2020: Kreis Olpe kommt zur Region dazu.",
            "1. Januar 2020: Kammer Süd wird Partner.",
            "1. Januar 2020: Eine Ansprechperson, die nicht genannt werden möchte, übernimmt die Moderation.",
            "1. Januar 2020: Toni Beispiel übernimmt die Koordination.",
            "1. Januar 2020: Die Verschachtelung mit Netzwerk Olpe beginnt. Sie gilt, sobald beide zugestimmt haben.",
            "1. Januar 2020: Das Netzwerk stimmt der Verschachtelung mit Netzwerk Olpe zu.",
            "1. Januar 2020: Die Zusammenarbeit mit Netzwerk Olpe beginnt (Netzwerk).",
        ],
        "Schon vor Beginn der Aufzeichnung": ["Das Netzwerk arbeitet mit Fachgruppe Handwerk zusammen (Fachgruppe)."],
    }


def test_the_other_side_tells_it_from_its_own_place(federation, told):
    assert "1. Januar 2020: Netzwerk Sauerland stimmt der Verschachtelung zu." in told("olpe")["2020"]


def test_the_page_of_the_network_leads_there_and_back(federation, client):
    assert 'href="/netzwerke/sauerland/verlauf/"' in client.get("/netzwerke/sauerland/").content.decode()
    text = client.get("/netzwerke/sauerland/verlauf/").content.decode()
    assert '<a href="/netzwerke/sauerland/">Netzwerk Sauerland</a>' in text
    assert '<a href="/organisationen/kammer/">Kammer Süd</a>' in text
    assert '<a href="/regionen/05966/">Kreis Olpe</a>' in text


def test_unknown_beginnings_and_days_to_come_are_told_right(db, told):
    network = make_network(status=None)
    NetworkStatus.objects.create(network=network, status=Status.RECOGNISED, until=date(2027, 1, 1))
    NetworkStatus.objects.create(network=network, status=Status.DISSOLVED, since=date(2027, 1, 1))
    Partnership.objects.create(network=network, organisation=make_organisation(name="Kammer"), listed=True)
    Contact.objects.create(
        network=network, person=make_person(), function="moderation", since=TODAY + timedelta(1), shown=True
    )
    assert told("net") == {
        "2027": ["ab dem 1. Januar 2027: Das Netzwerk ist aufgelöst."],
        "2026": ["ab dem 7. Januar 2026: Toni Beispiel übernimmt die Moderation."],
        "Schon vor Beginn der Aufzeichnung": ["Das Netzwerk ist anerkannt.", "Kammer ist Partner."],
    }


def test_a_status_without_a_successor_ends(db, told):
    network = make_network(status=None)
    NetworkStatus.objects.create(network=network, status=Status.APPLIED, since=DAY, until=date(2025, 5, 1))
    line = "1. Mai 2025: Der Status „Anerkennung beantragt“ endet. Ein neuer ist nicht eingetragen."
    assert told("net")["2025"][0] == line


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_sentence(db, told, status):
    make_network(status=status)
    assert lines_of(told("net"))[0].startswith("1. Januar 2020: ")


@pytest.mark.parametrize("kind", CooperationKind)
def test_every_kind_of_cooperation_has_its_word(db, told, kind, actor):
    ties.begin_cooperation(id="c", network=make_network(), other="X", kind=kind, since=DAY, actor=actor, at=AT)
    assert str(kind.label) in told("net")["2025"][0]


def test_nothing_on_record_is_said(client, db):
    make_network(status=None)
    assert "Für dieses Netzwerk ist noch nichts eingetragen." in client.get("/netzwerke/net/verlauf/").content.decode()


def test_a_network_that_does_not_exist_has_no_history(client, db):
    assert client.get("/netzwerke/nie/verlauf/").status_code == 404


def act(actor):
    """One of everything that is entered about a network, with its end."""
    who = {"actor": actor, "at": AT}
    network = networks.form_network(id="net", name="Netzwerk", since=DAY, **who)
    other = make_network("zwei", status=None)
    end = date(2025, 3, 1)
    region = regions.add_region(network=network, region=Region.objects.get(key="05966"), since=DAY, **who)
    regions.end_region(network_region=region, on=end, **who)
    partnership = partnerships.begin_partnership(
        network=network, organisation=make_organisation(), since=DAY, listed=True, **who
    )
    partnerships.end_partnership(partnership=partnership, on=end, **who)
    contact = contacts.begin_contact(
        network=network, person=make_person("k"), function="moderation", organisation=None, since=DAY, shown=True, **who
    )
    contacts.end_contact(contact=contact, on=end, **who)
    nesting = ties.propose_nesting(id="n", first=network, second=other, since=DAY, **who)
    ties.consent_to_nesting(nesting=nesting, network=other, on=DAY, **who)
    ties.end_nesting(nesting=nesting, on=end, **who)
    cooperation = ties.begin_cooperation(id="c", network=network, other=other, kind="network", since=DAY, **who)
    ties.end_cooperation(cooperation=cooperation, on=end, **who)


def test_of_everything_entered_it_is_told_who_entered_it_and_when(db, told):
    act(COMMAND_LINE)
    lines = lines_of(told("net"))
    assert len(lines) == 12
    assert [line for line in lines if not line.endswith(" | eingetragen am 2. März 2025 über die Befehlszeile")] == []


def test_rows_that_nobody_entered_one_by_one_say_nothing_of_it(federation, told):
    assert [line for line in lines_of(told()) if "eingetragen am" in line] == []


@pytest.mark.parametrize("change", [{"organisation": "other"}, {"since": "2025-02-02"}])
def test_an_entry_that_does_not_fit_the_row_is_not_told(db, told, actor, change):
    Partnership.objects.create(network=make_network(), organisation=make_organisation(), since=DAY, listed=True)
    fitting = {"organisation": "org", "since": DAY.isoformat()}
    record = {"event": events.PARTNERSHIP_BEGUN, "subject": "networks/net", "actor": actor, "at": AT}
    journal.record(**record, changes={**fitting, **change})
    assert "eingetragen" not in told("net")["2025"][0]
    journal.record(**record, changes=fitting)
    assert "eingetragen" in told("net")["2025"][0]


def partnership_entered_by(person, **changes):
    Partnership.objects.create(network=make_network(), organisation=make_organisation(), since=DAY, listed=True)
    return journal.record(
        events.PARTNERSHIP_BEGUN,
        subject="networks/net",
        actor=Actor.person(person),
        at=AT,
        changes={"organisation": "org", "since": DAY.isoformat(), **changes},
        personal={"note": "Frau Muster bat darum"},
    )


def test_who_entered_it_is_named_where_they_are_a_contact_today(db, told):
    person = make_person()
    partnership_entered_by(person)
    unnamed = "| eingetragen am 2. März 2025 von einer dazu berechtigten Person"
    assert unnamed in told("net")["2025"][0]
    contact = Contact.objects.create(network=make_network("zwei"), person=person, function="moderation", shown=True)
    assert "| eingetragen am 2. März 2025 von Toni Beispiel" in told("net")["2025"][0]
    for hidden in ({"shown": False}, {"until": TODAY}, {"since": TODAY + timedelta(1)}):
        Contact.objects.filter(pk=contact.pk).update(**{"shown": True, "since": None, "until": None, **hidden})
        assert unnamed in told("net")["2025"][0]
    Contact.objects.filter(pk=contact.pk).update(shown=True, since=None, until=None)
    NetworkStatus.objects.filter(network_id="zwei").update(status=Status.DISSOLVED)
    assert unnamed in told("net")["2025"][0]


def test_who_does_not_want_to_be_named_in_one_network_is_not_named_by_what_they_entered_there(db, told):
    person = make_person()
    network = partnership_entered_by(person).subject.partition("/")[2]
    Contact.objects.create(network_id=network, person=person, function="moderation", since=SINCE)
    Contact.objects.create(network=make_network("zwei"), person=person, function="moderation", since=DAY, shown=True)
    assert "Toni Beispiel" not in str(told(network))
    assert "von einer dazu berechtigten Person" in str(told(network))


def test_the_norm_of_an_entry_is_told_and_leads_to_the_criteria(db, told, client):
    partnership_entered_by(make_person(), norm="RB2.1")
    assert told("net")["2025"][0].endswith("berechtigten Person · Grundlage: RB2.1")
    assert '<a href="/kriterien/#RB2.1">' in client.get("/netzwerke/net/verlauf/").content.decode()


def test_a_norm_that_is_none_is_not_told(db, told):
    partnership_entered_by(make_person(), norm="<XX>")
    assert "Grundlage" not in told("net")["2025"][0]


def test_personal_parts_are_not_told_and_may_be_erased(db, told, client):
    entry = partnership_entered_by(make_person())
    assert "Muster" not in client.get("/netzwerke/net/verlauf/").content.decode()
    before = told("net")
    PersonalPart.objects.filter(entry=entry).delete()
    assert told("net") == before


def test_entries_that_are_not_public_are_never_told(federation, told, actor):
    changes = {"organisation": "kammer", **dict.fromkeys(("since", "until", "on"), SINCE.isoformat())}
    hidden = [event for event in vars(events).values() if isinstance(event, journal.Event) and not event.is_public]
    for event in hidden:
        journal.record(event, subject="networks/sauerland", actor=actor, at=AT, changes=changes)
    assert hidden
    assert [line for line in lines_of(told()) if "eingetragen" in line] == []
    assert set(entries._PUBLIC).isdisjoint(event.verb for event in hidden)


def test_it_takes_as_many_statements_for_thirty_rows_as_for_one(client, federation, count_queries, actor):
    def add(number):
        partnerships.begin_partnership(
            network=sauerland, organisation=make_organisation(f"o{number}"), since=DAY, listed=True,
            actor=Actor.person(make_person(f"p{number}")), at=AT,
        )  # fmt: skip
        Contact.objects.create(network=sauerland, person_id=f"p{number}", function="moderation", since=DAY, shown=True)

    sauerland = Partnership.objects.get(organisation_id="kammer").network
    address = "/netzwerke/sauerland/verlauf/"
    add(0)
    client.get(address)
    one = count_queries(lambda: client.get(address))
    for number in range(1, 30):
        add(number)
    assert count_queries(lambda: client.get(address)) == one <= 6


def test_english_tells_the_same(federation, told):
    lines = told(prefix="/en")["2020"]
    assert "1 January 2020: Kammer Süd becomes a partner." in lines
    assert "1 January 2020: Somebody who does not want to be named takes over as contact (Facilitation)." in lines


spans = st.lists(st.tuples(st.integers(0, 2), st.integers(0, 1), periods, st.booleans()), max_size=8)


@given(contacts_=spans, partners=spans)
def test_nobody_is_named_whom_todays_rules_would_hide(client, rolled_back, contacts_, partners):
    with rolled_back():
        for name in ("a", "b"):
            make_network(name)
        for who in range(3):
            make_person(f"p{who}", name=f"Mensch-{who}")
            make_organisation(f"o{who}", name=f"Stelle-{who}")
        held, joined = _apart(contacts_), _apart(partners)
        for who, network, period, shown in held:
            Contact.objects.create(
                network_id=network, person_id=f"p{who}", function=ContactFunction.COORDINATION,
                since=period.since, until=period.until, shown=shown,
            )  # fmt: skip
        for who, network, period, listed in joined:
            Partnership.objects.create(
                network_id=network, organisation_id=f"o{who}", since=period.since, until=period.until, listed=listed
            )
        text = client.get("/netzwerke/a/verlauf/").content.decode()
        for who in range(3):
            everywhere = [row for row in held if row[0] == who]
            here = [row for row in joined if row[:2] == (who, "a")]
            named = any(row[1] == "a" and _still_agrees(row, everywhere) for row in everywhere)
            assert (f"Mensch-{who}" in text) == named
            assert (f"Stelle-{who}" in text) == any(_still_agrees(row, here) for row in here)


def _apart(rows):
    kept = []
    for who, where, period, agrees in rows:
        network = "ab"[where]
        if not any(row[:2] == (who, network) and row[2].overlaps(period) for row in kept):
            kept.append((who, network, period, agrees))
    return kept


def _still_agrees(row, rows):
    *_, period, agrees = row
    return agrees and not any(
        not other_agrees
        and beginning(other) <= TODAY
        and (period.since is None or beginning(other) > beginning(period))
        for *_, other, other_agrees in rows
    )
