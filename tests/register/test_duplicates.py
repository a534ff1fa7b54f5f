"""Entries that look like the same organisation: which, and which of them the office has told apart."""

import json
from importlib import import_module

import pytest
from django.apps import apps

from mittelnetz.core.models import Entry
from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.distinctions import tell_apart, withdraw_distinction
from mittelnetz.register.actions.merging import merge_organisations
from mittelnetz.register.actions.organisations import add_organisation, change_organisation
from mittelnetz.register.actions.renaming import rename_organisation
from mittelnetz.register.models import Distinction, Organisation
from mittelnetz.register.queries.duplicates import likely_duplicates, organisations_alike
from tests.factories import ACTOR, AT, make_organisation

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}


def alike(**which):
    return [list(group.ids) for group in likely_duplicates(**which)]


def told_apart():
    return alike(told_apart=True)


def make_klubs(*ids):
    for id in ids:
        make_organisation(id, name="Klub")


class TestAlike:
    def test_the_same_name_however_it_is_written(self):
        for id, name in (("b", "KAMMER SÜD"), ("a", "Kammer Süd"), ("c", "Kammer Sued"), ("d", "Kammer"), ("e", "–")):
            make_organisation(id, name=name)
        make_organisation("f", name="…")  # folded, nothing is left of either
        assert alike() == [["a", "b", "c"]]

    def test_the_same_seat_and_website(self):
        for id, seat, website in (
            ("a", "05966", "https://www.a.example/"),
            ("b", "05966", "http://A.example?von=suche"),
            ("c", "05970", "https://a.example"),  # a branch elsewhere
            ("d", "05966", ""),
            ("e", "05966", ""),
            ("f", None, "https://f.example"),
            ("g", None, "https://f.example"),
            ("h", "05966", "https://a.example/olpe"),
        ):
            make_organisation(id, name=f"Verein {id}", seat_id=seat, website=website)
        assert alike() == [["a", "b"]]

    def test_nobody_is_in_two_groups(self):
        make_organisation("a", name="Klub", seat_id="05966", website="https://a.example")
        make_organisation("b", name="Klub")
        make_organisation("c", name="Verein", seat_id="05966", website="https://a.example")
        make_organisation("d", name="Verein")
        make_organisation("e", name="Bund")
        make_organisation("f", name="Bund")
        assert alike() == [["e", "f"], ["a", "b", "c", "d"]]

    def test_as_many_statements_whatever_there_is(self, count_queries):
        for number in range(60):
            make_organisation(f"x{number}", name=f"Klub {number // 2}", seat_id="05966", website=f"https://{number}.x")
        tell_apart(ids=["x0", "x1"], **WHO)
        assert count_queries(likely_duplicates) == 2
        groups = likely_duplicates()
        assert count_queries(lambda: organisations_alike(groups)) == 1
        assert len(organisations_alike(groups)) == 29

    def test_the_website_is_folded_by_whatever_writes_it(self):
        folded = Organisation.objects.values_list("folded_website", flat=True)
        website = {"website": "https://www.x.example/"}
        organisation = add_organisation(id="a", name="A", kind="chamber", details=website, **WHO)
        assert folded.get() == "x.example"
        change_organisation(organisation=organisation, details={"website": "http://y.example/z/"}, **WHO)
        assert folded.get() == "y.example/z"

    def test_the_website_of_before_is_folded_by_the_migration(self):
        make_organisation("a", website="https://www.x.example/")
        make_organisation("b")
        Organisation.objects.update(folded_website="")
        import_module("mittelnetz.register.migrations.0009_folded_website").fold_websites(apps, None)
        assert dict(Organisation.objects.values_list("pk", "folded_website")) == {"a": "x.example", "b": ""}


class TestToldApart:
    def test_they_are_not_shown_again(self):
        make_klubs("a", "b")
        tell_apart(ids=["b", "a"], **WHO)
        assert (alike(), told_apart()) == ([], [["a", "b"]])
        entry = Entry.objects.get()
        assert (entry.verb, entry.subject) == ("register.organisations_told_apart", "organisations/a")
        assert json.loads(entry.changes) == {"organisations": ["a", "b"]}

    def test_to_say_it_twice_is_no_change(self):
        make_klubs("a", "b")
        for _ in range(2):
            tell_apart(ids=["a", "b"], **WHO)
        assert (Entry.objects.count(), Distinction.objects.count()) == (1, 1)

    def test_another_one_that_is_alike_brings_them_back(self):
        make_klubs("a", "b")
        tell_apart(ids=["a", "b"], **WHO)
        make_klubs("c")
        assert (alike(), told_apart()) == ([["a", "b", "c"]], [])
        tell_apart(ids=["a", "b", "c"], **WHO)
        assert (alike(), told_apart()) == ([], [["a", "b", "c"]])

    def test_two_out_of_three_are_not_enough(self):
        make_klubs("a", "b", "c")
        tell_apart(ids=["a", "b"], **WHO)
        tell_apart(ids=["b", "c"], **WHO)
        assert alike() == [["a", "b", "c"]]

    def test_who_is_alike_in_another_way_since_is_shown(self):
        make_klubs("a", "b")
        tell_apart(ids=["a", "b"], **WHO)
        for id, name in (("b", "Klub"), ("c", "Verein")):
            Organisation.objects.filter(pk=id).delete()
            make_organisation(id, name=name, seat_id="05966", website="https://a.example")
        assert alike() == [["a", "b", "c"]]

    def test_it_can_be_withdrawn(self):
        make_klubs("a", "b")
        tell_apart(ids=["a", "b"], **WHO)
        make_klubs("c")
        tell_apart(ids=["a", "b", "c"], **WHO)
        for _ in range(2):
            withdraw_distinction(ids=["a", "b", "c"], **WHO)
        assert (alike(), told_apart()) == ([["a", "b", "c"]], [])
        assert not Distinction.objects.exists()
        assert list(Entry.objects.values_list("verb", flat=True).order_by("number"))[2:] == [
            "register.distinction_withdrawn"
        ]

    @pytest.mark.parametrize("do", [tell_apart, withdraw_distinction])
    @pytest.mark.parametrize("ids", [["a", "gone"], ["a"], ["a", "a"], []])
    def test_what_is_not_there_any_more_is_refused(self, do, ids):
        make_klubs("a", "b")
        with pytest.raises(Refused, match="gibt es so nicht mehr"):
            do(ids=ids, **WHO)

    def test_it_holds_under_another_id(self):
        make_klubs("a", "b")
        tell_apart(ids=["a", "b"], **WHO)
        rename_organisation(organisation=Organisation.objects.get(pk="a"), id="z", **WHO)
        assert (alike(), told_apart()) == ([], [["b", "z"]])

    def test_the_one_that_is_merged_leaves_the_others_told_apart(self):
        make_klubs("a", "b", "c", "d")
        tell_apart(ids=["a", "b", "c"], **WHO)
        merge("a", "d")
        assert (alike(), told_apart()) == ([], [["a", "b", "c"]])
        merge("b", "c")
        assert (alike(), told_apart()) == ([], [["a", "b"]])
        merge("a", "b")
        assert (alike(), told_apart()) == ([], [])
        assert not Distinction.objects.exists()

    def test_whoever_takes_its_place_is_told_apart_as_it_was(self):
        make_klubs("a", "b", "c")
        tell_apart(ids=["a", "b"], **WHO)
        merge("c", "a")
        assert (alike(), told_apart()) == ([], [["b", "c"]])


def merge(kept, merged):
    rows = Organisation.objects.in_bulk([kept, merged])
    merge_organisations(kept=rows[kept], merged=rows[merged], **WHO)
