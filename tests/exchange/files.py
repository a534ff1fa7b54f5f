"""Federation files for tests: a full one written by hand."""

import copy
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from mittelnetz.exchange.importing import ImportReport, Progress, import_federation
from mittelnetz.people.actors import Actor

FORMAT = "mittelnetz-federation/1"
FULL: dict[str, Any] = json.loads((Path(__file__).parent / "full.json").read_text(encoding="utf-8"))


def full() -> dict[str, Any]:
    """A file that uses every key of the format; a test may change it."""
    return copy.deepcopy(FULL)


def load(document: Any, *, progress: Progress | None = None) -> ImportReport:
    content = document if isinstance(document, bytes) else json.dumps(document).encode()
    return import_federation(
        content=content, actor=Actor("system/test"), at=datetime(2026, 6, 15, tzinfo=UTC), progress=progress
    )
