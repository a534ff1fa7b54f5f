"""Do you know what we work by? Asked of partners, for each document and version in force (QK8, GL5)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, Self

from django.utils.translation import gettext as _

from mittelnetz.people.actors import Actor
from mittelnetz.register.actions.partnerships import acknowledge_framework
from mittelnetz.register.answers import Given
from mittelnetz.register.models import FrameworkVersion, Organisation, Partnership
from mittelnetz.register.questions.consent import partnership_closed
from mittelnetz.register.questions.question import Question, Words
from mittelnetz.register.words import Answer


@dataclass(frozen=True, slots=True)
class Framework(Question):
    partnership: Partnership
    version: FrameworkVersion
    acknowledged_on: date | None = None

    purpose: ClassVar[str] = "framework"
    wording: ClassVar[str] = "framework-1"

    @classmethod
    def find(cls, about: Sequence[str], day: date) -> Self | None:  # noqa: ARG003 - `closed` asks for it
        pk, document, name = about
        rows = Partnership.objects.select_related("organisation", "network").prefetch_related("acknowledgements")
        row = rows.filter(pk=pk).first()
        version = FrameworkVersion.objects.filter(document=document, version=name).order_by("since").last()
        if row is None or version is None:
            return None
        days = {(known.document, known.version): known.acknowledged_on for known in row.acknowledgements.all()}
        return cls(row, version, days.get((document, name)))

    @property
    def about(self) -> tuple[str, ...]:
        return (str(self.partnership.pk), self.version.document, self.version.version)

    @property
    def whose(self) -> Organisation:
        return self.partnership.organisation

    @property
    def title(self) -> str:
        return _("Kennen Sie diese Grundlage: %(document)s?") % {"document": self.version.get_document_display()}

    @property
    def sentence(self) -> str:
        return _(
            "Für alle Netzwerke gilt „%(document)s“ in der Fassung %(version)s. „%(organisation)s“ ist Partner von "
            "„%(network)s“ und bestätigt: Das kennen wir."
        ) % {
            "document": self.version.get_document_display(),
            "version": self.version.version,
            "organisation": self.whose.name,
            "network": self.partnership.network.name,
        }

    @property
    def choices(self) -> Mapping[Answer, Words]:
        return {Answer.YES: _("Ja, das kennen wir")}

    def closed(self, day: date) -> str:
        if not self.version.period.is_in_force(day):
            return _("Diese Fassung gilt nicht mehr. Sie bekommen eine neue Mail, sobald eine andere gilt.")
        return partnership_closed(self.partnership, day)

    @property
    def answered(self) -> tuple[Answer, date] | None:
        return (Answer.YES, self.acknowledged_on) if self.acknowledged_on else None

    def answer(self, answer: Answer, *, given: Given, actor: Actor, at: datetime) -> None:
        if answer == Answer.YES:
            acknowledge_framework(
                partnership=self.partnership,
                document=self.version.document,
                version=self.version.version,
                given=given,
                actor=actor,
                at=at,
            )
