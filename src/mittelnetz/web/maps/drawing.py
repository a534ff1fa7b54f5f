"""Draws districts, networks, names and numbers as SVG."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from mittelnetz.regions.outlines import Box, border, neighbours_of, outlines, shape
from mittelnetz.register.queries.map import MapDistrict, Share
from mittelnetz.register.words import Coverage
from mittelnetz.web.maps.sheet import WIDTH, Sheet
from mittelnetz.web.maps.words import who_covers
from mittelnetz.web.templatetags.links import region_url

PATTERNS = (Coverage.FORMING, Coverage.PART, Coverage.NESTED, Coverage.OVERLAP)
_TINTS = "abcd"
_LARGER_ON_A_PHONE = 1.5  # as the style sheet has it
_COARSER = 1.5  # than in the legend: a phone shows a map at a third of its size
_DOT = '<circle class="mn-dot" cx="{0}" cy="{0}" r="1.9"/>'


def svg(sheet: Sheet, label: str, content: Iterable[str]) -> SafeString:
    """A map of `content`, which is safe. A group and not an image, for its districts are links."""
    return mark_safe(  # noqa: S308 - names are escaped where they enter # nosec B308 B703
        f'<svg viewBox="0 0 {WIDTH} {sheet.height}" role="group" aria-label="{escape(label)}">{"".join(content)}</svg>'
    )


def scaled(sheet: Sheet, content: Iterable[str]) -> str:
    """What is drawn in the units of the outlines."""
    move = f"scale({sheet.scale:.4f}) translate({-sheet.box.left} {-sheet.box.top})"
    return f'<g transform="{move}">{"".join(content)}</g>'


def patterns(sheet: Sheet) -> str:
    """What tells kinds of coverage apart without colour: on the sheet, and in the legend."""
    return f"<defs>{_patterns('karte', _COARSER / sheet.scale)}{_patterns('zeichen', 1)}</defs>"


def _patterns(prefix: str, scale: float) -> str:
    return "".join(
        f'<pattern id="{prefix}-{kind}" width="{size}" height="{size}" patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({scale:.3f}) rotate({turn})">{content}</pattern>'
        for kind, size, turn, content in (
            (Coverage.FORMING, 11, 45, '<path class="mn-hatch" d="M0 5.5H11"/>'),
            (Coverage.PART, 12, 0, f"{_DOT.format(3)}{_DOT.format(9)}"),
            (Coverage.NESTED, 13, 45, '<path class="mn-hatch" d="M0 6.5H13M6.5 0V13"/>'),
            (Coverage.OVERLAP, 9, 0, '<path class="mn-hatch mn-hatch--bold" d="M0 4.5H9"/>'),
        )
    )


def district_link(sheet: Sheet, district: MapDistrict, look: str = "") -> str:
    """The district as a link, with the pattern of its coverage."""
    outline = outlines()[district.key]
    path = shape(district.key, sheet.detail)
    over = f'<path class="mn-over is-{district.coverage}" d="{path}"/>' if district.coverage in PATTERNS else ""
    return (
        f'<a href="{region_url(district.key)}"><title>{escape(outline.full_name)}: {escape(who_covers(district))}'
        f'</title><path class="mn-k{look and " " + look}" d="{path}"/>{over}</a>'
    )


def edge(sheet: Sheet, districts: Iterable[str], look: str) -> str:
    """The outer border of the districts together."""
    return f'<path class="{look}" d="{border(districts, sheet.detail)}"/>'


def network_edges(sheet: Sheet, shares: Iterable[tuple[str, Share]], look: str) -> list[str]:
    """The border of each network, of these shares of districts; only those that cover a district wholly have one."""
    wholly: defaultdict[str, list[str]] = defaultdict(list)
    for key, share in shares:
        if share.is_whole:
            wholly[share.network.key].append(key)
    return [edge(sheet, keys, look) for keys in wholly.values()]


def tints(districts: Mapping[str, MapDistrict]) -> dict[str, str]:
    """A tint for each network, so that neighbours differ where four tints suffice. They mean nothing else."""
    touching: dict[str, set[str]] = {}
    for key, district in districts.items():
        around = [districts[other] for other in neighbours_of()[key] if other in districts]
        near = {share.network.key for one in [district, *around] for share in one.shares}
        for share in district.shares:
            touching.setdefault(share.network.key, set()).update(near)
    found: dict[str, str] = {}
    for network, near in sorted(touching.items()):
        taken = [found[other] for other in near if other in found]
        found[network] = min(_TINTS, key=lambda tint: (taken.count(tint), tint))
    return found


def names(sheet: Sheet, own: Collection[str], filled: Collection[str], near: Collection[str]) -> str:
    """The names of districts where there is room, those of `own` first. `filled`: those of `own` with a tint.

    On a phone they are larger; those for which there is no room then are `tight`. A city and the district around it
    that are called alike are named once.
    """
    taken: list[Box] = []
    taken_on_a_phone: list[Box] = []
    named: set[str] = set()
    texts = []
    for key in [*own, *(key for key in sheet.districts if key not in own)]:
        outline = outlines()[key]
        x, y = sheet.place(outline.point)
        room, room_on_a_phone = (_room(outline.name, x, y, size) for size in (1.0, _LARGER_ON_A_PHONE))
        has_room = not any(room.meets(other) for other in taken) and (key in own or sheet.frame.holds(room))
        if not has_room or outline.name in named:
            continue
        taken.append(room)
        named.add(outline.name)
        look = "own filled" if key in filled else "own" if key in own else "near" if key in near else "faint"
        if any(room_on_a_phone.meets(other) for other in taken_on_a_phone) or not sheet.frame.holds(room_on_a_phone):
            look += " tight"
        else:
            taken_on_a_phone.append(room_on_a_phone)
        texts.append(f'<text class="{look}" x="{x}" y="{y}">{escape(outline.name)}</text>')
    return f'<g class="mn-names" aria-hidden="true">{"".join(texts)}</g>'


def _room(name: str, x: int, y: int, size: float) -> Box:
    half, high = round((len(name) * 8 + 10) * size), round(22 * size)
    return Box(x - half, y - high, x + half, y + high)
