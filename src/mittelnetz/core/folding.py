"""Folding of German text, so that "Straße", "strasse" and "STRASSE" are found alike on every database."""

import re
import unicodedata

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "æ": "ae", "ø": "oe", "œ": "oe", "ł": "l"})
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Lower case, umlauts written out (ä → ae), ß as ss, other accents dropped, words parted by one space."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return _words(composed.translate(_GERMAN))


def fold_bare(text: str) -> str:
    """As `fold`, but umlauts lose their dots (ä → a), for people who type "Munchen"."""
    return _words(text.casefold())


def _words(text: str) -> str:
    stripped = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", stripped).strip()
