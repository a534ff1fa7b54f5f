"""A federation's own name, colour, logo and texts, as visitors see them."""

import re
from datetime import date

import pytest

from mittelnetz.core.logos import change_logo
from mittelnetz.core.settings import change_setting
from mittelnetz.core.texts import change_text
from mittelnetz.core.words import TEXT_PAGES
from mittelnetz.web.markdown import rendered
from mittelnetz.web.public.views.texts import default_text
from tests.core.test_logos_and_texts import PNG, SVG

SINCE = date(2020, 1, 1)
TEXTS = {
    "imprint": "impressum",
    "privacy": "datenschutz",
    "accessibility": "barrierefreiheit",
    "easy_language": "leichte-sprache",
}


@pytest.fixture
def act(db, actor, at):
    return lambda action, **values: action(**values, since=SINCE, actor=actor, at=at)


def test_the_federation_is_called_by_its_name(client, act):
    act(change_setting, key="federation_name", value="Bündnis <Probe>")
    text = client.get("/netzwerke/").content.decode()
    assert "<title>Netzwerke – Bündnis &lt;Probe&gt;</title>" in text
    assert "<strong>Bündnis &lt;Probe&gt;</strong>" in text
    assert "Bündnis &lt;Probe&gt; ist ein Verbund" in " ".join(text.split())


def test_the_accent_is_a_style_sheet_of_its_own(client, act):
    assert "/farbe/" not in client.get("/").content.decode()
    act(change_setting, key="accent", value="#1d4e7d")
    (address,) = re.findall(r'href="(/farbe/[^"]+)"', client.get("/").content.decode())
    sheet = client.get(address)
    assert sheet["Content-Type"] == "text/css; charset=utf-8"
    assert "immutable" in sheet["Cache-Control"]
    assert "--mn-accent: light-dark(#1d4e7d, #" in sheet.content.decode()


@pytest.mark.parametrize("address", ["/farbe/ffffff.css", "/farbe/xyz.css", f"/logo/{'0' * 64}", "/logo/x"])
def test_no_other_colour_or_picture_is_served(client, db, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(("content", "media_type"), [(SVG, "image/svg+xml"), (PNG, "image/png")])
def test_the_logo_says_the_name_and_can_do_no_harm(client, act, content, media_type):
    act(change_logo, content=content)
    (address,) = re.findall(r'<img src="([^"]+)" alt="Mittelnetz"', client.get("/").content.decode())
    picture = client.get(address)
    assert (picture.content, picture["Content-Type"]) == (content, media_type)
    policy = picture["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "sandbox" in policy
    assert "script" not in policy


@pytest.mark.parametrize("page", TEXT_PAGES)
@pytest.mark.parametrize("language", ["de", "en"])
def test_every_page_has_a_text_to_begin_with(client, db, page, language):
    address = f"/en/{TEXTS[page]}/" if language == "en" else f"/{TEXTS[page]}/"
    answer = client.get(address)
    assert answer.status_code == 200
    assert rendered(default_text(page, language)) in answer.content.decode()
    assert f'href="{address}"' in client.get("/en/" if language == "en" else "/").content.decode()


def test_the_operators_text_takes_its_place(client, act):
    act(change_text, page="imprint", language="de", markdown="# Wir\n\nMusterweg 1")
    act(change_text, page="imprint", language="en", markdown="Sample Street 1")
    assert "<h2>Wir</h2>\n<p>Musterweg 1</p>" in client.get("/impressum/").content.decode()
    assert "<p>Sample Street 1</p>" in client.get("/en/impressum/").content.decode()


def test_a_text_in_one_language_only_says_so_in_the_other(client, act):
    act(change_text, page="imprint", language="de", markdown="Musterweg 1")
    text = client.get("/en/impressum/").content.decode()
    assert re.search(r'<div\s+class="mn-prose"\s+lang="de"\s*><p>Musterweg 1</p>', text)
    assert "one language" in text
    assert not re.search(r'<div\s+class="mn-prose"[^>]*lang=', client.get("/impressum/").content.decode())


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("![x](https://example.org/x.png)", "<p></p>"),
        ("### A\n\n#### B", "<h2>A</h2>\n<h3>B</h3>"),
        ("| a |\n| - |", "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>"),
    ],
)
def test_markdown_is_made_safe(markdown, html):
    assert rendered(markdown).strip() == html


def test_links_lead_out_without_a_trace():
    link = '<a href="https://example.org" rel="noopener noreferrer">x</a>'
    assert rendered("[x](https://example.org)").strip() == f"<p>{link}</p>"
