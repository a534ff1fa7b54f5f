"""The accent colour of a federation: tones for light and dark pages, all legible (WCAG 2.2, 1.4.3: 4.5 to 1)."""

import re
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext as _

from mittelnetz.core.refusals import Refused

LEGIBLE = 4.5
WHITE, BLACK = "#ffffff", "#000000"
# Of `theme.css`; a test holds them together.
PAPER, TINT, INK = ("#ffffff", "#171217"), ("#f7f1f4", "#1f181e"), ("#211a20", "#f5eef2")
_HEX = re.compile(r"#[0-9a-f]{6}")
_STEPS = 50


@dataclass(frozen=True, slots=True)
class Tones:
    """Of the accent, each for light and dark pages: itself, what is written on it, and a soft ground."""

    accent: tuple[str, str]
    on_accent: tuple[str, str]
    soft: tuple[str, str]


def tones(accent: str) -> Tones:
    """The tones of an accent such as `#7d1d4e`; the dark page's follow from it.

    Raises Refused for one that is not written so, or is too pale to be read on a light page; the sentence
    names the nearest darker one.
    """
    if not _HEX.fullmatch(accent):
        raise Refused(_("Bitte schreiben Sie die Farbe so: #7d1d4e."))
    soft = (mix(accent, PAPER[0], 0.12), mix(accent, PAPER[1], 0.3))
    if not _is_legible(accent, PAPER[0], TINT[0], soft[0]):
        darker = next(dark for dark in _towards(accent, BLACK) if is_fit(dark))
        raise Refused(
            _("Diese Farbe ist zu hell, um sie auf hellem Grund zu lesen. Dunkel genug wäre %(darker)s.")
            % {"darker": darker}
        )
    pale = next(light for light in _towards(accent, WHITE) if _is_legible(light, PAPER[1], TINT[1], soft[1]))
    on_pale = next(dark for dark in _towards(pale, BLACK) if _is_legible(dark, pale))
    return Tones((accent, pale), (WHITE, on_pale), soft)


def is_fit(accent: str) -> bool:
    return _is_legible(accent, PAPER[0], TINT[0], mix(accent, PAPER[0], 0.12))


def contrast(one: str, other: str) -> float:
    """From 1 (none) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """So much of the first colour, the rest of the second."""
    parts = (round(a * share + b * (1 - share)) for a, b in zip(_channels(one), _channels(other), strict=True))
    return "#" + "".join(f"{part:02x}" for part in parts)


def _is_legible(text: str, *grounds: str) -> bool:
    return all(contrast(text, ground) >= LEGIBLE for ground in grounds)


def _towards(start: str, end: str) -> list[str]:
    """From the one colour to the other in small steps."""
    return [mix(start, end, 1 - step / _STEPS) for step in range(_STEPS + 1)]


def _channels(colour: str) -> list[int]:
    return [int(colour[at:to], 16) for at, to in pairwise((1, 3, 5, 7))]


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - of sRGB
        for part in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
