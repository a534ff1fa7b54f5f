"""Plans a sheet of partnerships, and what it has in common with one of contacts."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from mittelnetz.exchange.spreadsheets.cells import CellError, day_from, flag_from, flag_name, shown
from mittelnetz.exchange.spreadsheets.columns import PARTNERSHIPS
from mittelnetz.exchange.spreadsheets.doings import BeginPartnership, ChangeListing
from mittelnetz.exchange.spreadsheets.known import (
    Held,
    Named,
    known_networks,
    known_organisations,
    not_ended,
    partnerships_of,
)
from mittelnetz.exchange.spreadsheets.plans import Draft, PlannedRow, Row
from mittelnetz.register.models import Network, Organisation, Partnership


def plan_partnerships(rows: Sequence[Row], day: date, *, lock: bool = False) -> Iterator[PlannedRow]:
    """Five statements, whatever the rows."""
    organisations, networks = known_organisations(lock=lock), known_networks(lock=lock)
    held = partnerships_of(networks.mentioned((row["network_id"], row["network"]) for row in rows), lock=lock)
    return planned_partnerships(rows, day, organisations, networks, held)


def planned_partnerships(
    rows: Iterable[Row],
    day: date,
    organisations: Named,
    networks: Named,
    held: Mapping[tuple[str, str], list[Partnership]],
) -> Iterator[PlannedRow]:
    seen: dict[str, int] = {}
    for row in rows:
        draft = Draft(row, PARTNERSHIPS, row["organisation"] or row["organisation_id"])
        network: Network | None = draft.find(networks, "network")
        organisation: Organisation | None = draft.find(organisations, "organisation")
        partnership = None
        if network and organisation:
            draft.title = f"{organisation.name} – {network.name}"
            draft.refuse_second(f"{network.pk} {organisation.pk}", "organisation", seen)
            rows_held = held.get((network.pk, organisation.pk), [])
            since = draft.read("since", day_from)
            partnership = not_ended(rows_held, since, day)
            if partnership:
                keep_period(draft, partnership)
                if (listed := changed_flag(draft, "listed", held=partnership.listed)) is not None:
                    draft.doings.append(ChangeListing(partnership.pk, listed))
            elif began := beginning_of_new(draft, rows_held, since):
                listed = bool(changed_flag(draft, "listed", held=None))
                draft.doings.append(BeginPartnership(network.pk, organisation.pk, began, listed))
        yield draft.planned(is_new=partnership is None)


def keep_period(draft: Draft, held: Held) -> None:
    """A sheet neither ends anything nor moves its beginning; it may say again what is known."""
    for code, known in (("since", held.since), ("until", held.until)):
        day = draft.read(code, day_from)
        if day and day != known:
            sentence = (
                _("Im Register steht der %(day)s. Bitte ändern Sie einen Tag am Eintrag selbst.")
                % {"day": shown(known)}
                if known
                else _("Im Register steht kein Tag. Bitte ändern Sie das am Eintrag selbst.")
            )
            draft.refuse(code, CellError(sentence))


def beginning_of_new(draft: Draft, held: Iterable[Held], since: date | None) -> date | None:
    """The first day of what is new; None where there cannot be one."""
    if draft.read("until", day_from):
        draft.refuse("until", CellError(_("Ein Ende tragen Sie bitte am Eintrag selbst ein.")))
    if since is None:
        if not draft.row["since"]:
            draft.refuse("since", CellError(_("Der Tag fehlt, an dem es beginnt.")))
        return None
    if last := max((row.until for row in held if row.until and row.until > since), default=None):
        sentence = _("Das gab es schon einmal, bis zum %(day)s. Bitte wählen Sie einen Tag ab dann.")
        draft.refuse("since", CellError(sentence % {"day": shown(last)}))
        return None
    draft.differs("since", "", shown(since))
    return since


def changed_flag(draft: Draft, code: str, *, held: bool | None) -> bool | None:
    """What the cell says, where it is something else than is held; None where nothing changes."""
    flag = draft.read(code, flag_from)
    if flag is None or flag == held:
        return None
    draft.differs(code, "" if held is None else flag_name(held), flag_name(flag))
    return flag
