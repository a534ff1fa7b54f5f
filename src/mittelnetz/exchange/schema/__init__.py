"""The JSON Schema (2020-12) of the federation file. What it cannot say stands in `exchange/checking/`."""

import json
from importlib.resources import files
from typing import Any

FORMAT = "mittelnetz-federation/1"


def schema_text() -> str:
    """The schema as it is published."""
    return (files(__name__) / "federation-1.json").read_text(encoding="utf-8")


def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded
