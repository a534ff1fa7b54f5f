"""Looks into an XLSX file before anything else reads it: a small archive can hold more than any memory."""

import zipfile
from io import BytesIO

from django.utils.translation import gettext as _

from mittelnetz.core.file_kinds import BROKEN_ARCHIVE
from mittelnetz.core.refusals import Refused

MOST_BYTES = 60 * 2**20
MOST_BYTES_OF_STYLES = 4 * 2**20  # and of everything else that is read at once
MOST_TAGS = 3_000_000
MOST_FILES = 1_000
_WORKBOOK = "xl/workbook.xml"
_READ_IN_PARTS = ("xl/worksheets/", "xl/sharedStrings.xml")
_PART = 2**16
_ENTITIES = (b"<!DOCTYPE", b"<!ENTITY")


def refuse_hostile_archive(content: bytes) -> None:
    """Raises Refused for an archive that is no XLSX file, too large when unpacked, or that defines entities.

    The sizes that an archive names bind: `zipfile` unpacks no byte more.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if _WORKBOOK not in archive.namelist():
                raise Refused(_("Das ist keine XLSX-Datei. Bitte speichern Sie die Tabelle als XLSX oder als CSV."))
            texts = [part for part in parts if part.filename.lower().endswith((".xml", ".rels"))]
            if len(parts) > MOST_FILES or sum(part.file_size for part in texts) > MOST_BYTES:
                raise _too_large()
            if any(part.file_size > MOST_BYTES_OF_STYLES for part in texts if not _is_read_in_parts(part.filename)):
                raise _too_large()
            _refuse_many_tags(archive, texts)
    except BROKEN_ARCHIVE as error:
        raise broken() from error


def broken() -> Refused:
    return Refused(_("Die Datei ist beschädigt. Bitte speichern Sie sie neu als XLSX."))


def _is_read_in_parts(name: str) -> bool:
    return name.startswith(_READ_IN_PARTS)


def _refuse_many_tags(archive: zipfile.ZipFile, texts: list[zipfile.ZipInfo]) -> None:
    tags = 0
    for text in texts:
        end = b""
        with archive.open(text) as file:
            while part := file.read(_PART):
                if b"\0" in part or any(entity in (end + part).upper() for entity in _ENTITIES):
                    raise broken()
                end = part[-len(_ENTITIES[0]) :]
                tags += part.count(b"<")
                if tags > MOST_TAGS:
                    raise _too_large()


def _too_large() -> Refused:
    return Refused(_("Die Tabelle ist zu groß. Bitte löschen Sie leere Blätter und Formate, oder teilen Sie sie auf."))
