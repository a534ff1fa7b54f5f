"""Every page, walked from the address bar to its end with the Tab key."""

import pytest

from tests.web.pages import PAGES, WORK_PAGES

pytestmark = pytest.mark.browser

# What can be reached: also closed disclosures and scrolling regions, but nothing inside a closed one; and of radio
# buttons that belong together one. Returns how often Tab is pressed at most: a date has four parts more.
REACHABLE = """() => {
    const names = "a[href], button, input, select, textarea, summary, [tabindex]";
    const stopOf = (radio) => document.querySelector(`[type=radio][name="${radio.name}"]:checked`)
        ?? document.querySelector(`[type=radio][name="${radio.name}"]`);
    const all = [...document.querySelectorAll(names)].filter((one) => one.tabIndex >= 0 && !one.disabled)
        .filter((one) => one.type !== "radio" || one === stopOf(one));
    window.reachable = new Set(all.filter((one) => one.checkVisibility({ visibilityProperty: true })));
    return window.reachable.size + 1 + 4 * document.querySelectorAll("[type=date]").length;
}"""

# After each press: what is wrong with the place of the focus, or null at the end of the page.
STEP = """() => {
    const looks = (one) => [one, ...one.querySelectorAll(":scope > .mn-k")].map((part) => {
        const style = getComputedStyle(part);
        const outline = style.outlineStyle !== "none" && style.outlineWidth;
        return [outline, style.boxShadow, style.border, style.stroke, style.strokeWidth, style.backgroundColor].join();
    }).join();
    const before = window.last;
    const at = document.activeElement;
    const faults = [];
    if (at === before?.one) return { ended: false, faults };  // the next part of a date
    if (before && looks(before.one) === before.looks) faults.push(`no indicator: ${before.one.outerHTML}`);
    window.last = null;
    if (at === document.body || window.seen?.has(at)) return { ended: true, faults };
    window.last = { one: at, looks: looks(at) };
    (window.seen ??= new Set()).add(at);
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const isShown = box.width > 1 && box.height > 1 && box.bottom > 0 && box.top < innerHeight
        && box.right > 0 && box.left < innerWidth;
    if (!isShown) faults.push(`not visible: ${at.outerHTML}`);
    else if (!at.closest("svg")) {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const top = document.elementFromPoint(x, Math.min(y, innerHeight - 1));
        if (top && !at.contains(top) && !top.contains(at)) faults.push(`covered: ${at.outerHTML}`);
    }
    return { ended: false, faults };
}"""
NEVER_REACHED = "[...window.reachable].filter((one) => !window.seen.has(one)).map((one) => one.outerHTML)"


@pytest.mark.parametrize("page", [*PAGES, *WORK_PAGES])
def test_every_page_is_walked_by_tab(look_at, page):
    shown = look_at(page)
    presses = shown.evaluate(REACHABLE)
    shown.keyboard.press("Tab")
    assert shown.evaluate("document.activeElement.textContent") == "Zum Inhalt"
    for _ in range(presses):
        step = shown.evaluate(STEP)
        assert step["faults"] == []
        if step["ended"]:
            break
        shown.keyboard.press("Tab")
    assert step["ended"]
    assert shown.evaluate(NEVER_REACHED) == []


def test_map_is_passed_by_a_skip_link_and_entered_by_land(open_page):
    page = open_page("/karte/")
    page.locator(".mn-map .mn-skip").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!document.activeElement.closest('.mn-map')")
    page.get_by_role("link", name="Sachsen", exact=True).first.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "/regionen/14511/"


def test_district_in_focus_has_a_name_and_stands_out(open_page):
    page = open_page("/karte/", width=360)
    page.keyboard.press("Tab")
    district = page.get_by_role("link", name="Kreis Siegen-Wittgenstein: noch kein Netzwerk", exact=True)
    district.focus()
    opacity = "link => Number(getComputedStyle(link).opacity)"
    assert district.evaluate(opacity) == 1
    assert page.locator("svg a[href='/regionen/05966/']").evaluate(opacity) < 0.5


def test_every_link_of_a_small_map_is_seen(open_page):
    page = open_page("/regionen/05970/", width=360)
    frame = page.locator(".mn-minimap svg").bounding_box()
    for link in page.locator(".mn-minimap svg a").all():
        box = link.bounding_box()
        assert box["x"] < frame["x"] + frame["width"]
        assert box["x"] + box["width"] > frame["x"]
        assert box["y"] < frame["y"] + frame["height"]
        assert box["y"] + box["height"] > frame["y"]


def test_menu_of_a_phone_is_opened_and_left_by_keyboard(open_page):
    page = open_page("/", width=360)
    menu, link = page.get_by_role("button", name="Menü"), page.get_by_role("link", name="Karte", exact=True)
    menu.press("Enter")
    assert link.is_visible()
    page.keyboard.press("Escape")
    assert not link.is_visible()
    assert menu.evaluate("menu => menu === document.activeElement")
