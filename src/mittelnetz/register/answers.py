"""How somebody's word came to us. Consent that cannot be proved is none, so the journal keeps it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused


@dataclass(frozen=True, slots=True)
class Given:
    """`wording`: the id of the text that was answered; empty where somebody passes on what they were told.
    `on`: the day of the answer. `name`: who answered, where a mailbox is shared and they said so.
    """

    on: date
    wording: str = ""
    name: str = ""

    def refuse_future(self, at: datetime) -> None:
        """Raises Refused where the day of the answer is still to come."""
        if self.on > day_of(at):
            raise Refused(_("Dieser Tag liegt in der Zukunft. Bitte prüfen Sie das Datum."))

    @property
    def changes(self) -> dict[str, Any]:
        """For the journal."""
        return {"wording": self.wording, "on": self.on.isoformat()}

    @property
    def personal(self) -> dict[str, str]:
        """For the part of the journal that can be erased."""
        return {"name": self.name} if self.name else {}
