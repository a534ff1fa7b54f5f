"""What people are asked by mail, and answer with one click. The mail and the page ask it in the same words.

`find_question` leads from a link to what it asks today; `None` where there is no such thing any more.
"""

from collections.abc import Sequence
from datetime import date

from mittelnetz.register.questions.consent import Listing, Showing
from mittelnetz.register.questions.entries import ContactEntry, NetworkEntry, OrganisationEntry
from mittelnetz.register.questions.framework import Framework
from mittelnetz.register.questions.question import Question

KINDS: tuple[type[Question], ...] = (Listing, Showing, Framework, OrganisationEntry, NetworkEntry, ContactEntry)


def find_question(purpose: str, about: Sequence[str], day: date) -> Question | None:
    """At most three statements."""
    for kind in KINDS:
        if kind.purpose == purpose:
            return kind.find(about, day)
    return None
