"""Documents come to a network and go."""

import hashlib
from datetime import datetime

from django.db import transaction
from django.db.models import Sum
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.file_kinds import kind_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor, uuid_of
from mittelnetz.people.models import Person
from mittelnetz.register import events
from mittelnetz.register.models import Network, NetworkDocument

MEBIBYTE = 1024 * 1024
LARGEST = 5 * MEBIBYTE
MOST_OF_ONE_NETWORK = 100 * MEBIBYTE


@transaction.atomic
def add_document(*, network: Network, title: str, content: bytes, actor: Actor, at: datetime) -> NetworkDocument:
    """Keep a file. Raises Refused for other kinds than documents and pictures, and for what is too large or there."""
    kind = kind_of(content)
    if len(content) > LARGEST:
        raise Refused(_("Die Datei ist zu groß. Sie darf höchstens 5 MB haben."))
    if kind is None:
        raise Refused(_("Diese Datei können wir nicht annehmen. Es geht mit: PDF, PNG, JPEG, ODT, DOCX und XLSX."))
    network = Network.objects.select_for_update().get(pk=network.pk)
    sha256 = hashlib.sha256(content).hexdigest()
    if same := network.documents.filter(sha256=sha256).first():
        raise Refused(_("Diese Datei ist schon da: „%(title)s“.") % {"title": same.title})
    held = network.documents.aggregate(size=Sum("size"))["size"] or 0
    if held + len(content) > MOST_OF_ONE_NETWORK:
        raise Refused(_("Der Platz für Unterlagen ist voll. Bitte entfernen Sie zuerst, was niemand mehr braucht."))
    document = NetworkDocument.objects.create(
        network=network,
        title=title,
        kind=kind.code,
        size=len(content),
        sha256=sha256,
        content=content,
        added_at=at,
        added_by=Person.objects.filter(uuid=uuid).first() if (uuid := uuid_of(actor.reference)) else None,
    )
    _record(events.DOCUMENT_ADDED, document, actor, at)
    return document


@transaction.atomic
def remove_document(*, document: NetworkDocument, actor: Actor, at: datetime) -> None:
    """The file is gone for good; that it was there, the journal keeps."""
    _record(events.DOCUMENT_REMOVED, document, actor, at)
    document.delete()


def _record(event: journal.Event, document: NetworkDocument, actor: Actor, at: datetime) -> None:
    journal.record(
        event,
        subject=f"networks/{document.network_id}",
        actor=actor,
        at=at,
        changes={"document": document.pk, "kind": document.kind, "size": document.size, "sha256": document.sha256},
        personal={"title": document.title},
    )
