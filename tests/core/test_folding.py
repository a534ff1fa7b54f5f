import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.core.folding import fold, fold_bare, fold_website

german = st.text("abcxyzäöüßéèñçåABCXYZÄÖÜẞÉÅ 0123456789-./()'", max_size=40)


@pytest.mark.parametrize(
    ("text", "folded", "bare"),
    [
        ("München", "muenchen", "munchen"),
        ("MÜNCHEN", "muenchen", "munchen"),
        ("Straße", "strasse", "strasse"),
        ("Frankfurt (Oder)", "frankfurt oder", "frankfurt oder"),
        ("  Neukirchen/Erzgeb. ", "neukirchen erzgeb", "neukirchen erzgeb"),
        ("Œuvre d’André", "oeuvre d andre", "oeuvre d andre"),
        ("Łódź", "lodz", "lodz"),
        ("Rømø", "roemoe", "romo"),
        ("D-31785", "d 31785", "d 31785"),
        ("３１７８５", "31785", "31785"),
        ("", "", ""),
        ("?! …", "", ""),
    ],
)
def test_folding(text, folded, bare):
    assert fold(text) == folded
    assert fold_bare(text) == bare


@pytest.mark.parametrize(
    ("address", "folded"),
    [
        ("https://www.x.de/", "x.de"),
        ("http://x.de", "x.de"),
        (" HTTPS://X.de// ", "x.de"),
        ("www.x.de", "x.de"),
        ("https://x.de/Olpe/?seite=1/#oben", "x.de/olpe"),
        ("https://x.de?a=https://y.de/", "x.de"),
        ("https://wwwx.de/www.x.de", "wwwx.de/www.x.de"),
        ("https://[x", "[x"),
        ("", ""),
    ],
)
def test_of_a_website_host_and_path_remain(address, folded):
    assert fold_website(address) == folded


@given(st.text(max_size=60))
def test_only_words_of_plain_letters_and_digits_remain(text):
    for folded in (fold(text), fold_bare(text)):
        assert re.fullmatch(r"([a-z0-9]+( [a-z0-9]+)*)?", folded)
        assert fold(folded) == fold_bare(folded) == folded


@given(german)
def test_case_and_way_of_composing_make_no_difference(text):
    for folding in (fold, fold_bare):
        assert folding(text.upper()) == folding(text.lower()) == folding(text)
        assert folding(unicodedata.normalize("NFD", text)) == folding(unicodedata.normalize("NFC", text))


@given(german)
def test_umlauts_may_be_written_out(text):
    written_out = text.translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    assert fold(written_out) == fold(text)
