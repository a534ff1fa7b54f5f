"""Organisations: who they are, where they work, and their time as partners of the federation."""

from django.db import models
from django.db.models import F, Q

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.folding import LONGEST_WEBSITE
from mittelnetz.core.guards import NoOverlap, NoOwnAncestor
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, OF_AN_ORGANISATION, Personal, free_text
from mittelnetz.core.words import known_word
from mittelnetz.regions.models import Region
from mittelnetz.register.models.confirmations import ConfirmedModel
from mittelnetz.register.models.sources import Source
from mittelnetz.register.words import FederationLevel
from mittelnetz.rulebook.organisations import KIND


class Organisation(ConfirmedModel):
    """Any body. Its kind, which the office sets, says whether it is intermediary.

    Kind, parent, seat and service area are known as of now only. `proposed_kind`: what the organisation says it is.
    `folded_name` and `folded_website` are folded by the actions that write the name and the website.
    """

    id = SlugKeyField()
    name = models.CharField(max_length=250)
    kind = CodeField(max_length=30)
    proposed_kind = CodeField(max_length=30, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    seat = models.ForeignKey(Region, models.PROTECT, null=True, blank=True, related_name="+")
    website = models.URLField(max_length=500, blank=True)
    phone = models.CharField(max_length=50, blank=True)
    address = models.CharField(max_length=300, blank=True)
    email = models.EmailField(blank=True)
    folded_name = CodeField(max_length=500)
    folded_website = CodeField(max_length=LONGEST_WEBSITE, blank=True)

    personal = Personal(besides=dict.fromkeys(("name", "phone", "address", "email"), OF_AN_ORGANISATION))
    guards = (NoOwnAncestor(),)

    class Meta:
        constraints = [
            known_word("kind", KIND),
            known_word("proposed_kind", ["", *KIND]),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="register_organisation_is_not_its_own_parent"),
        ]
        indexes = [
            models.Index(fields=["folded_name", "id"], name="organisation_by_name"),
            models.Index(fields=["kind", "folded_name", "id"], name="organisation_by_kind"),
            models.Index(fields=["folded_website", "seat"], name="organisation_by_website"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_intermediary_by_kind(self) -> bool:
        return KIND[self.kind].is_intermediary


class ServiceArea(models.Model):
    """A region that an organisation serves, as of now."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="service_areas")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    personal = NOTHING

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "region"], name="register_servicearea_is_named_once")
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.region_id}"


class IntermediaryOverride(PeriodModel):
    """The federation's decision in a doubtful case: whether the organisation counts as intermediary (IO1)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="intermediary_overrides")
    counts = models.BooleanField()
    reason = models.TextField(blank=True)

    personal = free_text("reason")
    guards = (NoOverlap(by=("organisation",)),)

    class Meta(PeriodModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.counts}"


class FederationPartnership(PeriodModel):
    """An organisation's time as a partner of the federation."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="federation_partnerships")
    level = CodeField(max_length=20, choices=FederationLevel.choices)

    personal = NOTHING
    guards = (NoOverlap(by=("organisation", "level")),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("level", FederationLevel.values)]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.level}"


class OrganisationSource(Source):
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="sources")

    personal = free_text("statement")
