"""Partnerships of one network, or of one organisation, for those who keep them."""

from datetime import date

from django.db.models import QuerySet

from mittelnetz.register.models import Organisation, Partnership
from mittelnetz.register.queries.over_time import OverTime, over_time


def partnerships_of(network_id: str, day: date) -> OverTime[Partnership]:
    """The network's, each with its organisation. One statement."""
    rows = Partnership.objects.filter(network=network_id).select_related("organisation")
    return over_time(rows.order_by("organisation__folded_name", "pk"), day)


def partnerships_in(organisation_id: str, day: date) -> OverTime[Partnership]:
    """The organisation's, each with its network. One statement."""
    rows = Partnership.objects.filter(organisation=organisation_id).select_related("network")
    return over_time(rows.order_by("network__folded_name", "pk"), day)


def partner_organisations(network_id: str, day: date) -> "QuerySet[Organisation]":
    """The network's partners on the day, by name; one statement."""
    partners = Partnership.objects.in_force(day).filter(network=network_id)
    return Organisation.objects.filter(pk__in=partners.values("organisation")).order_by("folded_name", "pk")
