"""Offers of example organisations: about two for each in a region."""

from collections.abc import Sequence
from random import Random
from typing import Any

from mittelnetz.exchange.generator.offer_texts import OFFERS, OFFERS_OF_ENTERPRISES, TOPICS_OF_AUTHORITIES, Text
from mittelnetz.exchange.generator.organisations import Record
from mittelnetz.exchange.generator.reach import often

_OFFERS_BY_KIND = {"enterprise": 1, "government": 1, "chamber": 3, "research_education": 3, "public_body": 3}
_OFFERS_OF_OTHERS = 2
_OF_AUTHORITIES = tuple(text for text in OFFERS if text.topic in TOPICS_OF_AUTHORITIES)
_TEXTS_BY_KIND = {"enterprise": OFFERS_OF_ENTERPRISES, "government": _OF_AUTHORITIES}
_TOPICS = sorted({text.topic for text in OFFERS})


def offers(organisations: Sequence[Record], random: Random) -> list[dict[str, Any]]:
    return [
        _offer(organisation, number, text, random)
        for organisation in organisations
        for number, text in enumerate(_texts(organisation["kind"], random), start=1)
    ]


def _texts(kind: str, random: Random) -> list[Text]:
    return random.sample(_TEXTS_BY_KIND.get(kind, OFFERS), _OFFERS_BY_KIND.get(kind, _OFFERS_OF_OTHERS))


def _offer(organisation: Record, number: int, text: Text, random: Random) -> dict[str, Any]:
    """Some touch a second topic. Consultancies mostly charge; nobody else does."""
    topics = {text.topic, random.choice(_TOPICS)} if often(random, 0.2) else {text.topic}
    seat = [organisation["seat"]] if organisation["seat"] else []
    return {
        "id": f"{organisation['id']}-{number}",
        "organisation": organisation["id"],
        "title": text.title,
        "description": text.description,
        "topics": sorted(topics),
        "regions": organisation["service_area"] or seat,
        "format": text.format,
        "free_of_charge": organisation["kind"] != "consultancy" or often(random, 0.3),
    }
