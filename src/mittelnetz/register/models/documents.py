"""Documents that a network keeps for itself."""

from django.db import models

from mittelnetz.core.fields import CodeField
from mittelnetz.core.file_kinds import FILE_KINDS
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

    class Meta:
        constraints = [
            known_word("kind", FILE_KINDS),
            models.UniqueConstraint(fields=["network", "sha256"], name="register_document_is_kept_once"),
        ]

    def __str__(self) -> str:
        return self.title
