"""SQL that is built once."""

from datetime import date

import pytest

from mittelnetz.core.prepared import Prepared
from mittelnetz.register.models import Network, NetworkStatus
from mittelnetz.register.queries.standings import status_rows
from mittelnetz.register.words import Status
from tests.factories import make_network

pytestmark = pytest.mark.django_db


@pytest.fixture
def built():
    return []


@pytest.fixture
def prepared(built):
    def build(network_id, day):
        built.append(network_id)
        rows = Network.objects.filter(pk=network_id, statuses__since__lte=day, statuses__status=Status.RECOGNISED)
        return rows.annotate(held=status_rows()).distinct()

    return Prepared(Network, build, network_id=str, day=date)


def test_each_call_has_its_own_values_and_one_statement(prepared, built, django_assert_num_queries):
    make_network("a")
    make_network("b")
    with django_assert_num_queries(4):
        assert [network.pk for network in prepared(network_id="a", day=date(2026, 1, 1))] == ["a"]
        assert [network.pk for network in prepared(network_id="b", day=date(2026, 1, 1))] == ["b"]
        assert prepared(network_id="a", day=date(2019, 1, 1)) == []
        assert prepared(network_id="'; --", day=date(2026, 1, 1)) == []
    assert len(built) == 1


def test_nested_rows_are_read(prepared):
    make_network("a")
    (network,) = prepared(network_id="a", day=date(2026, 1, 1))
    assert network.held == [{"status": "recognised", "since": "2020-01-01", "until": None}]


def test_what_is_written_later_is_seen(prepared):
    network = make_network("a", status=None)
    assert prepared(network_id="a", day=date(2026, 1, 1)) == []
    NetworkStatus.objects.create(network=network, status=Status.RECOGNISED, since=date(2025, 1, 1))
    assert prepared(network_id="a", day=date(2026, 1, 1)) == [network]


def test_a_value_can_be_a_number():
    status = make_network("a").statuses.get()
    rows = Prepared(NetworkStatus, lambda key: NetworkStatus.objects.filter(pk=key), key=int)
    assert rows(key=status.pk) == [status]
    assert rows(key=status.pk + 1) == []


def test_it_needs_no_values():
    make_network("a")
    assert [network.pk for network in Prepared(Network, Network.objects.all)()] == ["a"]


def test_rows_can_be_plain_tuples(prepared):
    make_network("a")
    rows = Prepared(Network, lambda day: Network.objects.values_list("id"), day=date)
    assert rows.tuples(day=date(2026, 1, 1)) == [("a",)]
