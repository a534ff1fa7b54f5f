"""What example organisations are called: invented national bodies, and regional ones named after invented towns."""

from typing import NamedTuple


class National(NamedTuple):
    """A body that works in the whole country, or in a part of it for a parent."""

    id: str
    name: str
    kind: str
    level: str = "national"
    parent: str | None = None


class Title(NamedTuple):
    """How a regional organisation is called in the town `{}`. `parent`: the national body it is a branch of."""

    pattern: str
    parent: str | None = None


NATIONAL = (
    National("beratungshaus-wolkenlotse", "Beratungshaus Wolkenlotse AG", "consultancy"),
    National("bildungswerk-der-werkstaetten", "Bildungswerk der Werkstätten gGmbH", "research_education"),
    National("bund-der-handelskontore", "Bund der Handelskontore e. V.", "association"),
    National("bund-der-innungen-und-zuenfte", "Bund der Innungen und Zünfte", "chamber"),
    National("bundesamt-fuer-beschaeftigung-und-wandel", "Bundesamt für Beschäftigung und Wandel", "social_insurance"),
    National("bundesrat-der-gewerkekammern", "Bundesrat der Gewerkekammern", "chamber"),
    National("bundesverband-gastliche-haeuser", "Bundesverband Gastlicher Häuser e. V.", "association"),
    National("dachverband-der-gruendungshoefe", "Dachverband der Gründungshöfe e. V.", "association"),
    National("gewerkschaft-kontor-und-pflege", "Gewerkschaft Kontor und Pflege", "trade_union"),
    National("gewerkschaft-werk-und-dienst", "Gewerkschaft Werk und Dienst", "trade_union"),
    National("hochschulbund-angewandte-arbeit", "Hochschulbund Angewandte Arbeit e. V.", "research_education"),
    National("institut-werkbank-und-wandel", "Institut Werkbank und Wandel", "research_education"),
    National("kasse-der-werkstaetten", "Krankenkasse der Werkstätten", "social_insurance"),
    National("ministerium-fuer-arbeit-und-wandel", "Ministerium für Arbeit und Wandel", "government"),
    National("rentenkasse-der-gewerke", "Rentenkasse der Gewerke", "social_insurance"),
    National("stiftung-gute-werkstatt", "Stiftung Gute Werkstatt", "other"),
    National("unfallkasse-der-werkstaetten", "Unfallkasse der Werkstätten", "social_insurance"),
    National("verband-der-familienwerkstaetten", "Verband der Familienwerkstätten e. V.", "association"),
    National("werkzeughaus-sternbiber", "Werkzeughaus Sternbiber SE", "enterprise"),
    *(
        National(f"familienwerkstaetten-{id_}", name, "association", "regional", "verband-der-familienwerkstaetten")
        for id_, name in (
            ("mitte", "Landesverband Mitte der Familienwerkstätten e. V."),
            ("nord", "Landesverband Nord der Familienwerkstätten e. V."),
            ("ost", "Landesverband Ost der Familienwerkstätten e. V."),
            ("sued", "Landesverband Süd der Familienwerkstätten e. V."),
            ("west", "Landesverband West der Familienwerkstätten e. V."),
        )
    ),
)

TITLES: dict[str, tuple[Title, ...]] = {
    "chamber": (
        Title("Gewerkekammer {}", "bundesrat-der-gewerkekammern"),
        Title("Industrie- und Handelskammer {}"),
        Title("Kreishandwerkerschaft {}", "bund-der-innungen-und-zuenfte"),
        Title("Innung der Metallgewerke {}"),
        Title("Bäckerinnung {}"),
    ),
    "public_body": (
        Title("Wirtschaftsförderung {} GmbH"),
        Title("Regionalagentur {}"),
        Title("Stadt {}, Amt für Wirtschaft und Arbeit"),
        Title("Gründungshof {} GmbH"),
    ),
    "social_insurance": (
        Title("Arbeitsagentur {}", "bundesamt-fuer-beschaeftigung-und-wandel"),
        Title("Krankenkasse der Werkstätten, Geschäftsstelle {}", "kasse-der-werkstaetten"),
        Title("Unfallkasse der Werkstätten, Bezirk {}", "unfallkasse-der-werkstaetten"),
        Title("Rentenkasse der Gewerke, Firmenberatung {}", "rentenkasse-der-gewerke"),
        Title("Betriebskrankenkasse {}"),
    ),
    "research_education": (
        Title("Hochschule {}"),
        Title("Bildungswerk der Werkstätten, Haus {}", "bildungswerk-der-werkstaetten"),
        Title("Institut für Betriebsführung {}"),
        Title("Volkshochschule {}"),
        Title("Transferstelle Gute Arbeit {} e. V."),
    ),
    "association": (
        Title("Unternehmensverband {} e. V."),
        Title("Familienwerkstätten {}, Kreisverband", "familienwerkstaetten-{}"),
        Title("Handelskontore {}, Ortsverband", "bund-der-handelskontore"),
        Title("Gewerbeverein {} e. V."),
        Title("Gastliche Häuser {} e. V.", "bundesverband-gastliche-haeuser"),
    ),
    "trade_union": (
        Title("Gewerkschaft Werk und Dienst, Bezirk {}", "gewerkschaft-werk-und-dienst"),
        Title("Technologieberatung der Gewerkschaften {}"),
        Title("Gewerkschaft Kontor und Pflege, Ortsgruppe {}", "gewerkschaft-kontor-und-pflege"),
    ),
    "government": (
        Title("Amt für Arbeitsschutz {}"),
        Title("Regionalbüro {} der Landesregierung"),
    ),
    "enterprise": (
        Title("Tischlerei {} GmbH"),
        Title("Metallbau {} GmbH & Co. KG"),
        Title("Bäckerei {}"),
        Title("Elektrotechnik {} GmbH"),
        Title("Pflegedienst {}"),
        Title("Maschinenbau {} GmbH"),
        Title("Gasthof Zur Linde {}"),
        Title("Druckerei {}"),
        Title("Gartenbau {}"),
        Title("Spedition {} GmbH"),
        Title("Dachdeckerei {}"),
        Title("Softwarehaus {} GmbH"),
    ),
    "consultancy": (
        Title("Unternehmensberatung {}"),
        Title("Beratungshaus Wolkenlotse, Büro {}", "beratungshaus-wolkenlotse"),
        Title("Seminarhaus {} GmbH"),
        Title("Beratungsbüro Arbeit und Gesundheit {}"),
    ),
    "other": (
        Title("Bürgerstiftung {}"),
        Title("Freiwilligenagentur {}"),
        Title("Initiative Frauen im Beruf {}"),
        Title("Genossenschaft Gemeinsam Wirtschaften {} eG"),
    ),
}
