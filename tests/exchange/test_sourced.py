"""The federation made of public sources: nothing in it without a source, and nobody."""

import json
import re

from mittelnetz.exchange.checking import meaning_errors, shape_errors
from mittelnetz.exchange.exporting import export_federation
from mittelnetz.exchange.federations import sourced_federation
from tests.exchange.files import load


def test_it_keeps_the_format(db):
    federation = sourced_federation()
    assert shape_errors(federation) == []
    assert meaning_errors(federation, []) == []


def test_it_is_imported_as_it_is(db):
    report = load(sourced_federation())
    assert report.counts["networks"].added == 3
    assert report.counts["organisations"].added == len(sourced_federation()["organisations"])
    assert json.loads(b"".join(export_federation())) == sourced_federation()


def test_each_network_and_organisation_has_a_source_with_an_address():
    federation = sourced_federation()
    for record in federation["networks"] + federation["organisations"]:
        assert record["sources"], record["id"]
        for source in record["sources"]:
            assert re.fullmatch(r"https?://[^\s]+\.[^\s]+", source["url"])
            assert source["statement"].endswith(".")


def test_it_names_no_people_and_no_way_to_reach_one():
    federation = sourced_federation()
    assert federation["people"] == []
    assert all(network["contacts"] == [] for network in federation["networks"])
    for organisation in federation["organisations"]:
        assert organisation["phone"] is organisation["email"] is organisation["address"] is None


def test_it_says_no_beginning_and_no_status_that_the_sources_do_not_say():
    federation = sourced_federation()
    for network in federation["networks"]:
        assert network["status"] == [{"status": "unknown", "since": None, "until": None}]
        assert all(row["since"] is None for row in network["regions"] + network["partners"])
    for organisation in federation["organisations"]:
        assert all(row["since"] is None for row in organisation["federation_partner"])


def test_it_tells_no_doings():
    federation = sourced_federation()
    empty = ("nestings", "cooperations", "bodies", "seats", "sessions", "decisions", "bulletins", "offers")
    assert all(federation[name] == [] for name in empty)
