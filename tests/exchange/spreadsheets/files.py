"""Spreadsheets for tests, made as others make them."""

import csv
import io
import zipfile
from typing import Any

from openpyxl import Workbook


def xlsx(*rows: list[Any]) -> bytes:
    book = Workbook()
    for row in rows:
        book.active.append(row)
    return saved(book)


def saved(book: Workbook) -> bytes:
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def semicolons(*rows: list[str], encoding: str = "cp1252") -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The archive with a part put in, or in the place of the one of that name."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info.filename, old.read(info))
        new.writestr(name, part)
    return file.getvalue()
