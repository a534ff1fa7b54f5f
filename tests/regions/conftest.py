"""A country of two Länder, small enough to read, as files that a test can change before it loads them."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.core.management.color import no_style
from django.db import connection

from mittelnetz.regions.models import Neighbour, Postcode, Region, Spelling

REGION = "ags,level,name,official_name,full_name,kind,parent_ags,nuts,population,area_km2,lat,lon,seat,iso_3166_2"
MUNICIPALITY = "ags,ars,name,official_name,kind,kreis_ags,postcode,several_postcodes,population,area_km2,lat,lon"
POSTCODE = "postcode,kreis_ags,place,type,primary,lat,lon,source"

FILES = {
    "regions.csv": [
        REGION,
        "03,land,Niedersachsen,Niedersachsen,Niedersachsen,Land,,DE9,300,30.5,52.7,9.1,Hannover,DE-NI",
        "11,land,Berlin,Berlin,Berlin,Land,,DE3,900,8.91,52.5,13.4,Berlin,DE-BE",
        "03252,kreis,Weser,Weser,Landkreis Weser,Landkreis,03,DE923,200,20.25,52.1,9.3,Hameln,",
        "03254,kreis,Leine,Leine,Landkreis Leine,Landkreis,03,DE925,100,10.25,52.0,9.9,Alfeld,",
        '11000,kreis,Berlin,"Berlin, Stadt",Stadt Berlin (Kreis),Kreisfreie Stadt,11,DE300,900,8.91,52.5,13.4,Berlin,',
    ],
    "municipalities.csv": [
        MUNICIPALITY,
        '03252001,032520000001,Aue,"Aue, Stadt",Stadt,03252,31001,0,150,10,52.1,9.3',
        "03252002,032520000002,Bach,Bach,Gemeinde,03252,31002,0,50,10.25,52.1,9.4",
        "03254001,032540000001,Bach,Bach,Gemeinde,03254,31002,0,100,10.25,52.0,9.9",
        '11000000,110000000000,Berlin,"Berlin, Stadt",Kreisfreie Stadt,11000,10115,1,900,8.91,52.5,13.4',
    ],
    "postcodes.csv": [
        POSTCODE,
        "31001,03252,Aue,area,1,52.1,9.3,geonames",
        "31002,03252,Bach,area,0,52.1,9.4,geonames",
        "31002,03254,Bach,area,1,52.0,9.9,geonames",
        "10115,11000,Berlin,area,1,52.5,13.4,geonames",
    ],
    "adjacency.csv": [
        "ags,neighbour_ags,border,border_km",
        "03252,03254,land,10",
        "03254,03252,land,10",
    ],
    "history.csv": [
        "ags,level,name,valid_until,successor",
        "03253,kreis,Altkreis,2021-07-01,03252",
        "03253007,municipality,Altstadt,2021-07-01,03252001",
    ],
}


class Country:
    """The files in a directory. `edit` replaces text in one of them; what is not there fails."""

    def __init__(self, directory: Path) -> None:
        self.directory = directory
        for name, lines in FILES.items():
            (directory / name).write_text("\n".join([*lines, ""]), encoding="utf-8")
        self.set_status(date(2026, 5, 31))

    def set_status(self, day: date) -> None:
        (self.directory / "status.txt").write_text(f"{day}\n", encoding="ascii")

    def edit(self, name: str, old: str, new: str) -> None:
        file = self.directory / name
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    def remove_rows(self, name: str, column: str, value: str) -> None:
        file = self.directory / name
        rows = list(csv.DictReader(file.read_text(encoding="utf-8").splitlines()))
        kept = [row for row in rows if row[column] != value]
        assert len(kept) < len(rows)
        with file.open("w", encoding="utf-8", newline="") as output:
            writer = csv.DictWriter(output, rows[0], lineterminator="\n")
            writer.writeheader()
            writer.writerows(kept)


@pytest.fixture
def country(tmp_path) -> Country:
    return Country(tmp_path)


@pytest.fixture
def no_regions(db) -> None:
    """A database without the reference data that all other tests share (until the test is over)."""
    tables = [model._meta.db_table for model in (Neighbour, Spelling, Postcode, Region)]
    with connection.cursor() as cursor:
        for statement in connection.ops.sql_flush(no_style(), tables, allow_cascade=True):
            cursor.execute(statement)
