"""Models, migrations and the rooms they stand in."""

import re

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.models import Model

from tests.architecture.tree import PACKAGE, ROOT


def test_every_room_with_models_is_installed():
    rooms = {path.relative_to(PACKAGE).parts[0] for path in PACKAGE.glob("*/models*") if path.name != "__pycache__"}
    installed = {config.label for config in apps.get_app_configs() if config.name.startswith("mittelnetz.")}
    assert rooms <= installed


@pytest.mark.django_db
def test_migrations_say_what_the_models_say():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


def test_every_model_says_what_it_is_in_its_text():
    own = [model for model in apps.get_models() if model.__module__.startswith("mittelnetz.")]
    assert [model.__name__ for model in own if model.__str__ is Model.__str__] == []


def test_the_glossary_names_models_that_there_are():
    glossary = (
        (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").partition("\n## Glossary\n")[2].partition("\n## ")[0]
    )
    rows = re.findall(r"^\| ([A-Z][\w, ]+) \|", glossary, re.MULTILINE)
    named = {name for row in rows for name in row.split(", ")}
    assert {"Organisation", "Network", "Seat"} <= named
    assert named <= {model.__name__ for model in apps.get_models()}
