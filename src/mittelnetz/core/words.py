"""Closed word lists, held to by the database."""

from collections.abc import Iterable

from django.db import models
from django.db.models import Q

TEXT_PAGES = ("imprint", "privacy", "accessibility", "easy_language")
LANGUAGES = ("de", "en")


def known_word(field: str, words: Iterable[str]) -> models.CheckConstraint:
    """The constraint that the field holds one of the words."""
    return models.CheckConstraint(
        condition=Q(**{f"{field}__in": list(words)}), name=f"%(app_label)s_%(class)s_{field}_is_known"
    )
