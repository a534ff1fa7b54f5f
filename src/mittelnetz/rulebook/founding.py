"""How a network comes about: the steps from the first partners to recognition, and the norms that ask for them."""

from dataclasses import dataclass

from mittelnetz.rulebook.norms.words import Word


@dataclass(frozen=True, slots=True)
class Step:
    title: Word
    text: Word
    norms: tuple[str, ...]


FOUNDING = (
    Step(
        Word("Partner finden", "Find partners"),
        Word(
            "Gewinnen Sie mindestens drei Organisationen der Region, die zwischen Staat und Betrieben vermitteln, zum "
            "Beispiel eine Kammer, eine Krankenkasse und eine Hochschule. Dazu kommt mindestens ein weiterer Partner, "
            "der kleine und mittlere Betriebe unterstützt.",
            "Win at least three organisations of the region that mediate between the state and enterprises, for "
            "example a chamber, a health insurance fund and a university. At least one further partner joins them, "
            "somebody who supports small and medium enterprises.",
        ),
        ("RB2.2", "IO2"),
    ),
    Step(
        Word("Zwei Ansprechpersonen benennen", "Name two contact persons"),
        Word(
            "Eine koordiniert, eine moderiert. Mindestens eine der beiden kommt aus einer vermittelnden Organisation.",
            "One coordinates, one moderates. At least one of the two comes from a mediating organisation.",
        ),
        ("RB2.3", "QK6"),
    ),
    Step(
        Word("Die Region wählen", "Choose the region"),
        Word(
            "Je kleiner sie ist, desto näher sind Sie den Betrieben. In jeder Region arbeitet nur ein Netzwerk; ein "
            "kleineres in einem größeren geht nur, wenn beide es wollen.",
            "The smaller it is, the closer you are to the enterprises. Only one network works in each region; a "
            "smaller one inside a larger one is possible only if both want it.",
        ),
        ("RB9.1", "RB9.2", "RB9.3"),
    ),
    Step(
        Word("Für alle offen sein, ohne Pflichtbeitrag", "Be open to all, without a mandatory fee"),
        Word(
            "Wer die Ziele teilt, kann mitmachen. Bezahlen muss dafür niemand; wer fördern möchte, darf es.",
            "Whoever shares the aims can join. Nobody has to pay for it; those who want to sponsor may do so.",
        ),
        ("RB2.1", "QK7"),
    ),
    Step(
        Word("Ziele und Vorgehen aufschreiben", "Write down aims and approach"),
        Word(
            "Was wollen Sie für die Betriebe erreichen, und wie? Vier gemeinsame Ziele geben die Richtung vor.",
            "What do you want to achieve for the enterprises, and how? Four shared aims set the direction.",
        ),
        ("GL1", "GL2", "GL3", "GL4"),
    ),
    Step(
        Word("Die Anerkennung beantragen", "Apply for recognition"),
        Word(
            "Der Antrag geht an den Leitungskreis. Darin stehen Region, Partner, Ziele und Vorgehen.",
            "The application goes to the steering group. It names region, partners, aims and approach.",
        ),
        ("RB1",),
    ),
    Step(
        Word("Sich in der AG Transfer vorstellen", "Be presented in the transfer group"),
        Word(
            "Dort lernen Sie die anderen Netzwerke kennen. Danach schlagen AG Transfer und Leitungskreis Ihr Netzwerk "
            "dem Plenum vor.",
            "There you meet the other networks. After that transfer group and steering group propose your network to "
            "the plenum.",
        ),
        ("RB1", "RB10"),
    ),
    Step(
        Word("Vom Plenum anerkannt werden", "Be recognised by the plenum"),
        Word(
            "Sie stellen Ihr Netzwerk vor, das Plenum stimmt ab. Stimmt es zu, ist Ihr Netzwerk anerkannt.",
            "You present your network, the plenum votes. If it agrees, your network is recognised.",
        ),
        ("RB1",),
    ),
)

WITHOUT_RECOGNITION = Step(
    Word("Ohne Anerkennung dabei sein", "Take part without recognition"),
    Word(
        "Ein Netzwerk, das nicht als anerkanntes auftreten will, kann Partnernetzwerk werden.",
        "A network that does not want to act as a recognised one can become a partner network.",
    ),
    ("RB14.1",),
)
