"""Lists of the register as files."""

from tempfile import TemporaryFile

from django.http import FileResponse

from mittelnetz.exchange.spreadsheets.lists import ListTable

_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}
FORMATS = (("xlsx", "Excel"), ("csv", "CSV"))


def table_file(table: ListTable, name: str, file_format: str) -> FileResponse:
    """The table as a file to keep. It is whole before the first byte leaves, so that nobody slow holds the database;
    and it lies on the disk, so that its size costs no memory.
    """
    file = TemporaryFile()  # noqa: SIM115 - the response closes it
    table.write(file_format, file)
    file.seek(0)
    response = FileResponse(
        file, as_attachment=True, filename=f"{name}.{file_format}", content_type=_TYPES[file_format]
    )
    response["Cache-Control"] = "no-store"
    return response
