"""One stream of chance per part, so that a new part does not shuffle the others."""

from random import Random


def stream(seed: int, part: str) -> Random:
    """The stream of the part: the same for the same seed on every machine and Python."""
    return Random(f"{seed}:{part}")  # noqa: S311 - example data, not secrets
