"""What refers to a network or an organisation, in whatever room."""

from collections.abc import Iterator
from typing import Any

from django.db.models import ManyToOneRel, Model

from mittelnetz.register.models import Organisation
from mittelnetz.register.words import LINKS


def links_to(model: type[Model]) -> Iterator[ManyToOneRel]:
    """Every foreign key to the model."""
    for relation in model._meta.get_fields(include_hidden=True):
        if isinstance(relation, ManyToOneRel):
            yield relation


def numbers_of_links(organisation: Organisation) -> list[tuple[Any, int]]:
    """How many rows refer to it, by what they are. A statement for each kind of row."""
    found = [
        (LINKS[relation.related_model._meta.model_name or ""], _rows(relation, organisation).count())
        for relation in links_to(Organisation)
    ]
    return [(name, number) for name, number in found if number]


def _rows(relation: ManyToOneRel, organisation: Organisation) -> Any:
    return relation.related_model._default_manager.filter(**{relation.field.attname: organisation.pk})
