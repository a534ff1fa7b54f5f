"""The history of a network in sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mittelnetz.register.queries.entries import Entered, What
from mittelnetz.register.queries.history import Moment
from mittelnetz.register.words import ContactFunction, CooperationKind, Status
from mittelnetz.rulebook.norms import NORMS
from mittelnetz.web.templatetags.links import network_url, organisation_url, region_url
from mittelnetz.web.templatetags.ui import day


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, the day it is about (empty where that is not known), and who entered it (may be empty)."""

    when: str
    sentence: str
    entered: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """The lines of one year, or of the time before anybody wrote it down."""

    title: str
    lines: list[Line]


_STATUS = {
    Status.UNKNOWN: gettext_lazy("Der Status des Netzwerks ist nicht bekannt."),
    Status.FORMING: gettext_lazy("Das Netzwerk ist in Gründung."),
    Status.APPLIED: gettext_lazy("Das Netzwerk beantragt die Anerkennung."),
    Status.RECOGNISED: gettext_lazy("Das Netzwerk ist anerkannt."),
    Status.REJECTED: gettext_lazy("Das Netzwerk wird nicht anerkannt."),
    Status.PARTNER_NETWORK: gettext_lazy("Das Netzwerk ist Partnernetzwerk."),
    Status.DISSOLVED: gettext_lazy("Das Netzwerk ist aufgelöst."),
    Status.WITHDRAWN: gettext_lazy("Dem Netzwerk ist die Anerkennung entzogen."),
}
_SENTENCES = {
    What.STATUS_ENDS: gettext_lazy("Der Status „{code}“ endet. Ein neuer ist nicht eingetragen."),
    What.REGION: gettext_lazy("{about} kommt zur Region dazu."),
    What.REGION_ENDS: gettext_lazy("{about} gehört nicht mehr zur Region."),
    What.PARTNER: gettext_lazy("{about} wird Partner."),
    What.PARTNER_ENDS: gettext_lazy("{about} ist nicht mehr Partner."),
    What.CONTACT: gettext_lazy("{about} übernimmt die {code}."),
    What.CONTACT_ENDS: gettext_lazy("{about} gibt die {code} ab."),
    What.NESTING: gettext_lazy("Die Verschachtelung mit {about} beginnt. Sie gilt, sobald beide zugestimmt haben."),
    What.NESTING_ENDS: gettext_lazy("Die Verschachtelung mit {about} endet."),
    What.COOPERATION: gettext_lazy("Die Zusammenarbeit mit {about} beginnt ({code})."),
    What.COOPERATION_ENDS: gettext_lazy("Die Zusammenarbeit mit {about} endet ({code})."),
}
_ALWAYS_SO = {
    What.REGION: gettext_lazy("{about} gehört zur Region."),
    What.PARTNER: gettext_lazy("{about} ist Partner."),
    What.CONTACT: gettext_lazy("{about} hat die {code}."),
    What.NESTING: gettext_lazy("Es gibt eine Verschachtelung mit {about}. Sie gilt, sobald beide zugestimmt haben."),
    What.COOPERATION: gettext_lazy("Das Netzwerk arbeitet mit {about} zusammen ({code})."),
}
"""For beginnings of which the day is not known."""
_OWN_CONSENT = gettext_lazy("Das Netzwerk stimmt der Verschachtelung mit {about} zu.")
_CONSENT_OF_THE_OTHER = gettext_lazy("{about} stimmt der Verschachtelung zu.")
_ADDRESSES = {What.REGION: region_url, What.REGION_ENDS: region_url} | dict.fromkeys(
    (What.PARTNER, What.PARTNER_ENDS), organisation_url
)
_NORMS = {norm.id for norm in NORMS}


def chapters(moments: Iterable[Moment], today: date) -> list[Chapter]:
    """The moments, newest first as they are, year by year."""
    by_year = groupby(moments, key=lambda moment: moment.day.year if moment.day else None)
    unknown = _("Schon vor Beginn der Aufzeichnung")
    return [Chapter(str(year or unknown), [_line(moment, today) for moment in group]) for year, group in by_year]


def _line(moment: Moment, today: date) -> Line:
    when = day(moment.day) if moment.day else ""
    if moment.day and moment.day > today:
        when = format_html(_("ab dem {day}"), day=when)
    about = _about(moment)
    sentence = format_html(str(_sentence(moment)), about=about, code=_word(moment))
    return Line(when, sentence, _entered(moment.entered) if moment.entered else "")


def _sentence(moment: Moment) -> str | Promise:
    if moment.what == What.STATUS:
        return _STATUS[Status(moment.code)]
    if moment.what == What.CONSENT:
        is_own = moment.about is None or moment.code != moment.about.key
        return _OWN_CONSENT if is_own else _CONSENT_OF_THE_OTHER
    if moment.day is None and moment.what in _ALWAYS_SO:
        return _ALWAYS_SO[moment.what]
    return _SENTENCES[moment.what]


def _about(moment: Moment) -> str:
    """Who or what it is about, as a link where there is a page."""
    if moment.about is None:
        return _("Eine Ansprechperson, die nicht genannt werden möchte,")
    if not moment.about.key:
        return moment.about.name
    address = _ADDRESSES.get(moment.what, network_url)
    return format_html('<a href="{}">{}</a>', address(moment.about.key), moment.about.name)


def _word(moment: Moment) -> str | Promise:
    if moment.what in {What.CONTACT, What.CONTACT_ENDS}:
        return ContactFunction(moment.code).label
    if moment.what in {What.COOPERATION, What.COOPERATION_ENDS}:
        return CooperationKind(moment.code).label
    return Status(moment.code).label if moment.what == What.STATUS_ENDS else ""


def _entered(entered: Entered) -> str:
    on = day(timezone.localdate(entered.at))
    if entered.is_by_command_line:
        told = format_html(_("eingetragen am {day} über die Befehlszeile"), day=on)
    elif entered.name and entered.on_behalf_of:
        told = format_html(
            _("eingetragen am {day} von {name} für {other}"), day=on, name=entered.name, other=entered.on_behalf_of
        )
    elif entered.name:
        told = format_html(_("eingetragen am {day} von {name}"), day=on, name=entered.name)
    else:
        told = format_html(_("eingetragen am {day} von einer dazu berechtigten Person"), day=on)
    if entered.norm not in _NORMS:
        return told
    norm = format_html('<a href="{}#{}">{}</a>', reverse("public:criteria"), entered.norm, entered.norm)
    return format_html_join(" · ", "{}", ((told,), (format_html(_("Grundlage: {norm}"), norm=norm),)))
