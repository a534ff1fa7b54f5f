"""Bodies, seats, sessions, decisions and bulletins; offers."""

from mittelnetz.bodies.models import AgendaItem, Attendance, Body, Seat, Session
from mittelnetz.decisions.models import Decision
from mittelnetz.exchange.records.declaration import Field, Row, Rows, span
from mittelnetz.exchange.records.register import codes, values
from mittelnetz.exchange.values import COUNT, DAY, FLAG, MOMENT, TEXT
from mittelnetz.offers.models import Offer, OfferRegion, OfferTopic
from mittelnetz.reporting.models import Bulletin

BODIES = Rows(
    "bodies",
    Body,
    (
        Field("id", "id"),
        Field("kind", "kind"),
        Field("network", "network_id", refers_to="networks"),
        Field("name", "name", TEXT),
    ),
)

SEATS = Rows(
    "seats",
    Seat,
    (
        Field("id", "id"),
        Field("body", "body_id", refers_to="bodies"),
        Field("organisation", "organisation_id", refers_to="organisations"),
        Field("network", "network_id", refers_to="networks"),
        Field("person", "person_id", refers_to="people"),
        Field("deputy", "deputy_id", refers_to="people"),
        *span(),
    ),
)

SESSIONS = Rows(
    "sessions",
    Session,
    (
        Field("id", "id"),
        Field("body", "body_id", refers_to="bodies"),
        values("also_for", Session.also_for.through, "session_id", Field("", "body_id", refers_to="bodies", at=())),
        Field("starts", "starts_at", MOMENT),
        Field("status", "status"),
        Rows(
            "attendance",
            Attendance,
            (
                Field("person", "person_id", refers_to="people"),
                Field("representing", "representing_id", refers_to="networks"),
                Field("present", "present", FLAG),
            ),
            owner="session_id",
            names=("person", "representing"),
        ),
        Rows(
            "agenda",
            AgendaItem,
            (Field("kind", "kind"), Field("title", "title", TEXT), Field("done", "done", FLAG)),
            owner="session_id",
            names=("kind", "title"),
            position="position",
        ),
    ),
)


def _unfold_decision(item: Row) -> Row:
    votes = item.get("votes") or {}
    return {**item, **{f"votes_{choice}": votes.get(choice) for choice in ("yes", "no", "abstain")}}


def _fold_decision(row: Row) -> Row:
    votes = {choice: row.pop(f"votes_{choice}") for choice in ("yes", "no", "abstain")}
    return {**row, "votes": votes}


DECISIONS = Rows(
    "decisions",
    Decision,
    (
        Field("id", "id"),
        Field("body", "body_id", refers_to="bodies"),
        Field("title", "title", TEXT),
        Field("method", "method"),
        Field("closed", "closed_on", DAY),
        Field("outcome", "outcome"),
        Field("standing_objections", "standing_objections", COUNT),
        Field("votes_yes", "votes_yes", COUNT, at=("votes", "yes")),
        Field("votes_no", "votes_no", COUNT, at=("votes", "no")),
        Field("votes_abstain", "votes_abstain", COUNT, at=("votes", "abstain")),
    ),
    unfold=_unfold_decision,
    fold=_fold_decision,
)

BULLETINS = Rows(
    "bulletins",
    Bulletin,
    (
        Field("id", "id"),
        Field("body", "body_id", refers_to="bodies"),
        Field("title", "title", TEXT),
        Field("published", "published_on", DAY),
    ),
)

OFFERS = Rows(
    "offers",
    Offer,
    (
        Field("id", "id"),
        Field("organisation", "organisation_id", refers_to="organisations"),
        Field("title", "title"),
        Field("description", "description", TEXT),
        values("topics", OfferTopic, "offer_id", Field("", "topic", at=())),
        codes("regions", OfferRegion, "offer_id"),
        Field("format", "format"),
        Field("free_of_charge", "free_of_charge", FLAG),
    ),
)
