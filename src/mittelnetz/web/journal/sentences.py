"""What each kind of entry says in a sentence. A test fails for a verb without one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies import events as bodies
from mittelnetz.core import events as core
from mittelnetz.core.journal import Event
from mittelnetz.exchange import events as exchange
from mittelnetz.notifications import events as notifications
from mittelnetz.operations import events as operations
from mittelnetz.people import events as people
from mittelnetz.people.words import Role
from mittelnetz.register import events as register
from mittelnetz.register.words import ContactFunction, FederationLevel, Status
from mittelnetz.web.templatetags.ui import day_text


@dataclass(frozen=True, slots=True)
class Chapter:
    """Entries of one kind, as a reader would look for them: `code` stands in the address."""

    code: str
    label: Promise
    sentences: Mapping[Event, Promise]


CHAPTERS = (
    Chapter("organisation", _("Organisationen"), {
        register.ORGANISATION_ADDED: _("Die Organisation wurde aufgenommen."),
        register.ORGANISATION_CHANGED: _("Die Angaben der Organisation wurden geändert."),
        register.KIND_PROPOSED: _("Eine andere Art wurde vorgeschlagen."),
        register.ORGANISATION_PLACED: _("Die übergeordnete Organisation wurde geändert."),
        register.ORGANISATION_RENAMED: _("Die Kennung wurde geändert, vorher „{former}“."),
        register.ORGANISATIONS_MERGED: _("Ein doppelter Eintrag wurde hierher übernommen, Kennung „{merged_id}“."),
        register.ORGANISATIONS_TOLD_APART: _("Ähnliche Einträge sind verschiedene Organisationen: {organisations}."),
        register.DISTINCTION_WITHDRAWN: _("Ähnliche Einträge sollen noch einmal geprüft werden: {organisations}."),
        register.SERVICE_AREA_CHANGED: _("Die Region, in der sie tätig ist, wurde geändert."),
        register.INTERMEDIARY_DECIDED: _("Es wurde entschieden, ob sie als intermediär zählt, ab {day}."),
        register.FEDERATION_PARTNERSHIP_BEGUN: _("Sie wird Partner der Offensive ({level}), ab {day}."),
        register.FEDERATION_PARTNERSHIP_ENDED: _("Sie ist Partner der Offensive ({level}) bis {last_day}."),
        register.FEDERATION_PARTNERSHIP_CORRECTED: _("Die Zeit als Partner der Offensive ({level}) wurde berichtigt."),
        register.FEDERATION_PARTNERSHIP_STRUCK: _("Die Zeit als Partner der Offensive ({level}) wurde gestrichen."),
    }),
    Chapter("netzwerk", _("Netzwerke"), {
        register.NETWORK_FORMED: _("Das Netzwerk ist in Gründung, ab {day}."),
        register.NETWORK_CHANGED: _("Die Angaben des Netzwerks wurden geändert."),
        register.NETWORK_RENAMED: _("Die Kennung wurde geändert, vorher „{former}“."),
        register.REGION_ADDED: _("{region} kommt zur Region dazu, ab {day}."),
        register.REGION_ENDED: _("{region} gehört zur Region bis {last_day}."),
        register.REGION_CORRECTED: _("Die Zeit von {region} in der Region wurde berichtigt."),
        register.REGION_STRUCK: _("{region} wurde aus der Region gestrichen."),
        register.STATUS_TAKEN_OVER: _("Der Status „{status}“ wurde übernommen, ab {day}."),
        register.PAUSE_BEGUN: _("Eine Pause wurde eingetragen."),
        register.PAUSE_ENDED: _("Die Pause endet, letzter Tag {last_day}."),
        register.PAUSE_CORRECTED: _("Eine Pause wurde berichtigt."),
        register.PAUSE_STRUCK: _("Eine Pause wurde gestrichen."),
        register.DOCUMENT_ADDED: _("Die Unterlage „{title}“ wurde abgelegt."),
        register.DOCUMENT_REMOVED: _("Die Unterlage „{title}“ wurde entfernt."),
        register.NO_FEE_DECLARED: _("Es gibt keinen Pflichtbeitrag, erklärt für {day}."),
        register.FEE_BEGUN: _("Ein Beitrag wird erhoben, ab {day}."),
        register.FEE_ENDED: _("Ein Beitrag wird erhoben bis {last_day}."),
        register.COMPLAINT_RECEIVED: _("Eine Beschwerde ist eingegangen."),
        register.COMPLAINT_UPHELD: _("Einer Beschwerde wurde stattgegeben."),
        register.COMPLAINT_REMEDIED: _("Eine Beschwerde ist behoben."),
        register.CONTRIBUTION_RECORDED: _("Ein Förderbeitrag wurde eingetragen."),
        register.NESTING_PROPOSED: _("Eine Verschachtelung wurde vorgeschlagen, ab {day}."),
        register.NESTING_CONSENTED: _("{network} stimmt der Verschachtelung zu."),
        register.NESTING_TAKEN_OVER: _("Eine Verschachtelung wurde übernommen, ab {day}."),
        register.NESTING_ENDED: _("Die Verschachtelung endet, letzter Tag {last_day}."),
        register.COOPERATION_BEGUN: _("Die Zusammenarbeit beginnt, ab {day}."),
        register.COOPERATION_ENDED: _("Die Zusammenarbeit endet, letzter Tag {last_day}."),
    }),
    Chapter("partner", _("Partner"), {
        register.PARTNERSHIP_BEGUN: _("{organisation} wird Partner, ab {day}."),
        register.PARTNERSHIP_ENDED: _("{organisation} ist Partner bis {last_day}."),
        register.PARTNERSHIP_CORRECTED: _("Die Zeit von {organisation} als Partner wurde berichtigt."),
        register.PARTNERSHIP_STRUCK: _("{organisation} wurde als Partner gestrichen."),
        register.REQUEST_RECEIVED: _("{organisation} möchte Partner werden."),
        register.REQUEST_DECIDED: _("Über die Anfrage von {organisation} wurde entschieden."),
        register.ASKED_TO_JOIN_FEDERATION: _("{organisation} wurde gefragt, ob sie Partner der Offensive werden will."),
    }),
    Chapter("ansprechperson", _("Ansprechpersonen und Vertretungen"), {
        register.CONTACT_BEGUN: _("{person} übernimmt die {function}, ab {day}."),
        register.CONTACT_ENDED: _("{person} gibt die {function} ab, letzter Tag {last_day}."),
        register.CONTACT_CORRECTED: _("Die Zeit von {person} ({function}) wurde berichtigt."),
        register.CONTACT_STRUCK: _("{person} ({function}) wurde gestrichen."),
        bodies.MANDATE_BEGUN: _("{person} vertritt die Organisation, ab {day}."),
        bodies.MANDATE_ENDED: _("{person} vertritt die Organisation bis {last_day}."),
        bodies.MANDATE_CORRECTED: _("Die Zeit von {person} als Vertretung wurde berichtigt."),
        bodies.MANDATE_STRUCK: _("{person} wurde als Vertretung gestrichen."),
    }),
    Chapter("gremium", _("Gremien"), {
        bodies.BODY_ADDED: _("Das Gremium wurde aufgenommen."),
        bodies.BODY_NAMED: _("Der Name des Gremiums wurde geändert."),
        bodies.SEAT_BEGUN: _("{holder} hat einen Sitz im Gremium, ab {day}."),
        bodies.SEAT_TAKEN_OVER: _("Der Sitz von {holder} im Gremium wurde übernommen, ab {day}."),
        bodies.SEAT_ENDED: _("{holder} hat den Sitz im Gremium bis {last_day}."),
        bodies.SEAT_CORRECTED: _("Die Zeit des Sitzes von {holder} im Gremium wurde berichtigt."),
        bodies.SEAT_STRUCK: _("Ein Sitz von {holder} im Gremium wurde gestrichen."),
    }),
    Chapter("einwilligung", _("Einwilligung und Bestätigung"), {
        register.CONSENT_ASKED: _("{asked} wurde um Einwilligung gebeten."),
        register.LISTING_CHANGED: _("Ob {organisation} öffentlich genannt wird, wurde eingetragen."),
        register.CONTACT_SHOWING_CHANGED: _("Ob {person} öffentlich genannt wird, wurde eingetragen."),
        register.FRAMEWORK_PUT_IN_FORCE: _("Eine neue Fassung des Rahmens gilt, ab {day}."),
        register.ACKNOWLEDGEMENT_ASKED: _("{organisation} wurde gebeten, den Rahmen zur Kenntnis zu nehmen."),
        register.FRAMEWORK_ACKNOWLEDGED: _("{organisation} nimmt den Rahmen zur Kenntnis."),
        register.CONFIRMATION_ASKED: _("Es wurde gefragt, ob der Eintrag noch stimmt."),
        register.ENTRY_CONFIRMED: _("Der Eintrag wurde bestätigt."),
    }),
    Chapter("person", _("Personen und Konten"), {
        people.PERSON_ADDED: _("Die Person wurde aufgenommen."),
        people.PERSON_CHANGED: _("Die Angaben der Person wurden geändert."),
        people.PERSON_INVITED: _("Die Person wurde eingeladen, ein Konto zu eröffnen."),
        people.INVITATION_WITHDRAWN: _("Die Einladung wurde zurückgenommen."),
        people.ACCOUNT_OPENED: _("Ein Konto wurde eröffnet."),
        people.ROLE_GRANTED: _("Die Aufgabe „{role}“ wurde übertragen, ab {day}."),
        people.ROLE_ENDED: _("Die Aufgabe „{role}“ endet, letzter Tag {last_day}."),
        people.GRANT_STRUCK: _("Die Aufgabe „{role}“ wurde gestrichen."),
        people.ACCOUNT_BLOCKED: _("Das Konto wurde gesperrt."),
        people.ACCOUNT_UNBLOCKED: _("Das Konto wurde wieder freigegeben."),
        people.SESSIONS_ENDED: _("Die Person wurde überall abgemeldet."),
        people.ERASURE_ASKED: _("Die Person bittet um Löschung."),
        people.ERASURE_TAKEN_BACK: _("Die Bitte um Löschung wurde zurückgenommen."),
        people.PERSON_ERASED: _("Die Person wurde gelöscht."),
    }),
    Chapter("verwaltung", _("Meldungen, Tabellen und Einstellungen"), {
        register.ERROR_REPORTED: _("Ein Besucher hat einen Fehler gemeldet."),
        register.ERROR_SETTLED: _("Eine Fehlermeldung wurde erledigt."),
        notifications.MESSAGE_REQUEUED: _("Eine Mail wurde noch einmal auf den Weg gebracht."),
        exchange.FEDERATION_IMPORTED: _("Eine Datei mit dem ganzen Verbund wurde eingelesen."),
        exchange.SHEET_IMPORTED: _("Eine Tabelle wurde eingelesen."),
        operations.RETENTION_APPLIED: _("Was lange genug aufbewahrt war, wurde entfernt."),
        core.SETTING_CHANGED: _("Eine Einstellung wurde geändert, ab {day}."),
        core.TEXT_CHANGED: _("Ein Text wurde geändert, ab {day}."),
    }),
)  # fmt: skip
SENTENCES = {event.verb: sentence for chapter in CHAPTERS for event, sentence in chapter.sentences.items()}
VERBS = {chapter.code: [event.verb for event in chapter.sentences] for chapter in CHAPTERS}

_WORDS: dict[str, Mapping[Any, Any]] = {
    "function": dict(ContactFunction.choices),
    "level": dict(FederationLevel.choices),
    "role": dict(Role.choices),
    "status": dict(Status.choices),
}
_ERASED_NAME = _("eine gelöschte Person")
_ERASED_TEXT = _("gelöscht")


def sentence_of(verb: str, changes: Mapping[str, Any], personal: Mapping[str, Any], names: Mapping[str, str]) -> str:
    """The sentence, with the names that there are still; what was erased, it says to be."""
    values: defaultdict[str, str] = defaultdict(lambda: "–")
    values |= {key: str(words.get(changes[key], changes[key])) for key, words in _WORDS.items() if key in changes}
    for key in ("network", "organisation", "region"):
        if key in changes:
            values[key] = names.get(f"{key}s/{changes[key]}", str(changes[key]))
    values["organisations"] = ", ".join(
        names.get(f"organisations/{id_}", id_) for id_ in changes.get("organisations", ())
    )
    values["person"] = name_of(changes.get("person", ""), names)
    values["asked"] = values["organisation"] if "organisation" in changes else values["person"]
    values["holder"] = values["organisation"] if "organisation" in changes else values["network"]
    values["former"], values["merged_id"] = str(changes.get("former", "–")), str(changes.get("merged", "–"))
    values["title"] = str(personal.get("title", _ERASED_TEXT))
    values["day"] = _text(_first(changes, ("since", "on")))
    until = _first(changes, ("until",))
    values["last_day"] = _text(until - timedelta(days=1) if until else None)
    return str(SENTENCES[verb]).format_map(values)


def name_of(reference: str, names: Mapping[str, str]) -> str:
    return names.get(reference) or str(_ERASED_NAME)


def _first(changes: Mapping[str, Any], keys: Iterable[str]) -> date | None:
    return next((date.fromisoformat(changes[key]) for key in keys if isinstance(changes.get(key), str)), None)


def _text(day: date | None) -> str:
    return day_text(day) if day else "–"
