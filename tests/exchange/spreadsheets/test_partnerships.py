"""A sheet of partnerships: it begins some and changes who may be named; it ends nothing."""

from datetime import date

import pytest

from mittelnetz.exchange.spreadsheets.plans import Verdict
from mittelnetz.register.models import Network, Organisation, Partnership
from tests.exchange.spreadsheets.conftest import SINCE
from tests.factories import make_network, make_organisation

HEADINGS = ["Netzwerk", "Organisation", "Seit", "Bis", "Öffentlich genannt"]
NEW_DAY = date(2026, 3, 1)


@pytest.fixture
def network(db) -> Network:
    return make_network("olpe", name="Netzwerk Olpe")


@pytest.fixture
def kammer(network) -> Organisation:
    return make_organisation("kammer", name="Kammer Süd")


@pytest.fixture
def partnership(network, kammer) -> Partnership:
    return Partnership.objects.create(network=network, organisation=kammer, since=SINCE, listed=False)


def test_a_new_partnership(apply, network, kammer):
    (row,) = apply("partnerships", HEADINGS, ["netzwerk olpe", "Kammer Süd", "01.03.2026", "", ""]).rows
    assert (row.verdict, row.title) == (Verdict.NEW, "Kammer Süd – Netzwerk Olpe")
    new = Partnership.objects.get()
    assert (new.network, new.organisation, new.since, new.until, new.listed) == (network, kammer, NEW_DAY, None, False)


def test_who_may_be_named_changes(apply, partnership):
    (row,) = apply("partnerships", HEADINGS, ["Netzwerk Olpe", "Kammer Süd", "", "", "ja"]).rows
    assert row.verdict == Verdict.CHANGED
    assert [(found.old, found.new) for found in row.differences] == [("nein", "ja")]
    partnership.refresh_from_db()
    assert partnership.listed


def test_the_same_once_more_is_unchanged(plan, partnership):
    (row,) = plan("partnerships", HEADINGS, ["Netzwerk Olpe", "Kammer Süd", "2020-01-01", "", "nein"]).rows
    assert row.verdict == Verdict.UNCHANGED


def test_whoever_left_can_come_back(apply, partnership):
    Partnership.objects.update(until=date(2022, 1, 1))
    (row,) = apply("partnerships", HEADINGS, ["Netzwerk Olpe", "Kammer Süd", "01.03.2026", "", "ja"]).rows
    assert row.verdict == Verdict.NEW
    assert Partnership.objects.count() == 2


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (["Netzwerk Nirgendwo", "Kammer Süd"], "Netzwerk: „Netzwerk Nirgendwo“ gibt es nicht"),
        (["", "Kammer Süd"], "Netzwerk: Hier fehlt etwas"),
        (["Netzwerk Olpe", "Niemand"], "Organisation: „Niemand“ gibt es nicht"),
        (["Netzwerk Olpe", "Kammer Süd", "01.01.2021"], "Seit: Im Register steht der 01.01.2020"),
        (["Netzwerk Olpe", "Kammer Süd", "", "01.01.2027"], "Bis: Im Register steht kein Tag"),
        (["Netzwerk Olpe", "Kammer Süd", "", "", "vielleicht"], "Öffentlich genannt: „vielleicht“ ist weder"),
        (["Netzwerk Olpe", "Kammer Neu"], "Seit: Der Tag fehlt"),
        (["Netzwerk Olpe", "Kammer Neu", "bald"], "Seit: „bald“ ist kein Tag"),
        (["Netzwerk Olpe", "Kammer Neu", "01.01.2026", "01.01.2027"], "Bis: Ein Ende"),
        (["Netzwerk Olpe", "Kammer Weg", "01.01.2019"], "Seit: Das gab es schon einmal, bis zum 01.01.2025"),
    ],
)
def test_what_is_refused(plan, partnership, network, cells, reason):
    make_organisation("neu", name="Kammer Neu")
    gone = make_organisation("weg", name="Kammer Weg")
    Partnership.objects.create(network=network, organisation=gone, since=SINCE, until=date(2025, 1, 1))
    (row,) = plan("partnerships", HEADINGS, cells).rows
    assert (row.verdict, row.doings) == (Verdict.REFUSED, ())
    assert any(found.startswith(reason) for found in row.reasons), row.reasons


def test_an_id_beside_another_name_is_refused(plan, partnership):
    make_organisation("anders", name="Ganz anders")
    (row,) = plan("partnerships", ["Netzwerk-ID", "Organisations-ID", "Partner"], ["olpe", "anders", "Kammer Süd"]).rows
    assert "passen nicht zusammen" in row.reasons[0]
