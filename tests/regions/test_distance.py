import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.regions.distance import distance_km

points = st.tuples(st.floats(-90, 90), st.floats(-180, 180))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ((52.5200, 13.4050), (48.1372, 11.5755), 504),  # Berlin, München
        ((53.5511, 9.9937), (52.5200, 13.4050), 255),  # Hamburg, Berlin
        ((0, 0), (0, 180), 20_015),
    ],
)
def test_known_distances(first, second, expected):
    assert distance_km(*first, *second) == pytest.approx(expected, rel=0.005)


@given(points, points)
def test_distance_is_symmetric_and_bounded(first, second):
    there = distance_km(*first, *second)
    assert there == pytest.approx(distance_km(*second, *first), abs=1e-6)
    assert 0 <= there <= 20_016
    assert distance_km(*first, *first) == 0
