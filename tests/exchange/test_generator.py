"""The example federations: the same for the same arguments, importable, and rich enough to show every state."""

import csv
import hashlib
import json
import subprocess
import sys
from collections import Counter
from datetime import date
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mittelnetz.exchange.checking import meaning_errors, shape_errors
from mittelnetz.exchange.exporting import export_federation
from mittelnetz.exchange.generator import generate_federation
from mittelnetz.exchange.generator.habits import Course, Quirk
from mittelnetz.exchange.generator.landscapes import LANDSCAPES
from mittelnetz.exchange.generator.streams import stream
from mittelnetz.exchange.generator.towns import invented_towns
from mittelnetz.rulebook.organisations import KIND
from tests.exchange.files import load
from tests.exchange.situations import (
    DAY,
    SITUATIONS,
    ago,
    codes,
    common_codes,
    in_force,
    overlaps,
    recognised,
    status,
)

DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
SEEDS = st.integers(0, 10**6)


@cache
def demo_of(seed):
    return generate_federation(networks=25, seed=seed, as_of=DAY)


@pytest.fixture
def demo():
    return demo_of(1)


def network(federation, id_):
    return next(row for row in federation["networks"] if row["id"] == id_)


# The same arguments, the same file


def test_another_process_with_another_hash_seed_makes_the_same_bytes(demo):
    code = (
        "import json, sys; from datetime import date; from mittelnetz.exchange.generator import generate_federation;"
        "sys.stdout.write(json.dumps(generate_federation(networks=25, seed=1, as_of=date(2026, 11, 23))))"
    )
    made = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        env={"PYTHONHASHSEED": "4711", "TZ": "Asia/Tokyo"},
    )
    assert hashlib.sha256(made.stdout).digest() == hashlib.sha256(json.dumps(demo).encode()).digest()


def test_another_seed_makes_another_file(demo):
    assert generate_federation(networks=25, seed=2, as_of=DAY) != demo


# Valid by the format


def test_the_demo_is_imported_as_it_is(demo, db):
    report = load(demo)
    assert report.counts["networks"].added == 25
    assert report.counts["networks.partners"].added == sum(len(row["partners"]) for row in demo["networks"])
    assert json.loads(b"".join(export_federation())) == demo
    again = load(demo)
    assert all(count.added == count.changed == count.deleted == 0 for count in again.counts.values())


@settings(max_examples=25)
@given(networks=st.integers(0, 60), seed=SEEDS, as_of=DAYS, partners=st.none() | st.integers(1, 40))
def test_whatever_is_asked_for_keeps_the_format(db, networks, seed, as_of, partners):
    federation = generate_federation(networks=networks, seed=seed, as_of=as_of, partners=partners)
    assert [str(error) for error in shape_errors(federation)] == []
    assert [str(error) for error in meaning_errors(federation, [])] == []


def test_lists_are_sorted_and_ids_and_names_are_unique(demo):
    for name, records in demo.items():
        if name != "format":
            ids = [record["id"] for record in records]
            assert ids == sorted(set(ids)), name
    for name in ("organisations", "networks"):
        assert max(Counter(record["name"] for record in demo[name]).values()) == 1


# Nobody takes it for real


def test_no_invented_town_is_on_the_map():
    real = set()
    for table, column in (("postcodes.csv", "place"), ("municipalities.csv", "name")):
        text = (files("mittelnetz.regions") / "data" / table).read_text(encoding="utf-8")
        for row in csv.DictReader(text.splitlines()):
            place = row[column].casefold()
            real.update([place, *place.replace("-", " ").split()])
    towns = invented_towns(stream(1, "towns"))
    assert len(towns) == len(set(towns))
    assert [town for town in towns if town.casefold() in real] == []


def test_numbers_and_domains_are_those_kept_for_examples(demo):
    kept = ("030 23125", "040 66969", "069 90009", "0221 4710", "089 99998")
    for record in demo["organisations"] + demo["people"]:
        assert record["phone"] is None or (
            record["phone"].startswith(kept) and len(record["phone"].split()[1].removeprefix("4710")) in (3, 8)
        )
        assert record["email"] is None or record["email"].split("@")[1] in ("example.org", "example.net")
    for record in demo["organisations"] + demo["networks"]:
        assert record["website"].startswith("https://example.org/")


def test_addresses_have_real_postcodes_and_places(demo):
    text = (files("mittelnetz.regions") / "data" / "municipalities.csv").read_text(encoding="utf-8")
    places = {f"{row['postcode']} {row['name']}" for row in csv.DictReader(text.splitlines())} | {"10178 Berlin"}
    addresses = [row["address"] for row in demo["organisations"] if row["address"]]
    assert len(addresses) > 250
    assert {address.split(", ", 1)[1] for address in addresses} <= places


# What the demo shows


def test_size_and_kinds(demo):
    assert len(demo["networks"]) == len(LANDSCAPES) == 25
    assert 380 <= len(demo["organisations"]) <= 420
    assert {row["kind"] for row in demo["organisations"]} == set(KIND)


def test_about_half_of_the_districts_are_covered(demo):
    text = (files("mittelnetz.regions") / "data" / "regions.csv").read_text(encoding="utf-8")
    districts = [row["ags"] for row in csv.DictReader(text.splitlines()) if row["level"] == "kreis"]
    held = {code for row in demo["networks"] for code in codes(row, DAY)}
    covered = [district for district in districts if common_codes({district}, held)]
    assert 0.38 < len(covered) / len(districts) < 0.55


def test_every_status_and_none(demo):
    assert {status(row, DAY) for row in demo["networks"]} == {
        None, "unknown", "forming", "applied", "recognised", "rejected", "partner_network", "dissolved", "withdrawn",
    }  # fmt: skip
    assert network(demo, "spreeheide")["status"][-1]["until"] < DAY.isoformat()  # now in a gap
    assert network(demo, "allgaeuer-vorland")["status"] == []
    first, second = network(demo, "pfaelzer-huegel")["status"]
    assert first["until"] < second["since"]
    assert sum(row["records_since"] is not None for row in demo["networks"]) == 2


def test_recognised_networks_overlap_in_two_places_only(demo):
    assert sorted(overlaps(recognised(demo, DAY), DAY)) == [
        ("elbe-und-mulde", "vogtlandbogen"),
        ("hase-und-ems", "muensterlaender-norden"),
    ]
    (nesting,) = demo["nestings"]
    assert nesting["networks"] == ["elbe-und-mulde", "vogtlandbogen"]
    assert set(nesting["consented"]) == {"elbe-und-mulde", "vogtlandbogen"}
    assert all(day <= DAY.isoformat() for day in nesting["consented"].values())


def test_a_district_is_covered_only_in_part(demo):
    held = codes(network(demo, "hohe-rhoenkuppen"), DAY)
    in_part = {code for code in held if code.startswith("09673")}
    assert 0 < len(in_part) < 37
    assert all(len(code) == 8 for code in in_part)


def test_a_partner_network_has_a_tie_to_one_recognised_network_and_none_to_another(demo):
    id_ = "saale-und-elster"
    around = {a if b == id_ else b for a, b in overlaps(demo["networks"], DAY) if id_ in (a, b)}
    tied = {row["with_network"] for row in in_force(demo["cooperations"], DAY) if row["network"] == id_}
    assert around & tied == {"elbe-und-mulde"}
    assert around - tied == {"thueringer-mitte"}
    assert any(row["with_other"] for row in demo["cooperations"])


@pytest.mark.parametrize("situation", SITUATIONS)
@pytest.mark.parametrize("seed", [1, 2])
def test_the_demo_holds_every_situation(situation, seed):
    federation = demo_of(seed)
    assert [row["id"] for row in federation["networks"] if SITUATIONS[situation](federation, row)]


def test_the_first_landscape_does_everything_right(demo):
    row = network(demo, "weserbogen")
    right = (
        "both functions held", "contacts reported", "all in the federation", "bulletins all forwarded",
        "always in the plenum", "decides by consensus", "framework acknowledged", "self-assessment current",
    )  # fmt: skip
    assert [situation for situation in right if not SITUATIONS[situation](demo, row)] == []


def test_every_course_and_every_quirk_stands_in_a_landscape():
    assert {landscape.course for landscape in LANDSCAPES} == set(Course)
    assert {quirk for landscape in LANDSCAPES for quirk in landscape.quirks} == set(Quirk)


def test_doings_reach_back_three_years_and_not_beyond_the_day(demo):
    held = [row["starts"][:10] for row in demo["sessions"] if row["status"] == "held"]
    assert ago(3 * 365) <= min(held) < ago(900)
    assert ago(60) < max(held) <= DAY.isoformat()
    assert all(row["starts"][:10] > DAY.isoformat() for row in demo["sessions"] if row["status"] == "planned")
    assert {row["starts"][19:] for row in demo["sessions"]} == {"+01:00", "+02:00"}


# Any size


def test_many_networks_lie_on_municipality_keys():
    federation = generate_federation(networks=300, seed=1, as_of=DAY, partners=30)
    by_id = {row["id"]: row for row in federation["networks"]}
    assert len(by_id) == 300
    assert all(len(code) == 8 for row in federation["networks"] for code in codes(row, DAY))
    for row in federation["networks"]:
        assert len({partner["organisation"] for partner in row["partners"]}) == 30
        assert len({code[:5] for code in codes(row, DAY)}) <= 2
    assert federation["nestings"]
    for nesting in federation["nestings"]:
        larger, smaller = ({region["code"] for region in by_id[id_]["regions"]} for id_ in nesting["networks"])
        assert smaller < larger
    pairs = set(overlaps(federation["networks"], DAY))
    nested = {tuple(sorted(nesting["networks"])) for nesting in federation["nestings"]}
    assert len({tuple(sorted(pair)) for pair in pairs} - nested) in range(1, 10)


def test_more_networks_than_municipalities_are_refused():
    with pytest.raises(ValueError, match="municipalities"):
        generate_federation(networks=10_750, seed=1, as_of=DAY)
