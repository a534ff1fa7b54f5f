"""Refusals: why something may not be done, and what to do next."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _


class Refused(Exception):
    """An action was not carried out; nothing has changed.

    `sentence` is shown to the person as it is: it says why, and what to do next.
    `norm` is the id of the norm that is the reason, where one is.
    """

    def __init__(self, sentence: str, *, norm: str = "") -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.norm = norm


class Stale(Refused):
    """Somebody else has changed the same since it was looked at. `current`: what is stored now, by field."""

    def __init__(self, current: Mapping[str, Any]) -> None:
        super().__init__(_("Inzwischen hat jemand anderes hier etwas geändert. Bitte sehen Sie sich beides an."))
        self.current = current


def refuse_stale(record: object, seen: Mapping[str, Any]) -> None:
    """Raises Stale where fields are not any more what they were when the person looked. Call it with the row locked."""
    current = {field: getattr(record, field) for field, value in seen.items() if getattr(record, field) != value}
    if current:
        raise Stale(current)
