"""Organisations, people, ties between networks, and versions of the framework."""

from mittelnetz.core.folding import fold, fold_website
from mittelnetz.exchange.records.declaration import REGIONS, Derived, Field, Row, Rows, span
from mittelnetz.exchange.values import DAY, FLAG, TEXT
from mittelnetz.people.models import Person
from mittelnetz.register.models import (
    Cooperation,
    FederationPartnership,
    FrameworkVersion,
    IntermediaryOverride,
    Nesting,
    Organisation,
    OrganisationSource,
    ServiceArea,
)
from mittelnetz.register.models.sources import Source

# Few signs unfold to more letters than the column holds; what is behind them is not searched for.
FOLDED_NAME = Derived("folded_name", "name", lambda name: fold(name)[:500])
FOLDED_WEBSITE = Derived("folded_website", "website", lambda address: fold_website(address or ""))


def codes(key: str, model: type, owner: str) -> Rows:
    """A list of region codes."""
    return values(key, model, owner, Field("", "region_id", refers_to=REGIONS, at=()))


def values(key: str, model: type, owner: str, value: Field) -> Rows:
    """A set of bare values: the row of the value has one field, whose key is empty."""
    return Rows(
        key, model, (value,), owner, names=("",), unfold=lambda item: {"": item}, fold=lambda row: row[""]
    )  # fmt: skip


def sources(model: type[Source], owner: str) -> Rows:
    return Rows(
        "sources", model, (Field("statement", "statement"), Field("url", "url")), owner, names=("url", "statement")
    )


ORGANISATIONS = Rows(
    "organisations",
    Organisation,
    (
        Field("id", "id"),
        Field("name", "name"),
        Field("kind", "kind"),
        Field("parent", "parent_id", refers_to="organisations"),
        Field("seat", "seat_id", refers_to=REGIONS),
        codes("service_area", ServiceArea, "organisation_id"),
        Field("website", "website", TEXT),
        Field("phone", "phone", TEXT),
        Field("address", "address", TEXT),
        Field("email", "email", TEXT),
        Rows(
            "intermediary",
            IntermediaryOverride,
            (Field("counts", "counts", FLAG), Field("reason", "reason", TEXT), *span()),
            owner="organisation_id",
            names=(),
            first_day="since",
            once_at_a_time=(),
        ),
        Rows(
            "federation_partner",
            FederationPartnership,
            (Field("level", "level"), *span()),
            owner="organisation_id",
            names=("level",),
            first_day="since",
            once_at_a_time=("level",),
        ),
        sources(OrganisationSource, "organisation_id"),
    ),
    derived=(FOLDED_NAME, FOLDED_WEBSITE),
)

PEOPLE = Rows(
    "people",
    Person,
    (Field("id", "id"), Field("name", "name"), Field("email", "email", TEXT), Field("phone", "phone", TEXT)),
)


def _unfold_nesting(item: Row) -> Row:
    first, second = item.get("networks") or (None, None)
    consented = item.get("consented") or {}
    return {
        **item,
        "first": first,
        "second": second,
        "first_consented": consented.get(first),
        "second_consented": consented.get(second),
    }


def _fold_nesting(row: Row) -> Row:
    first, second = row["first"], row["second"]
    return {
        "id": row["id"],
        "networks": [first, second],
        "since": row["since"],
        "until": row["until"],
        "consented": {first: row["first_consented"], second: row["second_consented"]},
    }


NESTINGS = Rows(
    "nestings",
    Nesting,
    (
        Field("id", "id"),
        Field("first", "first_id", refers_to="networks", at=("networks", 0)),
        Field("second", "second_id", refers_to="networks", at=("networks", 1)),
        *span(),
        Field("first_consented", "first_consented_on", DAY, at=("consented",)),
        Field("second_consented", "second_consented_on", DAY, at=("consented",)),
    ),
    unfold=_unfold_nesting,
    fold=_fold_nesting,
)

COOPERATIONS = Rows(
    "cooperations",
    Cooperation,
    (
        Field("id", "id"),
        Field("network", "network_id", refers_to="networks"),
        Field("with_network", "with_network_id", refers_to="networks"),
        Field("with_other", "with_other", TEXT),
        Field("kind", "kind"),
        *span(),
    ),
)

FRAMEWORK_VERSIONS = Rows(
    "framework_versions",
    FrameworkVersion,
    (Field("id", "id"), Field("document", "document"), Field("version", "version"), *span()),
    once_at_a_time=("document",),
)
