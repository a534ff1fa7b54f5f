"""A row in every table that keeps something about people, all of one person; and their name in every free text."""

from datetime import UTC, date, datetime, timedelta

from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount, SocialApp, SocialToken
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.db import SessionStore

from mittelnetz.assessments.models import Answer, SelfAssessment
from mittelnetz.bodies.models import AgendaItem, Attendance, Body, Mandate, Seat, Session
from mittelnetz.core import journal
from mittelnetz.core.journal import Event
from mittelnetz.decisions.models import Decision
from mittelnetz.exchange.models import UploadedSheet
from mittelnetz.notifications.models import Message
from mittelnetz.offers.models import Offer
from mittelnetz.people.actions.accounts import invite_person, open_account
from mittelnetz.people.actions.persons import add_person
from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Grant, Person
from mittelnetz.register.models import (
    Contact,
    Cooperation,
    ErrorReport,
    IntermediaryOverride,
    NetworkDocument,
    NetworkSource,
    OrganisationSource,
    Pause,
)
from mittelnetz.reporting.models import Bulletin
from tests.factories import make_network, make_organisation, make_person

SINCE = date(2020, 1, 1)
AT = datetime(2026, 2, 14, 18, 30, tzinfo=UTC)


def fill_everything(id: str, *, name: str, email: str) -> Person:
    """`id` tells the records of two such people apart, and is the id of the person."""
    person = add_person(id=id, name=name, email=email, phone=f"0171 {name}", actor=Actor("system/test"), at=AT)
    own = Actor.person(person)
    invite_person(person=person, email=email, actor=own, at=AT)
    _fill_account(person, email)
    organisation = make_organisation(f"o-{id}")
    network = make_network(f"n-{id}", aims=f"{name} fragen")
    about = f"Von {name} <{email}>"
    Grant.objects.create(person=make_person(f"other-{id}"), role="operator", since=SINCE)
    Grant.objects.create(person=person, role="operator", since=SINCE)
    Contact.objects.create(person=person, network=network, function="moderation", since=SINCE, shown=True)
    Mandate.objects.create(person=person, organisation=organisation, since=SINCE)
    body = Body.objects.create(id=f"b-{id}", kind="plenum", name="Plenum")
    Seat.objects.create(id=f"s-{id}", body=body, organisation=organisation, person=person, since=SINCE)
    Seat.objects.create(id=f"d-{id}", body=body, organisation=organisation, deputy=person, until=date(2021, 1, 1))
    session = Session.objects.create(id=f"m-{id}", body=body, starts_at=AT, status="held")
    Attendance.objects.create(session=session, person=person, present=True)
    AgendaItem.objects.create(session=session, position=1, kind="report", title=about)
    Decision.objects.create(
        id=f"e-{id}", body=body, title=about, method="consensus", outcome="adopted", closed_on=SINCE
    )
    Bulletin.objects.create(id=f"u-{id}", body=body, title=about, published_on=SINCE)
    Offer.objects.create(id=f"a-{id}", organisation=organisation, title=about, description=about, format="advice")
    assessment = SelfAssessment.objects.create(network=network, completed_on=SINCE)
    Answer.objects.create(assessment=assessment, criterion="QK1", fulfilled=True, comment=about)
    Pause.objects.create(network=network, since=SINCE, until=date(2020, 2, 1), reason=about)
    IntermediaryOverride.objects.create(organisation=organisation, counts=True, reason=about)
    NetworkSource.objects.create(network=network, statement=about, url="https://example.org/")
    OrganisationSource.objects.create(organisation=organisation, statement=about, url="https://example.org/")
    Cooperation.objects.create(id=f"k-{id}", network=network, with_other=about, kind="expert_group", since=SINCE)
    NetworkDocument.objects.create(
        network=network, title=about, kind="pdf", size=1, sha256="0" * 64, content=b"%", added_at=AT, added_by=person
    )
    ErrorReport.objects.create(text=about, email=email, received_at=AT)
    _fill_outbox(id, person, about)
    UploadedSheet.objects.create(
        kind="contacts", headings=["Name"], rows=[[2, [name]]], columns={"name": 0}, uploaded_by=person, uploaded_at=AT
    )
    journal.record(Event("test.told", is_public=False), subject="x/1", actor=own, at=AT, personal={"text": about})
    return person


def _fill_account(person: Person, email: str) -> None:
    account = open_account(person=person, email=email, actor=Actor.person(person), at=AT)
    EmailConfirmation.create(EmailAddress.objects.get(user=account)).save()
    Authenticator.objects.create(user=account, type="totp", data={"secret": person.name})
    social = SocialAccount.objects.create(
        user=account, provider="house", uid=email, extra_data={"name": person.name, "email": email}
    )
    app = SocialApp.objects.create(provider="openid_connect", name="Haus", client_id=str(person.uuid))
    SocialToken.objects.create(app=app, account=social, token=f"of {email}")
    session = SessionStore()
    session["_auth_user_id"] = str(account.pk)
    session["account_login"] = {"email": email}
    session.create()
    UserSession.objects.create(user=account, ip="192.0.2.1", session_key=session.session_key, user_agent=person.name)


def _fill_outbox(id: str, person: Person, about: str) -> None:
    values = {"language": "de", "subject": about, "text": about, "html": f"<p>{about}</p>", "queued_at": AT}
    waits = {"state": "queued", "next_attempt_at": AT + timedelta(hours=1)}
    gone = {"state": "sent", "channel": "smtp", "sent_at": AT}
    failed = {"state": "failed", "attempts": 1, "last_error": about}
    for number, (state, to) in enumerate(
        (
            (waits, {"address": person.email, "recipient": person}),
            (gone, {"address": person.email, "recipient": person}),
            (failed, {"address": person.email, "recipient": person}),
            (gone, {"address": person.email}),
            (gone, {"address": "buero@example.org"}),
        )
    ):
        Message.objects.create(message_id=f"<{number}-{id}@example.org>", **values, **state, **to)
