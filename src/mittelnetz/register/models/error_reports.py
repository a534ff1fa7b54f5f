"""Mistakes that visitors point out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import AS_LONG_AS_SET, Erasing, Ground, Personal


class ErrorReport(models.Model):
    """Somebody says that something on a page is wrong. `page` is its path; text and address are erasable.

    `settled_at`: when the office had dealt with it.
    """

    page = CodeField(max_length=200, blank=True)
    text = models.TextField()
    email = models.EmailField(blank=True)
    received_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        what=_("Gemeldete Fehler"),
        purpose=_("Fehler beheben und nachfragen können"),
        kept=AS_LONG_AS_SET,
        ground=Ground.CONSENT,
        erasing=Erasing.EMPTIED,
        addresses=("email",),
        fields={"text": _("Text"), "email": _("E-Mail"), "received_at": _("eingegangen")},
        texts=("text",),
    )

    def __str__(self) -> str:
        return f"{self.received_at:%Y-%m-%d} {self.page}"
