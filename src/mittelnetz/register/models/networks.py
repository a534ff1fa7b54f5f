"""Networks: their status, their region, and what is on record about them."""

from django.db import models

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, OF_NO_PERSON, Personal, free_text
from mittelnetz.core.words import known_word
from mittelnetz.regions.models import Region
from mittelnetz.register.models.confirmations import ConfirmedModel
from mittelnetz.register.models.organisations import Organisation
from mittelnetz.register.models.sources import Source
from mittelnetz.register.words import ContributionPurpose, Status


class Network(ConfirmedModel):
    """A regional network, from forming to dissolved.

    `records_since`: the day from which its doings are recorded here; earlier ones are not held against it.
    """

    id = SlugKeyField()
    name = models.CharField(max_length=250)
    aims = models.TextField(blank=True)
    approach = models.TextField(blank=True)
    website = models.URLField(max_length=500, blank=True)
    records_since = models.DateField(null=True, blank=True)
    no_mandatory_fee_declared_on = models.DateField(null=True, blank=True)
    folded_name = CodeField(max_length=500)

    personal = Personal(texts=("aims", "approach"), besides={"name": OF_NO_PERSON})

    class Meta:
        indexes = [models.Index(fields=["folded_name", "id"], name="network_by_name")]

    def __str__(self) -> str:
        return self.name


class NetworkStatus(PeriodModel):
    network = models.ForeignKey(Network, models.CASCADE, related_name="statuses")
    status = CodeField(max_length=20, choices=Status.choices)

    personal = NOTHING
    guards = (NoOverlap(by=("network",)),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("status", Status.values)]
        indexes = [models.Index(fields=["status", "network"], name="network_status_by_status")]

    def __str__(self) -> str:
        return f"{self.network_id} {self.status}"


class NetworkRegion(PeriodModel):
    """An official key that a network covers for a time."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="regions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    personal = NOTHING
    guards = (NoOverlap(by=("network", "region")),)

    class Meta(PeriodModel.Meta):
        indexes = [
            models.Index(fields=["region", "network"], name="network_region_by_region"),
            models.Index(fields=["network", "region"], name="network_region_by_network"),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} {self.region_id}"


class Pause(PeriodModel):
    """A time in which a network rests, as its contacts know beforehand. The reason is not for the public."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="pauses")
    reason = models.TextField(blank=True)

    personal = free_text("reason")
    guards = (NoOverlap(by=("network",)),)

    class Meta(PeriodModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.network_id} rests"


class NetworkSource(Source):
    network = models.ForeignKey(Network, models.CASCADE, related_name="sources")

    personal = free_text("statement")


class Fee(PeriodModel):
    """A fee that the network asks of its partners; a mandatory one is against RB2.1."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="fees")
    mandatory = models.BooleanField()
    amount = models.DecimalField(max_digits=12, decimal_places=2)

    personal = NOTHING

    class Meta(PeriodModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.network_id} {self.amount}"


class Complaint(models.Model):
    """A complaint that a network breaks a norm, and what became of it."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="complaints")
    about = CodeField(max_length=10)
    received_on = models.DateField()
    upheld_on = models.DateField(null=True, blank=True)
    remedied_on = models.DateField(null=True, blank=True)

    personal = NOTHING

    def __str__(self) -> str:
        return f"{self.network_id} {self.about}"


class Contribution(models.Model):
    """Money that came in through a network, for the foundation or as sponsoring (RB7.1)."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="contributions")
    amount = models.DecimalField(max_digits=12, decimal_places=2)
    received_on = models.DateField()
    giver = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="contributions")
    purpose = CodeField(max_length=20, choices=ContributionPurpose.choices)

    personal = NOTHING

    class Meta:
        constraints = [known_word("purpose", ContributionPurpose.values)]

    def __str__(self) -> str:
        return f"{self.network_id} {self.amount}"
