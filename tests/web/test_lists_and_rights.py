"""Lists show exactly the rows for which `access` says yes, over generated federations: no more, no fewer."""

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, date, datetime

import pytest
from django.test import Client

from mittelnetz.access import networks, organisations
from mittelnetz.access.journal import READ_ALL
from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.access.rights import is_contact, is_representative
from mittelnetz.access.roles import Roles, roles_of
from mittelnetz.bodies.models import Mandate, Seat
from mittelnetz.exchange.generator import generate_federation
from mittelnetz.people.models import Account, Grant, Person
from mittelnetz.register.models import Contact, Network, Organisation, PartnerRequest, Partnership
from mittelnetz.register.queries.pauses import networks_to_watch
from tests.exchange.files import load
from tests.factories import make_person

DAY = date(2026, 6, 15)
SINCE = date(2020, 1, 1)
NETWORKS = 4
MANY = 6
"""People of each role, who stand for the others."""


@pytest.fixture(params=[1, 2])
def everybody(request, db, clock) -> list[tuple[Client, Roles]]:
    """Somebody of each role in a federation of that seed, with the roles of the day."""
    clock(datetime(2026, 6, 15, 10, 30, tzinfo=UTC))
    load(generate_federation(networks=NETWORKS, seed=request.param, as_of=DAY))
    for number, (network, organisation) in enumerate(
        zip(Network.objects.all(), Organisation.objects.all(), strict=False)
    ):
        Mandate.objects.create(person=make_person(f"acts-{number}"), organisation=organisation, since=SINCE)
        PartnerRequest.objects.create(network=network, organisation=organisation, received_on=SINCE, outcome="open")
    ended = make_person("ended")
    Mandate.objects.create(person=ended, organisation=organisation, since=SINCE, until=DAY)
    Contact.objects.create(person=ended, network=network, function="moderation", since=SINCE, until=DAY)
    for role in ("office", "operator"):
        Grant.objects.create(person=make_person(role), role=role, since=SINCE)
    held: dict[str, Iterable[str]] = {
        "contact": Contact.objects.in_force(DAY).values_list("person", flat=True),
        "transfer group": Seat.objects.in_force(DAY)
        .filter(body__kind="transfer_group")
        .values_list("person", flat=True),
        "made": [f"acts-{number}" for number in range(NETWORKS)] + ["ended", "office", "operator"],
    }
    chosen = {pk for pks in held.values() for pk in sorted({pk for pk in pks if pk})[: MANY + 1]}
    return [_entering(person) for person in Person.objects.filter(pk__in=chosen).order_by("pk")]


def _entering(person: Person) -> tuple[Client, Roles]:
    client = Client()
    account = Account.objects.filter(person=person).first()
    client.force_login(account or Account.objects.create_user(f"{person.pk}@example.org", person))
    return client, roles_of(person, DAY)


def test_the_desk_lists_ones_own_records_and_what_waits_there(everybody):
    for client, roles in everybody:
        shown = client.get("/heute/").context
        asked = [key for key in _all(Network) if is_contact(roles, key)]
        assert sorted(row.key for row in shown["own"].networks) == asked
        acted_for = [key for key in _all(Organisation) if is_representative(roles, key)]
        assert sorted(row.key for row in shown["own"].organisations) == acted_for
        to_decide = PartnerRequest.objects.filter(outcome="open", network__in=asked)
        addresses = Counter(f"/mein/netzwerk/{row.network_id}/anfragen/{row.pk}/entscheiden/" for row in to_decide)
        assert Counter(row.url for row in shown["matters"] if row.url.endswith("/entscheiden/")) == addresses
        watched = networks_to_watch(DAY) if networks.WATCH.is_held_by(roles) else []
        assert [row.network for row in shown["watched"]] == [row.network for row in watched]
        assert (shown["is_office"], shown["is_operator"]) == (
            KEEP_REGISTER.is_held_by(roles), READ_ALL.is_held_by(roles)
        )  # fmt: skip


def test_a_workspace_lists_the_rows_of_its_record_for_whom_may_edit_it(everybody):
    for client, roles in everybody:
        for key in _all(Network):
            may = networks.EDIT.is_held_by(roles, key)
            partners = _rows(client, f"/mein/netzwerk/{key}/partner/", "partners")
            assert partners == (_ids(Partnership.objects.filter(network=key)) if may else None)
        for key in _all(Organisation)[:: len(_all(Organisation)) // 5]:
            may = organisations.EDIT.is_held_by(roles, key)
            found = _rows(client, f"/mein/organisation/{key}/netzwerke/", "memberships")
            assert found == (_ids(Partnership.objects.filter(organisation=key)) if may else None)


@pytest.mark.parametrize(
    ("address", "model"),
    [("netzwerke", Network), ("organisationen", Organisation), ("personen", Person)],
)
def test_the_office_lists_everything_and_nobody_else_anything(everybody, address, model):
    for client, roles in everybody:
        if KEEP_REGISTER.is_held_by(roles):
            assert sorted(_walk(client, f"/buero/{address}/")) == _all(model)
        else:
            assert client.get(f"/buero/{address}/").status_code == 403


def _rows(client: Client, address: str, name: str) -> list[int] | None:
    answer = client.get(address)
    if answer.status_code == 403:
        return None
    rows = answer.context[name]
    return sorted(row.pk for row in (*rows.current, *rows.later, *rows.ended))


def _walk(client: Client, address: str) -> list[str]:
    """The keys on all pages of a list."""
    page = client.get(address).context["page"]
    keys = [row.pk for row in page.rows]
    while page.next_url:
        page = client.get(address + page.next_url).context["page"]
        keys += [row.pk for row in page.rows]
    return keys


def _all(model: type[Network | Organisation | Person]) -> list[str]:
    return sorted(model._default_manager.values_list("pk", flat=True))


def _ids(rows) -> list[int]:
    return sorted(rows.values_list("pk", flat=True))
