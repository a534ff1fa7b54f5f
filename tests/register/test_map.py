"""How the networks cover a district."""

from datetime import date

import pytest

from mittelnetz.regions.outlines import outlines
from mittelnetz.register.models import Nesting, NetworkRegion
from mittelnetz.register.queries.map import Share, coverage_of, map_districts
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.words import Coverage, Status
from tests.factories import DAY, make_network

OLPE = "05966"
SINCE = date(2020, 1, 1)


def share(id, *codes, serving=True):
    return Share(Named(id, id), serving, codes == (OLPE,), frozenset(codes))


NORTH, SOUTH = f"{OLPE}004", f"{OLPE}008"
WHOLE, OTHER, FORMING = share("a", OLPE), share("b", OLPE), share("c", OLPE, serving=False)
PART, SAME_PART, OTHER_PART = share("d", NORTH), share("e", NORTH, SOUTH), share("f", SOUTH)


@pytest.mark.parametrize(
    ("shares", "coverage"),
    [
        ([], Coverage.NONE),
        ([FORMING], Coverage.FORMING),
        ([PART], Coverage.PART),
        ([PART, FORMING], Coverage.PART),
        ([PART, OTHER_PART], Coverage.PART),
        ([PART, SAME_PART], Coverage.OVERLAP),
        ([WHOLE], Coverage.WHOLE),
        ([WHOLE, FORMING], Coverage.WHOLE),
        ([WHOLE, PART], Coverage.OVERLAP),
        ([WHOLE, OTHER], Coverage.OVERLAP),
    ],
)
def test_coverage(shares, coverage):
    assert coverage_of(shares, set()) == coverage


def test_overlap_that_both_agreed_to_is_nesting():
    agreed = {frozenset({"a", "b"})}
    assert coverage_of([WHOLE, OTHER], agreed) == Coverage.NESTED
    assert coverage_of([WHOLE, OTHER, PART], agreed) == Coverage.OVERLAP


def cover(id, *codes, **fields):
    network = make_network(id, **fields)
    for code in codes:
        NetworkRegion.objects.create(network=network, region_id=code, since=SINCE)
    return network


def coverage_on(day, key=OLPE):
    return map_districts([key], day)[key].coverage


@pytest.mark.parametrize("code", ["DE", "05", "059", OLPE])
def test_a_key_covers_what_lies_in_it(db, code):
    cover("a", code)
    (found,) = map_districts([OLPE], DAY)[OLPE].shares
    assert (found.network.key, found.is_serving, found.is_whole) == ("a", True, True)
    assert coverage_on(DAY) == Coverage.WHOLE


@pytest.mark.parametrize("code", ["06", "053", "05970"])
def test_a_key_covers_nothing_else(db, code):
    cover("a", code)
    assert coverage_on(DAY) == Coverage.NONE


def test_single_municipalities_cover_a_part_and_all_of_them_the_whole(db, django_assert_num_queries):
    network = cover("a", NORTH)
    assert coverage_on(DAY) == Coverage.PART
    for number in ("008", "012", "016", "020", "024", "028"):
        NetworkRegion.objects.create(network=network, region_id=f"{OLPE}{number}", since=SINCE)
    with django_assert_num_queries(1):
        assert coverage_on(DAY) == Coverage.WHOLE


@pytest.mark.parametrize(
    ("status", "coverage"),
    [
        (Status.RECOGNISED, Coverage.WHOLE),
        (Status.PARTNER_NETWORK, Coverage.WHOLE),
        (Status.UNKNOWN, Coverage.WHOLE),
        (Status.FORMING, Coverage.FORMING),
        (Status.APPLIED, Coverage.FORMING),
        (None, Coverage.FORMING),
        (Status.DISSOLVED, Coverage.NONE),
        (Status.WITHDRAWN, Coverage.NONE),
        (Status.REJECTED, Coverage.NONE),
    ],
)
def test_the_status_decides(db, status, coverage):
    cover("a", OLPE, status=status)
    assert coverage_on(DAY) == coverage


def test_the_day_decides(db):
    cover("a", OLPE)
    assert coverage_on(date(2019, 12, 31)) == Coverage.NONE
    NetworkRegion.objects.update(until=date(2021, 1, 1))
    assert coverage_on(date(2020, 12, 31)) == Coverage.WHOLE
    assert coverage_on(date(2021, 1, 1)) == Coverage.NONE


def test_nesting_needs_the_consent_of_both(db):
    first, second = cover("a", "05"), cover("b", OLPE)
    assert coverage_on(DAY) == Coverage.OVERLAP
    nesting = Nesting.objects.create(id="n", first=first, second=second, since=SINCE, first_consented_on=SINCE)
    assert coverage_on(DAY) == Coverage.OVERLAP
    nesting.second_consented_on = SINCE
    nesting.save()
    assert coverage_on(DAY) == Coverage.NESTED


def test_the_whole_country_in_one_statement(db, django_assert_num_queries):
    for number in range(12):
        cover(f"n{number}", "05", NORTH)
    with django_assert_num_queries(1):
        assert map_districts(list(outlines()), DAY).keys() == outlines().keys()
