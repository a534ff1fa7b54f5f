"""What waits for somebody, in words, with the page on which it is done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mittelnetz.core.signed_links import Asked, token_for
from mittelnetz.desk.waiting import Kind, Matter
from mittelnetz.people.words import Role
from mittelnetz.register.models import FrameworkVersion
from mittelnetz.register.questions.framework import Framework
from mittelnetz.register.words import ContactFunction


@dataclass(frozen=True, slots=True)
class Line:
    """`url`: empty where only the office can do it."""

    about: str
    sentence: str
    last_day: date | None
    is_late: bool
    url: str


def lines(matters: list[Matter], who: str, at: datetime, today: date) -> list[Line]:
    """`who`: the reference of the person, for whom links are signed."""
    return [_line(matter, who, at, today) for matter in matters]


def _line(matter: Matter, who: str, at: datetime, today: date) -> Line:
    is_late = matter.last_day is not None and matter.last_day < today
    about = "" if matter.kind == Kind.GRANT_ENDS else matter.about.name
    url = _answer(matter, who, at) if matter.kind == Kind.ACKNOWLEDGE else _address(matter)
    return Line(about, _SENTENCES[matter.kind](matter), matter.last_day, is_late, url)


def _answer(matter: Matter, who: str, at: datetime) -> str:
    """The page with the button, as by mail."""
    version = cast(FrameworkVersion, matter.version)
    about = (matter.key, version.document, version.version)
    return reverse("answer", args=[token_for(Asked(Framework.purpose, who, about), at=at)])


def _address(matter: Matter) -> str:
    key = matter.about.key
    if matter.kind == Kind.REQUEST:
        return reverse("mine:decide-request", args=[key, matter.key])
    if matter.kind == Kind.CONTACT_ENDS:
        return reverse("mine:hand-over", args=[key, matter.key])
    if matter.kind == Kind.REMIND:
        return reverse("mine:partners", args=[key])
    return reverse("mine:mandates", args=[key]) if matter.kind == Kind.MANDATE_ENDS else ""


def _reminded(matter: Matter) -> str:
    return ngettext(
        "%(number)d Partner hat „%(document)s“ noch nicht zur Kenntnis genommen.",
        "%(number)d Partner haben „%(document)s“ noch nicht zur Kenntnis genommen.",
        matter.number,
    ) % {"number": matter.number, "document": _document(matter)}


def _document(matter: Matter) -> str:
    return f"{matter.version.get_document_display()} {matter.version.version}" if matter.version else ""


def _seat(matter: Matter) -> str:
    return _("Der Sitz von %(name)s endet.") % {"name": matter.who} if matter.who else _("Ein Sitz endet.")


_SENTENCES: dict[Kind, Callable[[Matter], str]] = {
    Kind.REQUEST: lambda matter: _("%(name)s möchte Partner werden. Bitte entscheiden Sie.") % {"name": matter.who},
    Kind.ACKNOWLEDGE: lambda matter: (
        _("%(name)s hat „%(document)s“ noch nicht zur Kenntnis genommen.")
        % {"name": matter.who, "document": _document(matter)}
    ),
    Kind.REMIND: _reminded,
    Kind.CONTACT_ENDS: lambda matter: (
        _("%(name)s gibt die %(function)s ab.") % {"name": matter.who, "function": ContactFunction(matter.code).label}
    ),
    Kind.MANDATE_ENDS: lambda matter: _("Die Vertretung durch %(name)s endet.") % {"name": matter.who},
    Kind.SEAT_ENDS: _seat,
    Kind.GRANT_ENDS: lambda matter: _("Ihre Aufgabe „%(role)s“ endet.") % {"role": Role(matter.code).label},
}
