import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.regions.models import Region
from mittelnetz.regions.search import Candidate, Match, resolve

pytestmark = pytest.mark.django_db


def found(text: str, limit: int = 10) -> list[tuple[str, str]]:
    return [(candidate.key, candidate.label) for candidate in resolve(text, limit)]


@pytest.mark.parametrize(
    "text", ["31785", "31785 Hameln", "D-31785 Hameln", "Hameln, 31785", "  31785  hameln ", "31785 ham"]
)
def test_postcode(text):
    hameln = Candidate("03252006", "03252", "31785 Hameln – Landkreis Hameln-Pyrmont", Match.POSTCODE)
    assert resolve(text) == [hameln]


def test_postcode_of_a_city_leads_to_the_district():
    assert found("60311") == [("06412", "60311 Frankfurt am Main (Stadt, Hessen)")]


def test_postcode_of_several_places_leads_to_the_district_with_the_largest_named():
    assert found("03172") == [("12071", "03172 Guben u. a. – Landkreis Spree-Neiße")]


def test_postcode_and_one_of_its_places_leads_to_that_place():
    assert found("03172 Schenkendöbern") == [("12071337", "03172 Schenkendöbern/Derbno – Landkreis Spree-Neiße")]


def test_postcode_in_two_districts_offers_both_the_primary_first():
    assert found("15848") == [
        ("12067", "15848 Beeskow u. a. – Landkreis Oder-Spree"),
        ("12061", "15848 Plattkow u. a. – Landkreis Dahme-Spreewald"),
    ]


def test_postcode_of_a_bulk_recipient():
    assert found("01053") == [("14612", "01053 Dresden (Stadt, Sachsen)")]


def test_beginning_of_a_postcode_offers_the_first_ones():
    candidates = resolve("3178", 5)
    assert [candidate.label.partition(" ")[0] for candidate in candidates] == ["31785", "31787", "31789"]
    assert len(resolve("3", 5)) == 5


def test_postcode_with_a_place_of_elsewhere_offers_both():
    keys = [key for key, _ in found("31785 Hannover")]
    assert keys[:2] == ["03252006", "03241001"]


@pytest.mark.parametrize("text", ["Muenchen", "München", "Munchen", "MÜNCHEN", "münchen "])
def test_umlauts_may_be_missing_or_written_out(text):
    assert found(text)[:2] == [("09162", "München (Stadt, Bayern)"), ("09184", "Landkreis München (Bayern)")]


@pytest.mark.parametrize("text", ["Koeln", "Köln", "koln"])
def test_city_comes_before_its_regierungsbezirk(text):
    assert found(text)[:2] == [
        ("05315", "Köln (Stadt, Nordrhein-Westfalen)"),
        ("053", "Regierungsbezirk Köln (Nordrhein-Westfalen)"),
    ]


@pytest.mark.parametrize("text", ["Frankfurt", "frankfurt "])
def test_frankfurt_is_several_places_the_largest_first(text):
    assert found(text)[:2] == [
        ("06412", "Frankfurt am Main (Stadt, Hessen)"),
        ("12053", "Frankfurt (Oder) (Stadt, Brandenburg)"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Frankfurt/Main", "06412"),
        ("Frankfurt a. M.", "06412"),
        ("Frankfurt Oder", "12053"),
        ("Landkreis Ansbach", "09571"),
        ("Kreis Ansbach", "09571"),
        ("Stadt Ansbach", "09561"),
        ("Stadt Hameln", "03252006"),
        ("Saarland", "10"),
        ("Freistaat Bayern", "09"),
        ("Region Hannover", "03241"),
        ("Hannover", "03241001"),
        ("Regionalverband Saarbruecken", "10041"),
        ("Bremen", "04011"),
        ("Deutschland", "DE"),
        ("Rahlstedt", "02000"),
        ("Hannoversch Münden", "03159"),
        ("Hanau", "06415"),
        ("Eisenach", "16063105"),
    ],
)
def test_first_candidate(text, key):
    assert found(text)[0][0] == key


@pytest.mark.parametrize(
    ("text", "key", "label"),
    [("Berlin", "11000", "Berlin (Stadt)"), ("Freie und Hansestadt Hamburg", "02000", "Hamburg (Stadt)")],
)
def test_city_that_is_a_land_is_offered_once(text, key, label):
    offered = found(text)
    assert offered[0] == (key, label)
    assert {other for other, _ in offered if other[:2] == key[:2]} == {key}


def test_same_names_are_told_apart():
    assert found("Garding")[:2] == [
        ("01054036", "Garding, Stadt (Kreis Nordfriesland)"),
        ("01054035", "Garding, Kirchspiel (Kreis Nordfriesland)"),
    ]
    labels = [label for _, label in found("Neuenkirchen", 40)]
    assert len(labels) == len(set(labels))


def test_whole_names_come_before_beginnings_before_parts():
    matches = [candidate.match for candidate in resolve("Oldendorf")]
    assert set(matches) == {Match.NAME, Match.BEGINNING, Match.PART}
    assert matches == sorted(matches, key=list(Match).index)


def test_part_of_a_name():
    assert ("03252007", "Hessisch Oldendorf (Stadt, Landkreis Hameln-Pyrmont)") in found("oldendorf")


def test_larger_ones_come_first():
    whole = [c.key for c in resolve("Neuenkirchen", 40) if c.match == Match.NAME and len(c.key) == 8]
    population = Region.objects.in_bulk(whole)
    assert len(whole) > 5
    assert whole == sorted(whole, key=lambda key: -population[key].population)


@pytest.mark.parametrize(
    "text", ["", " ", "???", "\0", "99999", "031752", "qqqqq", "'; DROP TABLE regions", "%", "_", "🏠" * 500]
)
def test_what_means_nothing_finds_nothing(text):
    assert resolve(text) == []


@given(st.text(max_size=30), st.integers(1, 12))
def test_any_text_is_answered_within_the_limit(text, limit):
    candidates = resolve(text, limit)
    assert len(candidates) <= limit
    assert len({(candidate.key, candidate.label) for candidate in candidates}) == len(candidates)


@pytest.mark.parametrize(
    "text", ["31785", "3", "31785 Hannover", "Frankfurt", "München", "a", "qqqqq", "stadt a b c d e f g"]
)
def test_three_queries_at_most(text, count_queries):
    assert count_queries(lambda: resolve(text)) <= 3
    assert count_queries(lambda: resolve(text, 1)) <= 3
