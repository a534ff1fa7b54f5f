"""Who is responsible in a district or municipality, and what its page offers where nobody is."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from mittelnetz.core.folding import fold
from mittelnetz.regions.models import Region
from mittelnetz.regions.outlines import Outline, municipalities_of, neighbours_of, outlines
from mittelnetz.register.queries.coverage import Holder, NearbyNetwork, holders, nearest_networks
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.white_spots import white_spot
from mittelnetz.rulebook import keys
from mittelnetz.rulebook.founding import FOUNDING, WITHOUT_RECOGNITION

NEAREST = 3


@dataclass(frozen=True, slots=True)
class ServingRow:
    """A network that serves the region, in these municipalities only (none: in all of it)."""

    holder: Holder
    only_in: list[str]


def responsibility(found: Region, today: date) -> dict[str, Any]:
    """For the template. A white spot is a region of today of which at least one municipality is left out."""
    everyone = holders(found.key, today, with_calls=True)
    serving = [holder for holder in everyone if holder.is_serving]
    names = municipalities_of().get(found.key, {})
    municipalities = sorted((Named(*item) for item in names.items()), key=lambda named: fold(named.name))
    codes = [code for holder in serving for code in holder.codes]
    is_covered = keys.set_covers(codes, names or [found.key])
    district = found.key[: keys.DISTRICT_LENGTH]
    context = {
        "serving": [ServingRow(holder, _only_in(holder, found, municipalities)) for holder in serving],
        "forming": [holder for holder in everyone if not holder.is_serving],
        "neighbours": _neighbours(district) if found.valid_until is None else [],
        "municipalities": municipalities,
    }
    if is_covered or found.valid_until is not None:
        return context
    return context | {
        "nearest": _nearest(found, serving, today),
        "spot": white_spot(district, today),
        "district": outlines()[district],
        "steps": FOUNDING,
        "without_recognition": WITHOUT_RECOGNITION,
    }


def _nearest(found: Region, serving: list[Holder], today: date) -> list[NearbyNetwork]:
    """The nearest networks besides those that serve a part of the region; those that can be called come first."""
    if found.lat is None or found.lon is None:
        return []
    known = {holder.network.key for holder in serving}
    near = nearest_networks(found.lat, found.lon, today, NEAREST + len(known))
    others = [nearby for nearby in near if nearby.network.key not in known][:NEAREST]
    return sorted(others, key=lambda nearby: not (nearby.call and nearby.call.phone))


def _neighbours(district: str) -> list[Outline]:
    keys_around = neighbours_of().get(district, frozenset())
    return sorted((outlines()[key] for key in keys_around), key=lambda outline: fold(outline.full_name))


def _only_in(holder: Holder, found: Region, municipalities: list[Named]) -> list[str]:
    """The names of the district's municipalities that the network covers; none where it covers the whole."""
    if any(keys.covers(code, found.key) for code in holder.codes):
        return []
    covered = [municipality.name for municipality in municipalities if municipality.key in holder.codes]
    return [] if len(covered) == len(municipalities) else covered
