"""The decision book."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies.models import Body
from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.personal import free_text
from mittelnetz.core.words import known_word


class Method(TextChoices):
    CONSENSUS = "consensus", _("Konsens")
    VOTE = "vote", _("Abstimmung")


class Outcome(TextChoices):
    ADOPTED = "adopted", _("angenommen")
    REJECTED = "rejected", _("abgelehnt")
    POSTPONED = "postponed", _("vertagt")
    WITHDRAWN = "withdrawn", _("zurückgezogen")
    HANDED_ON = "handed_on", _("weitergegeben")


class Decision(models.Model):
    """What a body has decided, how, and with which objections or votes."""

    id = SlugKeyField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="decisions")
    title = models.CharField(max_length=250)
    method = CodeField(max_length=20, choices=Method.choices)
    closed_on = models.DateField()
    outcome = CodeField(max_length=20, choices=Outcome.choices)
    standing_objections = models.PositiveIntegerField(default=0)
    votes_yes = models.PositiveIntegerField(default=0)
    votes_no = models.PositiveIntegerField(default=0)
    votes_abstain = models.PositiveIntegerField(default=0)

    personal = free_text("title")

    class Meta:
        constraints = [known_word("method", Method.values), known_word("outcome", Outcome.values)]
        indexes = [models.Index(fields=["body", "closed_on"], name="decision_by_body")]

    def __str__(self) -> str:
        return self.title
