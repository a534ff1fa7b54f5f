"""“Stimmt das noch?”: when an entry was last confirmed, and when somebody was last asked to."""

from django.db import models


class ConfirmedModel(models.Model):
    """An entry that somebody looks through once a year. Who confirmed it, the journal knows."""

    confirmed_on = models.DateField(null=True, blank=True)
    confirmation_asked_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True
