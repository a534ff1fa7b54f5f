"""Django's admin under our content security policy."""

import pytest

pytestmark = pytest.mark.browser


def test_lists_and_rows_work_under_our_policy(open_page):
    page = open_page("/heute/")
    for address in ("/verwaltung/", "/verwaltung/register/", "/verwaltung/register/network/"):
        page.goto(address)
        assert page.locator("#content").is_visible()
        assert (
            page.evaluate("getComputedStyle(document.querySelector('#header')).backgroundColor") != "rgba(0, 0, 0, 0)"
        )
    page.get_by_role("link", name="sauerland").click()
    page.wait_for_url("**/change/")
    assert page.get_by_role("button").all_inner_texts() in ([], [""])
