"""The federation's logo: a small picture in the head of every page."""

import hashlib
import re
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core.journal import Acting
from mittelnetz.core.models import Logo
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import change_setting

LARGEST = 100_000
"""Bytes; a logo stands on every page."""
_SIGNS = {
    "image/png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "image/svg+xml": re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--.*?-->\s*)*<svg[\s>]", re.DOTALL),
}


@transaction.atomic
def change_logo(*, content: bytes, since: date, actor: Acting, at: datetime) -> Logo:
    """Show this picture, SVG or PNG, from the day on. Raises Refused for another kind, or one that is too large."""
    media_type = next((kind for kind, sign in _SIGNS.items() if sign.match(content)), None)
    if media_type is None:
        raise Refused(_("Das Logo muss ein Bild im Format SVG oder PNG sein."))
    if len(content) > LARGEST:
        raise Refused(_("Das Logo ist zu groß. Es darf höchstens 100 KB haben."))
    sha256 = hashlib.sha256(content).hexdigest()
    logo, _is_new = Logo.objects.get_or_create(sha256=sha256, defaults={"media_type": media_type, "content": content})
    change_setting(key="logo", value=sha256, since=since, actor=actor, at=at)
    return logo
