"""Bulletins of the federation's bodies, their forwarding to partners, and annual reports."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.bodies.models import Body
from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.personal import NOTHING, free_text
from mittelnetz.core.words import known_word
from mittelnetz.register.models import Network


class ReportForm(TextChoices):
    WRITTEN = "written", _("schriftlich")
    PLENUM = "plenum", _("im Plenum")
    INFORMATION_PROCEDURE = "information_procedure", _("Informationsverfahren")


class Bulletin(models.Model):
    """Results of a body, for all partners to know (RB6)."""

    id = SlugKeyField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="bulletins")
    title = models.CharField(max_length=250)
    published_on = models.DateField()

    personal = free_text("title")

    def __str__(self) -> str:
        return self.title


class Forwarding(models.Model):
    """A network passed a bulletin on to its partners."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="forwardings")
    bulletin = models.ForeignKey(Bulletin, models.PROTECT, related_name="forwardings")
    sent_on = models.DateField()

    personal = NOTHING

    def __str__(self) -> str:
        return f"{self.network_id} {self.bulletin_id}"


class AnnualReport(models.Model):
    """A network's report for a year, however it was given (RB4)."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="annual_reports")
    year = models.PositiveSmallIntegerField()
    submitted_on = models.DateField()
    form = CodeField(max_length=30, choices=ReportForm.choices, default=ReportForm.WRITTEN)

    personal = NOTHING

    class Meta:
        constraints = [known_word("form", ReportForm.values)]

    def __str__(self) -> str:
        return f"{self.network_id} {self.year}"
