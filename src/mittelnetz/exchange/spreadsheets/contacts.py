"""Plans a sheet of contact persons."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID, uuid5

from django.utils.translation import gettext as _

from mittelnetz.core.folding import fold
from mittelnetz.exchange.spreadsheets.cells import CellError, day_from, function_from, shortened, text_for
from mittelnetz.exchange.spreadsheets.columns import CONTACTS
from mittelnetz.exchange.spreadsheets.doings import AddPerson, BeginContact, ChangePerson, ChangeShowing
from mittelnetz.exchange.spreadsheets.known import (
    Named,
    People,
    contacts_of,
    known_networks,
    known_organisations,
    known_people,
    not_ended,
)
from mittelnetz.exchange.spreadsheets.partnerships import beginning_of_new, changed_flag, keep_period
from mittelnetz.exchange.spreadsheets.plans import Draft, PlannedRow, Row
from mittelnetz.people.models import Person
from mittelnetz.register.models import Contact, Network, Organisation
from mittelnetz.register.words import ContactFunction

_DETAILS = {"name": "person", "email": "email", "phone": "phone"}
_READERS = {detail: text_for(Person, detail) for detail in _DETAILS}


@dataclass(slots=True)
class _Sheet:
    """What is known, and what rows above have said already."""

    day: date
    organisations: Named
    networks: Named
    people: People
    held: Mapping[str, list[Contact]]
    ids: UUID
    seen: dict[str, int] = field(default_factory=dict)
    said: dict[tuple[str, str], tuple[str, int]] = field(default_factory=dict)  # of a person: a detail, and where
    new: set[str] = field(default_factory=set)  # ids of people whom rows above add

    def accept(self, row: Row, id: str) -> None:
        """Remember what a row says about a person, where the row is not refused."""
        for detail, code in _DETAILS.items():
            if text := row[code]:
                self.said.setdefault((id, detail), (text, row.number))
        if id not in self.people.by_id:
            self.new.add(id)


def plan_contacts(rows: Sequence[Row], day: date, *, ids: UUID, lock: bool = False) -> Iterator[PlannedRow]:
    """Six statements, whatever the rows. `ids`: from which those of new people follow; they say nothing of the name."""
    organisations, networks, people = known_organisations(lock=lock), known_networks(lock=lock), known_people(lock=lock)
    held = contacts_of(networks.mentioned((row["network_id"], row["network"]) for row in rows), lock=lock)
    sheet = _Sheet(day, organisations, networks, people, held, ids)
    return (_planned(row, sheet) for row in rows)


def _planned(row: Row, sheet: _Sheet) -> PlannedRow:
    draft = Draft(row, CONTACTS, row["person"] or row["person_id"])
    network: Network | None = draft.find(sheet.networks, "network")
    function = draft.read("function", function_from)
    if not row["function"]:
        draft.refuse("function", CellError(_("Die Funktion fehlt: Koordination oder Moderation.")))
    organisation: Organisation | None = None
    if row["organisation_id"] or row["organisation"]:
        organisation = draft.find(sheet.organisations, "organisation")
    contact = None
    if network and function:
        draft.title = f"{draft.title} – {ContactFunction(function).label}, {network.name}"
        try:
            contact = _compare(draft, sheet, network, function, organisation)
        except CellError as error:
            draft.refuse("person", error)
    return draft.planned(is_new=contact is None)


def _compare(
    draft: Draft, sheet: _Sheet, network: Network, function: str, organisation: Organisation | None
) -> Contact | None:
    """The function that the person holds already; None where it is new."""
    held = sheet.held.get(network.pk, [])
    person = _person(draft.row, sheet.people, held)
    id = person.pk if person else f"p-{uuid5(sheet.ids, _same(draft.row)).hex[:16]}"
    draft.refuse_second(f"{network.pk} {id} {function}", "person", sheet.seen)
    _refuse_other_words(draft, sheet, id)
    if person:
        _change_person(draft, sheet, person)
    elif id not in sheet.new:
        _add_person(draft, id)
    of_person = [row for row in held if row.person_id == id and row.function == function]
    since = draft.read("since", day_from)
    contact = not_ended(of_person, since, sheet.day)
    if contact:
        keep_period(draft, contact)
        if organisation and organisation.pk != contact.organisation_id:
            draft.refuse("organisation", CellError(_("Im Register steht eine andere. Bitte ändern Sie das dort.")))
        if (shown := _changed_showing(draft, person, held=contact.shown)) is not None:
            draft.doings.append(ChangeShowing(contact.pk, shown))
    elif began := beginning_of_new(draft, of_person, since):
        shown = bool(_changed_showing(draft, person, held=None))
        at_home = organisation.pk if organisation else ""
        draft.doings.append(BeginContact(network.pk, id, function, at_home, began, shown))
    if not draft.reasons:
        sheet.accept(draft.row, id)
    return contact


def _changed_showing(draft: Draft, person: Person | None, *, held: bool | None) -> bool | None:
    """Whoever has an address is asked by the register itself whether they may be named (see `begin_contact`)."""
    shown = changed_flag(draft, "shown", held=held)
    if shown and (draft.row["email"] or (person and person.email)):
        sentence = _("Wer eine E-Mail-Adresse hat, sagt das selbst. Bitte lassen Sie die Zelle leer.")
        draft.refuse("shown", CellError(sentence))
    return shown


def _person(row: Row, people: People, held: Iterable[Contact]) -> Person | None:
    """By id, else by e-mail and name, else by name among those who have or had a function in the network.

    An address alone is not enough: several may share one.
    """
    if row["person_id"]:
        if row["person_id"] not in people.by_id:
            raise CellError(_("Diese Kennung gibt es nicht. Bitte prüfen Sie sie, oder lassen Sie die Zelle leer."))
        return people.by_id[row["person_id"]]
    if not row["person"]:
        raise CellError(_("Der Name fehlt."))
    name = fold(row["person"])
    at_address = people.by_email.get(row["email"].casefold(), [])
    found = [person for person in at_address if fold(person.name) == name]
    if at_address and not found:
        raise CellError(
            _(
                "Diese E-Mail-Adresse gehört zu „%(name)s“. "
                "Ist es dieselbe Person, schreiben Sie ihre Kennung dazu: %(id)s."
            )
            % {"name": at_address[0].name, "id": at_address[0].pk}
        )
    if not found:
        near = {contact.person_id for contact in held}
        found = [people.by_id[id] for id in sorted(near) if fold(people.by_id[id].name) == name]
    if len(found) > 1:
        raise CellError(
            _("„%(name)s“ gibt es mehrmals: %(ids)s. Bitte schreiben Sie die richtige Kennung dazu.")
            % {"name": shortened(row["person"]), "ids": ", ".join(person.pk for person in found)}
        )
    return found[0] if found else None


def _same(row: Row) -> str:
    """By which two rows mean the same new person: name and address, else name and network."""
    return f"{fold(row['person'])} {row['email'].casefold() or fold(row['network_id'] or row['network'])}"


def _add_person(draft: Draft, id: str) -> None:
    values = {detail: draft.read(code, _READERS[detail]) or "" for detail, code in _DETAILS.items()}
    for code in ("email", "phone"):
        if values[code]:
            draft.differs(code, "", values[code])
    draft.doings.append(AddPerson(id, **values))


def _change_person(draft: Draft, sheet: _Sheet, person: Person) -> None:
    """A name is only changed where the row names the person by id: else it was found by that name."""
    changes = []
    for detail, code in _DETAILS.items():
        old, text = getattr(person, detail), draft.row[code]
        is_key = detail == "name" and not draft.row["person_id"]
        if is_key or text in ("", " ".join(old.split())) or (person.pk, detail) in sheet.said:
            continue
        if hasattr(person, "account"):
            draft.refuse(code, CellError(_("Diese Person hat ein eigenes Konto und ändert das selbst.")))
        elif new := draft.read(code, _READERS[detail]):
            changes.append((detail, old, new))
            draft.differs(code, old, new)
    if changes:
        draft.doings.append(ChangePerson(person.pk, tuple(changes)))


def _refuse_other_words(draft: Draft, sheet: _Sheet, id: str) -> None:
    """Two rows about one person must not contradict each other."""
    for detail, code in _DETAILS.items():
        text, (first, number) = draft.row[code], sheet.said.get((id, detail), ("", 0))
        if text and first and text != first:
            draft.refuse(code, CellError(_("In Zeile %(number)d steht etwas anderes.") % {"number": number}))
