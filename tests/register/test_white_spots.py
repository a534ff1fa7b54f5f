"""Who could help, or found a network, where there is none."""

from datetime import date

from mittelnetz.register.models import FederationPartnership, IntermediaryOverride, ServiceArea
from mittelnetz.register.queries.white_spots import MOST_HERE, MOST_NATIONAL, white_spot
from tests.factories import DAY, make_organisation

OLPE, TOWN, NEIGHBOUR = "05966", "05966024", "05970"
SINCE = date(2020, 1, 1)


def names(rows):
    return [row.id for row in rows]


def make_partner(id, *, level="national", until=None, **fields):
    FederationPartnership.objects.create(
        organisation=make_organisation(id, **fields), level=level, since=SINCE, until=until
    )


def test_national_partners_of_the_day_that_can_be_reached_those_with_a_number_first(db):
    make_partner("anschrift", website="https://example.org/")
    make_partner("nummer", phone="030 23125001")
    make_partner("stumm")
    make_partner("regional", level="regional", phone="030 23125002")
    make_partner("frueher", until=DAY, phone="030 23125003")
    assert names(white_spot(OLPE, DAY).national) == ["nummer", "anschrift"]


def test_of_many_national_partners_there_are_a_handful_by_name(db):
    for number in range(9):
        make_partner(f"p{number}", phone="030 23125001")
    assert names(white_spot(OLPE, DAY).national) == [f"p{number}" for number in range(MOST_NATIONAL)]


def test_here_is_a_seat_or_a_service_area_but_not_the_whole_country(db):
    make_organisation("sitz", seat_id=TOWN)
    make_organisation("nachbar", seat_id=NEIGHBOUR)
    for id, code in (("kreis", OLPE), ("land", "05"), ("stadt", TOWN), ("bund", "DE"), ("anderswo", "06")):
        ServiceArea.objects.create(organisation=make_organisation(id), region_id=code)
    assert names(white_spot(OLPE, DAY).intermediaries) == ["sitz", "kreis", "land", "stadt"]


def test_the_federation_decides_in_doubt_who_counts_as_intermediary(db):
    for id, kind in (("kammer", "chamber"), ("betrieb", "enterprise"), ("verein", "other")):
        make_organisation(id, kind=kind, seat_id=TOWN)
    IntermediaryOverride.objects.create(organisation_id="verein", counts=True, since=SINCE)
    IntermediaryOverride.objects.create(organisation_id="kammer", counts=False, since=SINCE, until=DAY)
    spot = white_spot(OLPE, DAY)
    assert names(spot.intermediaries) == ["kammer", "verein"]
    assert names(spot.others) == ["betrieb"]


def test_who_is_left_out_is_said_and_is_never_an_intermediary_before_another(db, django_assert_num_queries):
    make_organisation("a-betrieb", kind="enterprise", seat_id=TOWN)
    for number in range(MOST_HERE):
        make_organisation(f"k{number:02}", seat_id=TOWN)
    with django_assert_num_queries(1):
        spot = white_spot(OLPE, DAY)
    assert (len(spot.intermediaries), spot.others, spot.has_more) == (MOST_HERE, [], True)


def test_nobody_is_an_answer_too(db):
    spot = white_spot(OLPE, DAY)
    assert (spot.national, spot.intermediaries, spot.others, spot.has_more) == ([], [], [], False)
