import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.rulebook import keys
from mittelnetz.rulebook.keys import COUNTRY, CoveredDistricts, Level


def digits(*lengths: int) -> st.SearchStrategy[str]:
    """Codes of two digits only, so that prefixes and equal codes come up often."""
    return st.sampled_from(lengths).flatmap(lambda length: st.text("01", min_size=length, max_size=length))


codes = st.one_of(digits(2, 3, 5, 8), st.just(COUNTRY))
code_sets = st.frozensets(codes, max_size=12)
countries = st.frozensets(digits(8), max_size=40)


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("DE", Level.COUNTRY),
        ("05", Level.LAND),
        ("057", Level.REGIERUNGSBEZIRK),
        ("05758", Level.KREIS),
        ("05758012", Level.MUNICIPALITY),
    ],
)
def test_level(code, expected):
    assert keys.level(code) == expected


@pytest.mark.parametrize("code", ["", "5", "0575", "de", "AT", "05 58", "0575801", "057580120", "٠٥", "²2"])
def test_level_of_what_is_no_key(code):
    with pytest.raises(ValueError, match="not an official key"):
        keys.level(code)


@pytest.mark.parametrize(
    ("code", "other", "covers", "overlaps"),
    [
        ("05758", "05758012", True, True),
        ("05758012", "05758", False, True),
        ("DE", "11000", True, True),
        ("11000", "DE", False, True),
        ("05758", "05754", False, False),
        # Berlin and Hamburg are each a Land and a district: one lies in the other, but not the other way round.
        ("11", "11000", True, True),
        ("11000", "11", False, True),
        ("02", "02000", True, True),
        ("02000", "02", False, True),
    ],
)
def test_covers_and_overlaps(code, other, covers, overlaps):
    assert keys.covers(code, other) is covers
    assert keys.overlaps(code, other) is overlaps


@given(codes)
def test_a_code_covers_itself_and_the_country_covers_it(code):
    assert keys.covers(code, code)
    assert keys.covers(COUNTRY, code)


@given(codes, codes, codes)
def test_covers_is_transitive(first, second, third):
    assert not (keys.covers(first, second) and keys.covers(second, third)) or keys.covers(first, third)


@given(codes, codes)
def test_two_codes_cover_each_other_only_if_they_are_the_same(first, second):
    assert (keys.covers(first, second) and keys.covers(second, first)) is (first == second)


@given(codes, codes)
def test_overlaps_is_symmetric(first, second):
    assert keys.overlaps(first, second) is keys.overlaps(second, first)


@given(code_sets, code_sets)
def test_sets_overlap_as_any_pair_does(first, second):
    assert keys.sets_overlap(first, second) is any(keys.overlaps(a, b) for a in first for b in second)
    assert keys.sets_overlap(first, second) is keys.sets_overlap(second, first)


@given(code_sets, code_sets)
def test_set_covers_as_every_code_is_covered(first, second):
    assert keys.set_covers(first, second) is all(any(keys.covers(a, b) for a in first) for b in second)


@given(code_sets, code_sets)
def test_overlapping_codes_are_the_longer_of_each_pair(first, second):
    pairs = [(a, b) for a in first for b in second if keys.overlaps(a, b)]
    assert keys.overlapping_codes(first, second) == sorted({b if keys.covers(a, b) else a for a, b in pairs})


def test_overlapping_codes_with_the_country():
    assert keys.overlapping_codes(["DE"], ["05", "11000"]) == ["05", "11000"]


def test_large_sets_need_no_comparison_of_all_pairs():
    municipalities = [f"{number:08d}" for number in range(0, 10_000_000, 100)]  # 100,000: all pairs would take hours
    others = [f"{code[:-1]}1" for code in municipalities]
    assert not keys.sets_overlap(municipalities, others)
    assert keys.overlapping_codes(municipalities, others) == []


def naive_covered_districts(codes, municipalities) -> CoveredDistricts:
    """Every code with every municipality: wholly, if all of a district's are covered; partly, if some are."""
    covered = {key for key in municipalities if any(keys.covers(code, key) for code in codes)}
    districts = {key[:5] for key in municipalities}
    wholly = {d for d in districts if all(key in covered for key in municipalities if key.startswith(d))}
    return CoveredDistricts(frozenset(wholly), frozenset({key[:5] for key in covered} - wholly))


@given(code_sets, countries, st.data())
def test_covered_districts_as_their_municipalities_are(codes, country, data):
    named = data.draw(st.frozensets(st.sampled_from(sorted(country)), max_size=20)) if country else frozenset()
    codes |= named
    split = keys.split_districts(codes)
    districts = {key[:5] for key in country}
    only_needed = {d: [key for key in country if key.startswith(d)] if d in split else [] for d in districts}
    assert keys.covered_districts(codes, only_needed) == naive_covered_districts(codes, country)


TWO_DISTRICTS = {"03252": ["03252001", "03252006"], "03254": ["03254001"], "11000": ["11000000"]}


@pytest.mark.parametrize(
    ("codes", "wholly", "partly"),
    [
        ([], [], []),
        (["DE"], ["03252", "03254", "11000"], []),
        (["03"], ["03252", "03254"], []),
        (["03252"], ["03252"], []),
        (["03252006"], [], ["03252"]),
        (["03252006", "03252001"], ["03252"], []),
        (["03252006", "03"], ["03252", "03254"], []),
        (["11000000"], ["11000"], []),
        (["11"], ["11000"], []),
        (["16056", "06435014", "03252999"], [], []),  # keys that vanished or never were
    ],
)
def test_covered_districts(codes, wholly, partly):
    expected = CoveredDistricts(frozenset(wholly), frozenset(partly))
    assert keys.covered_districts(codes, TWO_DISTRICTS) == expected


def test_split_districts_are_those_named_by_municipalities_alone():
    assert keys.split_districts(["03252006", "03254", "03254001", "057", "05758012", "11"]) == {"03252"}
