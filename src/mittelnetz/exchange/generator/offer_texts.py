"""What example organisations offer: topic, format, title and what it is."""

from typing import NamedTuple


class Text(NamedTuple):
    topic: str
    format: str
    title: str
    description: str


OFFERS = (
    Text(
        "digitalisation",
        "advice",
        "Erstgespräch Digitalisierung",
        "Eine Stunde bei Ihnen im Betrieb: Was lohnt sich, was hat Zeit?",
    ),
    Text(
        "digitalisation",
        "check",
        "Digitaler Betriebscheck",
        "In zwei Stunden sehen Sie, wo Papier und Doppelarbeit Sie Zeit kosten.",
    ),
    Text(
        "digitalisation",
        "training",
        "Sicher mit KI im Büro",
        "Ein Nachmittag mit Beispielen aus Werkstatt und Büro, ohne Vorkenntnisse.",
    ),
    Text(
        "skilled-workers",
        "advice",
        "Leute finden, Leute halten",
        "Wir gehen Ihre Stellenanzeigen durch und sprechen über das, was Bewerber wirklich fragen.",
    ),
    Text(
        "skilled-workers",
        "event",
        "Betriebe treffen Schulen",
        "Ein Vormittag, an dem sich Jugendliche und Betriebe kennenlernen.",
    ),
    Text(
        "skilled-workers",
        "funding",
        "Zuschuss zur Einarbeitung",
        "Wir prüfen mit Ihnen, ob Sie einen Zuschuss bekommen, und helfen beim Antrag.",
    ),
    Text(
        "health",
        "advice",
        "Gesund arbeiten im kleinen Betrieb",
        "Ein Rundgang mit Ihnen und Ihren Leuten, danach drei einfache Vorschläge.",
    ),
    Text(
        "health", "training", "Rücken schonen beim Heben", "Praktische Übungen am Arbeitsplatz, eine Stunde je Gruppe."
    ),
    Text(
        "health",
        "event",
        "Gesundheitstag für Betriebe",
        "Mehrere Betriebe teilen sich einen Tag mit Vorträgen und Messungen.",
    ),
    Text(
        "succession",
        "advice",
        "Nachfolge vorbereiten",
        "Vertrauliches Gespräch über Zeitplan, Wert des Betriebs und mögliche Nachfolge.",
    ),
    Text("succession", "event", "Abend der Übergaben", "Wer abgibt, trifft, wer übernehmen möchte."),
    Text(
        "occupational-safety",
        "check",
        "Arbeitsschutz auf einen Blick",
        "Eine Liste mit zwanzig Fragen, die wir gemeinsam beantworten.",
    ),
    Text(
        "occupational-safety",
        "advice",
        "Gefährdungsbeurteilung leicht gemacht",
        "Wir fangen zusammen an, den Rest schaffen Sie allein.",
    ),
    Text(
        "leadership",
        "training",
        "Gut führen im Familienbetrieb",
        "Vier Abende für Meisterinnen, Meister und alle, die es werden.",
    ),
    Text("leadership", "check", "Führung im Alltag", "Selbsttest mit Gespräch: Wo läuft es, wo hakt es?"),
    Text("leadership", "network", "Runde der Chefinnen und Chefs", "Sechs Betriebe, ein Thema, einmal im Monat."),
    Text(
        "demographic-change",
        "check",
        "Altersaufbau im Betrieb",
        "Wer geht wann in Rente, und was geht mit? Wir zeichnen es mit Ihnen auf.",
    ),
    Text("demographic-change", "advice", "Wissen weitergeben", "So bleibt im Betrieb, was die Erfahrenen können."),
    Text(
        "work-life-balance",
        "advice",
        "Arbeitszeiten, die passen",
        "Wir rechnen mit Ihnen durch, welche Modelle im Betrieb gehen.",
    ),
    Text(
        "work-life-balance",
        "network",
        "Kinderbetreuung gemeinsam lösen",
        "Betriebe in der Nähe teilen sich Plätze für den Notfall.",
    ),
    Text(
        "diversity",
        "check",
        "Vielfalt im Betrieb",
        "Ein Check für Betriebe, in denen viele Sprachen gesprochen werden.",
    ),
    Text("diversity", "training", "Deutsch am Arbeitsplatz", "Sprachunterricht mit Wörtern aus Ihrem Betrieb."),
    Text(
        "innovation",
        "funding",
        "Innovationsgutschein erklärt",
        "Welche Vorhaben gefördert werden und wie der Antrag geht.",
    ),
    Text(
        "innovation",
        "other",
        "Werkstatt zum Ausprobieren",
        "Unsere Geräte stehen Betrieben an zwei Tagen in der Woche offen.",
    ),
    Text(
        "knowledge-transfer",
        "event",
        "Hochschule trifft Handwerk",
        "Studierende arbeiten einen Tag lang an Ihrer Frage.",
    ),
    Text(
        "training",
        "funding",
        "Weiterbildung bezahlen",
        "Welche Stelle welchen Teil übernimmt, in einem Gespräch geklärt.",
    ),
    Text(
        "energy",
        "advice",
        "Energie sparen in der Werkstatt",
        "Rundgang mit Messgerät und einer Liste, was sich schnell rechnet.",
    ),
    Text(
        "start-up",
        "advice",
        "Sprechstunde für Gründungen",
        "Vom ersten Einfall bis zur Anmeldung, auch für Gründungen im Nebenberuf.",
    ),
)

# What enterprises do for one another.
OFFERS_OF_ENTERPRISES = (
    Text(
        "skilled-workers",
        "event",
        "Offene Werkstatt",
        "Ein Nachmittag im Betrieb, für Schulklassen und andere Betriebe.",
    ),
    Text(
        "training", "training", "Azubis tauschen", "Ihre Auszubildenden lernen vier Wochen bei uns, unsere bei Ihnen."
    ),
    Text("digitalisation", "event", "So haben wir umgestellt", "Wir zeigen, wie wir vom Papier weggekommen sind."),
    Text("health", "network", "Gemeinsam bewegen", "Kleine Betriebe teilen sich eine Trainerin für die Mittagspause."),
    Text("succession", "network", "Wir haben übergeben", "Erfahrungen mit der Übergabe, unter vier Augen erzählt."),
    Text("energy", "other", "Unsere Anlage ansehen", "Ein Rundgang zu Wärmepumpe und Solardach, mit echten Zahlen."),
)

# What authorities advise on.
TOPICS_OF_AUTHORITIES = ("occupational-safety", "health", "training")
