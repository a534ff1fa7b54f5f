"""Public pages say when an entry was last confirmed."""

from datetime import UTC, date, datetime

import pytest

from mittelnetz.register.actions.confirmations import confirm_entry
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Network, Organisation
from tests.factories import ACTOR

DAY = date(2026, 6, 15)
AT = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("address", "find"),
    [
        ("/netzwerke/sauerland/", lambda: Network.objects.get(pk="sauerland")),
        ("/organisationen/kammer/", lambda: Organisation.objects.get(pk="kammer")),
    ],
)
@pytest.mark.usefixtures("page_cache")
def test_the_day_stands_there_as_soon_as_somebody_has_confirmed(client, federation, count_queries, address, find):
    before = count_queries(lambda: client.get(address))
    assert "Zuletzt bestätigt" not in client.get(address).content.decode()
    confirm_entry(entry=find(), given=Given(DAY), actor=ACTOR, at=AT)
    text = " ".join(client.get(address).content.decode().split())
    assert 'Zuletzt bestätigt am <time datetime="2026-06-15">15. Juni 2026</time>' in text.replace("\xa0", " ")
    confirm_entry(entry=find(), given=Given(date(2026, 6, 16)), actor=ACTOR, at=AT)
    assert count_queries(lambda: client.get(address)) == before


def test_a_page_that_looks_back_does_not_say_it(client, federation):
    Network.objects.update(confirmed_on=DAY)
    assert "Zuletzt bestätigt" not in client.get("/netzwerke/sauerland/?stand=2024-02-29").content.decode()
