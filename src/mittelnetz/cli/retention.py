"""`mittelnetz retain`: what is older than it may be."""

from django.utils import timezone, translation

from mittelnetz.operations import setup
from mittelnetz.operations.retention import apply_retention, what_is_due
from mittelnetz.people.actors import COMMAND_LINE


def retain(*, dry_run: bool) -> int:
    """Remove it, or only say how much there is."""
    setup.prepare_database()
    now = timezone.now()
    found = what_is_due(now) if dry_run else apply_retention(actor=COMMAND_LINE, at=now)
    with translation.override("en"):
        for due in found:
            print(f"{due.number:6} {due.rule.setting} = {due.days}   {due.rule.what}")
    print("Nothing is changed: this was a dry run." if dry_run else "Done.")
    return 0
