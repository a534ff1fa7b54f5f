"""Word lists of people."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

ERASED_NAME = "Name gelöscht"
"""What stands where the name of somebody stood who was erased, in the register and in texts."""


class Role(TextChoices):
    """What is granted by name; every other right follows from the register and the bodies."""

    OFFICE = "office", _("Geschäftsstelle")
    OPERATOR = "operator", _("Technik")
