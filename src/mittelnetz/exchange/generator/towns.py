"""Invented towns: they sound German, and none of them is on the map (the tests look it up).

Organisations are named after them, so that nobody takes an example for a real body.
"""

from itertools import product
from random import Random

_FIRST = (
    "Mirabellen", "Zaunkönig", "Brombeer", "Abendwolken", "Siebenschläfer", "Holunder", "Sternschnuppen", "Igel",
    "Pusteblumen", "Kuckucks", "Laternen", "Himbeer", "Quitten", "Murmel", "Regenbogen", "Löwenzahn", "Wetterhahn",
    "Bernstein", "Haselmaus", "Schlehen", "Eulen", "Windrosen", "Pfefferminz", "Kiesel", "Glühwurm", "Rotkehlchen",
    "Sauerampfer", "Zimt", "Morgentau", "Feuersalamander", "Stachelbeer", "Nachtigallen", "Schneeglöckchen",
    "Maulwurfs", "Kornblumen", "Papierdrachen", "Zaunwinden", "Buntspecht", "Muschel", "Preiselbeer", "Libellen",
    "Apfelkuchen", "Erdhummel", "Nebelkrähen", "Goldammer", "Seifenblasen", "Ringelblumen", "Elstern", "Lindwurm",
    "Klatschmohn", "Eisvogel", "Haferkorn", "Marienkäfer", "Waldmeister",
)  # fmt: skip
_LAST = (
    "hagen", "rode", "winkel", "hain", "brück", "mark", "stetten", "ingen", "tal", "horn", "wies", "zell",
    "büttel", "kamp", "moor", "furt", "leben", "hausen", "stein", "bruch", "werder", "reuth", "siel", "lohe",
    "warte", "born",
)  # fmt: skip
_PARTS = ("", "Ober", "Unter", "Neu", "Alt", "Groß", "Klein", "Hohen")


def invented_towns(random: Random) -> list[str]:
    """All invented towns, plain names first, each group in the stream's order."""
    names = [first + last for first, last in product(_FIRST, _LAST)]
    return [part + (name if not part else name.lower()) for part in _PARTS for name in random.sample(names, len(names))]
