"""What every question has."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import ClassVar, Self

from django.utils.functional import Promise

from mittelnetz.people.actors import Actor
from mittelnetz.people.models import Person
from mittelnetz.register.answers import Given
from mittelnetz.register.models import Network, Organisation
from mittelnetz.register.words import Answer

Words = str | Promise


class Question(ABC):
    """Asked of somebody about one row. Its texts are in the language of whoever reads them.

    `purpose` is what its links are signed for. `wording` is the id of its text: whoever changes `title`, `sentence` or
    `choices` gives it the next one, for the journal keeps it with the answer.
    """

    purpose: ClassVar[str]
    wording: ClassVar[str]

    @classmethod
    @abstractmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:
        """The question about this row, as things stand on the day."""

    @property
    @abstractmethod
    def about(self) -> tuple[str, ...]:
        """What `find` takes."""

    @property
    @abstractmethod
    def whose(self) -> Organisation | Network | Person:
        """Whose word it is."""

    @property
    @abstractmethod
    def title(self) -> str: ...

    @property
    @abstractmethod
    def sentence(self) -> str: ...

    @property
    def details(self) -> Mapping[str, str]:
        """What else one must see to answer."""
        return {}

    @property
    @abstractmethod
    def choices(self) -> Mapping[Answer, Words]:
        """What one can answer; refusing is offered where it makes sense."""

    @abstractmethod
    def closed(self, day: date) -> str:
        """Why there is nothing to answer on the day; empty where there is."""

    @property
    @abstractmethod
    def answered(self) -> tuple[Answer, date] | None:
        """The last answer, and its day."""

    def offered(self, day: date) -> Mapping[Answer, Words]:  # noqa: ARG002 - some may be answered anew every year
        """What one can still answer: anything but what one has answered."""
        return {answer: words for answer, words in self.choices.items() if (answer,) != (self.answered or ())[:1]}

    @abstractmethod
    def answer(self, answer: Answer, *, given: Given, actor: Actor, at: datetime) -> None:
        """Carry out what follows from the answer. May raise Refused."""
