"""Texts that the operator writes in Markdown: imprint, privacy, accessibility, easy language."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.events import TEXT_CHANGED
from mittelnetz.core.journal import Acting
from mittelnetz.core.models import PageText
from mittelnetz.core.periods import put_in_force
from mittelnetz.core.refusals import Refused


def texts_on(page: str, day: date) -> dict[str, str]:
    """The page's Markdown in force on the day, by language; only what the operator wrote."""
    return dict(PageText.objects.in_force(day).filter(page=page).values_list("language", "markdown"))


@transaction.atomic
def change_text(*, page: str, language: str, markdown: str, since: date, actor: Acting, at: datetime) -> PageText:
    """Show this text from the day on. A second one for the same day takes the first one's place.

    It may name people, so the journal keeps it in the part that can be erased. Raises Refused for an empty one.
    """
    if not markdown.strip():
        raise Refused(_("Der Text ist leer. Bitte schreiben Sie, was auf der Seite stehen soll."))
    same = PageText.objects.filter(page=page, language=language)
    text = put_in_force(same, since=since, page=page, language=language, markdown=markdown)
    journal.record(
        TEXT_CHANGED,
        subject=f"texts/{page}",
        actor=actor,
        at=at,
        changes={"language": language, "since": since.isoformat()},
        personal={"markdown": markdown},
    )
    return text
