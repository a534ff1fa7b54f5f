"""Plans a sheet of organisations."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from django.utils.translation import gettext as _

from mittelnetz.core.folding import fold
from mittelnetz.exchange.spreadsheets.cells import CellError, kind_from, kind_name, text_for, website_from
from mittelnetz.exchange.spreadsheets.columns import ORGANISATIONS
from mittelnetz.exchange.spreadsheets.doings import AddOrganisation, ChangeOrganisation, Changes
from mittelnetz.exchange.spreadsheets.known import Named, free_id, known_organisations
from mittelnetz.exchange.spreadsheets.plans import Draft, PlannedRow, Row
from mittelnetz.regions.exact import regions_meant
from mittelnetz.regions.models import Region
from mittelnetz.register.models import Organisation

Meant = Mapping[str, list[Region]]
_NAMED_AT_MOST = 5
_FIELDS = [column.code for column in ORGANISATIONS.columns if column.code != "id"]
_READERS: dict[str, Callable[[str], str]] = {
    **{code: text_for(Organisation, code) for code in ("name", "phone", "email", "address")},
    "website": website_from(Organisation),
    "kind": kind_from,
}


def plan_organisations(rows: Sequence[Row], *, lock: bool = False) -> Iterator[PlannedRow]:
    """Four statements, whatever the rows."""
    meant = regions_meant({row["seat"] for row in rows} - {""})
    return planned_organisations(rows, known_organisations(lock=lock), meant)


def planned_organisations(rows: Iterable[Row], known: Named, meant: Meant) -> Iterator[PlannedRow]:
    taken = {*known.by_id, *known.former}
    seen: dict[str, int] = {}
    for row in rows:
        draft = Draft(row, ORGANISATIONS, row["name"] or row["id"])
        organisation = _organisation(draft, known, seen)
        changes = _changes(draft, organisation, meant)
        if organisation is None:
            _add(draft, changes, taken)
        elif changes:
            draft.doings.append(ChangeOrganisation(organisation.pk, changes))
        yield draft.planned(is_new=organisation is None)


def _organisation(draft: Draft, known: Named, seen: dict[str, int]) -> Organisation | None:
    """The organisation of the row; None for a new one. A second row about the same one is refused."""
    row = draft.row
    try:
        found: Organisation | None = known.find(row["id"], row["name"])
    except CellError as error:
        draft.refuse("id" if row["id"] else "name", error)
        return None
    if found:
        draft.title = row["name"] or found.name
    elif not row["name"]:
        draft.refuse("name", CellError(_("Der Name fehlt.")))
    draft.refuse_second(f"id {found.pk}" if found else f"name {fold(row['name']) or row['name']}", "name", seen)
    return found


def _changes(draft: Draft, organisation: Organisation | None, meant: Meant) -> Changes:
    """Each filled cell that says something else than the register; an empty one leaves it as it is.

    A name is only changed where the row names the organisation by id: else it was found by that name.
    """
    changes = []
    readers = _readers(meant)
    for code in _FIELDS:
        text, (old, old_shown) = draft.row[code], _held(organisation, code)
        is_key = code == "name" and organisation is not None and not draft.row["id"]
        if is_key or text in ("", " ".join(old_shown.split())):
            continue
        try:
            new = readers[code](text)
        except CellError as error:
            draft.refuse(code, error)
            continue
        if new != old:
            changes.append((code, old, new))
            if organisation or code != "name":  # the title says it
                draft.differs(code, old_shown, _shown(code, new, meant.get(text)))
    return tuple(changes)


def _add(draft: Draft, changes: Changes, taken: set[str]) -> None:
    values = {code: new for code, _old, new in changes}
    if "kind" not in values and not draft.row["kind"]:
        draft.refuse("kind", CellError(_("Die Art fehlt. Eine neue Organisation braucht sie.")))
    if draft.reasons:
        return
    name, kind = values.pop("name"), values.pop("kind")
    id = free_id(name, taken, otherwise="organisation")
    taken.add(id)
    draft.doings.append(AddOrganisation(id, name, kind, tuple(sorted(values.items()))))


def _readers(meant: Meant) -> dict[str, Callable[[str], str]]:
    return {**_READERS, "seat": lambda text: _seat(meant[text])}


def _held(organisation: Organisation | None, code: str) -> tuple[str, str]:
    """What the register holds, and what a sheet shows for it."""
    if organisation is None:
        return "", ""
    if code == "seat":
        return organisation.seat_id or "", str(organisation.seat or "")
    value = getattr(organisation, code)
    return value, _shown(code, value, None)


def _shown(code: str, value: str, regions: list[Region] | None) -> str:
    if code == "kind":
        return kind_name(value)
    return str(regions[0]) if code == "seat" and regions else value


def _seat(regions: list[Region]) -> str:
    if not regions:
        raise CellError(_("Diesen Ort kennen wir nicht. Bitte schreiben Sie Stadt, Gemeinde, Kreis oder Schlüssel."))
    if len(regions) > 1:
        some = ", ".join(f"{region} ({region.pk})" for region in regions[:_NAMED_AT_MOST])
        more = " …" if len(regions) > _NAMED_AT_MOST else ""
        raise CellError(
            _("Das kann mehreres sein: %(places)s. Bitte schreiben Sie den Schlüssel.") % {"places": some + more}
        )
    return regions[0].pk
