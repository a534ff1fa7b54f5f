"""Where the link of an invitation leads."""

from django.urls import reverse

from mittelnetz.people.invitation_links import token_of
from mittelnetz.people.models import Invitation


def invitation_path(invitation: Invitation) -> str:
    return reverse("account:invitation", args=[token_of(invitation)])
