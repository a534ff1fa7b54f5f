"""The command that brings a restored backup up to date with those who were erased since."""

import sys
from pathlib import Path

from django.utils import timezone, translation

from mittelnetz.core.refusals import Refused
from mittelnetz.operations import setup
from mittelnetz.operations.erasing import erase_person
from mittelnetz.operations.erasures import noted_in
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.people.models import Person


def erase(*, source: Path) -> int:
    """Erase whoever is on the list and still here; to do it again changes nothing. 1 where somebody could not be."""
    try:
        noted = noted_in(source)
    except ValueError as error:
        print(f"mittelnetz: {error}", file=sys.stderr)
        return 2
    setup.prepare_database()
    people = list(Person.objects.filter(uuid__in=noted, erased_at=None))
    refused = 0
    for person in people:
        try:
            with translation.override("en"):  # like everything on the command line
                erase_person(person=person, actor=COMMAND_LINE, at=timezone.now())
        except Refused as refusal:
            refused += 1
            print(f"mittelnetz: {person.uuid}: {refusal.sentence}", file=sys.stderr)
    print(f"{len(noted)} on the list, {len(people) - refused} erased now")
    return 1 if refused else 0
