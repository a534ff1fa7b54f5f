"""What is written can be read again, and nothing of it is a formula."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from mittelnetz.exchange.spreadsheets.cells import day_from, shown
from mittelnetz.exchange.spreadsheets.csv_files import write_csv
from mittelnetz.exchange.spreadsheets.tables import read_table
from mittelnetz.exchange.spreadsheets.xlsx_files import write_xlsx

HEADINGS = ["Name", "Telefon", "Seit"]
WRITERS = pytest.mark.parametrize("write", [write_csv, write_xlsx])
DANGEROUS = [
    "=1+1",
    "+49 2761 1234",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "=cmd|' /C calc'!A0",
    " =1",
    "'=1",
    "''+1",
    "＝1",
]
# Text as it stands in the register: no characters that XML cannot hold.
TEXTS = st.one_of(st.sampled_from(DANGEROUS), st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=30))
DAYS = st.none() | st.dates(date(1900, 3, 1), date(2200, 12, 31))


def written(write, rows) -> bytes:
    file = io.BytesIO()
    write(HEADINGS, rows, file)
    return file.getvalue()


@WRITERS
@settings(max_examples=40)
@given(rows=st.lists(st.tuples(TEXTS, TEXTS, DAYS), min_size=1, max_size=5))
def test_what_is_written_is_read_back(write, rows):
    named = [(f"n{name}", phone, day) for name, phone, day in rows]  # a row with nothing in it is no row
    table = read_table(written(write, named))
    assert table.headings == tuple(HEADINGS)
    read = [(name, phone, day_from(day) if day else None) for _, (name, phone, day) in table.rows]
    assert read == [(" ".join(name.split()), " ".join(phone.split()), day) for name, phone, day in named]


@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
def test_no_cell_of_csv_begins_like_a_formula(texts):
    text = written(write_csv, [texts]).decode("utf-8-sig")
    for cell in list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1]:
        assert not cell.lstrip(" ").startswith(tuple("=+-@\t\r＝＋－＠"))


@settings(max_examples=40)
@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
def test_every_text_of_xlsx_is_a_text(texts):
    (_, cells) = load_workbook(io.BytesIO(written(write_xlsx, [texts]))).active.iter_rows()
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert {cell.number_format for cell in cells if cell.value} <= {"@"}
    assert [cell.value or "" for cell in cells] == [text.replace("\r", "\n") for text in texts]


def test_a_telephone_number_stays_legible():
    assert "\r\nKammer;'+49 2761 1234;01.03.2024\r\n" in written(
        write_csv, [["Kammer", "+49 2761 1234", date(2024, 3, 1)]]
    ).decode("utf-8-sig")


def test_csv_is_as_german_excel_reads_it():
    content = written(write_csv, [["Süd; Nord", 'ein "Wort"', None]])
    assert content == b'\xef\xbb\xbfName;Telefon;Seit\r\n"S\xc3\xbcd; Nord";"ein ""Wort""";\r\n'


def test_what_xml_cannot_hold_is_left_out():
    assert read_table(written(write_xlsx, [["Kam\x0bmer\x01", "", None]])).rows[0][1][0] == "Kammer"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("01.03.2024", date(2024, 3, 1)),
        ("1.3.24", date(2024, 3, 1)),
        ("1.3.99", date(1999, 3, 1)),
        ("01.03.2024 00:00:00", date(2024, 3, 1)),
        ("2024-03-01", date(2024, 3, 1)),
        ("2024-03-01T00:00:00", date(2024, 3, 1)),
        ("45352", date(2024, 3, 1)),
    ],
)
def test_days_as_people_and_programs_write_them(text, day):
    assert day_from(text) == day
    assert day_from(shown(day)) == day


@pytest.mark.parametrize("text", ["30.02.2024", "2024", "01.03.0024", "3/1/2024", "99999999", "gestern", "00000"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError, match="ist kein Tag"):
        day_from(text)
