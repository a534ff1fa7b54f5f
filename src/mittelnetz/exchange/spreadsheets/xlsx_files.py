"""XLSX files, read and written row by row."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import IO, Any

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.spreadsheets.archives import broken, refuse_hostile_archive
from mittelnetz.exchange.spreadsheets.cells import Cell

_LAST_ROW = 2**20
_WIDEST = 1_000  # columns; what stands further to the right is not looked at
_TEXT, _DAY = "@", "DD.MM.YYYY"
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_WIDTH = 24


def read_xlsx(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each row of the first sheet; of a formula what it last gave. Raises Refused."""
    refuse_hostile_archive(content)
    try:
        yield from _rows(content)
    except Refused:
        raise
    except Exception as error:  # openpyxl meets a broken file with whatever error comes
        raise broken() from error


def write_xlsx(headings: Iterable[str], rows: Iterable[Iterable[Cell]], file: IO[bytes]) -> None:
    """Every text stands in a cell of text, also when somebody edits it; so none is ever a formula."""
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()
    heads = [_cell(sheet, _TEXT, heading) for heading in headings]
    for place, head in enumerate(heads, 1):
        head.font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTH
    sheet.freeze_panes = "A2"
    sheet.append(heads)
    # A row is written at once, so its cells can be those of the row before.
    texts, days = ([_cell(sheet, form, "") for _head in heads] for form in (_TEXT, _DAY))
    for row in rows:
        sheet.append([_filled(text, day, value) for text, day, value in zip(texts, days, row, strict=True)])
    book.save(file)


def _filled(text: Any, day: Any, value: Cell) -> Any:
    if isinstance(value, date):
        day.value = value
        return day
    if not value:
        return None
    text.value, text.data_type = _NOT_IN_XML.sub("", value), "s"
    return text


def _cell(sheet: Any, form: str, text: str) -> Any:
    cell: Any = WriteOnlyCell(sheet, text)
    cell.number_format = form
    return cell


def _rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    sheet: Any = book.worksheets[0]
    sheet.reset_dimensions()  # a sheet may claim any size
    for number, cells in enumerate(sheet.iter_rows(values_only=True), 1):
        if number > _LAST_ROW:
            raise broken()
        yield number, [_text(cell) for cell in cells[:_WIDEST]]


def _text(value: Any) -> str:
    """Of a day its ISO form, of a whole number its digits."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.isoformat() if isinstance(value, date) else str(value)
