"""Periods in the database: the columns, and the one way to ask for "in force on day D"."""

from datetime import date, datetime
from typing import Self, TypeVar

from django.db import models
from django.db.models import F, Min, Q
from django.utils import timezone

from mittelnetz.rulebook import periods

Row_co = TypeVar("Row_co", bound=models.Model, covariant=True)


def day_of(moment: datetime) -> date:
    """The day of the moment, where the federation is."""
    return moment.astimezone(timezone.get_current_timezone()).date()


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


def put_in_force(rows: PeriodQuerySet[Row_co], *, since: date, **values: object) -> Row_co:
    """Let these values hold from `since` on, until what is planned for later begins; what held before ends there.

    `rows` are those of the same thing, as named by a filter. Values set for the same day before are replaced.
    """
    next_since = rows.filter(since__gt=since).aggregate(day=Min("since"))["day"]
    rows.in_force(since).exclude(since=since).update(until=since)
    row, _is_new = rows.update_or_create(since=since, defaults={**values, "until": next_since})
    return row
