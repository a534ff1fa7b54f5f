"""Puts an example federation together."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any

from mittelnetz.exchange.generator.circles import circle_decisions, circle_sessions
from mittelnetz.exchange.generator.conduct import complaints, contributions, self_assessments
from mittelnetz.exchange.generator.contacts import Team, team
from mittelnetz.exchange.generator.days import written
from mittelnetz.exchange.generator.federation_bodies import (
    bodies,
    bulletins,
    federation_decisions,
    federation_sessions,
    seats,
)
from mittelnetz.exchange.generator.framework import version_records, versions
from mittelnetz.exchange.generator.networks import network
from mittelnetz.exchange.generator.offers import offers
from mittelnetz.exchange.generator.openness import fees, no_mandatory_fee_declared, partner_requests
from mittelnetz.exchange.generator.organisations import (
    national_organisations,
    own_organisations_count,
    regional_organisations,
)
from mittelnetz.exchange.generator.outline import Outline, outlines
from mittelnetz.exchange.generator.partners import (
    APPLICANTS,
    many_partner_organisations,
    partner_organisations,
    partnerships,
)
from mittelnetz.exchange.generator.people import People
from mittelnetz.exchange.generator.streams import stream
from mittelnetz.exchange.generator.telling import annual_reports, forwardings
from mittelnetz.exchange.generator.ties import cooperations, nestings

Record = dict[str, Any]


def generate_federation(*, networks: int, seed: int, as_of: date, partners: int | None = None) -> Record:
    """A federation file with so many networks: the demo's landscapes, or any number on municipality keys.

    The same arguments give the same file, on every machine. What it tells reaches up to `as_of`. With `partners`,
    each network has exactly so many; without, as many as networks usually have.
    """
    outlined = outlines(networks, stream(seed, "outlines"), as_of)
    national = national_organisations(stream(seed, "national"), as_of)
    own = own_organisations_count(networks, partners)
    regional = regional_organisations(outlined, own, stream(seed, "regional"))
    chosen = _partner_organisations(outlined, regional, national, seed, partners)
    people = People(stream(seed, "people"))
    teams = _teams(outlined, chosen, people, seed)
    seated = seats(teams, national, people, as_of)
    joint = federation_sessions(teams, stream(seed, "joint sessions"), as_of)
    published = bulletins(joint, stream(seed, "bulletins"), as_of)
    circles = _circles(teams, seed)
    registered = _networks(teams, regional, chosen, published, seed)
    return {
        "format": "mittelnetz-federation/1",
        "organisations": _by_id(national, *regional),
        # Whoever sits for a national body is made here too, so this comes before the people are listed.
        "people": people.records,
        "networks": _by_id(registered),
        "nestings": _by_id(nestings(outlined, as_of)),
        "cooperations": _by_id(cooperations(outlined, stream(seed, "cooperations"), as_of)),
        "bodies": _by_id(bodies(outlined)),
        "seats": _by_id(seated),
        "sessions": _by_id(joint, *circles),
        "decisions": _by_id(
            federation_decisions(joint, stream(seed, "joint decisions")), _circle_decisions(teams, circles, seed)
        ),
        "bulletins": _by_id(published),
        "framework_versions": _by_id(version_records(versions(as_of))),
        "offers": _by_id(offers([*chain.from_iterable(regional)], stream(seed, "offers"))),
    }


def _by_id(*lists: Iterable[Record]) -> list[Record]:
    return sorted(chain.from_iterable(lists), key=lambda record: str(record["id"]))


def _partner_organisations(
    outlined: Sequence[Outline],
    regional: Sequence[Sequence[Record]],
    national: Sequence[Record],
    seed: int,
    partners: int | None,
) -> list[list[Record]]:
    """The organisations that become partners, for each network."""
    numbers = range(len(outlined))
    if partners is None:
        random = stream(seed, "partners")
        return [partner_organisations(number, outlined, regional, national, random) for number in numbers]
    everyone = list(chain.from_iterable(regional))
    return [many_partner_organisations(number, everyone, len(regional[0]), partners) for number in numbers]


def _teams(
    outlined: Sequence[Outline], chosen: Sequence[Sequence[Record]], people: People, seed: int
) -> list[tuple[Outline, Team]]:
    random = stream(seed, "teams")
    return [
        (outline, team(outline, organisations, people, random))
        for outline, organisations in zip(outlined, chosen, strict=True)
    ]


def _circles(teams: Sequence[tuple[Outline, Team]], seed: int) -> list[list[Record]]:
    random = stream(seed, "circles")
    larger = [None if outline.place.inside is None else teams[outline.place.inside][0].id for outline, _ in teams]
    return [
        circle_sessions(outline, members, around, random)
        for (outline, members), around in zip(teams, larger, strict=True)
    ]


def _circle_decisions(
    teams: Sequence[tuple[Outline, Team]], circles: Sequence[Sequence[Record]], seed: int
) -> Iterable[Record]:
    random = stream(seed, "circle decisions")
    for (outline, _), sessions in zip(teams, circles, strict=True):
        yield from circle_decisions(outline, sessions, random)


def _networks(
    teams: Sequence[tuple[Outline, Team]],
    regional: Sequence[Sequence[Record]],
    chosen: Sequence[Sequence[Record]],
    published: Sequence[Record],
    seed: int,
) -> Iterable[Record]:
    """Each network with its partners and contacts, and what it has done."""
    random = {
        part: stream(seed, part)
        for part in ("networks", "partnerships", "openness", "telling", "assessments", "complaints", "contributions")
    }
    for (outline, members), own, organisations in zip(teams, regional, chosen, strict=True):
        partners = partnerships(outline, organisations, versions(outline.as_of), random["partnerships"])
        applicants = [organisation["id"] for organisation in own[-APPLICANTS:]]
        givers = [organisation["id"] for organisation in organisations]
        yield network(outline, partners, members, random["networks"]) | {
            "fees": fees(outline, random["openness"]),
            "no_mandatory_fee_declared": written(no_mandatory_fee_declared(outline, random["openness"])),
            "partner_requests": partner_requests(outline, applicants, partners, random["openness"]),
            "annual_reports": annual_reports(outline, random["telling"]),
            "self_assessments": self_assessments(outline, random["assessments"]),
            "complaints": complaints(outline, random["complaints"]),
            "forwardings": forwardings(outline, published, random["telling"]),
            "contributions": contributions(outline, givers, random["contributions"]),
        }
