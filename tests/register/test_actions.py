"""Actions of the register: what they change, what they refuse, what they write into the journal."""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.persons import NewPerson, enter_person
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account
from mittelnetz.regions.models import Region
from mittelnetz.register import events
from mittelnetz.register.actions import (
    contacts,
    federation_partnerships,
    networks,
    organisations,
    partnerships,
    regions,
    ties,
)
from mittelnetz.register.answers import Given
from mittelnetz.register.models import (
    Contact,
    FederationPartnership,
    FrameworkVersion,
    IntermediaryOverride,
    NetworkStatus,
    Partnership,
)
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}


def last_entry() -> Entry:
    return Entry.objects.latest("number")


def changes() -> dict[str, Any]:
    return json.loads(last_entry().changes)


def make_region(key: str = "05758") -> Region:
    region, _ = Region.objects.get_or_create(
        key=key, defaults={"level": "kreis", "name": key, "full_name": key, "status_on": DAY}
    )
    return region


def test_partnership_lasts_from_its_first_day_to_the_day_before_its_end():
    network, organisation = make_network(), make_organisation()
    partnership = partnerships.begin_partnership(
        network=network, organisation=organisation, since=DAY, listed=True, **WHO
    )
    partnerships.end_partnership(partnership=partnership, on=date(2026, 3, 1), **WHO)

    def partners(day: date) -> list[str]:
        return [row.organisation_id for row in Partnership.objects.in_force(day)]

    assert partners(date(2026, 2, 13)) == []
    assert partners(DAY) == ["org"]
    assert partners(date(2026, 2, 28)) == ["org"]
    assert partners(date(2026, 3, 1)) == []
    assert last_entry().verb == "register.partnership_ended"
    assert last_entry().subject == "networks/net"
    assert changes() == {"organisation": "org", "until": "2026-03-01"}


def test_partner_that_left_can_come_back_later():
    network, organisation = make_network(), make_organisation()
    Partnership.objects.create(network=network, organisation=organisation, since=None, until=date(2024, 1, 1))
    partnerships.begin_partnership(network=network, organisation=organisation, since=DAY, listed=False, **WHO)
    assert Partnership.objects.count() == 2


@pytest.mark.parametrize("until", [None, date(2030, 1, 1), date(2026, 2, 15)])
def test_partner_cannot_join_twice(until: date | None):
    network, organisation = make_network(), make_organisation()
    Partnership.objects.create(network=network, organisation=organisation, since=date(2020, 1, 1), until=until)
    with pytest.raises(Refused, match="schon Partner"):
        partnerships.begin_partnership(network=network, organisation=organisation, since=DAY, listed=True, **WHO)
    assert not Entry.objects.exists()


def test_partnership_cannot_end_before_it_begins_nor_twice():
    network, organisation = make_network(), make_organisation()
    partnership = Partnership.objects.create(network=network, organisation=organisation, since=DAY)
    with pytest.raises(Refused, match=r"beginnt erst am 14\. Februar 2026.*15\. Februar 2026"):
        partnerships.end_partnership(partnership=partnership, on=DAY, **WHO)
    partnerships.end_partnership(partnership=partnership, on=date(2026, 3, 1), **WHO)
    with pytest.raises(Refused, match=r"endet schon am 1\. März 2026"):
        partnerships.end_partnership(partnership=partnership, on=date(2026, 5, 1), **WHO)


def test_refusing_a_partner_needs_a_reason_and_an_open_request():
    network, organisation = make_network(), make_organisation()
    request = partnerships.receive_partner_request(network=network, organisation=organisation, on=DAY, **WHO)
    with pytest.raises(Refused) as refusal:
        partnerships.decide_partner_request(request=request, outcome="refused", on=DAY, **WHO)
    assert refusal.value.norm == "RB2.1"
    partnerships.decide_partner_request(
        request=request, outcome="refused", reason="not_committed_to_aims", on=DAY, **WHO
    )
    assert changes()["reason"] == "not_committed_to_aims"
    with pytest.raises(Refused, match="schon entschieden"):
        partnerships.decide_partner_request(request=request, outcome="accepted", on=DAY, **WHO)


def test_second_request_waits_for_the_first():
    network, organisation = make_network(), make_organisation()
    partnerships.receive_partner_request(network=network, organisation=organisation, on=DAY, **WHO)
    with pytest.raises(Refused, match="schon offen"):
        partnerships.receive_partner_request(network=network, organisation=organisation, on=DAY, **WHO)


def test_listing_and_invitation_to_the_federation_are_kept_with_the_partnership():
    partnership = Partnership.objects.create(network=make_network(), organisation=make_organisation(), since=DAY)
    partnerships.change_listing(partnership=partnership, listed=True, given=Given(DAY), **WHO)
    assert changes() == {"organisation": "org", "listed": True, "wording": "", "on": "2026-02-14"}
    partnerships.ask_to_join_federation(partnership=partnership, on=DAY, **WHO)
    partnership.refresh_from_db()
    assert (partnership.listed, partnership.asked_to_join_federation_on) == (True, DAY)


def test_two_people_may_moderate_at_once_but_nobody_twice():
    network, first, second = make_network(), make_person("p1"), make_person("p2")
    function = {"network": network, "function": "moderation", "organisation": None, "since": DAY, "shown": False}
    contacts.begin_contact(person=first, **function, **WHO)
    contact = contacts.begin_contact(person=second, **function, **WHO)
    with pytest.raises(Refused, match="schon"):
        contacts.begin_contact(person=first, **function, **WHO)
    contacts.change_showing(contact=contact, shown=True, given=Given(DAY), **WHO)
    assert last_entry().on_behalf_of == person_reference(second)
    said = {"shown": True, "wording": "", "on": "2026-02-14"}
    assert changes() == {"person": person_reference(second), "function": "moderation", **said}
    contacts.end_contact(contact=contact, on=date(2026, 3, 1), **WHO)
    assert list(Contact.objects.in_force(date(2026, 3, 1)).values_list("person", flat=True)) == ["p1"]


def test_a_function_that_was_entered_wrongly_is_put_right_or_taken_away():
    held = {"network": make_network(), "person": make_person(), "function": "moderation"}
    Contact.objects.create(**held, since=date(2015, 1, 1), until=date(2018, 1, 1))
    contact = Contact.objects.create(**held, since=DAY)
    with pytest.raises(Refused, match="schon einen Eintrag"):
        contacts.correct_contact(contact=contact, since=date(2017, 1, 1), until=None, **WHO)
    contacts.correct_contact(contact=contact, since=date(2018, 1, 1), until=DAY, **WHO)
    assert (last_entry().verb, changes()["before"], changes()["after"]) == (
        "register.contact_corrected",
        ["2026-02-14", None],
        ["2018-01-01", "2026-02-14"],
    )
    contacts.strike_contact(contact=contact, **WHO)
    assert Contact.objects.count() == 1
    assert last_entry().verb == "register.contact_struck"


class TestConsent:
    """Whether somebody is named in public is their own word."""

    @pytest.fixture
    def begin(self):
        function = {"network": make_network(), "function": "moderation", "organisation": None, "since": DAY}
        return lambda person, *, actor=ACTOR: contacts.begin_contact(
            person=person, shown=True, **function, actor=actor, at=AT
        )

    def test_nobody_passes_on_what_somebody_with_e_mail_can_say(self, begin):
        with pytest.raises(Refused, match="sagt selbst"):
            begin(make_person(email="toni@example.org"))
        with pytest.raises(Refused, match="sagt selbst"):
            begin(NewPerson("Toni", email="toni@example.org"))
        assert not Contact.objects.exists()

    def test_of_somebody_without_e_mail_the_journal_says_who_passed_it_on(self, begin):
        person = begin(NewPerson("Toni", phone="030 1")).person
        assert (last_entry().actor, last_entry().on_behalf_of) == (ACTOR.reference, person_reference(person))

    def test_people_speak_for_themselves(self, begin):
        person = make_person(email="toni@example.org")
        assert begin(person, actor=Actor.person(person)).shown
        assert last_entry().on_behalf_of == ""

    def test_to_take_it_back_anybody_may_pass_on(self):
        person = make_person(email="toni@example.org")
        contact = Contact.objects.create(network=make_network(), person=person, function="moderation", shown=True)
        contacts.change_showing(contact=contact, shown=False, given=Given(DAY), **WHO)
        assert not Contact.objects.get().shown


def test_somebody_new_is_the_one_with_an_account_of_that_name_and_address():
    person = make_person(name="Toni Beispiel")
    Account.objects.create_user("toni@example.org", person)
    assert enter_person(person=NewPerson("toni beispiel", "Toni@example.org"), **WHO) == person
    colleague = enter_person(person=NewPerson("Kim Beispiel", "toni@example.org"), **WHO)
    assert colleague != person
    assert "kim" not in colleague.pk


def test_journal_names_people_by_reference_only():
    person = make_person(name="Erika Unverwechselbar")
    contacts.begin_contact(
        network=make_network(), person=person, function="coordination", organisation=None, since=DAY, shown=True, **WHO
    )
    entry = last_entry()
    assert "Erika" not in entry.changes + entry.subject
    assert "person" not in entry.subject


def test_forming_network_is_not_recognised():
    network = networks.form_network(id="neu", name="Netzwerk Straße", since=DAY, **WHO)
    assert network.folded_name == "netzwerk strasse"
    assert NetworkStatus.objects.get().status == "forming"
    with pytest.raises(Refused, match="schon vergeben"):
        networks.form_network(id="neu", name="Anderes", since=DAY, **WHO)


def test_changed_texts_stay_out_of_the_journal():
    network = make_network()
    networks.change_network(network=network, details={"name": "Netzwerk Öse", "aims": "Frau Muster hilft"}, **WHO)
    network.refresh_from_db()
    assert network.folded_name == "netzwerk oese"
    assert changes() == {"fields": ["aims", "name"]}


def test_change_without_a_difference_writes_no_entry():
    network = make_network(name="Netzwerk Alt")
    networks.change_network(network=network, details={"name": "Netzwerk Alt"}, **WHO)
    organisation = make_organisation(name="Kammer")
    organisations.change_organisation(organisation=organisation, details={"name": "Kammer"}, **WHO)
    assert not Entry.objects.exists()


def test_network_covers_a_region_for_a_time():
    network, region = make_network(), make_region()
    row = regions.add_region(network=network, region=region, since=DAY, **WHO)
    with pytest.raises(Refused, match="schon zum Netzwerk"):
        regions.add_region(network=network, region=region, since=DAY, **WHO)
    regions.end_region(network_region=row, on=date(2026, 3, 1), **WHO)
    assert changes() == {"region": region.pk, "until": "2026-03-01"}


def test_complaint_is_upheld_before_it_is_remedied():
    complaint = networks.receive_complaint(network=make_network(), about="RB3", on=DAY, **WHO)
    with pytest.raises(Refused, match="noch nicht entschieden"):
        networks.remedy_complaint(complaint=complaint, on=DAY, **WHO)
    with pytest.raises(Refused, match="vor dem vorigen Schritt"):
        networks.uphold_complaint(complaint=complaint, on=date(2026, 2, 13), **WHO)
    networks.uphold_complaint(complaint=complaint, on=DAY, **WHO)
    networks.remedy_complaint(complaint=complaint, on=date(2026, 3, 1), **WHO)
    assert (complaint.upheld_on, complaint.remedied_on) == (DAY, date(2026, 3, 1))


def test_money_stands_in_the_journal_as_text():
    network = make_network()
    fee = networks.begin_fee(network=network, mandatory=True, amount=Decimal("50.00"), since=DAY, **WHO)
    assert changes()["amount"] == "50.00"
    networks.end_fee(fee=fee, on=date(2026, 3, 1), **WHO)
    networks.record_contribution(
        network=network, amount=Decimal("250.00"), on=DAY, giver=make_organisation(), purpose="foundation", **WHO
    )
    assert changes()["amount"] == "250.00"
    networks.declare_no_mandatory_fee(network=network, on=DAY, **WHO)
    network.refresh_from_db()
    assert network.no_mandatory_fee_declared_on == DAY


def test_organisation_is_never_its_own_ancestor():
    top, middle, low = (make_organisation(id) for id in ("top", "middle", "low"))
    organisations.place_under(organisation=low, parent=middle, **WHO)
    organisations.place_under(organisation=middle, parent=top, **WHO)
    for parent in (low, middle, top):
        with pytest.raises(Refused, match="andere übergeordnete Stelle"):
            organisations.place_under(organisation=top, parent=parent, **WHO)
    top.refresh_from_db()
    assert top.parent is None
    organisations.place_under(organisation=low, parent=None, **WHO)
    assert changes() == {"parent": ["middle", None]}
    organisations.place_under(organisation=low, parent=None, **WHO)
    assert Entry.objects.count() == 3  # nothing has changed, so nothing is told


def test_organisation_is_added_and_changed():
    organisation = organisations.add_organisation(
        id="neu", name="Größte Kammer", kind="chamber", details={"phone": "030 23125-400"}, **WHO
    )
    assert changes() == {"fields": ["kind", "name", "phone"], "kind": "chamber"}
    organisations.change_organisation(organisation=organisation, details={"name": "Kleine Kammer"}, **WHO)
    organisation.refresh_from_db()
    assert (organisation.name, organisation.folded_name, organisation.phone) == (
        "Kleine Kammer",
        "kleine kammer",
        "030 23125-400",
    )
    with pytest.raises(Refused, match="schon vergeben"):
        organisations.add_organisation(id="neu", name="Andere", kind="other", **WHO)


def test_a_service_area_grows_and_shrinks():
    organisation = make_organisation()
    first, second = make_region("05758"), make_region("05966")
    organisations.change_service_area(organisation=organisation, add=[first], remove=[], **WHO)
    organisations.change_service_area(organisation=organisation, add=[second], remove=["05758"], **WHO)
    assert changes() == {"added": ["05966"], "removed": ["05758"]}
    organisations.change_service_area(organisation=organisation, add=[second], remove=["05758"], **WHO)
    assert Entry.objects.count() == 2


def test_new_decision_on_intermediary_ends_the_one_before():
    organisation = make_organisation(kind="consultancy")
    for counts, since in ((True, date(2020, 1, 1)), (False, DAY)):
        organisations.decide_intermediary(
            organisation=organisation, counts=counts, reason="Beschluss", since=since, **WHO
        )
    assert [row.counts for row in IntermediaryOverride.objects.in_force(date(2026, 2, 13))] == [True]
    assert [row.counts for row in IntermediaryOverride.objects.in_force(DAY)] == [False]
    with pytest.raises(Refused, match="schon entschieden"):
        organisations.decide_intermediary(organisation=organisation, counts=True, reason="", since=DAY, **WHO)


def test_federation_partnership_of_two_levels_at_once():
    organisation = make_organisation()
    for level in ("national", "regional"):
        federation_partnerships.begin_federation_partnership(organisation=organisation, level=level, since=DAY, **WHO)
    with pytest.raises(Refused, match="schon Partner"):
        federation_partnerships.begin_federation_partnership(
            organisation=organisation, level="regional", since=DAY, **WHO
        )
    row = FederationPartnership.objects.get(level="regional")
    federation_partnerships.end_federation_partnership(partnership=row, on=date(2026, 3, 1), **WHO)
    assert changes() == {"level": "regional", "until": "2026-03-01"}


def test_nesting_takes_the_consent_of_both_and_of_nobody_else():
    outer, inner, stranger = (make_network(id) for id in ("outer", "inner", "stranger"))
    nesting = ties.propose_nesting(id="n1", first=outer, second=inner, since=DAY, **WHO)
    ties.consent_to_nesting(nesting=nesting, network=inner, on=DAY, **WHO)
    with pytest.raises(Refused) as refusal:
        ties.consent_to_nesting(nesting=nesting, network=stranger, on=DAY, **WHO)
    assert refusal.value.norm == "RB9.3"
    nesting.refresh_from_db()
    assert (nesting.first_consented_on, nesting.second_consented_on) == (None, DAY)
    ties.end_nesting(nesting=nesting, on=date(2026, 3, 1), **WHO)
    assert last_entry().verb == events.NESTING_ENDED.verb


def test_cooperation_has_one_other_side():
    network, other = make_network("a"), make_network("b")
    inside = ties.begin_cooperation(id="c1", network=network, other=other, kind="network", since=DAY, **WHO)
    outside = ties.begin_cooperation(id="c2", network=network, other="Fachkreis Nord", kind="inqa", since=DAY, **WHO)
    assert (inside.with_network, inside.with_other) == (other, "")
    assert (outside.with_network, outside.with_other) == (None, "Fachkreis Nord")
    with pytest.raises(Refused, match="nicht mit sich selbst"):
        ties.begin_cooperation(id="c3", network=network, other=network, kind="network", since=DAY, **WHO)
    ties.end_cooperation(cooperation=inside, on=date(2026, 3, 1), **WHO)
    assert changes() == {"until": "2026-03-01"}


def test_new_version_of_a_document_ends_the_one_before():
    for id, version, since in (("f1", "2016-06-06", date(2016, 6, 6)), ("f2", "2026-02-14", DAY)):
        ties.put_framework_in_force(id=id, document="criteria", version=version, since=since, **WHO)
    assert FrameworkVersion.objects.in_force(date(2026, 2, 13)).get().id == "f1"
    assert FrameworkVersion.objects.in_force(DAY).get().id == "f2"
    with pytest.raises(Refused, match="gilt schon eine Fassung"):
        ties.put_framework_in_force(id="f3", document="criteria", version="x", since=DAY, **WHO)


@pytest.mark.parametrize("change", [networks.change_network, organisations.change_organisation])
def test_unknown_detail_is_a_mistake_of_the_programmer(change: Callable[..., Any]):
    subject = (
        {"network": make_network()} if change is networks.change_network else {"organisation": make_organisation()}
    )
    with pytest.raises(TypeError, match="status"):
        change(**subject, details={"status": "recognised"}, **WHO)


def test_a_kind_that_the_office_sets_answers_the_proposal():
    organisation = make_organisation(kind="chamber")
    organisations.propose_kind(organisation=organisation, kind="other", **WHO)
    organisations.change_organisation(organisation=organisation, details={"phone": "1"}, **WHO)
    organisation.refresh_from_db()
    assert organisation.proposed_kind == "other"
    organisations.change_organisation(organisation=organisation, details={"kind": "chamber"}, **WHO)
    organisation.refresh_from_db()
    assert (organisation.kind, organisation.proposed_kind) == ("chamber", "")
