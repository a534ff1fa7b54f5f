import pytest

from mittelnetz.regions.reference import MalformedReferenceData, read_reference


def test_the_country_is_read(country):
    reference = read_reference(country.directory)
    assert [region.key for region in reference.regions[:4]] == ["DE", "03", "11", "03252"]
    assert [row.municipality_id for row in reference.postcodes] == ["03252001", "03252002", "03254001", "11000000"]


def test_a_place_that_is_no_municipality_is_tied_to_none(country):
    country.edit("postcodes.csv", "31001,03252,Aue", "31001,03252,Oberaue")
    assert read_reference(country.directory).postcodes[0].municipality_id is None


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("status.txt", "2026-05-31", "May", "status.txt: "),
        ("regions.csv", "parent_ags", "above", "regions.csv: there is no column 'parent_ags'"),
        ("regions.csv", "03254,kreis", "3254,kreis", "regions.csv, line 5: not an official key: '3254'"),
        ("regions.csv", "03254,kreis", "03254,land", "regions.csv, line 5: 03254 cannot be the key of a land"),
        ("regions.csv", "03254,kreis,Leine", "03254,kreis,", "regions.csv, line 5: a name is empty"),
        ("regions.csv", "03254", "03252", "regions: keys stand twice: 03252"),
        ("regions.csv", "Landkreis,03,DE925", "Landkreis,11,DE925", "regions: 03254 cannot lie in 11"),
        ("regions.csv", "52.0,9.9", "9.9,52.0", "regions.csv, line 5: 9.9 lies outside the country"),
        ("regions.csv", "52.0,9.9", "nan,9.9", "regions.csv, line 5: nan lies outside the country"),
        ("regions.csv", "10.25", "ten", "regions.csv, line 5: "),
        ("regions.csv", "Alfeld,", "Alfeld", "regions.csv, line 5: not as many values as columns"),
        ("regions.csv", "Alfeld,", "Alfeld,,,", "regions.csv, line 5: not as many values as columns"),
        ("municipalities.csv", "Gemeinde,03254", "Gemeinde,03252", "municipalities.csv, line 4: 03254001 cannot be"),
        (
            "municipalities.csv",
            "03254001,032540000001,Bach,Bach,Gemeinde,03254",
            "03252009,,B,B,G,03252",
            "regions: districts without a municipality: 03254",
        ),
        ("postcodes.csv", "31001", "3100", "postcodes.csv, line 2: not a postcode: '3100'"),
        ("postcodes.csv", "31001,03252", "31001,03999", "postcodes: 31001 lies in 03999, which is no district"),
        ("postcodes.csv", "area,1,52.0", "area,0,52.0", "postcodes: 31002 must have one primary district"),
        ("postcodes.csv", "area,1,52.0", "box,1,52.0", "postcodes.csv, line 4: 'box' must be 'area' or 'recipient'"),
        ("postcodes.csv", "31002,03254,Bach,area,1", "31001,03252,Aue,area,1", "postcodes: "),
        ("adjacency.csv", "03254,03252,land,10\n", "", "adjacency: 03252 and 03254"),
        ("adjacency.csv", "03254,03252,land,10\n", "03254,03252,land,10\n" * 2, "adjacency: a pair stands twice"),
        ("adjacency.csv", "03252,03254,land,10\n03254,03252,land,10\n", "", "adjacency.csv: there are no rows"),
        ("history.csv", "03253,kreis", "03254,kreis", "history: 03254 has not vanished"),
        ("history.csv", "01,03252\n", "01,03299\n", "history: 03299, the successor of 03253, is unknown"),
        ("history.csv", "2021-07-01", "2021-07-32", "history.csv, line 2: "),
    ],
)
def test_broken_files_are_refused(country, name, old, new, message):
    country.edit(name, old, new)
    with pytest.raises(MalformedReferenceData, match="^" + message):
        read_reference(country.directory)


@pytest.mark.parametrize("content", [b"\xff\xfe", b"", b'ags,level\n"03'])
def test_files_that_are_no_table_are_refused(country, content):
    (country.directory / "regions.csv").write_bytes(content)
    with pytest.raises(MalformedReferenceData, match=r"^regions\.csv"):
        read_reference(country.directory)


def test_a_missing_file_is_named(country):
    (country.directory / "postcodes.csv").unlink()
    with pytest.raises(MalformedReferenceData, match=r"^postcodes\.csv: "):
        read_reference(country.directory)
