"""Days as the federation file writes them."""

from datetime import date


def written(day: date | None) -> str | None:
    return day.isoformat() if day else None
