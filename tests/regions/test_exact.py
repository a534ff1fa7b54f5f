"""Regions by key or whole name, many at once."""

import pytest

from mittelnetz.regions.exact import regions_meant

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("05966", ["05966"]),
        ("5966", ["05966"]),  # a spreadsheet takes the zero
        ("5966024", ["05966024"]),
        ("Kreis Olpe", ["05966"]),
        ("olpe", ["05966024"]),  # the town, not the district of its name
        ("Köln", ["05315"]),  # a city that is a district is found as that
        ("KOELN", ["05315"]),
        ("Koln", ["05315"]),
        ("16056", []),  # vanished
        ("57462", []),  # a postcode
        ("Nirgendwo", []),
        ("05", []),
    ],
)
def test_what_a_text_means(text, keys):
    assert [region.pk for region in regions_meant([text])[text]] == keys


def test_of_several_towns_of_one_name_all_are_offered():
    assert len(regions_meant(["Buchholz"])["Buchholz"]) > 2


def test_many_take_as_many_statements_as_one(count_queries):
    assert count_queries(lambda: regions_meant(["Olpe"])) == 2
    assert count_queries(lambda: regions_meant([f"Ort {number}" for number in range(5_000)])) == 2
