"""The framework: versions of principles and criteria, and the partners' acknowledgement of them (QK8, GL5)."""

from django.db import models

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING
from mittelnetz.core.words import known_word
from mittelnetz.register.models.partnerships import Partnership
from mittelnetz.register.words import FrameworkDocument


class FrameworkVersion(PeriodModel):
    id = SlugKeyField()
    document = CodeField(max_length=20, choices=FrameworkDocument.choices)
    version = CodeField(max_length=40)

    personal = NOTHING
    guards = (NoOverlap(by=("document",)),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("document", FrameworkDocument.values)]

    def __str__(self) -> str:
        return f"{self.document} {self.version}"


class Acknowledgement(models.Model):
    """A partner's word that it knows a version of a document."""

    partnership = models.ForeignKey(Partnership, models.CASCADE, related_name="acknowledgements")
    document = CodeField(max_length=20, choices=FrameworkDocument.choices)
    version = CodeField(max_length=40)
    acknowledged_on = models.DateField()

    personal = NOTHING

    class Meta:
        constraints = [known_word("document", FrameworkDocument.values)]

    def __str__(self) -> str:
        return f"{self.document} {self.version}"
