"""Ties between networks: nesting and cooperation."""

from django.db import models
from django.db.models import F, Q

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, free_text
from mittelnetz.core.words import known_word
from mittelnetz.register.models.networks import Network
from mittelnetz.register.words import CooperationKind


class Nesting(PeriodModel):
    """Two networks agree that one lies inside the other (RB9.3); each consents on a day of its own."""

    id = SlugKeyField()
    first = models.ForeignKey(Network, models.PROTECT, related_name="nestings_as_first")
    second = models.ForeignKey(Network, models.PROTECT, related_name="nestings_as_second")
    first_consented_on = models.DateField(null=True, blank=True)
    second_consented_on = models.DateField(null=True, blank=True)

    personal = NOTHING

    class Meta(PeriodModel.Meta):
        constraints = [
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(condition=~Q(first=F("second")), name="register_nesting_is_of_two_networks"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} and {self.second_id}"


class Cooperation(PeriodModel):
    """A network works together with another network of the register, or with someone outside (RB8, RB14.2)."""

    id = SlugKeyField()
    network = models.ForeignKey(Network, models.PROTECT, related_name="cooperations")
    with_network = models.ForeignKey(
        Network, models.PROTECT, null=True, blank=True, related_name="cooperations_of_others"
    )
    with_other = models.CharField(max_length=250, blank=True)
    kind = CodeField(max_length=20, choices=CooperationKind.choices)

    personal = free_text("with_other")

    class Meta(PeriodModel.Meta):
        constraints = [
            *PeriodModel.Meta.constraints,
            known_word("kind", CooperationKind.values),
            models.CheckConstraint(
                condition=Q(with_network=None) ^ Q(with_other=""), name="register_cooperation_has_one_other_side"
            ),
            models.CheckConstraint(
                condition=~Q(network=F("with_network")), name="register_cooperation_is_not_with_itself"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network_id} with {self.with_network_id or self.with_other}"
