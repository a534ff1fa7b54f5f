"""Accounts come about by invitation, roles by grant."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from mittelnetz.core.models import Entry, PersonalPart
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actions.accounts import VALID_FOR, accept_invitation, invite_person, withdraw_invitation
from mittelnetz.people.actions.grants import end_grant, grant_role, strike_grant
from mittelnetz.people.models import Account, Grant, Invitation
from mittelnetz.people.queries import roles_granted
from mittelnetz.people.words import Role
from tests.factories import make_person

pytestmark = pytest.mark.django_db
SINCE = date(2026, 1, 1)


@pytest.fixture
def person():
    return make_person()


@pytest.fixture
def invite(actor, at):
    return lambda person, email="toni@example.org", after=timedelta(): invite_person(
        person=person, email=email, actor=actor, at=at + after
    )


def test_an_invitation_opens_the_account_of_its_person(invite, person, at):
    account = accept_invitation(invitation=invite(person), at=at + timedelta(days=1))
    assert (account.person, account.email) == (person, "toni@example.org")
    assert not account.has_usable_password()
    assert account.emailaddress_set.get().verified
    verbs = list(Entry.objects.order_by("number").values_list("verb", "actor"))
    assert verbs == [("people.person_invited", "system/test"), ("people.account_opened", f"people/{person.uuid}")]


def test_the_journal_keeps_the_address_where_it_can_be_erased(invite, person):
    invite(person)
    entry = Entry.objects.get()
    assert "toni@" not in entry.changes
    assert "toni@" in PersonalPart.objects.get(entry=entry).content


def test_a_second_invitation_takes_the_place_of_the_first(invite, person, at):
    first, second = invite(person), invite(person, "neu@example.org", after=timedelta(days=1))
    with pytest.raises(Refused, match="gilt nicht mehr"):
        accept_invitation(invitation=first, at=at + timedelta(days=2))
    assert accept_invitation(invitation=second, at=at + timedelta(days=2)).email == "neu@example.org"


def test_an_invitation_expires(invite, person, at):
    invitation = invite(person)
    with pytest.raises(Refused, match="abgelaufen"):
        accept_invitation(invitation=invitation, at=at + VALID_FOR)
    assert not Account.objects.exists()


def test_an_invitation_is_accepted_once(invite, person, at):
    invitation = invite(person)
    accept_invitation(invitation=invitation, at=at)
    with pytest.raises(Refused, match="schon angenommen"):
        accept_invitation(invitation=invitation, at=at)


def test_an_invitation_can_be_taken_back(invite, person, actor, at):
    invitation = invite(person)
    withdraw_invitation(invitation=invitation, actor=actor, at=at)
    with pytest.raises(Refused, match="gilt nicht mehr"):
        accept_invitation(invitation=invitation, at=at)


def test_who_has_an_account_is_not_invited_again(invite, person, at):
    accept_invitation(invitation=invite(person), at=at)
    with pytest.raises(Refused, match="hat schon ein Konto"):
        invite(person)
    with pytest.raises(Refused, match="gehört schon zu einem anderen Konto"):
        invite(make_person("other"), "TONI@example.org")


def test_an_address_that_was_taken_meanwhile_is_refused(invite, person, at):
    first, second = invite(person), invite(make_person("other"))
    accept_invitation(invitation=first, at=at)
    with pytest.raises(Refused, match="gehört schon zu einem anderen Konto"):
        accept_invitation(invitation=second, at=at)


def test_the_database_keeps_one_open_invitation_for_each_person(invite, person, at):
    invite(person)
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(person=person, email="x@example.org", invited_at=at, expires_at=at + VALID_FOR)


def test_a_role_is_held_for_its_time(person, actor, at):
    grant_role(person=make_person("other"), role=Role.OFFICE, since=SINCE, actor=actor, at=at)
    grant = grant_role(person=person, role=Role.OFFICE, since=SINCE, actor=actor, at=at)
    with pytest.raises(Refused, match="hat diese Aufgabe schon"):
        grant_role(person=person, role=Role.OFFICE, since=date(2026, 3, 1), actor=actor, at=at)
    end_grant(grant=grant, on=date(2026, 6, 1), actor=actor, at=at)
    days = (date(2025, 12, 31), SINCE, date(2026, 5, 31), date(2026, 6, 1))
    assert [roles_granted(person, day) for day in days] == [set(), {"office"}, {"office"}, set()]
    with pytest.raises(Refused, match="prüfen Sie das Datum"):
        end_grant(grant=grant, on=date(2026, 7, 1), actor=actor, at=at)


def test_somebody_always_holds_it(person, actor, at):
    first = grant_role(person=person, role=Role.OPERATOR, since=SINCE, actor=actor, at=at)
    later = date(2026, 9, 1)
    second = grant_role(person=make_person("other"), role=Role.OPERATOR, since=later, actor=actor, at=at)
    with pytest.raises(Refused, match="niemand mehr diese Aufgabe"):
        end_grant(grant=first, on=date(2026, 8, 1), actor=actor, at=at)
    with pytest.raises(Refused, match="niemand mehr diese Aufgabe"):
        strike_grant(grant=first, actor=actor, at=at)
    end_grant(grant=first, on=later, actor=actor, at=at)
    Grant.objects.filter(pk=first.pk).update(until=date(2026, 6, 1))
    strike_grant(grant=first, actor=actor, at=at)  # it has ended, so nobody loses anything
    with pytest.raises(Refused, match="niemand mehr diese Aufgabe"):
        strike_grant(grant=second, actor=actor, at=at)
