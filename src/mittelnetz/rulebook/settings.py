"""The figures that the criteria leave open, with their defaults (SEMANTICS, figures in bold).

A federation may decide other values, each from a day on; the value in force on day D applies to D.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Setting:
    """One figure: its default, its unit, what it means, and the norms whose judgement rests on it."""

    key: str
    default: int
    unit: str
    de: str
    en: str
    norms: tuple[str, ...]


SETTINGS = (
    Setting(
        "meetings_a_year", 2, "meetings", "Treffen, die ein Netzwerk im Jahr mindestens hält",
        "meetings that a network holds in a year at least", ("HR2",),
    ),
    Setting(
        "refusal_months", 24, "months", "so lange wirkt eine unbegründete Absage an einen neuen Partner nach",
        "how long an unfounded refusal of a new partner counts", ("RB2.1", "QK7"),
    ),
    Setting(
        "request_days", 90, "days", "Frist, um über die Anfrage eines neuen Partners zu entscheiden",
        "time to decide on the request of a new partner", ("RB2.1", "QK7"),
    ),
    Setting(
        "bulletin_days", 365, "days", "Rückblick auf Mitteilungen von Plenum und AG Transfer",
        "look back at bulletins of plenum and transfer group", ("RB6", "QK11"),
    ),
    Setting(
        "forwarding_days", 30, "days", "Frist, um eine Mitteilung an die Partner weiterzugeben",
        "time to forward a bulletin to the partners", ("RB6", "QK11"),
    ),
    Setting(
        "report_due_month", 3, "month", "Monat, an dessen letztem Tag der Jahresbericht fällig ist",
        "month on whose last day the annual report is due", ("RB4", "QK13"),
    ),
    Setting(
        "attendance_days", 365, "days", "Rückblick auf die Teilnahme an Plenum und AG Transfer",
        "look back at attendance of plenum and transfer group", ("QK12", "RB10"),
    ),
    Setting(
        "consensus_days", 365, "days", "Rückblick auf die Beschlüsse des Netzwerks",
        "look back at the network's decisions", ("QK10", "RB2.7"),
    ),
    Setting(
        "acknowledgement_days", 60, "days", "Frist, um eine neue Fassung der Grundlagen zur Kenntnis zu nehmen",
        "time to acknowledge a new version of the framework", ("QK8", "GL5"),
    ),
    Setting(
        "self_assessment_months", 24, "months", "so lange gilt eine Selbstbewertung als aktuell",
        "how long a self-assessment counts as current", ("GL7",),
    ),
    Setting(
        "first_self_assessment_months", 12, "months", "Zeit bis zur ersten Selbstbewertung nach der Anerkennung",
        "time to the first self-assessment after recognition", ("GL7",),
    ),
)  # fmt: skip
