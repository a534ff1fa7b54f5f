"""The public lists as tables: as filtered, with what the public may see, and never kept as pages."""

import csv
import io
import re

import pytest
from openpyxl import load_workbook

from mittelnetz.register.models import Organisation


def rows_of(client, address: str) -> list[list[str]]:
    answer = client.get(address)
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def test_organisations(client, federation):
    head, *rows = rows_of(client, "/organisationen/tabelle.csv")
    assert head == ["Kennung", "Name", "Art", "Sitz", "Telefon", "Website", "Anschrift"]
    assert [row[0] for row in rows] == ["berater", "bund", "kammer"]
    assert rows[2][3:5] == [str(Organisation.objects.get(pk="kammer").seat), "02761 1234"]
    assert "@" not in str(rows)


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("suche=süd", ["kammer"]),
        ("art=association", ["bund"]),
        ("land=05&art=association", []),
        ("partner=national&unbekannt=1", ["bund"]),
    ],
)
def test_organisations_as_filtered(client, federation, query, ids):
    assert [row[0] for row in rows_of(client, f"/organisationen/tabelle.csv?{query}")[1:]] == ids


def test_networks(client, federation):
    head, *rows = rows_of(client, "/netzwerke/tabelle.csv?status=recognised")
    assert head == ["Kennung", "Name", "Status", "Region", "Website"]
    assert rows == [["sauerland", "Netzwerk Sauerland", "anerkannt", "Hochsauerlandkreis, Kreis Olpe", ""]]


def test_in_english(client, federation):
    head, *rows = rows_of(client, "/en/organisationen/tabelle.csv?suche=kammer")
    assert head[1:3] == ["Name", "Kind"]
    assert rows[0][2] == "chamber, guild, district craft association"


@pytest.mark.parametrize("name", ["organisationen", "netzwerke"])
def test_for_excel(client, federation, name):
    answer = client.get(f"/{name}/tabelle.xlsx")
    assert answer["Content-Disposition"] == f'attachment; filename="{name}.xlsx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    sheet = load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [len(list(sheet.rows)), sheet["A1"].value, sheet.freeze_panes] == [4, "Kennung", "A2"]


@pytest.mark.parametrize("name", ["organisationen", "netzwerke"])
def test_the_page_leads_there_with_its_filters(client, federation, name):
    text = client.get(f"/{name}/?suche=e&land=&seite=").content.decode()
    links = re.findall(r'href="([^"]*tabelle[^"]*)"', text)
    assert links == [f"/{name}/tabelle.xlsx?suche=e", f"/{name}/tabelle.csv?suche=e"]
    assert "tabelle." not in client.get(f"/{name}/?suche=gibt-es-nicht").content.decode()


@pytest.mark.parametrize("address", ["/organisationen/tabelle.csv", "/netzwerke/tabelle.xlsx"])
def test_a_table_is_made_anew_each_time(page_cache, federation, client, address):
    for _visit in range(2):
        answer = client.get(address)
        assert answer["Cache-Control"] == "no-store"
        assert "ETag" not in answer
        assert b"".join(answer.streaming_content)


@pytest.mark.parametrize("address", ["/organisationen/tabelle.csv?art=klub", "/netzwerke/tabelle.csv?status=klub"])
def test_a_filter_that_there_is_not(client, federation, address):
    assert client.get(address).status_code == 400
