"""Partnerships of one network, or of one organisation, for those who keep them."""

from datetime import date
from typing import Any

from django.db.models import F, QuerySet

from mittelnetz.core.prepared import Prepared
from mittelnetz.register.models import Organisation, Partnership
from mittelnetz.register.queries.over_time import OverTime, over_time


def partnerships_of(network_id: str, day: date) -> OverTime[Partnership]:
    """The network's, each with its `organisation_name`. One statement."""
    return over_time(_BY_NAME(network_id=network_id), day)


def partnerships_in(organisation_id: str, day: date) -> OverTime[Partnership]:
    """The organisation's, each with its network. One statement."""
    rows = Partnership.objects.filter(organisation=organisation_id).select_related("network")
    return over_time(rows.order_by("network__folded_name", "pk"), day)


def partner_organisations(network_id: str, day: date) -> "QuerySet[Organisation]":
    """The network's partners on the day, by name; one statement."""
    partners = Partnership.objects.in_force(day).filter(network=network_id)
    return Organisation.objects.filter(pk__in=partners.values("organisation")).order_by("folded_name", "pk")


def _by_name(network_id: str) -> "QuerySet[Partnership, Any]":
    rows = Partnership.objects.filter(network=network_id).annotate(organisation_name=F("organisation__name"))
    return rows.order_by("organisation__folded_name", "pk")


_BY_NAME = Prepared(Partnership, _by_name, network_id=str)
