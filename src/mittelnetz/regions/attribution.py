"""The lines that the licences of the reference data ask for, as data for pages (origin: `data/ATTRIBUTION.md`)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a line; with a `url` it is a link. `en` is what English pages say, where that is something else."""

    text: str
    url: str = ""
    en: str = ""


Line = tuple[Part, ...]

_DL_DE = Part("dl-de/by-2-0", "https://www.govdata.de/dl-de/by-2-0")
_CC_BY = Part("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
_CHANGED = Part(", Daten verändert.", en=", data changed.")

MAP: Line = (
    Part("Karte: © ", en="Map: © "),
    Part("GeoBasis-DE / BKG", "https://www.bkg.bund.de"),
    Part(" (2022), "),
    _DL_DE,
    _CHANGED,
)
MUNICIPALITIES: Line = (
    Part(
        "Gemeindeverzeichnis: © Statistisches Bundesamt (Destatis), im Auftrag der Herausgebergemeinschaft "
        "Statistische Ämter des Bundes und der Länder, 2026.",
        en="Register of municipalities: © Statistisches Bundesamt (Destatis), on behalf of the publishers Statistische "
        "Ämter des Bundes und der Länder, 2026.",
    ),
)
POSTCODES: Line = (
    Part("Postleitzahlen: ", en="Postcodes: "),
    Part("GeoNames", "https://www.geonames.org"),
    Part(", "),
    _CC_BY,
    _CHANGED,
)
LINES: tuple[Line, ...] = (MAP, MUNICIPALITIES, POSTCODES)
