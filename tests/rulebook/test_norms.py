"""The catalogue of norms: complete, in order, and refused when it is broken."""

import copy
import tomllib
from importlib.resources import files

import pytest

from mittelnetz.rulebook.norms import NORMS, norm, norms_from
from mittelnetz.rulebook.norms.words import GROUPS, PROMISES
from mittelnetz.rulebook.settings import SETTINGS

CATALOGUE = tomllib.loads(files("mittelnetz.rulebook.norms").joinpath("catalogue.toml").read_text(encoding="utf-8"))


def test_all_56_norms_in_the_order_of_the_catalogue():
    assert [n.id for n in NORMS] == [entry["id"] for entry in CATALOGUE["norm"]]
    assert len(NORMS) == 56
    assert [n.group for n in NORMS] == sorted((n.group for n in NORMS), key=list(GROUPS).index)


def test_a_norm_is_found_by_its_id():
    assert norm("HR2").handled[0].name == "two_meetings_a_year"
    with pytest.raises(KeyError):
        norm("HR99")


def test_every_promise_belongs_to_a_norm():
    used = {(handling.kind, handling.name) for n in NORMS for handling in n.handled}
    assert set(PROMISES) <= used


def test_every_way_of_handling_says_what_it_does_in_both_languages():
    words = [word for n in NORMS for handling in n.handled for word in (handling.label, handling.promise)]
    assert all(word.de and word.en for word in words)


def test_settings_name_only_norms_that_exist():
    assert {norm_id for setting in SETTINGS for norm_id in setting.norms} <= {n.id for n in NORMS}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"modality": "perhaps"}, "HR2: unknown"),
        ({"addressee": "everybody"}, "HR2: unknown"),
        ({"id": "XX1"}, "XX1: unknown group"),
        ({"id": "HR1"}, "twice"),
        ({"de": ""}, "HR2: .* missing"),
        ({"handled": []}, "HR2: .* missing"),
        ({"handled": ["rule:no_such_rule"]}, "HR2: .*no_such_rule"),
        ({"handled": ["magic:two_meetings_a_year"]}, "HR2: .*magic"),
        ({"handled": ["attestation:QK15"]}, "HR2: .*QK15"),
    ],
)
def test_a_broken_catalogue_is_refused_and_the_norm_named(change, message):
    broken = copy.deepcopy(CATALOGUE)
    next(entry for entry in broken["norm"] if entry["id"] == "HR2").update(change)
    with pytest.raises(ValueError, match=message):
        norms_from(broken)


def test_another_format_is_refused():
    with pytest.raises(ValueError, match="format"):
        norms_from({**CATALOGUE, "format": "mittelnetz-norms/2"})
