"""What the code words of the catalogue mean to people, German and English side by side."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    de: str
    en: str


GROUPS = {
    "GL": Word("Grundlagen", "Foundations"),
    "RB": Word("Rahmenbedingungen", "Framework conditions"),
    "HR": Word("Handlungsrahmen", "Scope of action"),
    "IO": Word("Intermediäre Organisation", "Intermediary organisation"),
    "QK": Word("Qualitätskriterien", "Quality criteria"),
}

ADDRESSEES = {
    "network": Word("das Netzwerk", "the network"),
    "contacts": Word("die Ansprechpersonen", "the contact persons"),
    "partners": Word("die Partner", "the partners"),
    "steering_group": Word("den Leitungskreis", "the steering group"),
    "transfer_group": Word("die AG Transfer", "the transfer group"),
    "plenum": Word("das Plenum", "the plenum"),
    "federation": Word("die Offensive", "the federation"),
}

MODALITIES = {
    "must": Word("muss sein", "must be"),
    "must_not": Word("darf nicht sein", "must not be"),
    "should": Word("soll sein", "should be"),
    "may": Word("ist möglich", "may be"),
    "aim": Word("ist ein Ziel", "is an aim"),
    "definition": Word("klärt einen Begriff", "defines a term"),
}

HANDLINGS = {
    "rule": Word("Regel", "Rule"),
    "procedure": Word("Verfahren", "Procedure"),
    "register": Word("Register", "Register"),
    "attestation": Word("Selbstbewertung", "Self-assessment"),
}

QUESTION = Word("Das Netzwerk antwortet selbst auf die Frage zu", "The network itself answers the question on")

PROMISES = {
    ("rule", "annual_report_submitted"): Word(
        "Prüft, ob der Bericht für das vergangene Jahr rechtzeitig da ist.",
        "Checks that the report for the past year came in time.",
    ),
    ("rule", "contacts_reported_at_last_meeting"): Word(
        "Prüft, ob die Ansprechpersonen beim letzten Treffen berichtet haben.",
        "Checks that the contact persons reported at the last meeting.",
    ),
    ("rule", "cooperates_with_partner_networks"): Word(
        "Prüft, ob mit jedem Partnernetzwerk in der Region eine Zusammenarbeit eingetragen ist.",
        "Checks that cooperation is recorded with each partner network in the region.",
    ),
    ("rule", "decisions_by_consensus"): Word(
        "Prüft, ob ein Beschluss gegen einen stehenden Einwand oder gegen Stimmen gefasst wurde.",
        "Checks whether a decision was taken against a standing objection or against votes.",
    ),
    ("rule", "no_commercial_promotion"): Word(
        "Prüft, ob eine berechtigte Beschwerde noch nicht erledigt ist.",
        "Checks whether an upheld complaint has not been remedied.",
    ),
    ("rule", "one_contact_from_intermediary"): Word(
        "Prüft, ob eine Ansprechperson aus einer intermediären Organisation kommt.",
        "Checks that one contact person comes from an intermediary organisation.",
    ),
    ("rule", "one_network_per_region"): Word(
        "Vergleicht die Regionen aller anerkannten Netzwerke. Eine Überschneidung braucht die Zustimmung beider.",
        "Compares the regions of all recognised networks. An overlap needs the consent of both.",
    ),
    ("rule", "open_without_mandatory_fee"): Word(
        "Prüft, ob es Pflichtbeiträge, unbegründete Absagen oder liegen gebliebene Anfragen gibt.",
        "Checks for mandatory fees, unfounded refusals and requests left unanswered.",
    ),
    ("rule", "partners_acknowledged_framework"): Word(
        "Prüft, ob jeder Partner die geltenden Fassungen zur Kenntnis genommen hat.",
        "Checks that each partner has acknowledged the versions in force.",
    ),
    ("rule", "partners_are_federation_partners"): Word(
        "Prüft für jeden Partner, ob er Partner der Offensive ist oder zu einem nationalen Partner gehört.",
        "Checks for each partner that it is a federation partner or belongs to a national one.",
    ),
    ("rule", "partners_informed"): Word(
        "Prüft, ob Mitteilungen von Plenum und AG Transfer rechtzeitig weitergegeben wurden.",
        "Checks that bulletins of plenum and transfer group were passed on in time.",
    ),
    ("rule", "partners_led_to_federation"): Word(
        "Prüft, ob jeder Partner zur Offensive gehört oder dazu eingeladen wurde.",
        "Checks that each partner belongs to the federation or was asked to join.",
    ),
    ("rule", "quality_self_assessment_current"): Word(
        "Prüft, ob die jüngste Selbstbewertung noch aktuell ist.",
        "Checks that the newest self-assessment is still current.",
    ),
    ("rule", "represented_at_plenum"): Word(
        "Prüft, ob das Netzwerk bei jeder Sitzung des Plenums vertreten war.",
        "Checks that the network was represented at each session of the plenum.",
    ),
    ("rule", "takes_part_in_transfer_group"): Word(
        "Prüft, ob das Netzwerk an der AG Transfer teilgenommen hat.",
        "Checks that the network took part in the transfer group.",
    ),
    ("rule", "three_intermediaries"): Word(
        "Zählt die intermediären Partner.",
        "Counts the intermediary partners.",
    ),
    ("rule", "three_intermediaries_in_region"): Word(
        "Zählt die intermediären Partner, die in der Region sitzen oder arbeiten, und die weiteren Partner.",
        "Counts the intermediary partners that sit or work in the region, and the other partners.",
    ),
    ("rule", "two_contacts_one_from_intermediary"): Word(
        "Prüft, ob Koordination und Moderation besetzt sind und eine von beiden aus einer"
        " intermediären Organisation kommt.",
        "Checks that coordination and moderation are held and one of them comes from an intermediary organisation.",
    ),
    ("rule", "two_meetings_a_year"): Word(
        "Zählt die Treffen des Netzwerks im Jahr.",
        "Counts the network's meetings in the year.",
    ),
    ("procedure", "complaint"): Word(
        "Eine Beschwerde wird geprüft, und das Ergebnis steht beim Netzwerk.",
        "A complaint is examined, and the outcome stands with the network.",
    ),
    ("procedure", "conflict"): Word(
        "Zuerst einigen sich die Netzwerke; sonst entscheidet der Leitungskreis.",
        "The networks try to agree first; failing that, the steering group decides.",
    ),
    ("procedure", "dissolution"): Word(
        "Eine Auflösung gilt erst nach der Bekanntgabe in der AG Transfer.",
        "A dissolution takes effect only after its announcement in the transfer group.",
    ),
    ("procedure", "nesting"): Word(
        "Ein kleineres Netzwerk in einem größeren braucht die Zustimmung beider.",
        "A smaller network inside a larger one needs the consent of both.",
    ),
    ("procedure", "partner_admission"): Word(
        "Eine Absage an einen neuen Partner braucht einen zulässigen Grund.",
        "Refusing a new partner needs an admissible reason.",
    ),
    ("procedure", "partner_network"): Word(
        "Ein Netzwerk kann Partner werden, ohne anerkannt zu sein.",
        "A network can become a partner without being recognised.",
    ),
    ("procedure", "recognition"): Word(
        "Führt vom Antrag über Leitungskreis und AG Transfer zur Abstimmung im Plenum.",
        "Leads from the application through steering group and transfer group to the vote of the plenum.",
    ),
    ("procedure", "region_change"): Word(
        "Eine Änderung der Region gilt erst nach der Bekanntgabe in der AG Transfer.",
        "A change of region takes effect only after its announcement in the transfer group.",
    ),
    ("procedure", "support_request"): Word(
        "Ein Netzwerk bittet die Offensive um Unterstützung und erhält eine Antwort.",
        "A network asks the federation for support and receives an answer.",
    ),
    ("procedure", "withdrawal"): Word(
        "Nur das Plenum kann die Anerkennung entziehen, auf Vorschlag des Leitungskreises.",
        "Only the plenum can withdraw recognition, on the proposal of the steering group.",
    ),
    ("register", "contributions"): Word("Eingeworbene Förderbeiträge.", "Contributions raised."),
    ("register", "cooperations"): Word(
        "Zusammenarbeit mit anderen Netzwerken und Gruppen.", "Cooperation with other networks and groups."
    ),
    ("register", "intermediary_override"): Word(
        "Zweifelsfälle entscheidet die Offensive, mit Grund und Datum.",
        "Doubtful cases are decided by the federation, with reason and date.",
    ),
    ("register", "listing_consent"): Word(
        "Ein Partner wird nur genannt, wenn er zugestimmt hat.", "A partner is listed only with its consent."
    ),
    ("register", "network_circle"): Word(
        "Jedes Netzwerk hat ein eigenes Gremium, das Netzwerktreffen.",
        "Each network has a body of its own, the network circle.",
    ),
    ("register", "offers"): Word("Angebote der Partner für Unternehmen.", "The partners' offers to enterprises."),
    ("register", "organisation_kinds"): Word(
        "Die Art jeder Organisation; sie sagt, ob die Organisation intermediär ist.",
        "The kind of each organisation, which says whether it is intermediary.",
    ),
    ("register", "partner_recruitment"): Word(
        "Wer Partner wurde, seit wann, und wer gefragt hat.", "Who became a partner, since when, and who asked."
    ),
    ("register", "practice_standards"): Word(
        "Die Praxisstandards und wer sie einsetzt.", "The practice standards and who uses them."
    ),
    ("register", "self_assessment"): Word("Die Selbstbewertungen der Netzwerke.", "The networks' self-assessments."),
    ("register", "sessions"): Word("Sitzungen und Treffen mit Anwesenheit.", "Sessions and meetings with attendance."),
    ("register", "settings"): Word(
        "Was die Kriterien offen lassen, steht als Einstellung mit Datum fest.",
        "What the criteria leave open is a setting with a date.",
    ),
}
