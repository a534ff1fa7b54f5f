"""Tables out of uploaded files: those of Excel, and those that are none."""

import csv
import io
import struct
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.spreadsheets import archives, tables
from mittelnetz.exchange.spreadsheets.tables import read_table
from tests.exchange.spreadsheets.files import saved, semicolons, with_part, xlsx

ROWS = [["Name", "Sitz", "Seit"], ["Kammer Süd", "Köln", "01.03.2024"]]
READ = (("Name", "Sitz", "Seit"), ((2, ("Kammer Süd", "Köln", "01.03.2024")),))
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def plain(table):
    return table.headings, table.rows


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8", "utf-8-sig", "utf-16"])
def test_csv_as_excel_writes_it(encoding):
    assert plain(read_table(semicolons(*ROWS, encoding=encoding))) == READ


@pytest.mark.parametrize("separator", [",", "\t", ";"])
@pytest.mark.parametrize("above", ["", "sep={}\r\n"])
def test_csv_with_other_separators(separator, above):
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(ROWS)
    table = read_table((above.format(separator) + text.getvalue()).encode())
    assert table.headings == READ[0]
    assert table.rows[0][1] == READ[1][0][1]
    assert table.rows[0][0] == (3 if above else 2)


def test_empty_lines_and_columns_are_left_out_but_counted():
    table = read_table(semicolons(["", ""], ["Name", "Art", ""], [], ["", " "], ["A", "", ""], ["B", "b", "mehr"]))
    assert plain(table) == (("Name", "Art"), ((5, ("A", "")), (6, ("B", "b"))))


def test_a_cell_of_several_lines_becomes_one():
    table = read_table(semicolons(["Name"], ["Kammer\r\n  Süd"], ["Kammer Nord"]))
    assert table.rows == ((2, ("Kammer Süd",)), (3, ("Kammer Nord",)))


def test_xlsx_days_numbers_flags_formulas_and_merged_cells():
    book = Workbook()
    sheet = book.active
    sheet.append(["Name", "Tag", "Zahl", "Kommazahl", "Ja", "Formel", "Fehler"])
    sheet.append(["Kammer", date(2024, 3, 1), 45352, 1.5, True, "=1+1", "#REF!"])
    sheet.append(["Über zwei Zeilen", None, 5966.0])
    sheet.append([None, None, 7])
    sheet.merge_cells("A3:A4")
    table = read_table(saved(book))
    assert table.rows[0] == (2, ("Kammer", "2024-03-01", "45352", "1.5", "true", "", "#REF!"))
    assert [row[1][0] for row in table.rows[1:]] == ["Über zwei Zeilen", ""]
    assert [row[1][2] for row in table.rows[1:]] == ["5966", "7"]


def test_of_a_formula_what_excel_last_saw_is_read():
    formula = (
        b"<row r='1'><c r='A1' t='str'><f>1+1</f><v>Name</v></c></row><row r='2'><c r='A2'><f>1+1</f><v>2</v></c></row>"
    )
    sheet = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>%s</sheetData></worksheet>"
    content = with_part(xlsx(["x"]), "xl/worksheets/sheet1.xml", sheet % formula)
    assert plain(read_table(content)) == (("Name",), ((2, ("2",)),))


def test_a_sheet_may_claim_any_size():
    sheet = (
        b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><dimension ref='A1:XFD1048576'/>"
        b"<sheetData><row r='1'><c r='A1' t='inlineStr'><is><t>Name</t></is></c></row>"
        b"<row r='1048576'><c r='A1048576' t='inlineStr'><is><t>Kammer</t></is></c></row></sheetData></worksheet>"
    )
    content = with_part(xlsx(["x"]), "xl/worksheets/sheet1.xml", sheet)
    assert read_table(content).rows == ((1048576, ("Kammer",)),)
    beyond = with_part(xlsx(["x"]), "xl/worksheets/sheet1.xml", sheet.replace(b"1048576'", b"99999999999'"))
    with pytest.raises(Refused, match="beschädigt"):
        read_table(beyond)


def _bomb() -> bytes:
    return with_part(xlsx(["Name"]), "xl/worksheets/sheet1.xml", b" " * (archives.MOST_BYTES + 1))


def _lying_bomb() -> bytes:
    """Its directory names a small size for what unpacks to a large one."""
    content = bytearray(_bomb())
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        info = archive.getinfo("xl/worksheets/sheet1.xml")
    directory = content.rindex(b"PK\x01\x02" + content[content.rindex(b"PK\x01\x02") + 4 :][:2])
    struct.pack_into("<I", content, directory + 24, 100)
    struct.pack_into("<I", content, info.header_offset + 22, 100)
    return bytes(content)


def _damaged(packed: int) -> bytes:
    """A file whose first part is packed in this way, and its bytes are nonsense."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", packed) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>" * 500)
    content = bytearray(file.getvalue())
    begin = content.index(b"xl/workbook.xml") + len(b"xl/workbook.xml") + 9  # behind what LZMA says of itself
    content[begin : begin + 9] = b"\xff" * 9
    return bytes(content)


def _protected() -> bytes:
    content = bytearray(xlsx(["Name"]))
    with zipfile.ZipFile(io.BytesIO(bytes(content))) as archive:
        start = archive.start_dir
    content[start + 8] |= 1
    return bytes(content)


BAD = {
    "a zip bomb": (_bomb, "zu groß"),
    "a zip bomb that lies": (_lying_bomb, "beschädigt"),
    "many tags": (
        lambda: with_part(xlsx(["Name"]), "xl/sharedStrings.xml", b"<si/>" * (archives.MOST_TAGS + 1)),
        "zu groß",
    ),
    "many styles": (
        lambda: with_part(xlsx(["Name"]), "xl/styles.xml", b" " * (archives.MOST_BYTES_OF_STYLES + 1)),
        "zu groß",
    ),
    "entities": (
        lambda: with_part(xlsx(["Name"]), "xl/workbook.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><workbook/>"),
        "beschädigt",
    ),
    "damaged bytes": (lambda: _damaged(zipfile.ZIP_DEFLATED), "beschädigt"),
    "damaged bytes, packed in an unusual way": (lambda: _damaged(zipfile.ZIP_LZMA), "beschädigt"),
    "a part with a password": (_protected, "beschädigt"),
    "an archive of something else": (lambda: _zip("word/document.xml"), "keine XLSX-Datei"),
    "half a file": (lambda: xlsx(["Name"])[:-400], "beschädigt"),
    "broken XML": (lambda: with_part(xlsx(["Name"]), "xl/worksheets/sheet1.xml", b"<worksheet>"), "beschädigt"),
    "encrypted, or XLS": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "Kennwort"),
    "SVG": (lambda: SVG, "keine Tabelle"),
    "HTML": (lambda: b"\xef\xbb\xbf\r\n<table><tr><td>Name</td></tr></table>", "keine Tabelle"),
    "PDF": (lambda: b"%PDF-1.7 Name;Art", "keine Tabelle"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n\0\0\0", "keine Tabelle"),
    "bytes of no code page": (lambda: b"Name;\x81\r\nA;B", "keine Tabelle"),
    "quotes that never end": (lambda: b'Name;Art\r\n"Kammer;x\r\n', "Zeile 2"),
    "a cell without end": (lambda: b"Name\r\n" + b"x" * 200_000, "Zeile 2"),
    "a long text": (lambda: b"Name\r\n" + b"x" * 2_001, "Zeile 2"),
    "nothing": (lambda: b"", "leer"),
    "nothing but lines": (lambda: b"\r\n;;\r\n", "leer"),
    "headings only": (lambda: b"Name;Art\r\n", "Unter den Überschriften"),
    "many columns": (lambda: b"A;" * 101 + b"\r\nA", "100 Spalten"),
    "many rows": (lambda: b"Name\r\n" + b"A\r\n" * (tables.MOST_ROWS + 1), "20.000 Zeilen"),
    "many bytes": (lambda: b"x" * (tables.LARGEST_FILE + 1), "5 MB"),
}


def _zip(name: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, "<x/>")
    return file.getvalue()


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_table_is_refused_with_a_sentence(what):
    make, sentence = BAD[what]
    with pytest.raises(Refused, match=sentence):
        read_table(make())
