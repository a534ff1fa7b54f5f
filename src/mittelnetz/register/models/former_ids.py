"""Ids that records had before."""

from django.db import models
from django.db.models import Q

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import NOTHING
from mittelnetz.register.models.networks import Network
from mittelnetz.register.models.organisations import Organisation


class FormerId(models.Model):
    """An id of a network or an organisation from before it was renamed, or merged into another one.

    It belongs to that record for ever. When the record gets yet another id, this row is moved along like
    everything else that refers to it, so there are no chains.
    """

    former = CodeField(max_length=80)
    network = models.ForeignKey(Network, models.CASCADE, null=True, blank=True, related_name="former_ids")
    organisation = models.ForeignKey(Organisation, models.CASCADE, null=True, blank=True, related_name="former_ids")

    personal = NOTHING

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(network=None) ^ Q(organisation=None), name="register_formerid_is_of_one_record"
            ),
            models.UniqueConstraint(
                fields=["former"], condition=Q(organisation=None), name="register_formerid_of_one_network"
            ),
            models.UniqueConstraint(
                fields=["former"], condition=Q(network=None), name="register_formerid_of_one_organisation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.former} is {self.network_id or self.organisation_id}"
