"""Import: what is written, what stays, and that the same file twice changes nothing."""

from typing import Any

import pytest
from django.apps import apps
from django.db.models import ManyToOneRel

from mittelnetz.bodies.models import AgendaItem
from mittelnetz.core import journal
from mittelnetz.core.models import Entry
from mittelnetz.exchange import writing
from mittelnetz.exchange.errors import FileRefusedError
from mittelnetz.exchange.exporting import export_federation
from mittelnetz.exchange.records import RECORDS
from mittelnetz.exchange.records.declaration import Rows
from mittelnetz.exchange.writing import Counts
from mittelnetz.people.models import Person
from mittelnetz.register.models import FrameworkVersion, NetworkStatus, Organisation, Partnership
from tests.exchange.files import FORMAT, full, load

pytestmark = pytest.mark.django_db


def stored() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of the federation with its primary key."""
    models = [model for model in apps.get_models(include_auto_created=True) if model in set(_models(RECORDS))]
    return {model._meta.label: list(model._default_manager.order_by("pk").values_list()) for model in models}


def _models(lists: tuple[Rows, ...]) -> list[Any]:
    return [model for rows in lists for model in (rows.model, *_models(rows.rows))]


def touched(counts: Any) -> dict[str, Counts]:
    return {path: count for path, count in counts.items() if count != Counts()}


def test_the_same_file_twice_changes_no_row():
    assert touched(load(full()).counts)
    before = stored()
    assert touched(load(full()).counts) == {}
    assert stored() == before


def test_its_own_export_changes_no_row():
    load(full())
    before = stored()
    assert touched(load(b"".join(export_federation())).counts) == {}
    assert stored() == before


def test_each_import_is_one_public_journal_entry_with_the_hash_of_the_file():
    revision = journal.public_revision()
    reports = [load(full()), load(full())]
    entries = Entry.objects.filter(verb="exchange.federation_imported").order_by("number")
    assert [report.sha256 in entry.changes for report, entry in zip(reports, entries, strict=True)] == [True, True]
    assert '"networks.partners":{"added":3,"changed":0,"deleted":0}' in entries[0].changes
    assert "Toni" not in entries[0].changes
    assert journal.public_revision() == revision + 2


def test_records_that_the_file_does_not_name_stay():
    load(full())
    before = stored()
    load({"format": FORMAT, "people": [{"id": "p3", "name": "Neu"}]})
    after = stored()
    people = Person._meta.label
    assert len(after.pop(people)) == len(before.pop(people)) + 1
    assert after == before


def test_a_record_keeps_what_the_file_does_not_know():
    load(full())
    uuid = Person.objects.get(id="p1").uuid
    load({"format": FORMAT, "people": [{"id": "p1", "name": "Toni Neu"}]})
    assert Person.objects.values_list("uuid", "name", "phone").get(id="p1") == (uuid, "Toni Neu", "")


def test_rows_are_matched_by_what_they_name_and_their_first_day():
    load(full())
    keys = dict(Partnership.objects.values_list("since", "pk"))
    document = full()
    partners = document["networks"][0]["partners"]
    partners[1]["listed"] = False
    partners[0]["until"] = "2017-01-01"
    partners[2]["since"] = "2015-01-01"
    partners.reverse()
    counts = load(document).counts
    assert touched(counts) == {"networks.partners": Counts(added=1, changed=2, deleted=1)}
    after = dict(Partnership.objects.values_list("since", "pk"))
    assert {day: after[day] == key for day, key in keys.items() if day in after} == dict.fromkeys(
        (day for day in keys if day in after), True
    )
    assert len(after) == 3


def test_a_row_goes_with_what_is_in_it():
    load(full())
    document = full()
    del document["networks"][0]["partners"][1]
    assert touched(load(document).counts) == {
        "networks.partners": Counts(deleted=1),
        "networks.partners.acknowledged": Counts(deleted=2),
    }


def test_spans_may_move_their_border():
    load(full())
    document = full()
    document["networks"][0]["status"][0]["until"] = document["networks"][0]["status"][1]["since"] = "2014-01-01"
    document["framework_versions"][0]["until"] = document["framework_versions"][1]["since"] = "2018-01-01"
    load(document)
    assert str(FrameworkVersion.objects.get(id="f1").until) == "2018-01-01"
    assert str(NetworkStatus.objects.get(network="bach", status="applied").until) == "2014-01-01"


def test_versions_may_change_places():
    load(full())
    document = full()
    first, second = document["framework_versions"][:2]
    first["version"], second["version"] = second["version"], first["version"]
    first["id"], second["id"] = second["id"], first["id"]
    assert load(document).counts["framework_versions"].changed == 2


def test_parent_and_child_may_change_places():
    load(full())
    document = full()
    document["organisations"][0]["parent"] = None
    document["organisations"][1]["parent"] = "kammer"
    load(document)
    assert dict(Organisation.objects.values_list("id", "parent")) == {
        "kammer": None,
        "verband": "kammer",
        "beratung": None,
    }


def test_agenda_items_change_places_and_stay_themselves():
    load(full())
    keys = dict(AgendaItem.objects.values_list("title", "pk"))
    document = full()
    document["sessions"][0]["agenda"].reverse()
    load(document)
    assert dict(AgendaItem.objects.values_list("title", "pk")) == keys
    assert list(AgendaItem.objects.order_by("position").values_list("title", flat=True)) == [
        "Antrag",
        "Beschluss",
        "Bericht",
    ]


def test_names_and_websites_are_folded_for_the_search():
    load(full())
    assert Organisation.objects.get(id="verband").folded_name == "verband der strasse"
    assert Organisation.objects.get(id="kammer").folded_website == "kammer.example"


def test_a_row_to_which_something_outside_the_file_refers_cannot_go(monkeypatch):
    # Nothing outside refers to a row of a record yet, so acknowledgements are made something outside.
    load(full())
    monkeypatch.setattr(Rows, "rows", property(lambda rows: () if rows.key == "partners" else _inside(rows)))
    document = full()
    del document["networks"][0]["partners"][1]
    before = stored()
    with pytest.raises(FileRefusedError) as caught:
        load(document)
    (error,) = caught.value.errors
    assert error.pointer == "/networks/0/partners"
    assert "Acknowledgement" in error.problem
    assert stored() == before


def _inside(rows: Rows) -> tuple[Rows, ...]:
    return tuple(part for part in rows.content if isinstance(part, Rows))


def test_every_reference_to_a_row_of_a_record_can_be_seen():
    """Only then can an import tell what a deletion would break."""
    inner = [rows.model for record in RECORDS for rows in _inside(record)]
    for model in inner:
        assert all(isinstance(relation, ManyToOneRel) for relation in model._meta.related_objects)


def test_what_the_database_refuses_beyond_the_checks_is_a_line_too(monkeypatch):
    monkeypatch.setattr("mittelnetz.exchange.importing.meaning_errors", lambda document, errors: [])
    document = full()
    document["networks"][0]["status"][0]["until"] = "2020-01-01"
    with pytest.raises(FileRefusedError, match="nicht übernommen") as caught:
        load(document)
    assert "the database refuses it" in str(caught.value.errors[0])
    assert not Organisation.objects.exists()


def test_statements_do_not_grow_with_the_rows(count_queries, rolled_back):
    def document(size: int, name: str) -> dict[str, Any]:
        ids = [f"o{number}" for number in range(size)]
        partners = [{"organisation": id_, "since": "2020-01-01", "listed": name == "B"} for id_ in ids]
        return {
            "format": FORMAT,
            "organisations": [{"id": id_, "name": name, "kind": "other", "service_area": ["05970"]} for id_ in ids],
            "networks": [{"id": id_, "name": name, "partners": partners} for id_ in ids],
        }

    def counts(size: int) -> tuple[int, int, int]:
        with rolled_back():
            return (
                count_queries(lambda: load(document(size, "A"))),
                count_queries(lambda: load(document(size, "B"))),
                count_queries(lambda: b"".join(export_federation())),
            )

    assert counts(1) == counts(9)


def test_progress_counts_records_to_the_end():
    steps: list[tuple[int, int]] = []
    load(full(), progress=lambda done, total: steps.append((done, total)))
    assert steps[-1] == (23, 23)
    assert steps == sorted(steps)


def test_lots_are_put_together_again(monkeypatch):
    monkeypatch.setattr("mittelnetz.exchange.importing._RECORDS_AT_ONCE", 1)
    monkeypatch.setattr(writing, "_KEYS_AT_ONCE", 1)
    monkeypatch.setattr(writing, "_ROWS_AT_ONCE", 1)
    load(full())
    small = b"".join(export_federation())
    assert touched(load(full()).counts) == {}
    monkeypatch.undo()
    assert touched(load(full()).counts) == {}
    assert b"".join(export_federation()) == small


def test_a_person_keeps_the_language_that_no_file_knows():
    load(full())
    Person.objects.update(language="en")
    document = full()
    document["people"][0]["name"] = "Ein anderer Name"
    load(document)
    person = Person.objects.get(id=document["people"][0]["id"])
    assert (person.name, person.language) == ("Ein anderer Name", "en")
