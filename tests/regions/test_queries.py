import pytest

from mittelnetz.regions import queries
from mittelnetz.rulebook.keys import Level

pytestmark = pytest.mark.django_db


def test_region_with_what_it_lies_in(django_assert_num_queries):
    with django_assert_num_queries(1):
        siegen = queries.region("05970040")
        names = []
        while siegen:
            names.append(siegen.full_name)
            siegen = siegen.parent if siegen.key != "05" else None
    assert names == [
        "Siegen (Kreis Siegen-Wittgenstein)",
        "Kreis Siegen-Wittgenstein",
        "Regierungsbezirk Arnsberg",
        "Nordrhein-Westfalen",
    ]


def test_region_that_vanished():
    assert queries.region("16056").successor.full_name == "Wartburgkreis"


def test_region_of_an_unknown_key():
    assert queries.region("99") is None


@pytest.mark.parametrize(
    ("key", "level", "count"),
    [
        ("DE", Level.LAND, 16),
        ("DE", Level.KREIS, 401),
        ("09", Level.REGIERUNGSBEZIRK, 7),
        ("03252", Level.MUNICIPALITY, 8),
        ("03252", Level.KREIS, 1),
        ("11", Level.KREIS, 1),
        ("16056", Level.KREIS, 0),
    ],
)
def test_regions_in(key, level, count):
    assert queries.regions_in(key, level).count() == count


def test_full_names(django_assert_num_queries):
    with django_assert_num_queries(1):
        names = queries.full_names(["09571", "DE", "16056", "11000000", "99999"])
    assert names == {
        "09571": "Landkreis Ansbach",
        "11000000": "Stadt Berlin",
        "16056": "Eisenach (bis 30.06.2021)",
        "DE": "Deutschland",
    }


def test_covered_districts(django_assert_num_queries):
    with django_assert_num_queries(1):
        covered = queries.covered_districts({"10", "11000000", "03252006", "16056", "06435014"})
    assert covered.wholly == {"10041", "10042", "10043", "10044", "10045", "10046", "11000"}
    assert covered.partly == {"03252"}


def test_district_of_which_every_municipality_is_named_is_covered_wholly():
    municipalities = list(queries.regions_in("03252", Level.MUNICIPALITY).values_list("key", flat=True))
    assert queries.covered_districts(municipalities).wholly == {"03252"}
    assert queries.covered_districts(municipalities[1:]).partly == {"03252"}


def test_country_covers_every_district():
    covered = queries.covered_districts({"DE", "03252006"})
    assert (len(covered.wholly), covered.partly) == (401, frozenset())


def test_neighbours(django_assert_num_queries):
    with django_assert_num_queries(1):
        assert queries.neighbours(["03252"]) == ["03241", "03254", "03255", "03257", "05766"]
    assert queries.neighbours(["11000"]) == [
        "12054",
        "12060",
        "12061",
        "12063",
        "12064",
        "12065",
        "12067",
        "12069",
        "12072",
    ]


def test_neighbours_of_several_leave_them_out():
    assert queries.neighbours(["09561", "09571"]) == sorted(set(queries.neighbours(["09571"])) - {"09561"})
    assert queries.neighbours([]) == []
