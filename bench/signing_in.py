"""Signs somebody of the office in, who may open every workspace; prints the cookie of the session, which is real."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
django.setup()

from django.conf import settings
from django.test import Client
from django.utils import timezone

from mittelnetz.people.actions.accounts import open_account
from mittelnetz.people.actions.grants import grant_role
from mittelnetz.people.actions.persons import add_person
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.people.words import Role


def main() -> None:
    now = timezone.now()
    person = add_person(id="bench", name="Bench", actor=COMMAND_LINE, at=now)
    grant_role(person=person, role=Role.OFFICE, since=timezone.localdate(now), actor=COMMAND_LINE, at=now)
    client = Client()
    client.force_login(open_account(person=person, email="bench@example.org", actor=COMMAND_LINE, at=now))
    print(f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}", end="")


if __name__ == "__main__":
    main()
