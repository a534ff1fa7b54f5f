from datetime import date
from decimal import Decimal

import pytest

from mittelnetz.regions.loading import KeyInUse, load_regions, loaded_status
from mittelnetz.regions.models import Neighbour, Postcode, Region, Spelling
from mittelnetz.regions.reference import MalformedReferenceData
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
LATER = date(2027, 1, 1)


def dump() -> list[list[dict]]:
    return [list(model.objects.order_by("pk").values()) for model in (Region, Postcode, Spelling, Neighbour)]


def test_packaged_data_is_whole():
    assert loaded_status() == date(2026, 5, 31)
    current = Region.objects.filter(valid_until=None)
    levels = ("country", "land", "regierungsbezirk", "kreis", "municipality")
    assert [current.filter(level=level).count() for level in levels] == [1, 16, 19, 401, 10_749]
    assert (Postcode.objects.count(), Neighbour.objects.count()) == (19_733, 2_096)
    assert Region.objects.get(key="DE").population == 83_577_140
    assert set(Region.objects.exclude(valid_until=None).values_list("key", "successor")) == {
        ("16056", "16063"),
        ("16056000", "16063105"),
        ("06435014", "06415000"),
    }


def test_full_names_of_current_regions_are_unambiguous():
    names = list(Region.objects.filter(valid_until=None).values_list("full_name", flat=True))
    assert len(names) == len(set(names))


def test_loading_the_packaged_data_again_changes_nothing():
    before = dump()
    report = load_regions()
    assert report.changed == 0
    assert report.vanished == ()
    assert dump() == before


def test_first_loading(no_regions, country):
    assert loaded_status() is None
    steps = []
    report = load_regions(data=country.directory, progress=lambda done, total: steps.append((done, total)))
    assert [(table.table, table.added) for table in report.tables][:2] == [
        ("regions_region", 12),
        ("regions_postcode", 4),
    ]
    assert steps[-1][0] == steps[-1][1] == report.changed
    weser = Region.objects.get(key="03252")
    assert (weser.full_name, weser.parent_id, weser.area_km2) == ("Landkreis Weser", "03", Decimal("20.25"))
    assert Region.objects.get(key="03").parent_id == "DE"
    germany = Region.objects.get(key="DE")
    assert (germany.population, germany.area_km2) == (1200, Decimal("39.41"))


def test_municipalities_get_names_of_their_own(no_regions, country):
    twins = '03252003,032520000003,Aue,"Aue, Flecken",Gemeinde,03252,31003,0,150,10,52.1,9.3\n'
    twins += "03252004,032520000004,Bach,Bach,Gemeinde,03252,31004,0,150,10,52.1,9.3\n03254001"
    country.edit("municipalities.csv", "03254001", twins)
    load_regions(data=country.directory)
    names = Region.objects.filter(level="municipality", valid_until=None).order_by("key")
    assert list(names.values_list("full_name", flat=True)) == [
        "Aue, Stadt (Landkreis Weser)",
        "31002 Bach (Landkreis Weser)",
        "Aue, Flecken (Landkreis Weser)",
        "31004 Bach (Landkreis Weser)",
        "Bach (Landkreis Leine)",
        "Stadt Berlin",
    ]


def test_history_of_keys_that_were_never_loaded(no_regions, country):
    load_regions(data=country.directory)
    district = Region.objects.get(key="03253")
    assert (district.level, district.parent_id, district.successor_id) == ("kreis", "03", "03252")
    assert str(district) == "Altkreis (bis 30.06.2021)"
    municipality = Region.objects.get(key="03253007")
    assert (municipality.parent_id, municipality.successor_id) == ("03253", "03252001")
    assert not Spelling.objects.filter(region=district).exists()


def test_newer_status_updates_in_place(no_regions, country):
    load_regions(data=country.directory)
    country.set_status(LATER)
    country.edit("regions.csv", "Landkreis Weser,Landkreis,03,DE923,200", "Landkreis Oberweser,Landkreis,03,DE923,205")
    country.edit("postcodes.csv", "31001,03252,Aue", "31009,03252,Aue")
    report = load_regions(data=country.directory)
    assert {table.table: (table.added, table.changed, table.removed) for table in report.tables} == {
        "regions_region": (0, 3, 0),  # the district, and the full names of its municipalities
        "regions_postcode": (1, 0, 1),
        "regions_spelling": (1, 0, 1),
        "regions_neighbour": (0, 0, 0),
    }
    weser = Region.objects.get(key="03252")
    assert (weser.full_name, weser.population) == ("Landkreis Oberweser", 205)
    assert loaded_status() == LATER
    assert set(Region.objects.filter(valid_until=None).values_list("status_on", flat=True)) == {LATER}
    assert load_regions(data=country.directory).changed == 0


def remove_leine(country) -> None:
    """Landkreis Leine ends; its only municipality moves to Landkreis Weser under a new key."""
    country.set_status(LATER)
    country.remove_rows("regions.csv", "ags", "03254")
    country.edit(
        "municipalities.csv", "03254001,032540000001,Bach,Bach,Gemeinde,03254", "03252009,,Bach,Bach,Markt,03252"
    )
    country.remove_rows("postcodes.csv", "kreis_ags", "03254")
    country.edit("postcodes.csv", "31002,03252,Bach,area,0", "31002,03252,Bach,area,1")
    country.edit("adjacency.csv", "03252,03254,land,10\n03254,03252,land,10", "03252,11000,land,1\n11000,03252,land,1")
    country.edit("history.csv", "03253,", "03254,kreis,Leine,2026-11-01,03252\n03253,")


def test_vanished_keys_stay_with_their_successors(no_regions, country):
    load_regions(data=country.directory)
    remove_leine(country)
    report = load_regions(data=country.directory)
    assert report.vanished == ("03254", "03254001")
    district = Region.objects.get(key="03254")
    assert (district.valid_until, district.successor_id) == (date(2026, 11, 1), "03252")
    assert (district.full_name, district.population) == ("Landkreis Leine", 100)
    municipality = Region.objects.get(key="03254001")  # the history says nothing of it
    assert (municipality.valid_until, municipality.successor_id) == (LATER, None)
    assert municipality.status_on == date(2026, 5, 31)
    again = load_regions(data=country.directory)
    assert (again.changed, again.vanished) == (0, ())


def test_history_learned_later_is_applied(no_regions, country):
    load_regions(data=country.directory)
    remove_leine(country)
    load_regions(data=country.directory)
    country.edit("history.csv", "03253,", "03254001,municipality,Bach,2026-11-01,03252009\n03253,")
    assert load_regions(data=country.directory).changed == 1
    municipality = Region.objects.get(key="03254001")
    assert (municipality.valid_until, municipality.successor_id) == (date(2026, 11, 1), "03252009")


def test_a_key_that_comes_back_is_current_again(no_regions, country, tmp_path_factory):
    load_regions(data=country.directory)
    remove_leine(country)
    load_regions(data=country.directory)
    back = type(country)(tmp_path_factory.mktemp("back"))
    back.set_status(date(2028, 1, 1))
    load_regions(data=back.directory)
    district = Region.objects.get(key="03254")
    assert (district.valid_until, district.successor_id) == (None, None)


def test_vanished_keys_in_use_are_reported(no_regions, country):
    load_regions(data=country.directory)
    for number in range(3):
        make_organisation(f"org{number}", seat_id="03254")
    make_organisation("elsewhere", seat_id="03252")
    assert load_regions(data=country.directory).in_use == ()
    remove_leine(country)
    expected = (KeyInUse("03254", "03252", "register.Organisation", 3),)
    assert load_regions(data=country.directory).in_use == expected
    assert load_regions(data=country.directory).in_use == expected  # as long as it lasts


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("status.txt", "2026-05-31", "2026-05-30"),  # older than what is loaded
        ("history.csv", "01,03252\n", "01,03299\n"),
    ],
)
def test_what_is_refused_changes_nothing(country, name, old, new):
    before = dump()
    country.edit(name, old, new)
    with pytest.raises(MalformedReferenceData):
        load_regions(data=country.directory)
    assert dump() == before
