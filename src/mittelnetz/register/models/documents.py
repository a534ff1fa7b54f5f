"""Documents that a network keeps for itself."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.file_kinds import FILE_KINDS
from mittelnetz.core.personal import Personal
from mittelnetz.core.words import known_word
from mittelnetz.people.models import Person
from mittelnetz.register.models.networks import Network


class NetworkDocument(models.Model):
    """A file of a network, for its contacts and the office. What it is called on somebody's computer is not kept."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="documents")
    title = models.CharField(max_length=200)
    kind = CodeField(max_length=10)
    size = models.PositiveIntegerField()
    sha256 = CodeField(max_length=64)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    personal = Personal(
        what=_("Hinzugefügte Unterlagen"),
        purpose=_("Arbeit des Netzwerks"),
        kept=_("bis das Netzwerk sie entfernt"),
        of=("added_by",),
        fields={"network": _("Netzwerk"), "title": _("Titel"), "added_at": _("hinzugefügt")},
        texts=("title",),
        besides={"content": _("Datei des Netzwerks; was darin steht, ändert das Netzwerk")},
    )

    class Meta:
        constraints = [
            known_word("kind", FILE_KINDS),
            models.UniqueConstraint(fields=["network", "sha256"], name="register_document_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.title
