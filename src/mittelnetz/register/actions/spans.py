"""How everything that has a time begins and ends. "No longer" never overwrites: a row gets its last day."""

from datetime import date, timedelta
from typing import Any, TypeVar

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.refusals import Refused
from mittelnetz.rulebook.periods import Period

Row = TypeVar("Row", bound=PeriodModel)


def begin(rows: "QuerySet[Row]", *, since: date | None, already: str, **fields: object) -> Row:
    """Add a row that is in force from `since` (None: nobody knows since when), with no end yet.

    `rows` are those of the same thing; raises Refused with the sentence `already` where one of them is in force
    on that day or begins later.
    """
    if rows.filter(Q(until=None) | Q(until__gt=since) if since else Q()).exists():
        raise Refused(already)
    return rows.create(since=since, **fields)


def end(rows: "QuerySet[Row]", *, on: date, beginning_of: str) -> Row:
    """Set `on` as the first day on which the one row of `rows` is no longer in force; locks it.

    `beginning_of` names the thing in the sentence of the refusal. Raises Refused where it has ended already, or
    would end before it begins.
    """
    row = rows.select_for_update().get()
    if row.until is not None and row.until <= on:
        raise Refused(
            _("%(thing)s endet schon am %(day)s. Für einen anderen Tag berichtigen Sie bitte den Eintrag.")
            % {"thing": beginning_of, "day": date_format(row.until)}
        )
    if row.since is not None and on <= row.since:
        raise Refused(
            _("%(thing)s beginnt erst am %(day)s. Bitte wählen Sie einen Tag ab dem %(earliest)s.")
            % {
                "thing": beginning_of,
                "day": date_format(row.since),
                "earliest": date_format(row.since + timedelta(days=1)),
            }
        )
    row.until = on
    row.save(update_fields=["until"])
    return row


def correct(
    rows: "QuerySet[Row]", same: "QuerySet[Row]", *, since: date | None, until: date | None
) -> tuple[Row, dict[str, Any]]:
    """Put right what was entered wrongly in the one row of `rows`; locks it. `same`: all rows of the same thing.

    With the row comes what the journal is to know. Raises Refused where it would end before it begins, or overlap
    another one.
    """
    row = rows.select_for_update().get()
    if since is not None and until is not None and until <= since:
        raise Refused(_("Das Ende muss nach dem Beginn liegen. Bitte prüfen Sie die beiden Tage."))
    corrected = Period(since, until)
    if any(other.period.overlaps(corrected) for other in same.exclude(pk=row.pk)):
        raise Refused(_("Für diese Zeit gibt es schon einen Eintrag. Bitte prüfen Sie die beiden Tage."))
    before = days(row)
    row.since, row.until = since, until
    row.save(update_fields=["since", "until"])
    return row, {"before": before, "after": days(row)}


def strike(rows: "QuerySet[Row]") -> tuple[Row, dict[str, Any]]:
    """Take away the one row of `rows`, for it never was; locks it. With it comes what the journal is to know."""
    row = rows.select_for_update().get()
    row.delete()
    return row, {"days": days(row)}


def days(row: PeriodModel) -> list[str | None]:
    """The row's first day and the first day after it, as the journal writes them."""
    return [day.isoformat() if day else None for day in (row.since, row.until)]
