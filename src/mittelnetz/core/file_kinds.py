"""What kind of file some bytes are, whatever its name says. Only kinds that a browser runs nothing of are known."""

import lzma
import zipfile
import zlib
from dataclasses import dataclass
from io import BytesIO


@dataclass(frozen=True, slots=True)
class FileKind:
    """`code` is also the ending of a file's name."""

    code: str
    media_type: str


_OPEN_DOCUMENT = "application/vnd.oasis.opendocument.text"
_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = FileKind("pdf", "application/pdf")
PNG = FileKind("png", "image/png")
JPEG = FileKind("jpg", "image/jpeg")
ODT = FileKind("odt", _OPEN_DOCUMENT)
DOCX = FileKind("docx", f"{_OFFICE}.wordprocessingml.document")
XLSX = FileKind("xlsx", f"{_OFFICE}.spreadsheetml.sheet")
FILE_KINDS = {kind.code: kind for kind in (PDF, PNG, JPEG, ODT, DOCX, XLSX)}

_SIGNS = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_MAIN_PARTS = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX))
_ARCHIVE = b"PK\x03\x04"
BROKEN_ARCHIVE = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
)  # fmt: skip
"""What `zipfile` raises for an archive that is damaged, has a password, or is packed in a way of its own."""


def kind_of(content: bytes) -> FileKind | None:
    """None for every other kind, and for what is of two kinds at once."""
    if content.startswith(_ARCHIVE):
        try:
            return _kind_of_archive(content)
        except BROKEN_ARCHIVE:
            return None
    kind = next((kind for sign, kind in _SIGNS if content.startswith(sign)), None)
    return None if zipfile.is_zipfile(BytesIO(content)) else kind


def _kind_of_archive(content: bytes) -> FileKind | None:
    """Looks at the names of the parts and unpacks nothing but the few bytes in which an ODT says what it is."""
    with zipfile.ZipFile(BytesIO(content)) as archive:
        names = set(archive.namelist())
        if any(name.lower().endswith("vbaproject.bin") for name in names):  # holds programs
            return None
        if "mimetype" in names:
            with archive.open("mimetype") as part:
                return ODT if part.read(len(_OPEN_DOCUMENT) + 1) == _OPEN_DOCUMENT.encode() else None
        if "[Content_Types].xml" not in names:
            return None
        return next((kind for part, kind in _MAIN_PARTS if part in names), None)
