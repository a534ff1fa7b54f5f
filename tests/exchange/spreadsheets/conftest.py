"""Sheets that the office has uploaded."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest

from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.exchange.spreadsheets.columns import SheetKind
from mittelnetz.exchange.spreadsheets.plans import Plan
from mittelnetz.exchange.spreadsheets.uploads import apply_sheet, keep_sheet, plan_sheet
from mittelnetz.people.models import Person
from tests.exchange.spreadsheets.files import semicolons
from tests.factories import make_person

AT = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)
SINCE = date(2020, 1, 1)


@pytest.fixture
def office(db) -> Person:
    return make_person("office", name="Kim Büro", email="kim@example.org")


@pytest.fixture
def upload(office) -> Callable[..., UploadedSheet]:
    """Keeps a sheet of these rows, the first with the headings."""

    def keep(kind: str, *rows: list[str]) -> UploadedSheet:
        return keep_sheet(id=uuid4(), kind=SheetKind(kind), content=semicolons(*rows), by=office, at=AT)

    return keep


@pytest.fixture
def plan(upload) -> Callable[..., Plan]:
    return lambda kind, *rows: plan_sheet(upload(kind, *rows), at=AT)


@pytest.fixture
def apply(upload, actor) -> Callable[..., Plan]:
    """Applies a sheet as it has been previewed."""

    def do(kind: str, *rows: list[str]) -> Plan:
        sheet = upload(kind, *rows)
        return apply_sheet(sheet=sheet, fingerprint=plan_sheet(sheet, at=AT).fingerprint, actor=actor, at=AT)

    return do
