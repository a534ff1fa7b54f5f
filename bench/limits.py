"""What must hold, whatever the machine: ratios of one run, bytes, statements."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bench.pages import Figures
from bench.visits import Visit

STATEMENTS, STATEMENTS_SIGNED_IN = 6, 11
OF_PLAIN_LIST, OF_BARE_WARM = 0.5, 0.4
# These ask first who it is: docs/quality.md.
OF_PLAIN_LIST_SIGNED_IN = {"/mein/": 0.4, "/buero/": 0.3}
IMPORT_MEGABYTES = 1000
FIRST_VISIT, FIRST_VISIT_WITH_FONTS = 150_000, 300_000


@dataclass(frozen=True, slots=True)
class Limit:
    """A figure and its bound, which is the least or the most that is allowed."""

    what: str
    value: float
    least: float = 0
    most: float = float("inf")

    @property
    def holds(self) -> bool:
        return self.least <= self.value <= self.most

    def __str__(self) -> str:
        bound = f"at least {self.least:g}" if self.least else f"at most {self.most:g}"
        return f"- {'holds' if self.holds else '**MISSED**'}: {self.what}: {self.value:.3g}, {bound}"


def page_limits(figures: list[Figures], statements: Mapping[str, int]) -> Iterator[Limit]:
    rates = {row.name: row.rate for row in figures}
    for name in rates.keys() - {"bare", "plain list"}:
        least = OF_PLAIN_LIST_SIGNED_IN.get(_area(name), OF_PLAIN_LIST)
        yield Limit(f"{name}, share of plain list", rates[name] / rates["plain list"], least=least)
    for name, count in statements.items():
        most = STATEMENTS_SIGNED_IN if _area(name) in OF_PLAIN_LIST_SIGNED_IN else STATEMENTS
        yield Limit(f"{name}, SQL statements", count, most=most)


def _area(name: str) -> str:
    """Where the page stands: what comes first in its address."""
    return f"/{name.split('/')[1]}/" if name.startswith("/") else ""


def warm_limits(figures: list[Figures], bare: float, visits: Mapping[str, Visit]) -> Iterator[Limit]:
    for row in figures:
        yield Limit(f"{row.name}, share of bare", row.rate / bare, least=OF_BARE_WARM)
    start = visits["/"]
    without_fonts = sum((start.page, *start.others))
    yield Limit("first visit to /, bytes without fonts", without_fonts, most=FIRST_VISIT)
    yield Limit("first visit to /, bytes", without_fonts + sum(start.fonts), most=FIRST_VISIT_WITH_FONTS)
