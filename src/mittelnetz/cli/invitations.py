"""The command that lets somebody in before there is anybody who could."""

import sys
from datetime import datetime

from django.db import transaction
from django.utils import timezone, translation
from django.utils.text import slugify

from mittelnetz.core.refusals import Refused
from mittelnetz.notifications.links import link_to
from mittelnetz.operations import setup
from mittelnetz.people.actions.accounts import invite_person
from mittelnetz.people.actions.grants import grant_role
from mittelnetz.people.actions.persons import add_person
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.people.models import Invitation, Person
from mittelnetz.web.account.invitation_links import invitation_path


def invite(*, name: str, email: str, role: str | None) -> int:
    """Invite somebody who is entered under this address, or enter them; print the link that opens the account."""
    setup.prepare_database()
    try:
        with translation.override("en"):  # like everything on the command line
            invitation = _invite(name, email, role, timezone.now())
    except Refused as refusal:
        print(f"mittelnetz: {refusal.sentence}", file=sys.stderr)
        return 2
    print(f"Open this address of your installation within 14 days:\n{link_to(invitation_path(invitation))}")
    return 0


@transaction.atomic
def _invite(name: str, email: str, role: str | None, at: datetime) -> Invitation:
    """All or nothing: nobody is entered who cannot be invited."""
    person = Person.objects.filter(email__iexact=email).order_by("pk").first()
    if person is None:
        person = add_person(id=slugify(name)[:80] or "person", name=name, email=email, actor=COMMAND_LINE, at=at)
    if role:
        grant_role(person=person, role=role, since=timezone.localdate(at), actor=COMMAND_LINE, at=at)
    return invite_person(person=person, email=email, actor=COMMAND_LINE, at=at)
