"""Uploads never touch the disk, and no form of ours takes a large one."""

from typing import Any

from django.core.files.uploadhandler import MemoryFileUploadHandler

from mittelnetz.exchange.spreadsheets.tables import LARGEST_FILE


class LimitedUploadHandler(MemoryFileUploadHandler):
    """Keeps a file in memory; of one that is too large as much as it takes to see that, and to say so."""

    def handle_raw_input(self, *_args: Any, **_options: Any) -> None:
        self.activated = True

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return super().receive_data_chunk(raw_data[: max(0, LARGEST_FILE + 1 - start)], start)
