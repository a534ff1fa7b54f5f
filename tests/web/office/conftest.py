"""Clients of those who work in the office."""

from datetime import UTC, datetime

import pytest
from django.test import Client

from mittelnetz.people.models import Account
from tests.web.conftest import STAFF


@pytest.fixture
def staff(federation, clock) -> Client:
    clock(datetime(2026, 6, 15, 10, 30, tzinfo=UTC))
    client = Client()
    client.force_login(Account.objects.get(email=STAFF))
    return client
