"""What stands in a cell, and what it means."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db.models import Model
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mittelnetz.core.folding import fold
from mittelnetz.register.words import ContactFunction
from mittelnetz.rulebook.organisations import KIND, KINDS

Cell = str | date | None

_GERMAN_DAY = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})(?: 0?0:00(?::00)?)?")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00)?)?")
_SERIAL = re.compile(r"\d{5}")
_DAY_ZERO = date(1899, 12, 30)  # Excel counts days from here
_FIRST_YEAR, _LAST_YEAR = 1900, 2200
_TURN_OF_CENTURY = 30  # Excel takes "29" for 2029 and "30" for 1930
_YES, _NO = {"ja", "j", "yes", "y", "x", "wahr", "true", "1"}, {"nein", "n", "no", "falsch", "false", "0"}
_LABELS = {"de": ("ja", "nein"), "en": ("yes", "no")}
_FUNCTIONS = {
    **dict.fromkeys(
        ("koordination", "koordinator", "koordinatorin", "coordination", "coordinator"), ContactFunction.COORDINATION
    ),
    **dict.fromkeys(
        ("moderation", "moderator", "moderatorin", "facilitation", "facilitator"), ContactFunction.MODERATION
    ),
}


class CellError(ValueError):
    """A cell means nothing, or not what may be. The sentence is shown as it is."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def language() -> str:
    return "en" if (get_language() or "de").startswith("en") else "de"


def shown(cell: Cell) -> str:
    """The cell as text, as German Excel writes it, whatever the language of the headings."""
    if cell is None:
        return ""
    return f"{cell:%d.%m.%Y}" if isinstance(cell, date) else cell


def day_from(text: str) -> date:
    """A German or ISO day, or the number that Excel shows for one in a cell of another format."""
    try:
        day = _day(text)
    except (ValueError, OverflowError):
        day = None
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise CellError(
            _("„%(text)s“ ist kein Tag. Bitte schreiben Sie ihn so: 31.12.2025.") % {"text": shortened(text)}
        )
    return day


def _day(text: str) -> date | None:
    if found := _GERMAN_DAY.fullmatch(text):
        day, month, year = found.groups()
        century = 0 if len(year) == len("2024") else 2000 if int(year) < _TURN_OF_CENTURY else 1900
        return date(century + int(year), int(month), int(day))
    if found := _ISO_DAY.fullmatch(text):
        return datetime.strptime("-".join(found.groups()), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
    return _DAY_ZERO + timedelta(days=int(text)) if _SERIAL.fullmatch(text) else None


def flag_from(text: str) -> bool:
    word = fold(text)
    if word not in _YES | _NO:
        raise CellError(_("„%(text)s“ ist weder „ja“ noch „nein“.") % {"text": shortened(text)})
    return word in _YES


def flag_name(flag: bool) -> str:  # noqa: FBT001 - it is what is named
    yes, no = _LABELS[language()]
    return yes if flag else no


def kind_from(text: str) -> str:
    """A kind by its code, its name, or one of the names that its name lists."""
    kind = _kinds().get(fold(text))
    if kind is None:
        raise CellError(
            _("Die Art „%(text)s“ gibt es nicht. Bitte wählen Sie eine von diesen: %(kinds)s.")
            % {"text": shortened(text), "kinds": "; ".join(kind_name(kind.code) for kind in KINDS)}
        )
    return kind


def _kinds() -> Mapping[str, str]:
    known: dict[str, str] = {}
    for kind in KINDS:
        for name in (kind.de, kind.en):
            for part in name.split(", "):
                known.setdefault(fold(part), kind.code)
    whole = {fold(name): kind.code for kind in KINDS for name in (kind.code, kind.de, kind.en)}
    return known | whole


def kind_name(code: str) -> str:
    kind = KIND[code]
    return kind.en if language() == "en" else kind.de


def function_from(text: str) -> str:
    function = _FUNCTIONS.get(fold(text))
    if function is None:
        raise CellError(
            _("„%(text)s“ ist keine Funktion. Bitte schreiben Sie „Koordination“ oder „Moderation“.")
            % {"text": shortened(text)}
        )
    return function


def text_for(model: type[Model], field: str) -> Callable[[str], str]:
    """Reads a text that this column of the database takes."""
    column = model._meta.get_field(field)

    def read(text: str) -> str:
        try:
            column.run_validators(text)  # type: ignore[union-attr] # none of these is a relation
        except ValidationError as error:
            raise CellError(
                _("„%(text)s“: %(problem)s") % {"text": shortened(text), "problem": " ".join(error.messages)}
            ) from None
        return text

    return read


def website_from(model: type[Model]) -> Callable[[str], str]:
    """Reads an address that may lack its beginning."""
    read = text_for(model, "website")
    return lambda text: read(text if "://" in text else f"https://{text}")


def shortened(text: str) -> str:
    longest = 60
    return text if len(text) <= longest else f"{text[:longest]}…"
