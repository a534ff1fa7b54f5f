"""Telephone numbers, options, days."""

from datetime import date

import pytest
from django.utils import translation

from mittelnetz.register.queries.naming import Named
from mittelnetz.web.templatetags.sessions import browser_name
from mittelnetz.web.templatetags.ui import breakable, day, day_text, dotted, figure, first_names, options, tel


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


def test_an_address_is_broken_after_its_parts_and_escaped():
    assert breakable("a@b.de") == "a@<wbr>b.de"
    assert breakable("https://b.de/<c>") == "https://<wbr>b.de/<wbr>&lt;c&gt;"


def test_options_are_escaped_and_one_is_selected():
    html = options([("", "alle"), ('"', "<b>")], '"')
    assert html == '<option value="">alle</option>\n<option value="&quot;" selected>&lt;b&gt;</option>'


@pytest.mark.parametrize(("language", "shown"), [("de", "3.\u00a0März\u00a02026"), ("en", "3\u00a0March\u00a02026")])
def test_a_day_is_written_out_and_does_not_break(language, shown):
    with translation.override(language):
        assert day(date(2026, 3, 3)) == f'<time datetime="2026-03-03">{shown}</time>'
        assert day_text(date(2026, 3, 3)) == shown


@pytest.mark.parametrize(("language", "shown"), [("de", ["401", "30.000"]), ("en", ["401", "30,000"])])
def test_thousands_are_set_apart_as_the_language_does_it(language, shown):
    with translation.override(language):
        assert [figure(401), figure(30_000)] == shown


def test_how_many_names_are_left_out_is_said():
    regions = [Named(name, name) for name in ("Olpe", "Soest", "Unna", "Hamm")]
    assert first_names(regions, 4) == "Olpe, Soest, Unna, Hamm"
    assert first_names(regions, 3) == "Olpe, Soest, Unna und eine weitere"
    assert first_names(regions, 1) == "Olpe und 3\N{NO-BREAK SPACE}weitere"


def test_only_what_is_there_gets_a_dot():
    assert dotted("Olpe", "", "<seit>") == "Olpe · &lt;seit&gt;"


@pytest.mark.parametrize(
    ("user_agent", "name"),
    [
        ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox auf Linux"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537 (KHTML) Chrome/140.0 Safari/537 Edg/140.0", "Edge auf Windows"),
        ("Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 (KHTML) Chrome/140.0 Safari/537", "Chrome auf Android"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604", "Safari auf iPhone"),
        ("curl/8.5", "Unbekannter Browser"),
        ("", "Unbekannter Browser"),
    ],
)
def test_a_browser_is_told_by_its_name(user_agent, name):
    assert browser_name(user_agent) == name
