"""The token of an invitation: which one it is, signed, so that nobody can guess another."""

from django.core import signing

from mittelnetz.people.models import Invitation

_SALT = "mittelnetz.invitation"


def token_of(invitation: Invitation) -> str:
    return signing.dumps(invitation.pk, salt=_SALT)


def invitation_of(token: str) -> Invitation | None:
    try:
        number = signing.loads(token, salt=_SALT)
    except signing.BadSignature:
        return None
    return Invitation.objects.select_related("person").filter(pk=number).first()
