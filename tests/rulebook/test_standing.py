"""What a network is on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mittelnetz.rulebook.periods import Period
from mittelnetz.rulebook.standing import Standing, StatusSpan, standing_on

DAY = date(2026, 6, 15)


def span(status, since, until=None):
    return StatusSpan(status, Period(since, until))


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], Standing("forming", None)),
        ([span("recognised", date(2027, 1, 1))], Standing("forming", None)),
        ([span("recognised", DAY)], Standing("recognised", DAY)),
        ([span("recognised", None)], Standing("recognised", None)),
        ([span("forming", date(2020, 1, 1), DAY)], Standing("", DAY)),
        (
            [span("recognised", date(2024, 1, 1)), span("recognised", date(2020, 1, 1), date(2024, 1, 1))],
            Standing("recognised", date(2020, 1, 1)),
        ),
        (
            [span("recognised", date(2024, 1, 1)), span("recognised", None, date(2024, 1, 1))],
            Standing("recognised", None),
        ),
        (
            [span("recognised", date(2020, 1, 1), date(2023, 12, 31)), span("recognised", date(2024, 1, 1))],
            Standing("recognised", date(2024, 1, 1)),
        ),
        (
            [span("applied", date(2020, 1, 1), date(2024, 1, 1)), span("recognised", date(2024, 1, 1))],
            Standing("recognised", date(2024, 1, 1)),
        ),
    ],
)
def test_standing(spans, expected):
    assert standing_on(spans, DAY) == expected


@given(
    st.lists(st.dates(date(2015, 1, 1), date(2030, 1, 1)), unique=True, max_size=8),
    st.lists(st.sampled_from(["forming", "recognised", "dissolved"]), min_size=7, max_size=7),
    st.randoms(use_true_random=False),
)
def test_the_order_of_the_spans_does_not_matter_and_one_in_force_is_the_standing(days, statuses, random):
    days.sort()
    spans = [span(*row) for row in zip(statuses, days, days[1:], strict=False)]
    standing = standing_on(spans, DAY)
    held = [s.status for s in spans if s.period.is_in_force(DAY)]
    if held:
        assert standing.status == held[0]
    elif any(s.period.has_ended(DAY) for s in spans):
        assert standing.status == ""
    else:
        assert standing == Standing("forming", None)
    random.shuffle(spans)
    assert standing_on(spans, DAY) == standing
