"""What example networks say about themselves, and what their meetings are about."""

AIMS = (
    "Wir wollen, dass kleine Betriebe der Region leicht die Hilfe finden, die sie gerade brauchen.",
    "Kein Betrieb soll an einer Frage scheitern, die der Nachbar längst gelöst hat.",
    "Wir bringen zusammen, wer in der Region Betriebe berät, damit niemand von Tür zu Tür geschickt wird.",
    "Gute Arbeit und gute Geschäfte gehören für uns zusammen.",
    "Unsere Betriebe sollen auch in zehn Jahren noch genug Leute haben, die gern bei ihnen arbeiten.",
)
AIMS_IN_DETAIL = (
    "Im Mittelpunkt stehen Fachkräfte, Nachfolge und der sichere Umgang mit neuer Technik.",
    "Besonders im Blick haben wir das Handwerk und die Pflege.",
    "Wir machen die gemeinsamen Praxisstandards bekannt und helfen, sie im Alltag zu nutzen.",
    "Uns liegt am Herzen, dass ältere und jüngere Beschäftigte voneinander lernen.",
    "Gesunde Beschäftigte sind uns so wichtig wie volle Auftragsbücher.",
)
APPROACH = (
    "Wir treffen uns reihum bei den Partnern und sprechen uns vor jeder neuen Veranstaltung ab.",
    "Jeder Partner nennt seine Angebote, und wir fügen sie zu einem gemeinsamen Jahresplan zusammen.",
    "Ein Betrieb ruft an, und wir sagen am selben Tag, wer helfen kann.",
    "Zweimal im Jahr laden wir Betriebe zu einem offenen Abend ein.",
    "Für jedes Thema gibt es eine kleine Gruppe, die dem Netzwerk berichtet.",
)
APPROACH_IN_DETAIL = (
    "Entschieden wird erst, wenn niemand mehr einen schweren Einwand hat.",
    "Wer mitmacht, tut das ehrenamtlich und wirbt nicht für eigene Leistungen.",
    "Was sich bewährt, geben wir an die Nachbarnetzwerke weiter.",
    "Neue Partner begleiten wir in den ersten Monaten.",
)

# Kind and title of what circles talk about.
AGENDA = (
    ("information", "Neues aus Plenum und AG Transfer"),
    ("information", "Förderprogramme des Landes"),
    ("information", "Rückblick auf den Unternehmensabend"),
    ("discussion", "Wie erreichen wir Betriebe mit weniger als zehn Beschäftigten?"),
    ("discussion", "Nachfolge im Handwerk: Was können wir gemeinsam tun?"),
    ("discussion", "Erfahrungen mit den Praxisstandards"),
    ("discussion", "Gemeinsame Sprechstunde im Rathaus"),
    ("decision", "Termine und Orte des nächsten Halbjahrs"),
    ("decision", "Aufnahme neuer Partner"),
    ("case", "Anfrage eines Pflegedienstes"),
    ("case", "Ein Betrieb sucht eine Nachfolgerin"),
    ("report", "Bericht aus der Arbeitsgruppe Gesundheit"),
    ("report", "Bericht über die Beratungen des letzten Quartals"),
    ("other", "Verschiedenes"),
)
CONTACTS_REPORT = "Bericht der Ansprechpersonen"

DECISIONS = (
    "Gemeinsamer Unternehmensabend im Herbst",
    "Sprechstunde für Betriebe einmal im Monat",
    "Jahresplan der Veranstaltungen",
    "Neuer Flyer mit allen Ansprechpersonen",
    "Arbeitsgruppe zur Nachfolge einrichten",
    "Beteiligung an der Ausbildungsmesse",
    "Patenschaften für neue Partner",
    "Gemeinsame Schulung zu den Praxisstandards",
)
PLENUM_DECISIONS = (
    "Anerkennung eines regionalen Netzwerks",
    "Arbeitsprogramm des kommenden Jahres",
    "Schwerpunktthema Nachfolge",
    "Neue Fassung der Kriterien der Zusammenarbeit",
    "Entlastung der Geschäftsstelle",
)
STEERING_DECISIONS = (
    "Vorschlag für die Tagesordnung des Plenums",
    "Beratung zweier Netzwerke, deren Regionen sich überschneiden",
    "Begleitung eines Netzwerks, das sich lange nicht getroffen hat",
)
BULLETINS = (
    "Ergebnisse der Sitzung in Kürze",
    "Neue Arbeitshilfen und Termine",
    "Beschlüsse und was sie für die Netzwerke bedeuten",
)

# What networks answer to the quality criteria: when they are fulfilled, and when not.
ANSWERS: dict[str, tuple[tuple[str, ...], str]] = {
    "QK1": (
        ("Kammern, Kassen und Verbände sitzen an einem Tisch.", "Wir gehen jedes Jahr auf zwei neue Partner zu."),
        "Aus der Pflege fehlt uns noch jemand.",
    ),
    "QK2": (
        ("Alle Beratenden arbeiten mit den Praxisstandards.", "Zwei Partner haben an einer Neufassung mitgeschrieben."),
        "Nur wenige Partner kennen die Praxisstandards gut genug.",
    ),
    "QK3": (
        ("Unser Wegweiser liegt in allen Rathäusern aus.", "Anfragen landen bei einer Stelle und werden verteilt."),
        "Viele Betriebe kennen uns noch nicht.",
    ),
    "QK4": (("Es sind deutlich mehr als drei.",), "Eine Organisation ist ausgeschieden, wir suchen Ersatz."),
    "QK5": (("Alle sind dabei oder über ihren Verband vertreten.",), "Drei Partner fehlen noch."),
    "QK6": (("Die Koordination kommt aus der Kammer.",), "Zurzeit stellt ein Unternehmen beide Ansprechpersonen."),
    "QK7": (("Wir nehmen jeden auf, der unsere Ziele teilt.",), "Ein früherer Beitrag muss noch abgeschafft werden."),
    "QK8": (("Neue Partner bekommen beides beim ersten Treffen.",), "Die neue Fassung kennen noch nicht alle."),
    "QK9": (
        ("Der Ton ist freundlich, auch wenn wir uns nicht einig sind.", "Alle kommen zu Wort."),
        "Zwei Partner fühlen sich übergangen, wir sprechen darüber.",
    ),
    "QK10": (("Wir reden so lange, bis alle mitgehen können.",), "Einmal haben wir trotz offener Einwände abgestimmt."),
    "QK11": (("Mitteilungen gehen binnen einer Woche an alle.",), "Im Sommer sind zwei Mitteilungen liegen geblieben."),
    "QK12": (("Eine von uns ist immer da.",), "Die Wege sind weit, wir haben das letzte Plenum verpasst."),
    "QK13": (("Unser Bericht kam im Februar.",), "Der Bericht kam zu spät."),
    "QK14": (
        ("Niemand verdient an der Arbeit im Netzwerk.", "Eigene Leistungen bewirbt bei uns keiner."),
        "Auf einem Abend wurde für eine Beratung geworben, das kommt nicht wieder vor.",
    ),
}  # fmt: skip
