"""Server and worker are killed while people save; what was answered “saved” is in the register and the journal.

`make drills` runs the drill with more edits: `MITTELNETZ_DRILL_EDITS`.
"""

import os
from datetime import date

import pytest
from django.conf import settings
from django.test import Client

from mittelnetz.people.models import Account, Grant
from tests.factories import make_network, make_organisation, make_person
from tests.web.killing import Edit, Server, kill_servers

EDITS = int(os.environ.get("MITTELNETZ_DRILL_EDITS", "60"))
EDITS_A_KILL = 20


@pytest.fixture
def session(committed_db) -> str:
    """The key of a session of the office."""
    person = make_person("office")
    Grant.objects.create(person=person, role="office", since=date(2020, 1, 1))
    client = Client()
    client.force_login(Account.objects.create_user("office@example.org", person))
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_drill_what_was_saved_is_saved_and_nothing_is_half_done(session, tmp_path, record_testsuite_property):
    networks = [make_network(f"n{number}") for number in range(10)]
    edits = [Edit(networks[number % len(networks)].pk, make_organisation(f"o{number}").pk) for number in range(EDITS)]
    figures = kill_servers(Server(tmp_path), edits=edits, session=session, kills=EDITS // EDITS_A_KILL, seed=11)
    for name in figures.__dataclass_fields__:
        record_testsuite_property(name, getattr(figures, name))
    assert (figures.saved, figures.lost, figures.half, figures.twice) == (EDITS, 0, 0, 0)
