"""Whatever accent a federation chooses, what is written with it can be read."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mittelnetz
from mittelnetz.core.colours import INK, LEGIBLE, PAPER, TINT, contrast, is_fit, mix, tones
from mittelnetz.core.refusals import Refused

THEME = (Path(mittelnetz.__file__).parent / "web/static/css/theme.css").read_text(encoding="utf-8")
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48), ("#7d1d4e", "#ffffff", 9.73), ("#123456", "#123456", 1)],
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


@given(accent=COLOURS)
def test_every_tone_can_be_read_where_it_stands(accent):
    if not is_fit(accent):
        with pytest.raises(Refused) as refusal:
            tones(accent)
        (darker,) = re.findall(r"#[0-9a-f]{6}", refusal.value.sentence)
        accent = darker
    found = tones(accent)
    for theme in (0, 1):
        pairs = [
            (found.accent[theme], PAPER[theme]),
            (found.accent[theme], TINT[theme]),
            (found.accent[theme], found.soft[theme]),
            (found.on_accent[theme], found.accent[theme]),
            (INK[theme], found.soft[theme]),
        ]
        assert {pair: contrast(*pair) for pair in pairs if contrast(*pair) < LEGIBLE} == {}


@pytest.mark.parametrize("written", ["", "7d1d4e", "#7D1D4E", "#abc", "red", "#7d1d4e;}", "#7d1d4e\n"])
def test_a_colour_is_written_in_one_way(written):
    with pytest.raises(Refused, match="Bitte schreiben Sie die Farbe so"):
        tones(written)


def test_mixing_all_of_a_colour_gives_that_colour():
    assert (mix("#102030", "#ffffff", 1), mix("#102030", "#ffffff", 0)) == ("#102030", "#ffffff")


def test_the_grounds_are_those_of_the_theme():
    for name, (light, dark) in {"paper": PAPER, "tint": TINT, "ink": INK}.items():
        assert re.search(rf"--mn-{name}:\s+light-dark\({light}, {dark}\)", THEME)
