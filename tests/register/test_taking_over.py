"""What an existing federation brings along is entered once, and stays told apart from what bodies decide."""

from datetime import date

import pytest

from mittelnetz.core.refusals import Refused
from mittelnetz.register.actions.networks import form_network
from mittelnetz.register.actions.taking_over import take_over_nesting, take_over_status
from mittelnetz.register.models import Nesting, Network
from mittelnetz.register.queries.history import network_history
from mittelnetz.register.words import Status
from tests.factories import ACTOR, AT, make_network

pytestmark = pytest.mark.django_db
WHO = {"actor": ACTOR, "at": AT}
HERE_SINCE, LONG_AGO, LATER = date(2026, 1, 1), date(2017, 5, 1), date(2026, 2, 1)


def statuses(network):
    return [(row.status, row.since, row.until) for row in network.statuses.order_by("since")]


@pytest.fixture
def network():
    return form_network(id="a", name="Netzwerk A", since=date(2025, 12, 1), **WHO)


@pytest.mark.parametrize("since", [LONG_AGO, None])
def test_what_it_was_takes_the_place_of_forming(network, since):
    take_over_status(network=network, status=Status.RECOGNISED, since=since, records_since=HERE_SINCE, **WHO)
    assert statuses(network) == [("recognised", since, None)]
    assert Network.objects.get(pk="a").records_since == HERE_SINCE


def test_it_was_forming_until_then(network):
    since = date(2025, 12, 20)
    take_over_status(network=network, status=Status.RECOGNISED, since=since, records_since=HERE_SINCE, **WHO)
    assert statuses(network) == [("forming", date(2025, 12, 1), since), ("recognised", since, None)]


def test_it_is_entered_once(network):
    take_over_status(network=network, status=Status.UNKNOWN, since=None, records_since=HERE_SINCE, **WHO)
    with pytest.raises(Refused, match="beschließen die Gremien") as refused:
        take_over_status(network=network, status=Status.RECOGNISED, since=None, records_since=HERE_SINCE, **WHO)
    assert refused.value.norm == "RB1"


def test_what_begins_later_is_decided_and_not_taken_over(network):
    with pytest.raises(Refused, match="was vorher schon galt"):
        take_over_status(network=network, status=Status.RECOGNISED, since=LATER, records_since=HERE_SINCE, **WHO)
    assert statuses(network) == [("forming", date(2025, 12, 1), None)]


@pytest.mark.parametrize(
    ("since", "records_since"),
    [(LATER, HERE_SINCE), (HERE_SINCE, HERE_SINCE), (LONG_AGO, date(2999, 1, 1)), (date(2998, 1, 1), date(2999, 1, 1))],
)
def test_nobody_recognises_a_network_in_this_way_today(network, since, records_since):
    with pytest.raises(Refused):
        take_over_status(network=network, status=Status.RECOGNISED, since=since, records_since=records_since, **WHO)
    assert statuses(network) == [("forming", date(2025, 12, 1), None)]


def test_earlier_times_stay_as_they_were():
    network = make_network("a", status=None)
    for since, until in ((date(2010, 1, 1), date(2012, 1, 1)), (date(2014, 1, 1), None)):
        network.statuses.create(status="forming", since=since, until=until)
    since = date(2020, 1, 1)
    take_over_status(network=network, status=Status.RECOGNISED, since=since, records_since=HERE_SINCE, **WHO)
    assert statuses(network) == [
        ("forming", date(2010, 1, 1), date(2012, 1, 1)),
        ("forming", date(2014, 1, 1), since),
        ("recognised", since, None),
    ]


def test_the_history_says_who_entered_it(network):
    take_over_status(network=network, status=Status.RECOGNISED, since=LONG_AGO, records_since=HERE_SINCE, **WHO)
    (moment,) = network_history("a", today=HERE_SINCE).moments
    assert (moment.code, moment.day, moment.entered.at) == ("recognised", LONG_AGO, AT)


class TestNesting:
    @pytest.fixture
    def pair(self):
        pair = [make_network(id) for id in ("a", "b")]
        Network.objects.update(records_since=HERE_SINCE)
        return [Network.objects.get(pk=network.pk) for network in pair]

    def nest(self, first, second, since=LONG_AGO):
        return take_over_nesting(first=first, second=second, since=since, **WHO)

    def test_both_agreed_long_ago(self, pair):
        nesting = self.nest(*pair)
        assert (nesting.first_consented_on, nesting.second_consented_on) == (LONG_AGO, LONG_AGO)

    def test_it_is_entered_once_whichever_comes_first(self, pair):
        self.nest(*pair)
        with pytest.raises(Refused, match="schon eine Verschachtelung"):
            self.nest(*reversed(pair))
        Nesting.objects.update(until=HERE_SINCE)
        assert self.nest(*pair).pk == "a-b-2"

    def test_only_what_was_before(self, pair):
        with pytest.raises(Refused, match="was vorher schon galt"):
            self.nest(*pair, since=HERE_SINCE)
        Network.objects.filter(pk="b").update(records_since=None)
        with pytest.raises(Refused, match="Stand beider Netzwerke"):
            self.nest(pair[0], Network.objects.get(pk="b"))

    def test_a_network_is_not_inside_itself(self, pair):
        with pytest.raises(Refused, match="zweimal dasselbe"):
            self.nest(pair[0], pair[0])
