"""Reads the raw situations of a federation file, as far as tests of the example federations ask for them."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from mittelnetz.rulebook.organisations import KIND

Record = dict[str, Any]

DAY = date(2026, 11, 23)


def ago(days: int) -> str:
    return (DAY - timedelta(days=days)).isoformat()


def in_force(rows: Iterable[Record], day: date) -> list[Record]:
    at = day.isoformat()
    return [row for row in rows if (row["since"] or "") <= at and (row["until"] is None or at < row["until"])]


def status(network: Record, day: date) -> str | None:
    return next((row["status"] for row in in_force(network["status"], day)), None)


def recognised(federation: Record, day: date) -> list[Record]:
    return [network for network in federation["networks"] if status(network, day) == "recognised"]


def codes(network: Record, day: date) -> set[str]:
    return {row["code"] for row in in_force(network["regions"], day)}


def common_codes(first: set[str], second: set[str]) -> set[str]:
    return {max(a, b, key=len) for a in first for b in second if a.startswith(b) or b.startswith(a)}


def overlaps(networks: Iterable[Record], day: date) -> Iterator[tuple[str, str]]:
    for first, second in combinations(networks, 2):
        if common_codes(codes(first, day), codes(second, day)):
            yield first["id"], second["id"]


def partners(federation: Record, network: Record, day: date) -> list[Record]:
    named = {organisation["id"]: organisation for organisation in federation["organisations"]}
    return [named[row["organisation"]] for row in in_force(network["partners"], day)]


def intermediaries(organisations: Iterable[Record]) -> list[Record]:
    return [organisation for organisation in organisations if KIND[organisation["kind"]].is_intermediary]


def holders(network: Record, function: str, day: date) -> set[str]:
    return {row["person"] for row in in_force(network["contacts"], day) if row["function"] == function}


def sessions(federation: Record, body: str, state: str = "held") -> list[Record]:
    named = [
        row for row in federation["sessions"] if body in {row["body"], *row["also_for"]} and row["status"] == state
    ]
    return sorted(named, key=lambda row: row["starts"])


def is_recognised(network: Record) -> bool:
    return status(network, DAY) == "recognised"


def few_intermediaries(federation, row):
    return is_recognised(row) and len(intermediaries(partners(federation, row, DAY))) < 3


def nobody_beside_intermediaries(federation, row):
    members = partners(federation, row, DAY)
    return len(members) == len(intermediaries(members)) == 3


def unknown_areas(federation, row):
    members = intermediaries(partners(federation, row, DAY))
    placed = [member for member in members if member["seat"] or member["service_area"]]
    return len(members) >= 3 > len(placed)


def joins_federation(federation, row, *, branch_counts=True):
    return all(
        in_force(member["federation_partner"], DAY) or (branch_counts and member["parent"])
        for member in partners(federation, row, DAY)
    )


def half_asked_to_join(federation, row):
    return not joins_federation(federation, row) and all(
        in_force(member["federation_partner"], DAY) or member["parent"] or asked["asked_to_join_federation"]
        for member, asked in zip(partners(federation, row, DAY), in_force(row["partners"], DAY), strict=True)
    )


def stays_outside(federation, row):
    return not joins_federation(federation, row) and not any(p["asked_to_join_federation"] for p in row["partners"])


def spared_as_branches(federation, row):
    return joins_federation(federation, row) and not joins_federation(federation, row, branch_counts=False)


def circle(federation, row):
    return sessions(federation, f"{row['id']}-treffen")


def reported(federation, row):
    return [
        any(item["kind"] == "contacts_report" and item["done"] for item in session["agenda"])
        for session in circle(federation, row)
    ]


def meetings(federation, row, year):
    return sum(session["starts"].startswith(str(year)) for session in circle(federation, row))


def breaches(federation, row):
    return [
        decision
        for decision in federation["decisions"]
        if decision["body"] == f"{row['id']}-treffen" and decision["closed"] > ago(365)
        if decision["outcome"] == "adopted" and (decision["standing_objections"] or decision["votes"]["no"])
    ]


def missing_bulletins(federation, row):
    sent = {forwarding["bulletin"] for forwarding in row["forwardings"]}
    since = max([ago(365), *(span["since"] or "" for span in in_force(row["status"], DAY))])
    return [b["published"] for b in federation["bulletins"] if b["id"] not in sent and b["published"] > since]


def presence(federation, row, body):
    return [
        attendance["present"]
        for session in sessions(federation, body)
        for attendance in session["attendance"]
        if attendance["representing"] == row["id"] and session["starts"] > ago(365)
    ]


def gaps(federation, row):
    """Documents whose version in force a partner in force has not acknowledged."""
    return {
        version["document"]
        for version in in_force(federation["framework_versions"], DAY)
        for partner in in_force(row["partners"], DAY)
        if (version["document"], version["version"])
        not in {(known["document"], known["version"]) for known in partner["acknowledged"]}
    }


def requests(row, outcome):
    return [request for request in row["partner_requests"] if request["outcome"] == outcome]


SITUATIONS = {
    "too few intermediaries": few_intermediaries,
    "nobody beside three intermediaries": nobody_beside_intermediaries,
    "areas unknown": unknown_areas,
    "no partners": lambda _, row: not row["partners"],
    "no region": lambda _, row: not row["regions"],
    "a partner left and came back": lambda _, row: (
        max(Counter(p["organisation"] for p in row["partners"]).values(), default=0) > 1
    ),
    "a partner not listed": lambda _, row: any(not partner["listed"] for partner in row["partners"]),
    "both functions held": lambda _, row: holders(row, "coordination", DAY) and holders(row, "moderation", DAY),
    "nobody moderates": lambda _, row: holders(row, "coordination", DAY) and not holders(row, "moderation", DAY),
    "no contacts": lambda _, row: is_recognised(row) and not row["contacts"],
    "two moderators": lambda _, row: len(holders(row, "moderation", DAY)) == 2,
    "one person for both": lambda _, row: holders(row, "moderation", DAY) & holders(row, "coordination", DAY),
    "a successor": lambda _, row: any(c["function"] == "coordination" and c["until"] for c in row["contacts"]),
    "a contact without an organisation": lambda _, row: any(c["organisation"] is None for c in row["contacts"]),
    "contacts of enterprises only": lambda f, row: (
        row["contacts"]
        and not intermediaries(o for o in f["organisations"] if o["id"] in {c["organisation"] for c in row["contacts"]})
    ),
    "contacts hidden": lambda _, row: row["contacts"] and not any(c["shown"] for c in row["contacts"]),
    "contacts reported": lambda f, row: reported(f, row)[-1:] == [True],
    "contacts not reported": lambda f, row: reported(f, row)[-1:] == [False],
    "never met, though recognised": lambda f, row: is_recognised(row) and not circle(f, row),
    "met twice this year": lambda f, row: meetings(f, row, 2026) >= 2,
    "met once in two years running": lambda f, row: meetings(f, row, 2026) < 2 and meetings(f, row, 2025) == 1,
    "a mandatory fee": lambda _, row: any(fee["mandatory"] for fee in in_force(row["fees"], DAY)),
    "no declaration": lambda _, row: is_recognised(row) and not row["no_mandatory_fee_declared"],
    "refused without a reason": lambda _, row: any(
        r["reason"] is None and r["decided"] > ago(700) for r in requests(row, "refused")
    ),
    "refused with another reason": lambda _, row: any(r["reason"] == "other" for r in requests(row, "refused")),
    "request open too long": lambda _, row: any(r["received"] < ago(91) for r in requests(row, "open")),
    "request just received": lambda _, row: any(r["received"] > ago(90) for r in requests(row, "open")),
    "request accepted": lambda _, row: requests(row, "accepted"),
    "all in the federation": lambda f, row: row["partners"] and joins_federation(f, row),
    "some spared as branches": spared_as_branches,
    "some outside, but asked": half_asked_to_join,
    "some outside, not asked": stays_outside,
    "bulletins all forwarded": lambda f, row: is_recognised(row) and not missing_bulletins(f, row),
    "bulletin missed": lambda f, row: is_recognised(row) and any(b < ago(30) for b in missing_bulletins(f, row)),
    "bulletin open": lambda f, row: (
        is_recognised(row) and missing_bulletins(f, row) and all(b >= ago(30) for b in missing_bulletins(f, row))
    ),
    "report in time": lambda _, row: any(
        r["year"] == 2025 and r["submitted"] <= "2026-03-31" for r in row["annual_reports"]
    ),
    "report late": lambda _, row: any(
        r["year"] == 2025 and r["submitted"] > "2026-03-31" for r in row["annual_reports"]
    ),
    "report missing": lambda _, row: (
        row["annual_reports"] and row["annual_reports"][-1]["year"] == 2024 and is_recognised(row)
    ),
    "always in the plenum": lambda f, row: presence(f, row, "plenum") and all(presence(f, row, "plenum")),
    "absent from the plenum": lambda f, row: False in presence(f, row, "plenum"),
    "sometimes in the transfer group": lambda f, row: {True, False} == set(presence(f, row, "ag-transfer")),
    "never in the transfer group": lambda f, row: {False} == set(presence(f, row, "ag-transfer")),
    "consensus broken": breaches,
    "decides by consensus": lambda f, row: (
        not breaches(f, row) and any(d["body"] == f"{row['id']}-treffen" for d in f["decisions"])
    ),
    "decides nothing": lambda f, row: (
        circle(f, row) and not any(d["body"] == f"{row['id']}-treffen" for d in f["decisions"])
    ),
    "framework acknowledged": lambda f, row: row["partners"] and not gaps(f, row),
    "new version open": lambda f, row: gaps(f, row) == {"cooperation"} and is_recognised(row),
    "criteria not acknowledged": lambda f, row: "criteria" in gaps(f, row) and is_recognised(row),
    "promotion upheld": lambda _, row: any(
        c["about"] == "RB3" and c["upheld"] and not c["remedied"] for c in row["complaints"]
    ),
    "self-assessment current": lambda _, row: (
        row["self_assessments"] and row["self_assessments"][-1]["completed"] > ago(700)
    ),
    "self-assessment outdated": lambda _, row: (
        row["self_assessments"] and row["self_assessments"][-1]["completed"] < ago(740)
    ),
    "no self-assessment": lambda _, row: is_recognised(row) and not row["self_assessments"],
    "a criterion answered with no": lambda _, row: any(
        not a["fulfilled"] for s in row["self_assessments"] for a in s["answers"].values()
    ),
    "recognised since nobody knows when": lambda _, row: (
        row["status"] and row["status"][-1] == {"status": "recognised", "since": None, "until": None}
    ),
    "a contribution": lambda _, row: row["contributions"],
    "a cancelled meeting": lambda f, row: sessions(f, f"{row['id']}-treffen", "cancelled"),
    "a planned meeting": lambda f, row: sessions(f, f"{row['id']}-treffen", "planned"),
}
