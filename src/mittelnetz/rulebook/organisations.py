"""Kinds of organisation, and which of them are intermediary (norms IO1, IO2; SEMANTICS, "Kinds of organisation")."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of organisation. `group` is the heading of norm IO2 under which it stands."""

    code: str
    is_intermediary: bool
    group: str
    de: str
    en: str


KINDS = (
    Kind(
        "chamber", True, "public_law", "Kammer, Innung, Kreishandwerkerschaft",
        "chamber, guild, district craft association",
    ),
    Kind(
        "public_body", True, "public_law",
        "öffentliche Stelle, Wirtschaftsförderung, Landes- oder Servicegesellschaft",
        "public body, business development agency, state or chamber service company",
    ),
    Kind(
        "social_insurance", True, "social_insurance",
        "Krankenkasse, Unfall- oder Rentenversicherung, Arbeitsagentur",
        "health, accident or pension insurance, employment agency",
    ),
    Kind(
        "research_education", True, "further_institutions",
        "Hochschule, Forschung, gemeinnützige Bildung oder Beratung",
        "university, research, charitable education or advice",
    ),
    Kind("association", True, "political", "Verband", "association"),
    Kind("trade_union", True, "political", "Gewerkschaft", "trade union"),
    Kind("government", False, "other_actors", "Ministerium, Regierungsstelle", "ministry, government office"),
    Kind("enterprise", False, "other_actors", "Unternehmen", "enterprise"),
    Kind(
        "consultancy", False, "other_actors", "Beratung, gewerbliche Bildung",
        "consultancy, commercial training",
    ),
    Kind("other", False, "other_actors", "Sonstige", "other"),
)  # fmt: skip

KIND = {kind.code: kind for kind in KINDS}

GROUPS = {
    "public_law": ("Kammern und öffentliche Stellen", "Chambers and public bodies"),
    "social_insurance": ("Sozialversicherung", "Social insurance"),
    "further_institutions": ("Hochschule, Forschung und Bildung", "Universities, research and education"),
    "political": ("Verbände und Gewerkschaften", "Associations and trade unions"),
    "other_actors": ("Unternehmen, Beratung und weitere", "Enterprises, advisers and others"),
}
