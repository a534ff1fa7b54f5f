"""Another id for a record, and two records that become one."""

import json
from datetime import date

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core import journal
from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.merging import merge_organisations
from mittelnetz.register.actions.networks import form_network
from mittelnetz.register.actions.organisations import add_organisation
from mittelnetz.register.actions.renaming import rename_network, rename_organisation
from mittelnetz.register.models import (
    Contact,
    FederationPartnership,
    FormerId,
    IntermediaryOverride,
    Network,
    Organisation,
    Partnership,
    ServiceArea,
)
from mittelnetz.register.queries.former_ids import current_id, former_ids
from mittelnetz.register.queries.links import links_to, numbers_of_links
from mittelnetz.register.words import LINKS
from tests.factories import ACTOR, AT, DAY, make_network, make_organisation, make_person
from tests.periods import periods

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}
LATER = date(2026, 3, 1)


@pytest.fixture(autouse=True)
def journal_and_references_are_whole_afterwards(db):
    yield
    connection.check_constraints()
    assert journal.verify().problems == []


def last_entry():
    entry = Entry.objects.latest("number")
    return entry.verb, entry.subject, json.loads(entry.changes)


def test_a_renamed_network_keeps_everything_and_its_former_id_leads_to_it():
    network = make_network("alt", name="Netzwerk Alt")
    partnership = Partnership.objects.create(network=network, organisation=make_organisation(), since=DAY)
    renamed = rename_network(network=network, id="neu", **WHO)
    assert (renamed.pk, renamed.name) == ("neu", "Netzwerk Alt")
    partnership.refresh_from_db()
    assert partnership.network_id == "neu"
    assert renamed.statuses.count() == 1
    assert not Network.objects.filter(pk="alt").exists()
    assert current_id(Network, "alt") == "neu"
    assert last_entry() == ("register.network_renamed", "networks/neu", {"former": "alt"})


def test_a_renamed_organisation_keeps_what_lies_above_and_below_it():
    middle = make_organisation("mitte", parent=make_organisation("oben"))
    make_organisation("unten", parent=middle)
    rename_organisation(organisation=middle, id="zentrum", **WHO)
    assert dict(Organisation.objects.values_list("pk", "parent")) == {
        "oben": None, "zentrum": "oben", "unten": "zentrum",
    }  # fmt: skip
    assert last_entry() == ("register.organisation_renamed", "organisations/zentrum", {"former": "mitte"})


def test_several_renames_collapse_to_the_last():
    network = make_network("a")
    for id in ("b", "c"):
        network = rename_network(network=network, id=id, **WHO)
    assert former_ids() == {"networks": {"a": "c", "b": "c"}, "organisations": {}}


def test_a_record_may_get_its_own_former_id_back():
    network = rename_network(network=make_network("a"), id="b", **WHO)
    rename_network(network=network, id="a", **WHO)
    assert former_ids()["networks"] == {"b": "a"}


@pytest.mark.parametrize("id", ["andere", "net"])
def test_an_id_that_is_taken_is_refused(id):
    make_network("andere")
    with pytest.raises(Refused, match="schon vergeben"):
        rename_network(network=make_network(), id=id, **WHO)


@pytest.mark.parametrize("id", ["", "am bach", "grün", "x" * 81, "a/b", "neu\n"])
def test_an_id_that_is_none_is_refused(id):
    with pytest.raises(Refused, match="höchstens 80 Zeichen"):
        rename_network(network=make_network(), id=id, **WHO)


def test_the_former_id_of_another_record_stays_its_own():
    rename_network(network=make_network("a"), id="b", **WHO)
    rename_organisation(organisation=make_organisation("o"), id="p", **WHO)
    for change in (
        lambda: rename_network(network=make_network("c"), id="a", **WHO),
        lambda: form_network(id="a", name="Netzwerk", since=DAY, **WHO),
        lambda: add_organisation(id="o", name="Kammer", kind="chamber", **WHO),
    ):
        with pytest.raises(Refused, match=r"gehörte früher zu „[bp]“"):
            change()
    make_network("o")  # each list has ids of its own
    rename_network(network=Network.objects.get(pk="o"), id="p", **WHO)


def test_what_was_renamed_meanwhile_is_refused():
    network = make_network()
    rename_network(network=network, id="neu", **WHO)
    with pytest.raises(Refused, match="laden Sie die Seite neu"):
        rename_network(network=network, id="neuer", **WHO)


@pytest.mark.parametrize("model", [Network, Organisation])
def test_every_foreign_key_to_a_renamed_record_is_known(model):
    """Also those without a way back, and those of other rooms."""
    found = {(link.related_model._meta.label, link.field.name) for link in links_to(model)}
    assert {"register.Partnership", "register.FormerId", "bodies.Seat"} <= {label for label, _ in found}
    assert ("bodies.Attendance", "representing") in found or model is Organisation
    assert ("offers.Offer", "organisation") in found or model is Network


def test_of_two_merged_organisations_one_holds_everything():
    kept, merged = make_organisation("bleibt", name="Kammer"), make_organisation("geht", name="Kammer (doppelt)")
    network = make_network()
    Partnership.objects.create(network=network, organisation=kept, since=DAY, until=LATER)
    Partnership.objects.create(network=network, organisation=merged, since=LATER)
    Contact.objects.create(network=network, person=make_person(), function="moderation", organisation=merged)
    make_organisation("unten", parent=merged)
    for organisation, regions in ((kept, ["05758"]), (merged, ["05758", "05966"])):
        ServiceArea.objects.bulk_create(ServiceArea(organisation=organisation, region_id=key) for key in regions)
    rename_organisation(organisation=make_organisation("x"), id="y", **WHO)
    merged = rename_organisation(organisation=merged, id="geht-bald", **WHO)
    found = merge_organisations(kept=kept, merged=merged, **WHO)
    assert (found.pk, found.name) == ("bleibt", "Kammer")
    assert set(Partnership.objects.values_list("organisation", flat=True)) == {"bleibt"}
    assert set(Contact.objects.values_list("organisation", flat=True)) == {"bleibt"}
    assert set(found.service_areas.values_list("region_id", flat=True)) == {"05758", "05966"}
    assert [child.pk for child in found.children.all()] == ["unten"]
    assert former_ids()["organisations"] == {"geht": "bleibt", "geht-bald": "bleibt", "x": "y"}
    assert last_entry() == ("register.organisations_merged", "organisations/bleibt", {"merged": "geht-bald"})


@pytest.mark.parametrize("under", ["geht", "dazwischen"])
def test_what_lay_under_the_other_one_takes_its_place(under):
    merged = make_organisation("geht", parent=make_organisation("oben"))
    make_organisation("dazwischen", parent=merged)
    kept = make_organisation("bleibt", parent_id=under)
    merge_organisations(kept=kept, merged=merged, **WHO)
    assert dict(Organisation.objects.values_list("pk", "parent")) == {
        "oben": None, "bleibt": "oben", "dazwischen": "bleibt",
    }  # fmt: skip


def test_what_lay_above_the_other_one_stays_there():
    kept = make_organisation("bleibt")
    merged = make_organisation("geht", parent=make_organisation("dazwischen", parent=kept))
    make_organisation("unten", parent=merged)
    merge_organisations(kept=kept, merged=merged, **WHO)
    assert dict(Organisation.objects.values_list("pk", "parent")) == {
        "bleibt": None, "dazwischen": "bleibt", "unten": "bleibt",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("model", "fields", "sentence"),
    [
        (Partnership, {"network_id": "net"}, "Partner von „Netzwerk net“"),
        (FederationPartnership, {"level": "regional"}, r"Partner der Offensive \(regional\)"),
        (IntermediaryOverride, {"counts": True}, "ob sie intermediär sind"),
    ],
)
def test_two_that_hold_the_same_at_once_are_not_merged(model, fields, sentence):
    make_network()
    kept, merged = make_organisation("bleibt"), make_organisation("geht")
    model.objects.create(organisation=kept, since=DAY, until=LATER, **fields)
    row = model.objects.create(organisation=merged, **fields)
    with pytest.raises(Refused, match=sentence):
        merge_organisations(kept=kept, merged=merged, **WHO)
    assert not Entry.objects.exists()
    model.objects.filter(pk=row.pk).update(since=LATER)
    merge_organisations(kept=kept, merged=merged, **WHO)
    assert model.objects.filter(organisation=kept).count() == 2


def test_an_organisation_is_not_merged_with_itself_nor_twice():
    kept, merged = make_organisation("bleibt"), make_organisation("geht")
    with pytest.raises(Refused, match="zweimal dieselbe"):
        merge_organisations(kept=kept, merged=kept, **WHO)
    merge_organisations(kept=kept, merged=merged, **WHO)
    with pytest.raises(Refused, match="laden Sie die Seite neu"):
        merge_organisations(kept=kept, merged=merged, **WHO)


rows = st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 1), periods), max_size=6)


@given(rows=rows)
def test_merging_works_wherever_the_guards_allow_it(rolled_back, rows):
    """What is refused would overlap, and what is not refused does not."""
    with rolled_back():
        organisations = {id: make_organisation(id) for id in "ab"}
        networks = [make_network("n0"), make_network("n1")]
        kept_apart = []
        for who, where, period in rows:
            if not any(other[:2] == (who, where) and other[2].overlaps(period) for other in kept_apart):
                kept_apart.append((who, where, period))
                Partnership.objects.create(
                    network=networks[where], organisation=organisations[who], since=period.since, until=period.until
                )
        clash = any(
            one[1] == other[1] and one[0] != other[0] and one[2].overlaps(other[2])
            for one in kept_apart
            for other in kept_apart
        )
        try:
            merge_organisations(kept=organisations["a"], merged=organisations["b"], **WHO)
        except Refused:
            assert clash
        else:
            assert not clash
            assert Partnership.objects.filter(organisation="a").count() == len(kept_apart)
            assert FormerId.objects.get().former == "b"


def test_whatever_refers_to_an_organisation_has_a_name():
    kept = make_organisation("bleibt")
    assert {relation.related_model._meta.model_name for relation in links_to(Organisation)} == set(LINKS)
    Partnership.objects.create(network=make_network("a"), organisation=kept, since=DAY)
    make_organisation("unten", parent=kept)
    assert {str(name): number for name, number in numbers_of_links(kept)} == {
        "untergeordnete Organisationen": 1,
        "Partnerschaften in Netzwerken": 1,
    }
