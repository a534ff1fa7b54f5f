"""A list out of the journal: filtered, page by page, and as a file."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mittelnetz.core.models import Entry
from mittelnetz.exchange.spreadsheets.cells import Cell
from mittelnetz.exchange.spreadsheets.columns import Column
from mittelnetz.exchange.spreadsheets.lists import ListTable
from mittelnetz.people.actors import COMMAND_LINE, VISITOR, WORKER
from mittelnetz.register.queries.journal import by_whom, entered_between, names_of, references_in
from mittelnetz.web.errors import NotUnderstood
from mittelnetz.web.journal.sentences import CHAPTERS, VERBS, name_of, sentence_of
from mittelnetz.web.public.lists import choice_from, format_from, list_page, text_from
from mittelnetz.web.ui.downloads import table_file

_AT_ONCE = 1_000
_YEARS = range(1900, 2200)
_SYSTEM = {
    COMMAND_LINE.reference: gettext_lazy("die Befehlszeile"),
    WORKER.reference: gettext_lazy("das System"),
    VISITOR.reference: gettext_lazy("jemanden ohne Anmeldung"),
}
_LISTS = {
    "bodies": gettext_lazy("Gremium"),
    "texts": gettext_lazy("Text"),
    "settings": gettext_lazy("Einstellung"),
    "error_reports": gettext_lazy("Fehlermeldung"),
    "framework_versions": gettext_lazy("Rahmen"),
    "sheets": gettext_lazy("Tabelle"),
}
_COLUMNS = (
    Column("number", "Nummer", "Number"),
    Column("day", "Tag", "Day"),
    Column("time", "Uhrzeit", "Time"),
    Column("about", "Betrifft", "About"),
    Column("what", "Vorgang", "What"),
    Column("who", "Durch", "By"),
    Column("on_behalf_of", "Für", "On behalf of"),
    Column("hash", "Prüfsumme", "Hash"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One entry in words. `is_erased`: its personal part is gone."""

    number: int
    at: datetime
    about: str
    sentence: str
    who: str
    on_behalf_of: str
    is_erased: bool
    hash: str


def answer_journal(
    request: HttpRequest, entries: "QuerySet[Entry]", template: str, context: dict[str, Any], *, file_name: str
) -> HttpResponseBase:
    """The page, or the file that `?format=` asks for, of those entries that the filters in the address leave."""
    filters = {
        "von": text_from(request, "von"),
        "bis": text_from(request, "bis"),
        "art": choice_from(request, "art", VERBS),
        "wer": text_from(request, "wer"),
    }
    entries = entered_between(entries, _day(request, filters["von"]), _day(request, filters["bis"]))
    if filters["art"]:
        entries = entries.filter(verb__in=VERBS[filters["art"]])
    if filters["wer"]:
        entries = by_whom(entries, filters["wer"])
    entries = entries.select_related("personal_part")
    if file_format := format_from(request):
        rows = entries.order_by("-number").iterator(chunk_size=_AT_ONCE)
        return table_file(ListTable(_COLUMNS, _rows(rows)), file_name, file_format)
    page = list_page(request, entries, filters, order=("number",), descending=True)
    shown = {
        "page": page,
        "lines": lines(page.rows),
        "filters": filters,
        "chapters": [(chapter.code, chapter.label) for chapter in CHAPTERS],
    }
    return render(request, template, {**context, "journal": shown})


def lines(entries: Iterable[Entry]) -> list[Line]:
    """The entries in words. As many statements whatever their number."""
    known = [(entry, json.loads(entry.changes)) for entry in entries]
    names = names_of(reference for entry, changes in known for reference in references_in(entry, changes))
    return [_line(entry, changes, names) for entry, changes in known]


def _line(entry: Entry, changes: dict[str, Any], names: dict[str, str]) -> Line:
    part = getattr(entry, "personal_part", None)
    return Line(
        number=entry.number,
        at=entry.at,
        about=_about(entry.subject, names),
        sentence=sentence_of(entry.verb, changes, json.loads(part.content) if part else {}, names),
        who=str(_SYSTEM.get(entry.actor) or _somebody(entry.actor, names)),
        on_behalf_of=_somebody(entry.on_behalf_of, names) if entry.on_behalf_of else "",
        is_erased=bool(entry.commitment) and part is None,
        hash=entry.hash,
    )


def _about(subject: str, names: dict[str, str]) -> str:
    list_, _slash, id_ = subject.partition("/")
    if list_ == "people":
        return name_of(subject, names)
    if list_ == "federation":
        return _("der ganze Verbund")
    return f"{_LISTS[list_]} {id_}" if list_ in _LISTS else names.get(subject, id_)


def _somebody(reference: str, names: dict[str, str]) -> str:
    """A person, or a mailbox that answered, which has no name."""
    return name_of(reference, names) if reference.startswith("people/") else _("jemanden am Postfach der Organisation")


def _rows(entries: Iterator[Entry]) -> Iterator[list[Cell]]:
    while some := list(islice(entries, _AT_ONCE)):
        for line in lines(some):
            local = timezone.localtime(line.at)
            yield [
                str(line.number), local.date(), f"{local:%H:%M}", line.about, line.sentence, line.who,
                line.on_behalf_of, line.hash,
            ]  # fmt: skip


def _day(request: HttpRequest, text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.year not in _YEARS:
        raise NotUnderstood(
            _("Diesen Tag gibt es nicht. Bitte schreiben Sie ihn so: 2026-12-31."),
            way=(_("Die ganze Liste ansehen"), request.path),
        )
    return day
