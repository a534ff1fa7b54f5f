"""The part of the country that a map shows, brought to a width of 1,000."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

from mittelnetz.regions.outlines import Box, Detail, box_around, is_seen, outlines, size
from mittelnetz.rulebook import keys

WIDTH = 1000
_SMALLEST = 480  # of the country's 4,000, some 80 km: a single city still shows what lies around it
_MARGIN = 0.16
_FLATTEST, _TALLEST = 0.72, 1.0  # height by width of a map of surroundings


@dataclass(frozen=True, slots=True)
class Sheet:
    box: Box
    detail: Detail

    @property
    def scale(self) -> float:
        return WIDTH / self.box.width

    @property
    def height(self) -> int:
        return round(self.box.height * self.scale)

    @property
    def frame(self) -> Box:
        """The whole sheet in its own units."""
        return Box(0, 0, WIDTH, self.height)

    @property
    def districts(self) -> list[str]:
        """The districts of which something is seen, by key: a link that is not seen could not show its focus."""
        return list(_seen(self.box))

    def place(self, point: tuple[int, int]) -> tuple[int, int]:
        x, y = point
        return round((x - self.box.left) * self.scale), round((y - self.box.top) * self.scale)


def whole_country() -> Sheet:
    width, height = size()
    return Sheet(Box(-20, -20, width + 20, height + 20), Detail.COUNTRY)


def around(districts: Collection[str]) -> Sheet:
    """The districts with what lies around them."""
    inner = box_around(districts)
    width = max(inner.width * (1 + 2 * _MARGIN), _SMALLEST)
    height = max(inner.height * (1 + 2 * _MARGIN), width * _FLATTEST)
    width = max(width, height / _TALLEST)
    x, y = (inner.left + inner.right) / 2, (inner.top + inner.bottom) / 2
    frame = Box(round(x - width / 2), round(y - height / 2), round(x + width / 2), round(y + height / 2))
    return Sheet(frame, Detail.NEAR)


def districts_of(codes: Collection[str]) -> list[str]:
    """The districts that the codes touch, by key; of vanished keys none."""
    known = outlines()
    inside = {code[: keys.DISTRICT_LENGTH] for code in codes if len(code) >= keys.DISTRICT_LENGTH}
    large = tuple("" if code == keys.COUNTRY else code for code in codes if len(code) < keys.DISTRICT_LENGTH)
    return sorted((inside & known.keys()).union(key for key in known if key.startswith(large)))


@lru_cache(2000)
def _seen(box: Box) -> tuple[str, ...]:
    return tuple(key for key in outlines() if is_seen(key, box))
