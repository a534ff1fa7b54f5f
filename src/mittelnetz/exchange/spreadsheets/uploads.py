"""Uploaded tables on their way into the register: they are kept, looked at, and applied or forgotten."""

import hashlib
from collections.abc import Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.exchange.events import SHEET_IMPORTED
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets.columns import SHEETS, SheetKind, recognise
from mittelnetz.exchange.spreadsheets.contacts import plan_contacts
from mittelnetz.exchange.spreadsheets.organisations import plan_organisations
from mittelnetz.exchange.spreadsheets.partnerships import plan_partnerships
from mittelnetz.exchange.spreadsheets.plans import Plan, rows_of
from mittelnetz.exchange.spreadsheets.tables import Table, read_table
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person

KEPT_FOR = timedelta(days=1)


@transaction.atomic
def keep_sheet(*, id: UUID, kind: SheetKind, content: bytes, by: Person, at: datetime) -> UploadedSheet:
    """Read a file and keep its table, with the columns that are recognised. Raises Refused for a bad file."""
    table = read_table(content)
    forget_old_sheets(at=at)
    return UploadedSheet.objects.create(
        id=id,
        kind=kind,
        sha256=hashlib.sha256(content).hexdigest(),
        headings=table.headings,
        rows=table.rows,
        columns=recognise(SHEETS[kind], table.headings),
        uploaded_by=by,
        uploaded_at=at,
    )


def kept_sheet(id: UUID, *, by: Person, at: datetime) -> UploadedSheet | None:
    """The table that this person has uploaded; None where it is forgotten, applied, or another one's."""
    return UploadedSheet.objects.filter(pk=id, uploaded_by=by, uploaded_at__gt=at - KEPT_FOR).first()


def assign_columns(*, sheet: UploadedSheet, columns: Mapping[str, int]) -> None:
    """Say which column of the table is which of ours. Raises Refused where one is both of two, or one is missing."""
    ours = SHEETS[SheetKind(sheet.kind)]
    first: dict[int, str] = {}
    for code, place in columns.items():
        if (other := first.setdefault(place, code)) != code:
            raise Refused(
                _("„%(one)s“ und „%(other)s“ haben dieselbe Spalte. Bitte wählen Sie für jedes eine eigene.")
                % {"one": ours.column(other).heading, "other": ours.column(code).heading}
            )
    for group in ours.missing(columns):
        names = _(" oder ").join(f"„{column.heading}“" for column in reversed(group))
        raise Refused(_("Ohne %(names)s geht es nicht. Bitte wählen Sie dafür eine Spalte.") % {"names": names})
    sheet.columns = dict(columns)
    sheet.save(update_fields=["columns"])


def forget_old_sheets(*, at: datetime) -> None:
    old = UploadedSheet.objects.filter(uploaded_at__lte=at - KEPT_FOR)
    if old.exists():  # the worker asks all the time, and should not lock anything
        old.delete()


def plan_sheet(sheet: UploadedSheet, *, at: datetime, lock: bool = False) -> Plan:
    """What the table would do to the register as it is now; changes nothing."""
    rows = rows_of(
        Table(tuple(sheet.headings), tuple((number, tuple(cells)) for number, cells in sheet.rows)), sheet.columns
    )
    day = day_of(at)
    if sheet.kind == SheetKind.ORGANISATIONS:
        return Plan(tuple(plan_organisations(rows, lock=lock)))
    if sheet.kind == SheetKind.PARTNERSHIPS:
        return Plan(tuple(plan_partnerships(rows, day, lock=lock)))
    return Plan(tuple(plan_contacts(rows, day, ids=sheet.pk, lock=lock)))


def apply_sheet(*, sheet: UploadedSheet, fingerprint: str, actor: Actor, at: datetime) -> Plan:
    """Do what the plan of this fingerprint says, all of it or nothing; rows that it refuses are left out.

    Raises Refused where the plan is another one by now.
    """
    try:
        with transaction.atomic():
            return _apply(sheet, fingerprint, actor, at)
    except IntegrityError as error:  # somebody else was quicker by a moment
        raise _has_changed() from error


def _apply(sheet: UploadedSheet, fingerprint: str, actor: Actor, at: datetime) -> Plan:
    kept = UploadedSheet.objects.select_for_update().filter(pk=sheet.pk).first()
    if kept is None:
        raise Refused(
            _("Diese Tabelle ist schon übernommen. Bitte laden Sie sie neu hoch, wenn sich etwas geändert hat.")
        )
    plan = plan_sheet(kept, at=at, lock=True)
    if plan.fingerprint != fingerprint:
        raise _has_changed()
    if not plan.does_something:
        raise Refused(_("In dieser Tabelle ist nichts zu übernehmen."))
    if plan.does_too_much:
        raise Refused(too_much())
    for row in plan.rows:
        try:
            for doing in row.doings:
                doing.do(actor=actor, at=at)
        except Refused as refusal:
            raise Refused(
                _("Zeile %(number)d: %(sentence)s") % {"number": row.number, "sentence": refusal.sentence}
            ) from refusal
    journal.record(
        SHEET_IMPORTED,
        subject=f"sheets/{kept.kind}",
        actor=actor,
        at=at,
        changes={"sha256": kept.sha256, "rows": plan.counts()},
    )
    kept.delete()
    return plan


def too_much() -> str:
    return _("Auf einmal gehen höchstens 2.000 neue und geänderte Zeilen. Bitte teilen Sie die Tabelle auf.")


def _has_changed() -> Refused:
    return Refused(_("Das Register hat sich inzwischen geändert. Bitte sehen Sie sich die Vorschau noch einmal an."))
