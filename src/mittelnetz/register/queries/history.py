"""What happened to a network and when, from its dated rows; who entered it, from the journal."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Value
from django.db.models.expressions import Combinable

from mittelnetz.core.folding import fold
from mittelnetz.core.nested import NestedRows
from mittelnetz.core.prepared import Prepared
from mittelnetz.people.actors import reference_of
from mittelnetz.register.models import Contact, Cooperation, Nesting, Network, NetworkRegion, Partnership
from mittelnetz.register.queries.consent import may_name_partner, may_name_person
from mittelnetz.register.queries.entries import Entered, Fact, What, entered_facts
from mittelnetz.register.queries.former_ids import former_ids_of
from mittelnetz.register.queries.naming import Named, day_from, regions_from
from mittelnetz.register.queries.standings import status_rows


@dataclass(frozen=True, slots=True)
class Moment:
    """Something begins, ends or is agreed to. `day` is None for what was so before anybody wrote it down.

    `code` is the status, the function, the kind of cooperation, or which network consents. `about` is the other one;
    without a key it has no page, and it is None for a person who is not to be named. `entered` is None where the
    journal knows nothing.
    """

    what: What
    day: date | None
    code: str = ""
    about: Named | None = None
    entered: Entered | None = None


@dataclass(frozen=True, slots=True)
class History:
    """The moments of a network, newest first. Partners that the reader may not know are not among them."""

    network: Named
    moments: list[Moment]


_ORDER = list(What)
_Found = Iterator[tuple[str, Moment]]
"""Moments, each with what the journal calls the thing."""


def network_history(network_id: str, *, today: date, names_all: bool = False) -> History | None:
    """All that is on record, also what is yet to come; None where there is no network of that id. Four statements.

    `names_all`: for those who keep the network and know everybody anyway.
    """
    prepared = _NAMING_ALL if names_all else _PREPARED
    network: Any = next(iter(prepared(network_id=network_id, today=today)), None)
    if network is None:
        return None
    found = [
        *_statuses(network.statuses_held),
        *_regions(network.regions_held),
        *_partners(network.partners_held),
        *_contacts(network.contacts_held),
        *_nestings(network.nested, network_id),
        *_cooperations(network.cooperating, network_id),
    ]
    former = former_ids_of(
        [network_id, *(row[side] for row in network.nested for side in ("first", "second"))],
        [row["key"] for row in network.partners_held],
    )
    own = [network_id, *(id_ for id_, current in former["networks"].items() if current == network_id)]
    subjects = [f"networks/{id_}" for id_ in own]
    subjects += [f"nestings/{row['id']}" for row in network.nested]
    subjects += [f"cooperations/{row['id']}" for row in network.cooperating]
    entered = entered_facts(subjects, former, today, names_all=names_all)
    moments = [replace(told, entered=entered.get(Fact(told.what, thing, told.day))) for thing, told in found]
    return History(Named(network_id, network.name), sorted(moments, key=_newest_first))


def _newest_first(moment: Moment) -> tuple[int, int, str]:
    day = moment.day.toordinal() if moment.day else 0
    return -day, _ORDER.index(moment.what), fold(moment.about.name) if moment.about else ""


def _annotated(network_id: str, today: date) -> "QuerySet[Network]":
    return _with_rows(network_id, contact_is_named=may_name_person(today), partner_is_named=may_name_partner(today))


def _naming_all(network_id: str, today: date) -> "QuerySet[Network]":  # noqa: ARG001 - as the other one is asked
    return _with_rows(network_id, contact_is_named=Value(True), partner_is_named=Value(True))


def _with_rows(network_id: str, *, contact_is_named: Combinable, partner_is_named: Combinable) -> "QuerySet[Network]":
    own = OuterRef("pk")
    span = {"since": "since", "until": "until"}
    contacts = Contact.objects.filter(network=own).annotate(is_named=contact_is_named)
    partners = Partnership.objects.filter(network=own).annotate(is_named=partner_is_named)
    return Network.objects.filter(pk=network_id).annotate(
        statuses_held=status_rows(),
        regions_held=NestedRows(
            NetworkRegion.objects.filter(network=own),
            key="region_id", name="region__full_name", valid_until="region__valid_until", **span,
        ),
        partners_held=NestedRows(
            partners.filter(is_named=True), key="organisation_id", name="organisation__name", **span
        ),
        contacts_held=NestedRows(
            contacts, function="function", is_named="is_named", name="person__name", uuid="person__uuid", **span
        ),
        nested=NestedRows(
            Nesting.objects.filter(Q(first=own) | Q(second=own)),
            id="id", first="first_id", first_name="first__name", first_on="first_consented_on",
            second="second_id", second_name="second__name", second_on="second_consented_on", **span,
        ),
        cooperating=NestedRows(
            Cooperation.objects.filter(Q(network=own) | Q(with_network=own)),
            id="id", kind="kind", network="network_id", network_name="network__name",
            with_network="with_network_id", with_network_name="with_network__name", with_other="with_other", **span,
        ),
    )  # fmt: skip


_PREPARED = Prepared(Network, _annotated, network_id=str, today=date)
_NAMING_ALL = Prepared(Network, _naming_all, network_id=str, today=date)


def _statuses(rows: list[dict[str, Any]]) -> _Found:
    """A status that another one follows without a gap has no end of its own."""
    beginnings = {row["since"] for row in rows}
    for row in rows:
        for thing, moment in _span(row, row["status"], What.STATUS, What.STATUS_ENDS, code=row["status"]):
            if moment.what == What.STATUS or row["until"] not in beginnings:
                yield thing, moment


def _regions(rows: list[dict[str, Any]]) -> _Found:
    for row in rows:
        (region,) = regions_from([row])
        yield from _span(row, region.key, What.REGION, What.REGION_ENDS, about=region)


def _partners(rows: list[dict[str, Any]]) -> _Found:
    for row in rows:
        organisation = Named(row["key"], row["name"])
        yield from _span(row, organisation.key, What.PARTNER, What.PARTNER_ENDS, about=organisation)


def _contacts(rows: list[dict[str, Any]]) -> _Found:
    for row in rows:
        thing = f"{reference_of(UUID(row['uuid']))} {row['function']}"
        person = Named("", row["name"]) if row["is_named"] else None
        yield from _span(row, thing, What.CONTACT, What.CONTACT_ENDS, code=row["function"], about=person)


def _nestings(rows: list[dict[str, Any]], network_id: str) -> _Found:
    for row in rows:
        other = "second" if row["first"] == network_id else "first"
        about = Named(row[other], row[f"{other}_name"])
        yield from _span(row, row["id"], What.NESTING, What.NESTING_ENDS, about=about)
        for side in ("first", "second"):
            if consented_on := day_from(row[f"{side}_on"]):
                yield f"{row['id']} {row[side]}", Moment(What.CONSENT, consented_on, row[side], about)


def _cooperations(rows: list[dict[str, Any]], network_id: str) -> _Found:
    for row in rows:
        if row["network"] != network_id:
            other = Named(row["network"], row["network_name"])
        else:
            other = Named(row["with_network"] or "", row["with_network_name"] or row["with_other"])
        yield from _span(row, row["id"], What.COOPERATION, What.COOPERATION_ENDS, code=row["kind"], about=other)


def _span(
    row: dict[str, Any], thing: str, begins: What, ends: What, *, code: str = "", about: Named | None = None
) -> _Found:
    yield thing, Moment(begins, day_from(row["since"]), code, about)
    if row["until"]:
        yield thing, Moment(ends, day_from(row["until"]), code, about)
