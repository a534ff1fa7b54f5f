"""What a file is, its bytes say, and nothing else."""

import zipfile
from io import BytesIO

import pytest

from mittelnetz.core.file_kinds import DOCX, JPEG, ODT, PDF, PNG, XLSX, kind_of

PDF_BYTES = b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
PNG_BYTES = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def archive(**parts: bytes) -> bytes:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as written:
        for name, content in parts.items():
            written.writestr(name, content)
    return held.getvalue()


WORD = archive(**{"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
SHEET = archive(**{"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<x/>"})


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (PDF_BYTES, PDF),
        (PNG_BYTES, PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", JPEG),
        (archive(mimetype=ODT_TYPE, **{"content.xml": b""}), ODT),
        (WORD, DOCX),
        (SHEET, XLSX),
    ],
)
def test_documents_and_pictures_are_known_by_their_bytes(content, kind):
    assert kind_of(content) == kind


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"\n%PDF-1.7",  # browsers look further than the first byte
        b"GIF89a",
        b"MZ\x90",
        b"PK\x03\x04 and then nothing",
        archive(**{"index.html": b"<script>"}),
        archive(mimetype=b"application/epub+zip"),
        archive(mimetype=ODT_TYPE + b"-template"),
        archive(**{"word/document.xml": b"<w/>"}),
        archive(**{"[Content_Types].xml": b"", "word/document.xml": b"", "word/vbaProject.bin": b"macro"}),
        WORD[:-30],
    ],
)
def test_everything_else_is_not(content):
    assert kind_of(content) is None


@pytest.mark.parametrize("first", [PDF_BYTES, PNG_BYTES, b"\xff\xd8\xff", b"<html>"])
def test_what_is_an_archive_besides_is_neither(first):
    assert kind_of(first + WORD) is None


def test_a_bomb_is_not_unpacked():
    """Its ten megabytes of zeros would be the type of an ODT; only the first bytes are looked at."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as written:
        written.writestr("mimetype", bytes(10_000_000))
    assert len(held.getvalue()) < 20_000
    assert kind_of(held.getvalue()) is None
