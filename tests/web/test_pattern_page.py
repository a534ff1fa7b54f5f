"""The page that shows every component once."""

import re

import pytest

from mittelnetz.core.models import SettingValue
from mittelnetz.register.models import Network, NetworkStatus
from mittelnetz.register.words import Status
from tests.architecture.tree import PACKAGE
from tests.web.conftest import cover

TEMPLATES = PACKAGE / "web/templates"
CSS = (PACKAGE / "web/static/css/ui.css").read_text(encoding="utf-8")


def test_every_component_is_rendered(client, federation):
    rendered = {template.name for template in client.get("/_muster/").templates}
    every = {path.relative_to(TEMPLATES).as_posix() for path in (TEMPLATES / "ui").glob("*.html")}
    assert every - rendered == set()


@pytest.mark.parametrize("language", ["", "/en"])
def test_every_class_of_ours_occurs(client, federation, language):
    text = client.get(f"{language}/_muster/").content.decode()
    used = {name for names in re.findall(r'class="([^"]*)"', text) for name in names.split()}
    assert set(re.findall(r"\.(mn-[a-z]+(?:[-_]+[a-z]+)*)", CSS)) - used == set()


def test_where_the_data_are_real_there_is_no_such_page(client, federation):
    SettingValue.objects.filter(key="example_data").delete()
    assert client.get("/_muster/").status_code == 404


def test_no_page_leads_there(client, federation):
    pages = ["/", "/kriterien/", "/sitemap-pages.xml"]
    assert [page for page in pages if "_muster" in client.get(page).content.decode()] == []


def test_as_many_statements_for_thirty_networks_as_for_one(client, federation, count_queries):
    one = count_queries(lambda: client.get("/_muster/"))
    for number in range(30):
        network = Network.objects.create(id=f"n{number}", name="Netz", folded_name="netz")
        NetworkStatus.objects.create(network=network, status=Status.RECOGNISED)
        cover(network, "05966")
    assert count_queries(lambda: client.get("/_muster/")) == one
