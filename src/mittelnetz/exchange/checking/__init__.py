"""Everything that can be wrong with a federation file, found before anything is written."""

from typing import Any

from mittelnetz.exchange.checking.references import reference_errors
from mittelnetz.exchange.checking.relations import relation_errors
from mittelnetz.exchange.checking.shape import shape_errors
from mittelnetz.exchange.checking.spans import span_errors
from mittelnetz.exchange.errors import FileError


def meaning_errors(document: dict[str, Any], faulty: list[FileError]) -> list[FileError]:
    """What is wrong with a file whose shape was checked, beside the errors already found in it.

    Judged is what the database would hold afterwards, so it asks the database for what the file does not name.
    """
    faults = {error.place for error in faulty}
    return [*span_errors(document, faults), *reference_errors(document), *relation_errors(document, faults)]


__all__ = ["meaning_errors", "shape_errors"]
