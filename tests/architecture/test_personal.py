"""Every model says what it keeps about people."""

from django.apps import apps
from django.db.models import BinaryField, CharField, GenericIPAddressField, JSONField, SlugField, TextField, URLField

from mittelnetz.core.fields import CodeField
from mittelnetz.people.foreign import FOREIGN, declared
from tests.architecture.tree import ROOT
from tools.write_processing import overview

OURS = [model for model in apps.get_models() if model.__module__.startswith("mittelnetz.")]
WRITTEN = (CharField, TextField, JSONField, BinaryField, GenericIPAddressField)
SPELT_BY_US = (CodeField, SlugField, URLField)


def test_every_model_of_ours_says_so_itself_and_of_all_others_it_is_said():
    assert [model.__name__ for model in OURS if not hasattr(model, "personal")] == []
    assert {model._meta.label for model in apps.get_models()} - {model._meta.label for model in OURS} == set(FOREIGN)


def test_every_column_in_which_people_write_is_accounted_for():
    """Whoever adds one has to think of whose name may come to stand there."""
    for model in OURS:
        own = model.personal
        said = {*own.fields, *own.texts, *own.addresses, *own.besides}
        written = {field.name for field in model._meta.concrete_fields if isinstance(field, WRITTEN)}
        ours = {field.name for field in model._meta.concrete_fields if isinstance(field, SPELT_BY_US)}
        if model._meta.label != "core.Entry":  # canonical JSON without names, held to that by `journal.record`'s users
            assert written - ours - said == set(), model.__name__
        assert said - {field.name for field in model._meta.concrete_fields} == set(), model.__name__


def test_what_is_about_people_says_why_and_how_long_and_how_it_is_found():
    nameless = {"core.Attempt", "sessions.Session"}
    for model, personal in declared():
        if personal.is_about_people:
            assert all((personal.what, personal.purpose, personal.kept)), model.__name__
            ways = personal.of or personal.addresses or personal.references
            assert bool(ways) != (model._meta.label in nameless), model.__name__


def test_the_overview_of_processing_is_up_to_date():
    assert (ROOT / "docs/processing.md").read_text(encoding="utf-8") == overview(), "run `make processing`"
