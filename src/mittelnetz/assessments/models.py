"""Self-assessments: the 14 quality criteria, answered by the network itself (QK0, GL7)."""

from django.db import models

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import NOTHING, free_text
from mittelnetz.register.models import Network


class SelfAssessment(models.Model):
    """One self-assessment; `position` orders those completed on the same day."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="self_assessments")
    completed_on = models.DateField()
    position = models.PositiveSmallIntegerField(default=0)

    personal = NOTHING

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "completed_on", "position"], name="assessments_selfassessment_has_its_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.completed_on}"


class Answer(models.Model):
    """The answer to one criterion, QK1 to QK14."""

    assessment = models.ForeignKey(SelfAssessment, models.CASCADE, related_name="answers")
    criterion = CodeField(max_length=10)
    fulfilled = models.BooleanField()
    comment = models.TextField(blank=True)

    personal = free_text("comment")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="assessments_answer_is_given_once")
        ]

    def __str__(self) -> str:
        return f"{self.criterion} {self.fulfilled}"
