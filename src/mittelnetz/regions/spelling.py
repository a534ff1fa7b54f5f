"""The ways to write the names of regions and places that the search knows."""

from collections import defaultdict
from collections.abc import Iterable

from mittelnetz.core.folding import fold, fold_bare
from mittelnetz.regions.models import Postcode, Region, Spelling
from mittelnetz.rulebook.keys import Level


def spellings(regions: Iterable[Region], postcodes: Iterable[Postcode]) -> list[Spelling]:
    """Every name of the regions, and of the places that are no municipality, with and without written-out umlauts.

    A city that is a district of its own is found once, as the district; so are Berlin and Hamburg.
    """
    regions = list(regions)
    stand_ins = _stand_ins(regions)
    names = {(stand_ins.get(region.key, region.key), text) for region in regions for text in _spelled(region)}
    rows = [Spelling(region_id=key, text=text) for key, text in sorted(names)]
    municipalities = {(region.parent_id, region.name) for region in regions}
    places = {(row.district_id, row.place) for row in postcodes} - municipalities
    wanted = {(key, text, place) for key, place in places for text in _folded(place) if (key, text) not in names}
    return rows + [Spelling(region_id=key, text=text, place=place) for key, text, place in sorted(wanted)]


def _stand_ins(regions: list[Region]) -> dict[str, str]:
    """The district that stands for the city that it is, or for the Land that has no other district."""
    districts: defaultdict[str, list[str]] = defaultdict(list)
    for region in regions:
        if region.level == Level.KREIS:
            districts[str(region.parent_id)].append(region.key)
    return {
        **{
            region.key: str(region.parent_id)
            for region in regions
            if region.level == Level.MUNICIPALITY and region.is_city
        },
        **{land: keys[0] for land, keys in districts.items() if len(keys) == 1},
    }


def _spelled(region: Region) -> set[str]:
    names = {region.name, region.official_name}
    if region.level != Level.MUNICIPALITY:  # the full name of a municipality ends in the name of its district
        names.add(region.full_name)
    return {text for name in names for text in _folded(name)}


def _folded(name: str) -> set[str]:
    return {fold(name)} if name.isascii() else {fold(name), fold_bare(name)}
