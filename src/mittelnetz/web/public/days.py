"""The day as of which a page is asked for."""

from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from mittelnetz.web.errors import NotUnderstood
from mittelnetz.web.templatetags.ui import day_text

_LONGEST_SHOWN = 40


def day_asked_for(request: HttpRequest, today: date) -> date:
    """The day in `?stand=`, else today; raises NotUnderstood for what is no day, or one that is yet to come."""
    text = request.GET.get("stand", "").strip()
    if not text:
        return today
    way = (_("Den Stand von heute ansehen"), request.path)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise NotUnderstood(
            _("„%(text)s“ ist kein Tag im Kalender. Schreiben Sie den Tag zum Beispiel so: 2025-03-31.")
            % {"text": text[:_LONGEST_SHOWN]},
            way=way,
        ) from None
    if day > today:
        raise NotUnderstood(
            _("Der %(day)s kommt erst noch. Wählen Sie bitte einen Tag bis heute.") % {"day": day_text(day)},
            way=way,
        )
    return day
