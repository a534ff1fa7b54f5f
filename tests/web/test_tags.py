"""Telephone numbers, options, days."""

from datetime import date

import pytest
from django.utils import translation

from mittelnetz.web.templatetags.ui import day, dotted, options, tel


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("030 23125-418", "+493023125418"),
        ("030/23125 418", "+493023125418"),
        ("+49 (0)30 23125", "+493023125"),
        (" +49 30 23125", "+493023125"),
        ("0049 30 23125", "+493023125"),
        ("110", "110"),
    ],
)
def test_a_telephone_dials_the_number_from_anywhere(written, dialled):
    assert tel(written) == dialled


def test_options_are_escaped_and_one_is_selected():
    html = options([("", "alle"), ('"', "<b>")], '"')
    assert html == '<option value="">alle</option>\n<option value="&quot;" selected>&lt;b&gt;</option>'


@pytest.mark.parametrize(("language", "shown"), [("de", "3.\u00a0März\u00a02026"), ("en", "3\u00a0March\u00a02026")])
def test_a_day_is_written_out_and_does_not_break(language, shown):
    with translation.override(language):
        assert day(date(2026, 3, 3)) == f'<time datetime="2026-03-03">{shown}</time>'


def test_only_what_is_there_gets_a_dot():
    assert dotted("Olpe", "", "<seit>") == "Olpe · &lt;seit&gt;"
