"""Organisations that look alike and are not the same."""

from django.db import models

from mittelnetz.core.personal import NOTHING
from mittelnetz.register.models.organisations import Organisation


class Distinction(models.Model):
    """What the office says of entries that look alike: that each of them is another organisation.

    A note for the office's own work, so the federation file does not carry it.
    """

    organisations = models.ManyToManyField(Organisation, related_name="+")

    personal = NOTHING

    def __str__(self) -> str:
        return f"distinction {self.pk}"
