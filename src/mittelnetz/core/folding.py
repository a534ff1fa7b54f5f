"""Folding of German text, so that "Straße", "strasse" and "STRASSE" are found alike on every database."""

import re
import unicodedata

_WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe"})
_WITHOUT_ACCENT = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l"})  # Unicode knows no parts of these
_NOT_A_WORD = re.compile(r"[^a-z0-9]+")
_AROUND_HOST_AND_PATH = re.compile(r"^\s*(https?://)?(www\.)?|/*([?#].*)?\s*$", re.DOTALL)
LONGEST_WEBSITE = 500


def fold(text: str) -> str:
    """Lower case, umlauts written out (ä → ae), ß as ss, other accents dropped, words parted by one space."""
    composed = unicodedata.normalize("NFC", text.casefold())
    return _words(composed.translate(_WRITTEN_OUT))


def fold_bare(text: str) -> str:
    """As `fold`, but umlauts lose their dots (ä → a), for people who type "Munchen"."""
    return _words(text.casefold())


def fold_website(address: str) -> str:
    """Host and path alone, so that "https://www.x.de/" and "http://x.de" are alike."""
    return _AROUND_HOST_AND_PATH.sub("", address.lower())[:LONGEST_WEBSITE]


def _words(text: str) -> str:
    if text.isascii():  # most text is; the rest would leave it as it is
        return _NOT_A_WORD.sub(" ", text).strip()
    decomposed = unicodedata.normalize("NFKD", text.translate(_WITHOUT_ACCENT))
    stripped = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _NOT_A_WORD.sub(" ", stripped).strip()
