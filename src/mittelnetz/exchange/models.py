"""Tables that wait until somebody has looked at what they would do."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import Erasing, Personal
from mittelnetz.core.words import known_word
from mittelnetz.exchange.spreadsheets.columns import SheetKind
from mittelnetz.people.models import Person


class UploadedSheet(models.Model):
    """The texts of an uploaded table, for a day at most; and by the code of our column where it stands in the table."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = CodeField(max_length=20, choices=SheetKind.choices)
    sha256 = CodeField(max_length=64)
    headings = models.JSONField()
    rows = models.JSONField()
    columns = models.JSONField()
    uploaded_by = models.ForeignKey(Person, models.CASCADE, related_name="uploaded_sheets")
    uploaded_at = models.DateTimeField(db_index=True)

    personal = Personal(
        what=_("Hochgeladene Tabellen"),
        purpose=_("Vorschau, bevor sie ins Register kommen"),
        kept=_("höchstens einen Tag"),
        erasing=Erasing.GOES,
        of=("uploaded_by",),
        fields={"kind": _("Art"), "uploaded_at": _("hochgeladen")},
        texts=("headings", "rows"),
        besides={"columns": _("Nummern der Spalten")},
    )

    class Meta:
        constraints = [known_word("kind", SheetKind.values)]

    def __str__(self) -> str:
        return f"{self.kind} {self.uploaded_at}"
