"""Template tags: names of code words, days, figures, telephone numbers, states."""

import re
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from functools import cache
from typing import Protocol

from django import template
from django.template.defaultfilters import stringfilter
from django.utils.dates import MONTHS
from django.utils.formats import number_format
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext, ngettext
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.periods import PeriodModel
from mittelnetz.notifications.words import State
from mittelnetz.register.queries.naming import Named
from mittelnetz.register.queries.network_page import PartnerRow
from mittelnetz.register.words import ContactFunction, CooperationKind, FederationLevel, FrameworkDocument, Status
from mittelnetz.rulebook.organisations import GROUPS, KIND
from mittelnetz.rulebook.periods import Period
from mittelnetz.web.templatetags.links import organisation_url

register = template.Library()

_SYMBOLS = {
    Status.RECOGNISED: "ok",
    Status.PARTNER_NETWORK: "ok",
    Status.FORMING: "open",
    Status.APPLIED: "open",
    Status.UNKNOWN: "gap",
}
_MAIL_SYMBOLS = {State.QUEUED: "open", State.SENDING: "open", State.SENT: "ok", State.FAILED: "gap"}


class Bilingual(Protocol):
    """A text of the rulebook: German and English side by side."""

    @property
    def de(self) -> str: ...
    @property
    def en(self) -> str: ...


def _language() -> str:
    return "en" if (get_language() or "de").startswith("en") else "de"


@register.filter
def spoken(text: Bilingual) -> str:
    """The text in the language of the page."""
    return text.en if _language() == "en" else text.de


@register.filter
@stringfilter
def breakable(address: str) -> SafeString:
    """A long address that may be broken where a reader expects it."""
    return format_html_join(
        mark_safe("<wbr>"),  # nosec B308
        "{}",
        ((part,) for part in re.split(r"(?<=[@/])(?!/)", address) if part),
    )


@register.filter
def kind_name(kind: str) -> str:
    return spoken(KIND[kind])


@register.filter
def group_name(group: str) -> str:
    return GROUPS[group][_language() == "en"]


@register.filter
def function_name(function: str) -> str | Promise:
    return ContactFunction(function).label


@register.filter
def document_name(document: str) -> str | Promise:
    return FrameworkDocument(document).label


@register.filter
def level_name(level: str) -> str | Promise:
    return FederationLevel(level).label


@register.filter
def level_names(levels: Iterable[str]) -> str:
    return ", ".join(str(level_name(level)) for level in levels)


@register.filter
def cooperation_name(kind: str) -> str | Promise:
    return CooperationKind(kind).label


@register.filter
def day_text(value: date) -> str:
    """The day in full, where there can be no markup."""
    point = "" if _language() == "en" else "."
    return f"{value.day}{point}\u00a0{MONTHS[value.month]}\u00a0{value.year}"


@register.filter
def day(value: date) -> str:
    """The day in full, for people and for machines; it does not break over lines."""
    return format_html('<time datetime="{}">{}</time>', value.isoformat(), day_text(value))


@register.filter
def moment(value: datetime) -> str:
    """The day and the time, where the federation is."""
    local = localtime(value)
    return format_html('<time datetime="{}">{}, {}</time>', local.isoformat(), day_text(local), local.strftime("%H:%M"))


@register.filter
def figure(value: int) -> str:
    """A number that people read as a quantity: thousands are set apart as the language does it."""
    return number_format(value, force_grouping=True)


@register.filter
def since(value: date | None) -> str:
    """Since which day; nothing where the beginning is not known."""
    return format_html(gettext("seit {day}"), day=day(value)) if value else ""


@register.filter
def span(row: PeriodModel) -> str:
    """From when to when, both days included; nothing where neither is known."""
    if row.until is None:
        return since(row.since)
    if row.since is None:
        return ending(row.until)
    last = row.until - timedelta(days=1)
    return format_html(gettext("vom {first} bis zum {last}"), first=day(row.since), last=day(last))


@register.filter
def resting(period: Period) -> str:
    """That a network rests, and until which day where that is known."""
    if period.until is None:
        return gettext("Das Netzwerk ruht zurzeit.")
    return format_html(gettext("Das Netzwerk ruht bis {day}."), day=day(period.until - timedelta(days=1)))


@register.filter
def starting(value: date) -> str:
    """From which day on, where that day is still to come."""
    return format_html(gettext("ab dem {day}"), day=day(value))


@register.filter
def ending(until: date) -> str:
    """Up to which day, that one included; `until` is the first day after it."""
    return format_html(gettext("bis zum {last}"), last=day(until - timedelta(days=1)))


@register.filter
def partner_line(partner: PartnerRow) -> str:
    """A partner, where it has its seat, and since which year it is one. A network has many: one call for each."""
    since_year = _since_year(partner.since.year, get_language()) if partner.since else ""
    return format_html(
        '<a href="{}">{}</a><small>{}</small>',
        organisation_url(partner.id),
        partner.name,
        " · ".join(filter(None, (partner.seat, since_year))),
    )


@cache
def _since_year(year: int, _language: str | None) -> str:
    return gettext("seit %(year)d") % {"year": year}


@register.simple_tag
def dotted(*parts: str) -> str:
    """The parts that are there, with a dot between them."""
    return format_html_join(" · ", "{}", ((part,) for part in parts if part))


@register.filter
def first_names(regions: list[Named], limit: int) -> str:
    """The first names, and how many more there are."""
    names = ", ".join(region.name for region in regions[:limit])
    if len(regions) <= limit:
        return names
    more = len(regions) - limit
    text = ngettext("%(names)s und eine weitere", "%(names)s und %(more)d weitere", more)
    # the number never stands at the end of a line
    return (text % {"names": names, "more": more}).replace(f" {more} ", f" {more}\N{NO-BREAK SPACE}")


@register.filter
def tel(phone: str) -> str:
    """The number as a telephone dials it from anywhere."""
    digits = re.sub(r"\D", "", phone.replace("(0)", ""))
    if phone.lstrip().startswith("+"):
        return f"+{digits}"
    return f"+{digits[2:]}" if digits.startswith("00") else re.sub(r"^0", "+49", digits)


@register.simple_tag
def options(choices: Iterable[tuple[str, str]], chosen: str) -> str:
    """The options of a choice, with the chosen one selected."""
    marked = ((value, " selected" if value == chosen else "", text) for value, text in choices)
    return format_html_join("\n", '<option value="{}"{}>{}</option>', marked)


@register.simple_tag
def state(symbol: str, word: str | Promise) -> str:
    """A state: symbol, word and colour."""
    return format_html(
        '<span class="mn-state mn-state--tag is-{}"><svg aria-hidden="true"><use href="#s-{}"/></svg>{}</span>',
        symbol,
        symbol,
        word,
    )


@register.simple_tag
def network_state(status: str) -> str:
    """The state of a network's status; an empty one is a gap between two."""
    if not status:
        return state("void", _("zurzeit ohne Status"))
    return state(_SYMBOLS.get(Status(status), "void"), Status(status).label)


@register.simple_tag
def mail_state(code: str) -> str:
    return state(_MAIL_SYMBOLS[State(code)], State(code).label)


@register.simple_tag
def deadline(days_left: int) -> str:
    """How many days there are left for something, or that they are over."""
    if days_left < 0:
        return state("gap", _("überfällig"))
    return state("open", ngettext("noch %(days)d Tag", "noch %(days)d Tage", days_left) % {"days": days_left})


@register.simple_tag
def vacancy(since_day: date | None) -> str:
    """The state of a function that nobody holds."""
    return state("open", format_html("{} {}", _("unbesetzt"), since(since_day)) if since_day else _("unbesetzt"))
