"""The packaged outlines fit together and cover the country."""

import re
from itertools import accumulate

import pytest

from mittelnetz.regions.models import Neighbour, Region
from mittelnetz.regions.outlines import (
    Box,
    Detail,
    border,
    box,
    box_around,
    is_seen,
    laender,
    municipalities_of,
    neighbours_of,
    outlines,
    shape,
    size,
)
from mittelnetz.rulebook.keys import Level


def rings_of(path: str) -> list[list[tuple[int, int]]]:
    """The points of each ring or line of a path."""
    found = []
    for part in re.findall(r"M[^M]*", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", part)]
        found.append(list(zip(accumulate(numbers[::2]), accumulate(numbers[1::2]), strict=True)))
    return found


def area(points: list[tuple[int, int]]) -> float:
    following = [*points[1:], points[0]]
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in zip(points, following, strict=True)) / 2


def test_every_current_district_has_an_outline_with_its_names(db):
    rows = Region.objects.filter(level=Level.KREIS, valid_until=None).values_list("key", "name", "full_name")
    assert {(one.key, one.name, one.full_name) for one in outlines().values()} == set(rows)


def test_laender_municipalities_and_neighbours_are_those_of_the_database(db):
    current = Region.objects.filter(valid_until=None)
    assert laender() == dict(current.filter(level=Level.LAND).values_list("key", "name"))
    rows = current.filter(level=Level.MUNICIPALITY).values_list("parent_id", "key", "name")
    packaged = {(district, *item) for district, inside in municipalities_of().items() for item in inside.items()}
    assert packaged == set(rows)
    pairs = Neighbour.objects.values_list("district_id", "neighbour_id")
    assert {(key, other) for key, around in neighbours_of().items() for other in around} == set(pairs)


@pytest.mark.parametrize("detail", Detail)
def test_every_ring_is_closed_and_lies_in_the_country(detail):
    width, height = size()
    for key in outlines():
        for points in rings_of(shape(key, detail)):
            assert points[0] == points[-1], key
            assert all(0 <= x <= width and 0 <= y <= height for x, y in points), key


@pytest.mark.parametrize("detail", Detail)
def test_districts_are_as_large_as_the_register_says(db, detail):
    """The projection keeps areas within some 2 % over the country; so sizes compare."""
    rows = Region.objects.filter(level=Level.KREIS, valid_until=None, area_km2__gt=300).values_list("key", "area_km2")
    drawn = {key: abs(sum(area(points) for points in rings_of(shape(key, detail)))) for key, _ in rows}
    unit = sum(drawn.values()) / float(sum(km2 for _, km2 in rows))
    off = {key: drawn[key] / unit / float(km2) for key, km2 in rows}
    assert {key: share for key, share in off.items() if not 0.85 < share < 1.15} == {}


def test_the_border_between_two_districts_is_not_part_of_their_common_border():
    hameln, holzminden = "03252", "03255"
    both = border([hameln, holzminden], Detail.NEAR)
    assert len(both) < len(border([hameln], Detail.NEAR)) + len(border([holzminden], Detail.NEAR))


def test_boxes():
    assert box("02000").meets(box("01060"))
    assert not box("02000").meets(box("09162"))
    whole = box_around(["02000", "09162"])
    assert whole.holds(box("02000"))
    assert whole.holds(box("09162"))
    assert not box("02000").holds(whole)
    assert (Box(1, 2, 5, 10).width, Box(1, 2, 5, 10).height) == (4, 8)


def test_a_district_is_seen_where_its_border_lies_in_the_frame_and_not_where_only_its_box_does():
    osnabrueck = box("03459")  # the district reaches around the town of the same name in the west and south
    corner = Box(osnabrueck.left, osnabrueck.top, osnabrueck.left + 3, osnabrueck.top + 3)
    assert osnabrueck.meets(corner)
    assert not is_seen("03459", corner)
    assert is_seen("03459", osnabrueck)
    assert not is_seen("03459", box("09162"))
