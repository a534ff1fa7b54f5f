"""What is refused, with which pointer; and what is accepted on purpose."""

import json
from typing import Any

import pytest

from mittelnetz.exchange.errors import FileError, FileRefusedError
from mittelnetz.exchange.exporting import export_federation
from tests.exchange.files import full, load

pytestmark = pytest.mark.django_db


def refusal(document: Any) -> tuple[FileError, ...]:
    """The errors of a file, after making sure that nothing of it was imported."""
    before = b"".join(export_federation())
    with pytest.raises(FileRefusedError) as caught:
        load(document)
    assert b"".join(export_federation()) == before
    assert all(len(str(error).splitlines()) == 1 for error in caught.value.errors)
    return caught.value.errors


def pointers(document: Any) -> list[str]:
    return [error.pointer for error in refusal(document)]


def changed(pointer: str, value: Any) -> dict[str, Any]:
    """The full file with one value put in; `-` at the end of a pointer appends to a list."""
    document = full()
    *way, last = (step.replace("~1", "/").replace("~0", "~") for step in pointer.removeprefix("/").split("/"))
    holder: Any = document
    for step in way:
        holder = holder[int(step)] if isinstance(holder, list) else holder[step]
    if isinstance(holder, dict):
        holder[last] = value
    elif last == "-":
        holder.append(value)
    else:
        holder[int(last)] = value
    return document


REFUSED = [
    ("/format", "mittelnetz-federation/2", "/format"),
    ("/organisation", [], "/organisation"),
    ("/networks/0/partners/0/list", True, "/networks/0/partners/0/list"),
    ("/networks/0/a~0b~1c", 1, "/networks/0/a~0b~1c"),
    ("/networks/0/partners", {}, "/networks/0/partners"),
    ("/networks/0/partners/0/listed", "yes", "/networks/0/partners/0/listed"),
    ("/networks/0/fees/0/amount", 50, "/networks/0/fees/0/amount"),
    ("/networks/0/fees/0/amount", "50.005", "/networks/0/fees/0/amount"),
    ("/networks/0/annual_reports/0/year", 2025.5, "/networks/0/annual_reports/0/year"),
    ("/networks/0/name", None, "/networks/0/name"),
    ("/networks/0/name", "x" * 251, "/networks/0/name"),
    ("/networks/0/id", "am bach", "/networks/0/id"),
    ("/networks/0/website", "javascript:alert(1)", "/networks/0/website"),
    ("/organisations/0/kind", "club", "/organisations/0/kind"),
    ("/networks/0/self_assessments/0/answers/QK15", {}, "/networks/0/self_assessments/0/answers/QK15"),
    # broken references
    ("/organisations/0/parent", "nobody", "/organisations/0/parent"),
    ("/organisations/0/seat", "99999", "/organisations/0/seat"),
    ("/organisations/0/service_area/1", "99", "/organisations/0/service_area/1"),
    ("/networks/0/regions/0/code", "05999", "/networks/0/regions/0/code"),
    ("/networks/0/partners/0/organisation", "nobody", "/networks/0/partners/0/organisation"),
    ("/networks/0/contacts/0/person", "nobody", "/networks/0/contacts/0/person"),
    ("/networks/0/contacts/0/organisation", "nobody", "/networks/0/contacts/0/organisation"),
    ("/networks/0/complaints/0/about", "RB99", "/networks/0/complaints/0/about"),
    ("/networks/0/forwardings/0/bulletin", "b9", "/networks/0/forwardings/0/bulletin"),
    ("/networks/0/contributions/0/from", "nobody", "/networks/0/contributions/0/from"),
    ("/nestings/0/networks/1", "nowhere", "/nestings/0/networks/1"),
    ("/nestings/0/consented/plenum", "2020-01-01", "/nestings/0/consented/plenum"),
    ("/cooperations/0/with_network", "nowhere", "/cooperations/0/with_network"),
    ("/bodies/1/network", "nowhere", "/bodies/1/network"),
    ("/seats/0/body", "nowhere", "/seats/0/body"),
    ("/seats/0/deputy", "nobody", "/seats/0/deputy"),
    ("/sessions/0/also_for/0", "nowhere", "/sessions/0/also_for/0"),
    ("/sessions/0/attendance/0/representing", "plenum", "/sessions/0/attendance/0/representing"),
    ("/decisions/0/body", "nowhere", "/decisions/0/body"),
    ("/offers/0/regions/0", "059701", "/offers/0/regions/0"),
    # impossible dates
    ("/networks/0/records_since", "2026-02-30", "/networks/0/records_since"),
    ("/networks/0/records_since", "14.02.2026", "/networks/0/records_since"),
    ("/networks/0/status/1/until", "2012-03-01", "/networks/0/status/1/until"),
    ("/seats/1/until", "2019-12-31", "/seats/1/until"),
    ("/nestings/0/consented/bach", "2019-02-29", "/nestings/0/consented"),
    ("/sessions/0/starts", "2026-03-29T02:30:00", "/sessions/0/starts"),
    ("/sessions/0/starts", "2026-03-12T25:00:00", "/sessions/0/starts"),
    ("/sessions/0/starts", "2026-03-12", "/sessions/0/starts"),
    ("/sessions/0/starts", "0001-01-01T00:00:00+14:00", "/sessions/0/starts"),
    ("/sessions/0/starts", "9999-12-31T23:59:59-10:00", "/sessions/0/starts"),
    # the same thing twice at a time
    ("/networks/0/status/-", {"status": "dissolved", "since": "2025-01-01"}, "/networks/0/status/2"),
    ("/networks/0/partners/-", {"organisation": "beratung", "since": "2020-01-01"}, "/networks/0/partners/3"),
    (
        "/networks/0/contacts/-",
        {"person": "p1", "function": "moderation", "since": "2020-01-01"},
        "/networks/0/contacts/3",
    ),
    ("/networks/0/regions/-", {"code": "059", "since": "2020-01-01"}, "/networks/0/regions/4"),
    ("/organisations/0/intermediary/-", {"counts": True, "since": "2030-01-01"}, "/organisations/0/intermediary/2"),
    (
        "/organisations/0/federation_partner/-",
        {"level": "national", "since": "2020-01-01"},
        "/organisations/0/federation_partner/3",
    ),
    (
        "/framework_versions/-",
        {"id": "f4", "document": "criteria", "version": "x", "since": "2020-01-01"},
        "/framework_versions/3",
    ),
    # what must hold between values
    ("/people/1/id", "p1", "/people/1/id"),
    ("/organisations/1/parent", "verband", "/organisations/1/parent"),
    ("/nestings/0/networks", ["bach", "bach"], "/nestings/0/networks"),
    ("/nestings/0/networks", ["bach"], "/nestings/0/networks"),
    ("/cooperations/0/with_network", None, "/cooperations/0"),
    ("/cooperations/0/with_other", "Bündnis", "/cooperations/0"),
    ("/cooperations/0/with_network", "bach", "/cooperations/0/with_network"),
    ("/bodies/0/network", "bach", "/bodies/0/network"),
    ("/bodies/1/network", None, "/bodies/1"),
    ("/bodies/2/network", "bach", "/bodies/2/network"),
    ("/seats/0/network", "bach", "/seats/0"),
    ("/seats/0/organisation", None, "/seats/0"),
]


@pytest.mark.parametrize(("place", "value", "pointer"), REFUSED)
def test_one_fault_is_refused_at_its_place(place, value, pointer):
    assert pointer in pointers(changed(place, value))


@pytest.mark.parametrize(
    ("place", "key"),
    [
        ("/organisations/0", "id"),
        ("/organisations/0", "kind"),
        ("/networks/0/status/0", "status"),
        ("/seats/0", "body"),
    ],
)
def test_a_required_value_that_is_missing_is_refused(place, key):
    document = full()
    record: Any = document
    for step in place.removeprefix("/").split("/"):
        record = record[int(step)] if isinstance(record, list) else record[step]
    del record[key]
    assert (place, f'the key "{key}" is missing') in [(error.pointer, error.problem) for error in refusal(document)]


def test_all_errors_are_listed_and_none_is_a_mere_consequence():
    document = full()
    document["organisations"][0]["kind"] = "club"
    document["networks"][0]["partners"][2]["organisation"] = "nobody"
    document["networks"][0]["status"][0]["status"] = "gone"
    document["networks"][0]["status"][1]["until"] = "2026-02-30"
    document["seats"][0]["organisation"] = 5
    document["zzz"] = 1
    assert pointers(document) == [
        "/networks/0/partners/2/organisation",
        "/networks/0/status/0/status",
        "/networks/0/status/1/until",
        "/organisations/0/kind",
        "/seats/0/organisation",
        "/zzz",
    ]


def test_errors_far_down_a_long_list_keep_their_place():
    document = full()
    document["people"] += [{"id": f"person-{number}", "name": "Toni"} for number in range(1200)]
    document["people"][1100]["nmae"] = "Kim"
    (error,) = refusal(document)
    assert error.pointer == "/people/1100/nmae"
    assert '"name"' in error.remedy


def test_everyone_in_a_circle_of_ancestors_is_named():
    document = changed("/organisations/1/parent", "beratung")
    document["organisations"][2]["parent"] = "kammer"
    assert pointers(document) == [f"/organisations/{index}/parent" for index in range(3)]


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        (b"", "", "not JSON"),
        (b"{", "", "line 1"),
        (b"\xff\xfe{\x00}\x00", "", "UTF-8"),
        (b"[]", "", "a list"),
        (b"3", "", "a number"),
        (b"null", "", "null"),
        (b'{"format": NaN}', "", "NaN"),
        (b'{"format": -Infinity}', "", "Infinity"),
        (b'{"format": 1e999}', "", "too large"),
        (b'{"format": ' + b"9" * 5000 + b"}", "", "too large"),
        (b"[" * 100_000, "", "nested"),
        (b'{"people": [' + b"[" * 300 + b"]" * 300 + b'], "format": "mittelnetz-federation/1"}', "/people", "nested"),
        (b'{"x": ' + b"[" * 700 + b"]" * 700 + b"}", "", "nested"),
        (b'{"people": [{"id": "a", "id": "b"}]}', "/people/0/id", "twice"),
        (b'{"people": [{"id": "a", "name": "A\\u0000"}]}', "/people/0/name", "NUL"),
        (b'{"people": [{"id": "a", "name": "A\\ud800"}]}', "/people/0/name", "half a pair"),
        (b'{"people": [{"id": "a", "a\\udc00b": "A"}]}', "/people/0/a\udc00b", "half a pair"),
        (b'{"format": "mittelnetz-federation/1", "a\\nb": 1}', "/a\nb", "unknown"),
    ],
)
def test_what_is_no_federation_file_at_all_is_refused_in_a_line(content, place, words):
    error = refusal(content)[0]
    assert error.pointer == place
    assert words in str(error)
    str(error).encode()


def test_a_byte_order_mark_and_escaped_pairs_are_read():
    text = json.dumps({"format": "mittelnetz-federation/1", "people": [{"id": "a", "name": "Kim 🎷"}]})
    load(b"\xef\xbb\xbf" + text.encode())
    assert "Kim 🎷" in b"".join(export_federation()).decode()


ACCEPTED = [
    ("/bodies/0/name", None),
    ("/decisions/0/votes", None),
    ("/nestings/0/consented", {}),
    ("/nestings/0/consented/siegen", None),
    ("/networks/0/status", []),
    ("/networks/0/status/1/since", "2013-01-01"),  # a gap
    ("/networks/0/status/1/status", "dissolved"),
    ("/networks/0/status", [{"status": "recognised"}]),
    ("/networks/0/contacts/0/since", "2099-01-01"),
    ("/networks/0/fees/-", {"mandatory": True, "amount": "7", "since": "2010-01-01"}),
    ("/networks/0/partners/1/acknowledged/0/on", "1999-01-01"),
    ("/networks/0/annual_reports/-", {"year": 2024, "submitted": "2025-02-14"}),
    ("/networks/0/forwardings/-", {"bulletin": "b1", "sent": "2026-05-20"}),
    ("/organisations/0/service_area/-", "05970"),
    ("/sessions/0/also_for/-", "kreis-siegen"),
    ("/sessions/0/attendance/-", {"person": "p1", "representing": "bach"}),
    ("/sessions/0/status", "cancelled"),
    ("/sessions/1/starts", "2026-03-29T02:30:00+01:00"),
    ("/sessions/1/starts", "2026-03-12T14:00Z"),
    ("/nestings/-", {"id": "n2", "networks": ["bach", "siegen"], "since": "2020-01-01"}),
    ("/cooperations/-", {"id": "c3", "network": "bach", "with_network": "siegen", "kind": "network"}),
    ("/seats/-", {"id": "s3", "body": "plenum", "organisation": "kammer", "since": "2020-01-01"}),
    ("/sessions/-", {"id": "m3", "body": "plenum", "starts": "2026-10-25T02:30:00", "status": "planned"}),
]


@pytest.mark.parametrize(("place", "value"), ACCEPTED)
def test_what_is_accepted_on_purpose(place, value):
    load(changed(place, value))
    content = b"".join(export_federation())
    load(content)
    assert b"".join(export_federation()) == content


@pytest.mark.parametrize(
    ("rows", "wrong"),
    [
        ([{"since": "2012-1-1"}, {"since": "2010-01-01", "until": "2011-01-01"}], ["/networks/0/partners/0/since"]),
        ([{"until": 5}, {"since": "2030-01-01"}], ["/networks/0/partners/0/until"]),
        ([{"organisation": 1}, {"organisation": 2}], [f"/networks/0/partners/{row}/organisation" for row in (0, 1)]),
    ],
)
def test_what_is_wrong_in_itself_overlaps_with_nothing(rows, wrong):
    network = {"id": "n", "name": "N", "partners": [{"organisation": "o"} | row for row in rows]}
    organisation = {"id": "o", "name": "O", "kind": "other"}
    document = {"format": "mittelnetz-federation/1", "organisations": [organisation], "networks": [network]}
    assert pointers(document) == wrong


class TestWithRecordsInTheDatabase:
    @pytest.fixture(autouse=True)
    def _filled(self):
        load(full())

    def partial(self, **lists: list[dict[str, Any]]) -> dict[str, Any]:
        return {"format": "mittelnetz-federation/1", **lists}

    def test_references_lead_to_what_only_the_database_has(self):
        report = load(self.partial(seats=[{"id": "s9", "body": "plenum", "network": "bach", "person": "p1"}]))
        assert report.counts["seats"].added == 1

    def test_an_ancestor_only_the_database_has_closes_a_circle(self):
        document = self.partial(organisations=[{"id": "verband", "name": "V", "kind": "other", "parent": "kammer"}])
        assert pointers(document) == ["/organisations/0/parent"]

    def test_a_version_overlaps_with_one_that_only_the_database_has(self):
        version = {"id": "f0", "document": "criteria", "version": "x", "since": "2010-01-01", "until": "2011-01-01"}
        assert pointers(self.partial(framework_versions=[version])) == ["/framework_versions/0"]

    def test_each_version_of_the_database_that_it_overlaps_is_named(self):
        version = {"id": "f0", "document": "criteria", "version": "x", "since": "2010-01-01", "until": None}
        stored = [row for row in full()["framework_versions"] if row["document"] == "criteria"]
        found = [str(error) for error in refusal(self.partial(framework_versions=[version]))]
        assert len(found) == len(set(found)) == len(stored) > 1
        for row in stored:
            assert any(f"overlaps in time with the record {row['id']} of the database" in line for line in found)

    def test_a_second_circle_beside_one_of_the_database(self):
        body = {"id": "zweiter", "kind": "network_circle", "network": "bach"}
        assert pointers(self.partial(bodies=[body])) == ["/bodies/0/network"]

    def test_a_circle_may_move_to_a_body_when_the_file_names_both(self):
        bodies = [
            {"id": "kreis-bach", "kind": "network_circle", "network": "siegen"},
            {"id": "kreis-siegen", "kind": "network_circle", "network": "bach"},
        ]
        assert load(self.partial(bodies=bodies)).counts["bodies"].changed == 2
