"""Example people: made one by one, as somebody needs them."""

from collections import Counter
from random import Random
from typing import Any

from mittelnetz.core.folding import fold
from mittelnetz.exchange.generator.names import FAMILY, FIRST
from mittelnetz.exchange.generator.reach import often, phone


class People:
    """The people made so far."""

    def __init__(self, random: Random) -> None:
        self.records: list[dict[str, Any]] = []
        self._random = random
        self._bearers: Counter[str] = Counter()

    def new(self) -> str:
        """One more person; the id. Some have no e-mail address, some no telephone."""
        first, family = self._random.choice(FIRST), self._random.choice(FAMILY)
        mailbox = fold(f"{first} {family}").replace(" ", ".")
        self._bearers[mailbox] += 1
        bearer = self._bearers[mailbox]
        person = f"p{len(self.records) + 1:06}"
        self.records.append(
            {
                "id": person,
                "name": f"{first} {family}",
                "email": f"{mailbox}{bearer if bearer > 1 else ''}@example.net" if often(self._random, 0.9) else None,
                "phone": phone(self._random) if often(self._random, 0.75) else None,
            }
        )
        return person
