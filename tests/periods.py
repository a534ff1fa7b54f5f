"""Made-up periods for property tests."""

from datetime import date, timedelta

from hypothesis import strategies as st

from mittelnetz.rulebook.periods import Period

# Few days, so that periods meet, touch and hold each other often.
days = st.integers(0, 12).map(lambda number: date(2025, 12, 28) + timedelta(days=number))
periods = st.tuples(st.none() | days, st.none() | days).filter(
    lambda ends: None in ends or ends[0] < ends[1]
).map(lambda ends: Period(*ends))  # fmt: skip
