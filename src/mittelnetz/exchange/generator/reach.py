"""How to reach example people and bodies, without ringing at anybody's: numbers and domains reserved for examples."""

from random import Random

from mittelnetz.exchange.generator.places import Municipality

# Numbers that the Bundesnetzagentur assigns to nobody, so that films and examples can show them.
_NUMBERS = ("030 23125", "040 66969", "069 90009", "0221 4710", "089 99998")
_STREETS = ("Musterstraße", "Beispielweg", "Musterplatz", "Probestraße", "Beispielallee", "Mustergasse")


def phone(random: Random) -> str:
    return f"{random.choice(_NUMBERS)}{random.randrange(1000):03}"


def address(random: Random, town: Municipality) -> str:
    return f"{random.choice(_STREETS)} {random.randrange(1, 90)}, {town.postcode} {town.name}"


def often(random: Random, share: float) -> bool:
    """True in about this share of the cases."""
    return random.random() < share
