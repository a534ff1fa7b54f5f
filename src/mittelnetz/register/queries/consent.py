"""Who may be named when somebody looks back: consent that was withdrawn since counts for the days before, too."""

from datetime import date

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q, QuerySet
from django.db.models.expressions import Combinable
from django.db.models.lookups import IsNull

from mittelnetz.register.models import Contact, Partnership

# A beginning that is not known lies before every other one; of two such nobody knows which word is the last.
_IS_LATER = Q(since__gt=OuterRef("since")) | Q(IsNull(OuterRef("since"), True))


def begun(day: date) -> Q:
    return Q(since=None) | Q(since__lte=day)


def may_name_person(today: date) -> Combinable:
    """Of a contact: shown, and the person holds or held no function begun later, in any network, without being so."""
    refusals = Contact.objects.filter(begun(today), _IS_LATER, person=OuterRef("person"), shown=False)
    return ExpressionWrapper(Q(shown=True) & ~Q(Exists(refusals)), output_field=BooleanField())


def may_name_partner(today: date) -> Combinable:
    """Of a partnership: listed, and the organisation did not become a partner again without being so."""
    refusals = _refused(today).filter(_IS_LATER)
    return ExpressionWrapper(Q(listed=True) & ~Q(Exists(refusals)), output_field=BooleanField())


def became_unlisted(after: date, today: date) -> Exists:
    """Of a row with network and organisation: it has become a partner since that day, without being listed."""
    return Exists(_refused(today).filter(since__gt=after))


def _refused(today: date) -> "QuerySet[Partnership]":
    return Partnership.objects.filter(
        begun(today), network=OuterRef("network"), organisation=OuterRef("organisation"), listed=False
    )
