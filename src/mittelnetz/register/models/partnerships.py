"""Who belongs to a network: partners, contact persons, and those who asked."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, WITH_THE_REGISTER, Ground, Personal
from mittelnetz.core.words import known_word
from mittelnetz.people.models import Person
from mittelnetz.register.models.confirmations import ConfirmedModel
from mittelnetz.register.models.networks import Network
from mittelnetz.register.models.organisations import Organisation
from mittelnetz.register.words import ContactFunction, RefusalReason, RequestOutcome


class Partnership(PeriodModel):
    """An organisation's time as a partner of a network. `listed`: it agreed to be named in public.

    `…_asked_on`: when the organisation was last asked; `listing_answered_on`: when it last answered.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="partnerships", db_index=False)
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    listed = models.BooleanField(default=False)
    listing_asked_on = models.DateField(null=True, blank=True)
    listing_answered_on = models.DateField(null=True, blank=True)
    acknowledgement_asked_on = models.DateField(null=True, blank=True)
    asked_to_join_federation_on = models.DateField(null=True, blank=True)

    personal = NOTHING
    guards = (NoOverlap(by=("network", "organisation")),)

    class Meta(PeriodModel.Meta):
        indexes = [models.Index(fields=["network", "organisation"], name="partnership_by_network")]

    def __str__(self) -> str:
        return f"{self.organisation_id} in {self.network_id}"


class Contact(ConfirmedModel, PeriodModel):
    """A person's time as coordination or moderation of a network, held for an organisation (RB2.3).

    `shown`: the person agreed to be named in public; `showing_…_on`: when they were last asked, and last answered.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="contacts")
    person = models.ForeignKey(Person, models.PROTECT, related_name="contacts")
    function = CodeField(max_length=20, choices=ContactFunction.choices)
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="contacts")
    shown = models.BooleanField(default=False)
    showing_asked_on = models.DateField(null=True, blank=True)
    showing_answered_on = models.DateField(null=True, blank=True)

    personal = Personal(
        what=_("Ansprechperson eines Netzwerks"),
        purpose=_("Betriebe und Partner erreichen ihr Netzwerk; öffentlich nur, wer zugestimmt hat"),
        kept=WITH_THE_REGISTER,
        ground=Ground.CONSENT,
        of=("person",),
        fields={
            "network": _("Netzwerk"),
            "function": _("Funktion"),
            "organisation": _("Organisation"),
            "since": _("seit"),
            "until": _("letzter Tag"),
            "shown": _("öffentlich genannt"),
            "showing_asked_on": _("zuletzt danach gefragt"),
            "showing_answered_on": _("zuletzt dazu geantwortet"),
            "confirmed_on": _("zuletzt bestätigt"),
            "confirmation_asked_on": _("zuletzt um Bestätigung gebeten"),
        },
    )
    guards = (NoOverlap(by=("network", "person", "function")),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("function", ContactFunction.values)]

    def __str__(self) -> str:
        return f"{self.function} of {self.network_id}"


class PartnerRequest(models.Model):
    """An organisation asked to become a partner (RB2.1)."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="partner_requests")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partner_requests")
    received_on = models.DateField()
    decided_on = models.DateField(null=True, blank=True)
    outcome = CodeField(max_length=20, choices=RequestOutcome.choices)
    reason = CodeField(max_length=30, choices=RefusalReason.choices, blank=True)

    personal = NOTHING

    class Meta:
        constraints = [
            known_word("outcome", RequestOutcome.values),
            known_word("reason", ["", *RefusalReason.values]),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} asks {self.network_id}"
