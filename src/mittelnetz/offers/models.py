"""Offers: what an organisation does for enterprises, on which topics and where."""

from django.db import models
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.personal import NOTHING, free_text
from mittelnetz.core.words import known_word
from mittelnetz.regions.models import Region
from mittelnetz.register.models import Organisation


class OfferFormat(TextChoices):
    ADVICE = "advice", _("Beratung")
    CHECK = "check", _("Check")
    TRAINING = "training", _("Weiterbildung")
    EVENT = "event", _("Veranstaltung")
    FUNDING = "funding", _("Förderung")
    NETWORK = "network", _("Netzwerk")
    OTHER = "other", _("Sonstiges")


class Offer(models.Model):
    id = SlugKeyField()
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="offers")
    title = models.CharField(max_length=250)
    description = models.TextField(blank=True)
    format = CodeField(max_length=20, choices=OfferFormat.choices)
    free_of_charge = models.BooleanField(default=False)

    personal = free_text("title", "description")

    class Meta:
        constraints = [known_word("format", OfferFormat.values)]

    def __str__(self) -> str:
        return self.title


class OfferTopic(models.Model):
    """A topic of an offer, as a slug."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="topics")
    topic = CodeField(max_length=80)

    personal = NOTHING

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "topic"], name="offers_offertopic_is_named_once")]

    def __str__(self) -> str:
        return self.topic


class OfferRegion(models.Model):
    """A region in which the offer is available."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="regions")
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")

    personal = NOTHING

    class Meta:
        constraints = [models.UniqueConstraint(fields=["offer", "region"], name="offers_offerregion_is_named_once")]

    def __str__(self) -> str:
        return f"{self.offer_id} {self.region_id}"
