"""Periods in the database: the columns, and the one way to ask for "in force on day D"."""

from datetime import date
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Q

from mittelnetz.rulebook import periods

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


def in_force(day: date, path: str = "") -> Q:
    """Rows in force on `day`; `path` leads to the period through a relation, as in `partnerships__`."""
    return (Q(**{f"{path}since": None}) | Q(**{f"{path}since__lte": day})) & (
        Q(**{f"{path}until": None}) | Q(**{f"{path}until__gt": day})
    )


class PeriodQuerySet(models.QuerySet[Row_co]):
    """Rows with a period."""

    def in_force(self, day: date) -> Self:
        return self.filter(in_force(day))


class PeriodModel(models.Model):
    """Something that is true for a time: from `since` (None: unknown) until before `until` (None: open)."""

    since = models.DateField(null=True, blank=True)
    until = models.DateField(null=True, blank=True)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(since=None) | Q(until=None) | Q(until__gt=F("since")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
            )
        ]

    @property
    def period(self) -> periods.Period:
        return periods.Period(self.since, self.until)
