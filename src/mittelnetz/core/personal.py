"""What a model keeps about people. Every model says so in an attribute `personal`, like its guards.

From it follow the overview of processing, what people are shown of themselves, and what an erasure does. Models of
other packages cannot carry the attribute; for them it stands in `people/foreign.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Ground(TextChoices):
    """Why it may be kept, as far as that does not hang on the federation."""

    CONSENT = "consent", _("Einwilligung")
    ACCOUNT = "account", _("Nutzung des Kontos")
    FEDERATION = "federation", _("legt der Verbund fest")


class Erasing(TextChoices):
    """What becomes of a row that is about a person who is erased."""

    GOES = "goes", _("wird entfernt")
    EMPTIED = "emptied", _("bleibt leer zurück")
    STAYS = "stays", _("bleibt, ohne Namen")


@dataclass(frozen=True, slots=True)
class Personal:
    """`fields`: what of a row is about its person, with its name on the screen.

    How a row is found: `of` are paths to the person, `addresses` columns with an e-mail address, `references` columns
    with a reference as the journal has it. `texts` are free texts in which anybody may be named: an erasure replaces
    the name there. Of every other column of text, `besides` says why no erasure touches it.
    """

    what: Promise | str = ""
    purpose: Promise | str = ""
    kept: Promise | str = ""
    ground: Ground = Ground.FEDERATION
    erasing: Erasing = Erasing.STAYS
    of: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    fields: Mapping[str, Promise] = field(default_factory=dict)
    texts: tuple[str, ...] = ()
    besides: Mapping[str, Promise] = field(default_factory=dict)

    @property
    def is_about_people(self) -> bool:
        return bool(self.fields)


NOTHING = Personal()
"""Holds nothing about people."""


def free_text(*texts: str) -> Personal:
    """Is about no person, but somebody may be named in these texts."""
    return Personal(texts=texts)


WITH_THE_REGISTER = _("so lange wie das Register; bei einer Löschung ohne Namen")
AS_LONG_AS_SET = _("so lange, wie eine Einstellung sagt")
WITH_THE_ACCOUNT = _("bis das Konto endet")
OF_NO_PERSON = _("Bezeichnung, nicht der Name eines Menschen")
OF_AN_ORGANISATION = _("Angabe der Organisation über sich selbst")
