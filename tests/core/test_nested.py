"""Rows nested in rows."""

import pytest
from django.db.models import OuterRef

from mittelnetz.core.nested import NestedRows
from mittelnetz.register.models import Network, NetworkStatus
from mittelnetz.register.words import Status
from tests.factories import make_network

pytestmark = pytest.mark.django_db

STATUSES = NestedRows(
    NetworkStatus.objects.filter(network=OuterRef("pk")), status="status", since="since", until="until"
)


def test_rows_come_with_their_record_in_one_statement(django_assert_num_queries):
    make_network("a")
    make_network("b", status=Status.FORMING)
    with django_assert_num_queries(1):
        found = {network.pk: network.rows for network in Network.objects.annotate(rows=STATUSES)}
    assert found == {
        "a": [{"status": "recognised", "since": "2020-01-01", "until": None}],
        "b": [{"status": "forming", "since": "2020-01-01", "until": None}],
    }


def test_no_rows_are_an_empty_list():
    make_network("a", status=None)
    assert Network.objects.annotate(rows=STATUSES).get().rows == []
