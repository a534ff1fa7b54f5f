"""What is wrong with a federation file: one line each, with the place in the file."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from mittelnetz.core.refusals import Refused

Place = tuple[str | int, ...]

_LONGEST_SHOWN = 60


def pointer(place: Place) -> str:
    """The place as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in place)


@dataclass(frozen=True, slots=True)
class FileError:
    """`place` leads to the value from the top of the file; `problem` and `remedy` are English, one line together."""

    place: Place
    problem: str
    remedy: str

    @property
    def pointer(self) -> str:
        return pointer(self.place)

    def __str__(self) -> str:
        """One line, whatever the file holds: what a terminal cannot show is escaped."""
        line = f"{self.pointer or '(whole file)'}: {self.problem}; {self.remedy}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape", "surrogatepass").decode() for c in line)


class FileRefusedError(Refused):
    """Nothing of the file was imported; `errors` are all reasons, sorted by place."""

    def __init__(self, errors: Iterable[FileError]) -> None:
        self.errors = tuple(sorted(errors, key=_order))
        super().__init__(
            "Die Datei wurde nicht übernommen, und nichts wurde geändert. Bitte berichtigen Sie die genannten Stellen."
        )


def _order(error: FileError) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in error.place]


def shown(value: Any) -> str:
    """A value as it stands in the file, shortened."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _LONGEST_SHOWN else f"{text[:_LONGEST_SHOWN]}…"
