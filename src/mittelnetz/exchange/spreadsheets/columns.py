"""The columns of each sheet, and how they are recognised by their headings in German and English."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.folding import fold
from mittelnetz.exchange.spreadsheets.cells import language


class SheetKind(TextChoices):
    ORGANISATIONS = "organisations", _("Organisationen")
    PARTNERSHIPS = "partnerships", _("Partnerschaften")
    CONTACTS = "contacts", _("Ansprechpersonen")


@dataclass(frozen=True, slots=True)
class Column:
    """A column of ours. Its heading is German or English; `also` are headings that others write."""

    code: str
    de: str
    en: str
    also: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        return self.en if language() == "en" else self.de


@dataclass(frozen=True, slots=True)
class Sheet:
    """`needs`: of each group at least one column."""

    columns: tuple[Column, ...]
    needs: tuple[tuple[str, ...], ...] = ()

    def column(self, code: str) -> Column:
        return next(column for column in self.columns if column.code == code)

    def missing(self, codes: Iterable[str]) -> list[tuple[Column, ...]]:
        """The groups of which no column is among these."""
        found = set(codes)
        return [tuple(self.column(code) for code in group) for group in self.needs if found.isdisjoint(group)]


_ID = Column("id", "Kennung", "Id", ("ID der Organisation", "Kennung der Organisation"))
_NAME = Column("name", "Name", "Name", ("Organisation", "Name der Organisation", "Einrichtung", "Institution", "Firma"))
_PHONE = Column("phone", "Telefon", "Telephone", ("Tel", "Telefonnummer", "Rufnummer", "Phone"))
_EMAIL = Column("email", "E-Mail", "E-mail", ("Email", "Mail", "E-Mail-Adresse", "Mailadresse"))
_WEBSITE = Column("website", "Website", "Website", ("Internet", "Homepage", "Internetadresse", "URL", "Web"))
_SINCE = Column("since", "Seit", "Since", ("Beginn", "Von", "Partner seit", "Ab", "From", "Start"))
_UNTIL = Column("until", "Bis", "Until", ("Ende", "To", "End"))
_NETWORK = (
    Column("network_id", "Kennung des Netzwerks", "Network id", ("Netzwerk-ID",)),
    Column("network", "Netzwerk", "Network", ("Name des Netzwerks",)),
)
_ORGANISATION = (
    Column("organisation_id", "Kennung der Organisation", "Organisation id", ("Organisations-ID",)),
    Column("organisation", "Organisation", "Organisation", ("Name der Organisation", "Partner", "Organization")),
)

ORGANISATIONS = Sheet(
    columns=(
        _ID,
        _NAME,
        Column("kind", "Art", "Kind", ("Art der Organisation", "Typ", "Type")),
        Column("seat", "Sitz", "Seat", ("Ort", "Sitz der Organisation", "Stadt", "Gemeinde", "Kreis")),
        _PHONE,
        _EMAIL,
        _WEBSITE,
        Column("address", "Anschrift", "Address", ("Adresse", "Postanschrift")),
    ),
    needs=(("id", "name"),),
)
PARTNERSHIPS = Sheet(
    columns=(
        *_NETWORK,
        *_ORGANISATION,
        _SINCE,
        _UNTIL,
        Column("listed", "Öffentlich genannt", "Named in public", ("Öffentlich", "Darf genannt werden")),
    ),
    needs=(("network", "network_id"), ("organisation", "organisation_id")),
)
CONTACTS = Sheet(
    columns=(
        *_NETWORK,
        Column("function", "Funktion", "Function", ("Aufgabe", "Rolle", "Role")),
        Column("person_id", "Kennung der Person", "Person id", ("Personen-ID",)),
        Column("person", "Person", "Person", ("Name", "Name der Person", "Ansprechperson", "Ansprechpartner")),
        _PHONE,
        _EMAIL,
        *_ORGANISATION,
        _SINCE,
        _UNTIL,
        Column("shown", "Öffentlich genannt", "Named in public", ("Öffentlich", "Darf genannt werden")),
    ),
    needs=(("network", "network_id"), ("person", "person_id"), ("function",)),
)
NETWORKS = Sheet(
    columns=(
        Column("id", "Kennung", "Id"),
        Column("name", "Name", "Name"),
        Column("status", "Status", "Status"),
        Column("regions", "Region", "Region"),
        _WEBSITE,
    )
)

SHEETS = {
    SheetKind.ORGANISATIONS: ORGANISATIONS,
    SheetKind.PARTNERSHIPS: PARTNERSHIPS,
    SheetKind.CONTACTS: CONTACTS,
}


def recognise(sheet: Sheet, headings: Sequence[str]) -> dict[str, int]:
    """Where each of our columns stands. Our own headings come first; no column of the file is taken twice."""
    folded = [fold(heading) for heading in headings]
    found: dict[str, int] = {}
    for names_of in (lambda column: (column.de, column.en), lambda column: column.also):
        for column in sheet.columns:
            if column.code in found:
                continue
            wanted = {fold(name) for name in names_of(column)}
            places = (place for place, heading in enumerate(folded) if heading in wanted)
            if (place := next((place for place in places if place not in found.values()), None)) is not None:
                found[column.code] = place
    return found
