"""Bringing an installation into working order: tables, reference data, static files, an example federation."""

from datetime import date, datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

from mittelnetz.bodies.actions.mandates import begin_mandate
from mittelnetz.core.settings import change_setting
from mittelnetz.exchange.exporting import document_file
from mittelnetz.exchange.federations import sourced_federation
from mittelnetz.exchange.generator import generate_federation
from mittelnetz.exchange.importing import import_federation
from mittelnetz.operations.release import release
from mittelnetz.people.actions.grants import grant_role
from mittelnetz.people.actions.persons import add_person
from mittelnetz.people.actors import Actor
from mittelnetz.people.words import Role
from mittelnetz.regions.loading import load_regions, loaded_status
from mittelnetz.regions.reference import read_status
from mittelnetz.register.models import Network, Organisation, Partnership

DEMO_NETWORKS = 25
DEMO_SEED = 1
DEMO_OFFICE = "geschaeftsstelle@example.org"


def prepare_tables() -> None:
    """Create or update the tables where this release wants others."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0)


def prepare_database() -> None:
    """The tables, and the regions' reference data where this release brings a newer status."""
    prepare_tables()
    loaded = loaded_status()
    if loaded is None or loaded < read_status():
        load_regions()


def gather_static_files() -> None:
    """Copy static files under hashed names, compressed, when this release has not done so yet."""
    stamp = Path(settings.STATIC_ROOT) / "release"
    if not stamp.exists() or stamp.read_text(encoding="ascii") != release():
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
        stamp.write_text(release(), encoding="ascii")


@transaction.atomic
def load_example_federation(name: str, *, as_of: date, actor: Actor, at: datetime) -> bool:
    """Fill an empty database with the federation `demo` or `sourced`; whether there was anything to do.

    All or nothing: whoever is interrupted starts again.
    """
    if Network.objects.exists():
        return False
    if name == "demo":
        document = generate_federation(networks=DEMO_NETWORKS, seed=DEMO_SEED, as_of=as_of)
        change_setting(key="example_data", value=True, since=as_of, actor=actor, at=at)
        change_setting(key="office_email", value=DEMO_OFFICE, since=as_of, actor=actor, at=at)
    else:
        document = sourced_federation()
    import_federation(content=b"".join(document_file(document)), actor=actor, at=at)
    if name == "demo":
        _add_example_staff(as_of, actor, at)
    return True


def _add_example_staff(since: date, actor: Actor, at: datetime) -> None:
    """Whom the federation file does not know: the office, who runs the installation, and who acts for a partner."""
    for role, name in ((Role.OFFICE, "Robin Musterbüro"), (Role.OPERATOR, "Sascha Mustertechnik")):
        person = add_person(id=f"beispiel-{role}", name=name, email=f"{role}@example.org", actor=actor, at=at)
        grant_role(person=person, role=role, since=since, actor=actor, at=at)
    person = add_person(
        id="beispiel-vertretung", name="Kim Mustervertretung", email="vertretung@example.org", actor=actor, at=at
    )
    partner = Organisation.objects.filter(partnerships__in=Partnership.objects.in_force(since)).order_by("pk")[0]
    begin_mandate(organisation=partner, person=person, since=since, actor=actor, at=at)
