"""Federations that come with the package: what public sources say about real networks, and nothing else."""

import json
from importlib.resources import files
from typing import Any


def sourced_federation() -> dict[str, Any]:
    """The federation file of the real networks and organisations, with the source of each statement.

    It names no people. What the sources do not say stays empty: status `unknown`, beginnings without a day.
    """
    text = (files(__name__) / "sourced.json").read_text(encoding="utf-8")
    federation: dict[str, Any] = json.loads(text)
    return federation
