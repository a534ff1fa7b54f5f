"""CSV files: as Excel writes them in German, in English, or as text with tabs; and as German Excel reads them."""

import codecs
import csv
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import IO

from django.utils.translation import gettext as _

from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.spreadsheets.cells import Cell, shown

_SEPARATORS = ";\t,"
_NAMES_SEPARATOR = re.compile(rf"sep=([{_SEPARATORS}])\r?\n", re.IGNORECASE)
_BEGINS_A_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_MARK = "'"  # Excel takes what follows for text, and so do we


def read_csv(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Number and cells of each record. Raises Refused for what is no text, or no table."""
    text = _decoded(content)
    if "\0" in text or text.lstrip().startswith(("<", "%PDF", "{\\rtf")):
        raise _not_a_table()
    named = _NAMES_SEPARATOR.match(text)
    separator, body, above = (named[1], text[named.end() :], 1) if named else (_separator(text), text, 0)
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=separator, strict=True)
    number = above
    try:
        for number, cells in enumerate(reader, above + 1):
            yield number, [_unmarked(cell) for cell in cells]
    except csv.Error:
        raise Refused(
            _("Zeile %(number)d lässt sich nicht lesen. Bitte prüfen Sie dort die Anführungszeichen.")
            % {"number": number + 1}
        ) from None


def write_csv(headings: Iterable[str], rows: Iterable[Iterable[Cell]], file: IO[bytes]) -> None:
    """Semicolons, UTF-8 with its mark, German days. What a spreadsheet would take for a formula is marked as text."""
    text = io.TextIOWrapper(file, "utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for row in chain([headings], rows):
        writer.writerow([_marked(shown(cell)) for cell in row])
    text.detach()


def _marked(text: str) -> str:
    return _MARK + text if _needs_mark(text) else text


def _unmarked(text: str) -> str:
    return text[1:] if text.startswith(_MARK) and _needs_mark(text[1:]) else text


def _needs_mark(text: str) -> bool:
    """Also where it has the mark already, so that taking one away always gives back what was there."""
    return text.lstrip(_MARK + " ").startswith(_BEGINS_A_FORMULA) or text.startswith(_BEGINS_A_FORMULA)


def _decoded(content: bytes) -> str:
    """UTF-16 is what Excel calls "Unicode text"; without any mark, UTF-8 is tried before the code page of Windows."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise _not_a_table()


def _separator(text: str) -> str:
    """The one that parts the headings into most columns."""
    headings = text.lstrip("\r\n").partition("\n")[0]
    return max(_SEPARATORS, key=lambda separator: len(_split(headings, separator)))


def _split(line: str, separator: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _not_a_table() -> Refused:
    return Refused(_("Das ist keine Tabelle, die wir lesen können. Bitte speichern Sie sie als XLSX oder als CSV."))
