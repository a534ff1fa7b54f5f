"""A table out of a file that somebody uploaded. What it is, its content says, never its name."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.spreadsheets.csv_files import read_csv
from mittelnetz.exchange.spreadsheets.xlsx_files import read_xlsx

LARGEST_FILE = 5 * 2**20
MOST_ROWS = 20_000
MOST_COLUMNS = 100
LONGEST_CELL = 2_000

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # a container for encrypted XLSX, and for XLS


@dataclass(frozen=True, slots=True)
class Table:
    """`rows`: the number of the row in the file, where the headings stand above, and a text for each heading."""

    headings: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]


def read_table(content: bytes) -> Table:
    """The first sheet of an XLSX file, or a CSV file. Raises Refused, for whatever is no table or too large."""
    if len(content) > LARGEST_FILE:
        raise Refused(_("Die Datei ist größer als 5 MB. Bitte teilen Sie sie auf."))
    if content.startswith(_OLE):
        raise Refused(
            _("Die Datei hat ein Kennwort oder das alte Format XLS. Bitte speichern Sie sie ohne Kennwort als XLSX.")
        )
    return _table(read_xlsx(content) if content.startswith(_ZIP) else read_csv(content))


def _table(found: Iterable[tuple[int, list[str]]]) -> Table:
    filled = _filled(found)
    _number, headings = next(filled, (0, []))
    if not headings:
        raise Refused(_("Die Datei ist leer. Bitte prüfen Sie, ob die Tabelle auf dem ersten Blatt steht."))
    if len(headings) > MOST_COLUMNS:
        raise Refused(_("Die Tabelle hat mehr als 100 Spalten. Bitte löschen Sie, was nicht gebraucht wird."))
    width = len(headings)
    rows: list[tuple[int, tuple[str, ...]]] = []
    for number, cells in filled:
        if len(rows) == MOST_ROWS:
            raise Refused(_("Die Tabelle hat mehr als 20.000 Zeilen. Bitte teilen Sie sie auf."))
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Refused(
                _("In Zeile %(number)d steht ein sehr langer Text. Bitte kürzen Sie ihn.") % {"number": number}
            )
        rows.append((number, tuple((cells + [""] * width)[:width])))
    if not rows:
        raise Refused(_("Unter den Überschriften steht nichts. Bitte füllen Sie mindestens eine Zeile aus."))
    return Table(tuple(headings), tuple(rows))


def _filled(found: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The rows in which something stands, without the empty cells at their end; each cell in one line."""
    for number, cells in found:
        texts = [" ".join(cell.split()) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts
