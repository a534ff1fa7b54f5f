"""Bodies, their seats, mandates of organisations, and sessions with agenda and attendance."""

from django.db import models
from django.db.models import Q, TextChoices
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, OF_NO_PERSON, WITH_THE_REGISTER, Personal, free_text
from mittelnetz.core.words import known_word
from mittelnetz.people.models import Person
from mittelnetz.register.models import Network, Organisation


class BodyKind(TextChoices):
    PLENUM = "plenum", _("Plenum")
    STEERING_GROUP = "steering_group", _("Leitungskreis")
    TRANSFER_GROUP = "transfer_group", _("AG Transfer")
    EXPERT_GROUP = "expert_group", _("Fachgruppe")
    NETWORK_CIRCLE = "network_circle", _("Netzwerktreffen")


class SessionStatus(TextChoices):
    PLANNED = "planned", _("geplant")
    HELD = "held", _("gehalten")
    CANCELLED = "cancelled", _("abgesagt")


class AgendaKind(TextChoices):
    CONTACTS_REPORT = "contacts_report", _("Bericht der Ansprechpersonen")
    DECISION = "decision", _("Beschluss")
    INFORMATION = "information", _("Information")
    DISCUSSION = "discussion", _("Austausch")
    CASE = "case", _("Verfahren")
    REPORT = "report", _("Bericht")
    OTHER = "other", _("Sonstiges")


class Body(models.Model):
    """A body of the federation, or the circle in which one network meets."""

    id = SlugKeyField()
    kind = CodeField(max_length=20, choices=BodyKind.choices)
    name = models.CharField(max_length=250)
    network = models.OneToOneField(Network, models.PROTECT, null=True, blank=True, related_name="circle")

    personal = Personal(besides={"name": OF_NO_PERSON})

    class Meta:
        constraints = [
            known_word("kind", BodyKind.values),
            models.CheckConstraint(
                condition=Q(kind=BodyKind.NETWORK_CIRCLE) ^ Q(network=None), name="bodies_body_circle_has_a_network"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Seat(PeriodModel):
    """A voice in a body, held by an organisation or a network through a person."""

    id = SlugKeyField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="seats")
    organisation = models.ForeignKey(Organisation, models.PROTECT, null=True, blank=True, related_name="seats")
    network = models.ForeignKey(Network, models.PROTECT, null=True, blank=True, related_name="seats")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="seats")
    deputy = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="deputy_seats")

    personal = Personal(
        what=_("Sitz in einem Gremium"),
        purpose=_("Wissen, wer in einem Gremium stimmt"),
        kept=WITH_THE_REGISTER,
        of=("person", "deputy"),
        fields={
            "body": _("Gremium"),
            "organisation": _("Organisation"),
            "network": _("Netzwerk"),
            "since": _("seit"),
            "until": _("letzter Tag"),
        },
    )

    class Meta(PeriodModel.Meta):
        constraints = [
            *PeriodModel.Meta.constraints,
            models.CheckConstraint(condition=Q(organisation=None) ^ Q(network=None), name="bodies_seat_has_one_holder"),
        ]

    def __str__(self) -> str:
        return f"{self.body_id}: {self.organisation_id or self.network_id}"


class Mandate(PeriodModel):
    """A person's time of acting for an organisation. Several people may hold a mandate for the same one."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="mandates")

    personal = Personal(
        what=_("Vertretung einer Organisation"),
        purpose=_("Wissen, wer für eine Organisation handelt"),
        kept=WITH_THE_REGISTER,
        of=("person",),
        fields={"organisation": _("Organisation"), "since": _("seit"), "until": _("letzter Tag")},
    )
    guards = (NoOverlap(by=("person", "organisation")),)

    class Meta(PeriodModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.person_id} for {self.organisation_id}"


class Session(models.Model):
    """A meeting of a body, perhaps for others too."""

    id = SlugKeyField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="sessions")
    also_for = models.ManyToManyField(Body, blank=True, related_name="shared_sessions")
    starts_at = models.DateTimeField()
    status = CodeField(max_length=20, choices=SessionStatus.choices)

    personal = NOTHING

    class Meta:
        constraints = [known_word("status", SessionStatus.values)]
        indexes = [models.Index(fields=["body", "starts_at"], name="session_by_body")]

    def __str__(self) -> str:
        return f"{self.body_id} {self.starts_at:%Y-%m-%d}"


class AgendaItem(models.Model):
    session = models.ForeignKey(Session, models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    kind = CodeField(max_length=20, choices=AgendaKind.choices)
    title = models.CharField(max_length=250)
    done = models.BooleanField(default=False)

    personal = free_text("title")

    class Meta:
        constraints = [
            known_word("kind", AgendaKind.values),
            models.UniqueConstraint(fields=["session", "position"], name="bodies_agendaitem_has_its_place"),
        ]

    def __str__(self) -> str:
        return self.title


class Attendance(models.Model):
    """A person was, or was not, at a session, perhaps for a network."""

    session = models.ForeignKey(Session, models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, models.PROTECT, related_name="attendance")
    representing = models.ForeignKey(Network, models.PROTECT, null=True, blank=True, related_name="attendance")
    present = models.BooleanField(default=False)

    personal = Personal(
        what=_("Teilnahme an Sitzungen"),
        purpose=_("Nachweis, wer dabei war"),
        kept=WITH_THE_REGISTER,
        of=("person",),
        fields={"session": _("Sitzung"), "representing": _("für das Netzwerk"), "present": _("anwesend")},
    )

    def __str__(self) -> str:
        return f"{self.person_id} at {self.session_id}"
