"""A table on its way in and out, by the office, in Chromium."""

import pytest
from playwright.sync_api import expect

from tests.exchange.spreadsheets.files import semicolons

pytestmark = pytest.mark.browser
MISTAKES = {
    "Verein Walk": (["Verein Walk", "Klub", ""], "Die Art „Klub“ gibt es nicht."),
    "Verein ohne Art": (["Verein ohne Art", "", ""], "Die Art fehlt."),
    "Zeile 4": (["", "Verband", "Köln"], "Der Name fehlt."),
}


@pytest.mark.parametrize(("width", "scripts"), [(1280, True), (360, False)])
def test_the_office_brings_a_table_with_mistakes_in(open_page, width, scripts):
    name = f"Verein Gang {width}"
    rows = [*(row for row, _reason in MISTAKES.values()), [name, "Verband", "Köln"]]
    file = {"name": "liste.csv", "mimeType": "text/csv", "buffer": semicolons(["Wer", "Art", "Ort"], *rows)}
    page = open_page("/buero/tabellen/", width=width, java_script_enabled=scripts)
    page.get_by_role("radio", name="Organisationen").check()
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name="Hochladen").click()
    page.get_by_label("Name").select_option("Wer (Verein Walk)")
    page.get_by_role("button", name="Weiter zur Vorschau").click()
    refused = page.locator("section[aria-labelledby=h-refused] li")
    expect(refused).to_have_count(len(MISTAKES))
    for what, (_row, reason) in MISTAKES.items():
        expect(refused.filter(has_text=what)).to_contain_text(reason)
    expect(page.locator("section[aria-labelledby=h-new]")).to_contain_text(name)
    page.get_by_role("button", name="Übernehmen").click()
    expect(page.get_by_role("status")).to_contain_text("Die Tabelle ist übernommen.")
    page.goto(f"/organisationen/?suche=gang+{width}")
    expect(page.get_by_role("link", name=name)).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    assert name in download.value.path().read_text(encoding="utf-8-sig")
