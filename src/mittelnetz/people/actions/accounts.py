"""Accounts come about by invitation only, and an invitation binds the account to a person of the register."""

from datetime import datetime, timedelta

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.periods import day_of
from mittelnetz.core.refusals import Refused
from mittelnetz.people import events
from mittelnetz.people.actions.erasure import refuse_erased
from mittelnetz.people.actors import Actor, person_reference
from mittelnetz.people.models import Account, Grant, Invitation, Person

VALID_FOR = timedelta(days=14)


@transaction.atomic
def invite_person(*, person: Person, email: str, actor: Actor, at: datetime) -> Invitation:
    """Invite a person to open an account; an invitation that is still open is taken back.

    Raises Refused where the person has an account, or the address is another one's.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    refuse_erased(person)
    _refuse_second_account(person, email)
    person.invitations.filter(accepted_at=None, withdrawn_at=None).update(withdrawn_at=at)
    invitation = Invitation.objects.create(person=person, email=email, invited_at=at, expires_at=at + VALID_FOR)
    journal.record(
        events.PERSON_INVITED,
        subject=person_reference(person),
        actor=actor,
        at=at,
        changes={"invitation": invitation.pk},
        personal={"email": email},
    )
    return invitation


@transaction.atomic
def withdraw_invitation(*, invitation: Invitation, actor: Actor, at: datetime) -> None:
    """Take an invitation back; its link opens nothing any more."""
    invitation = _open(invitation)
    invitation.withdrawn_at = at
    invitation.save(update_fields=["withdrawn_at"])
    journal.record(
        events.INVITATION_WITHDRAWN,
        subject=person_reference(invitation.person),
        actor=actor,
        at=at,
        changes={"invitation": invitation.pk},
    )


@transaction.atomic
def accept_invitation(*, invitation: Invitation, at: datetime) -> Account:
    """Open the account of the invited person, who has proved by the link that the address is theirs."""
    invitation = _open(invitation)
    if at >= invitation.expires_at:
        raise Refused(_("Diese Einladung ist abgelaufen. Bitte lassen Sie sich eine neue schicken."))
    _refuse_second_account(invitation.person, invitation.email)
    invitation.accepted_at = at
    invitation.save(update_fields=["accepted_at"])
    return open_account(person=invitation.person, email=invitation.email, actor=Actor.person(invitation.person), at=at)


@transaction.atomic
def open_account(*, person: Person, email: str, actor: Actor, at: datetime) -> Account:
    """Open an account without a password, with an address that is known to be the person's."""
    account = Account.objects.create_user(email=email, person=person)
    EmailAddress.objects.create(user=account, email=account.email, verified=True, primary=True)
    journal.record(events.ACCOUNT_OPENED, subject=person_reference(person), actor=actor, at=at)
    return account


@transaction.atomic
def block_account(*, account: Account, actor: Actor, at: datetime) -> Account:
    """Let nobody sign in with the account until it is unblocked; who is signed in is signed out.

    Raises Refused for one's own, and where nobody else who could sign in would hold a role by name.
    """
    if actor.reference == person_reference(account.person):
        raise Refused(_("Das eigene Konto sperren Sie nicht selbst. Bitte fragen Sie jemand anderen."))
    day = day_of(at)
    grants = Grant.objects.select_for_update(of=("self",)).in_force(day).order_by("pk")
    for role in {grant.role for grant in grants if grant.person_id == account.person_id}:
        others = grants.filter(role=role, person__account__is_active=True).exclude(person=account.person_id)
        if not others.exists():
            raise Refused(_("Danach könnte sich niemand mehr mit dieser Aufgabe anmelden. Das Konto bleibt offen."))
    row = _set_active(account, is_active=False)
    _sign_out(account)
    journal.record(events.ACCOUNT_BLOCKED, subject=person_reference(account.person), actor=actor, at=at)
    return row


@transaction.atomic
def unblock_account(*, account: Account, actor: Actor, at: datetime) -> Account:
    """Let the person sign in again, as before."""
    row = _set_active(account, is_active=True)
    journal.record(events.ACCOUNT_UNBLOCKED, subject=person_reference(account.person), actor=actor, at=at)
    return row


def _set_active(account: Account, *, is_active: bool) -> Account:
    """Raises Refused where it is so already."""
    row = Account.objects.select_for_update().get(pk=account.pk)
    if row.is_active == is_active:
        raise Refused(_("Das ist schon so. Bitte laden Sie die Seite neu."))
    row.is_active = is_active
    row.save(update_fields=["is_active"])
    return row


@transaction.atomic
def end_sessions(*, account: Account, actor: Actor, at: datetime) -> int:
    """Sign the account out everywhere, in how many browsers that was."""
    number = _sign_out(account)
    journal.record(
        events.SESSIONS_ENDED,
        subject=person_reference(account.person),
        actor=actor,
        at=at,
        changes={"sessions": number},
    )
    return number


def _sign_out(account: Account) -> int:
    sessions = list(UserSession.objects.select_for_update().filter(user=account))
    for session in sessions:
        session.end()
    return len(sessions)


def _open(invitation: Invitation) -> Invitation:
    invitation = Invitation.objects.select_for_update(of=("self",)).select_related("person").get(pk=invitation.pk)
    if invitation.accepted_at:
        raise Refused(_("Diese Einladung ist schon angenommen. Bitte melden Sie sich an."))
    if invitation.withdrawn_at:
        raise Refused(_("Diese Einladung gilt nicht mehr. Bitte lassen Sie sich eine neue schicken."))
    return invitation


def _refuse_second_account(person: Person, email: str) -> None:
    if Account.objects.filter(person=person).exists():
        raise Refused(_("Diese Person hat schon ein Konto. Sie kann sich anmelden."))
    if Account.objects.filter(email__iexact=email).exists():
        raise Refused(_("Diese E-Mail-Adresse gehört schon zu einem anderen Konto. Bitte nehmen Sie eine andere."))
