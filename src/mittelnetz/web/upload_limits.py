"""Uploads never touch the disk, and no form of ours takes a large one."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler, SkipFile

from mittelnetz.exchange.spreadsheets.tables import LARGEST_FILE


class LimitedUploadHandler(MemoryFileUploadHandler):
    """Keeps a file in memory, and drops one that is too large as soon as it is; the form then gets none."""

    def handle_raw_input(self, *_args: Any, **_options: Any) -> None:
        self.activated = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        if start + len(raw_data) > LARGEST_FILE:
            self.file.close()
            raise SkipFile
        return super().receive_data_chunk(raw_data, start)
