"""People, and the accounts with which they sign in."""

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField, SlugKeyField
from mittelnetz.core.guards import NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import AS_LONG_AS_SET, WITH_THE_ACCOUNT, WITH_THE_REGISTER, Erasing, Ground, Personal
from mittelnetz.core.words import LANGUAGES, known_word
from mittelnetz.people.words import Role


class Person(models.Model):
    """A human being. The journal knows people by `uuid` only, so that they can be erased.

    Of somebody who was erased, the row stays with the name `ERASED_NAME`.
    """

    id = SlugKeyField()
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=50, blank=True)
    language = CodeField(max_length=2, default="de")
    erasure_asked_at = models.DateTimeField(null=True, blank=True)
    erased_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        what=_("Angaben zur Person"),
        purpose=_("Wissen, wer für wen handelt und wie man ihn erreicht"),
        kept=_("bis zur Löschung"),
        of=("pk",),
        fields={
            "name": _("Name"),
            "email": _("E-Mail"),
            "phone": _("Telefon"),
            "language": _("Sprache der Mails"),
            "erasure_asked_at": _("um Löschung gebeten"),
        },
    )

    class Meta:
        constraints = [known_word("language", LANGUAGES)]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts."""

    def create_user(self, email: str, person: Person, password: str | None = None, **fields: Any) -> "Account":
        account = self.model(email=self.normalize_email(email), person=person, **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser, PermissionsMixin):
    """Signs in as exactly one person. Organisations never sign in."""

    email = models.EmailField(unique=True)
    person = models.OneToOneField(Person, models.PROTECT, related_name="account")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)

    personal = Personal(
        what=_("Konto"),
        purpose=_("Anmelden"),
        kept=WITH_THE_ACCOUNT,
        ground=Ground.ACCOUNT,
        erasing=Erasing.GOES,
        of=("person",),
        fields={"email": _("E-Mail"), "last_login": _("zuletzt angemeldet")},
        besides={"password": _("steht nur als Prüfsumme da")},
    )

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["person"]

    objects = AccountManager()

    def __str__(self) -> str:
        return self.email


class Invitation(models.Model):
    """Whoever opens its link becomes the account of this person, until it expires or is taken back."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    email = models.EmailField()
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    personal = Personal(
        what=_("Einladungen"),
        purpose=_("Ein Konto eröffnen"),
        kept=AS_LONG_AS_SET,
        ground=Ground.ACCOUNT,
        erasing=Erasing.GOES,
        of=("person",),
        fields={
            "email": _("E-Mail"),
            "invited_at": _("eingeladen"),
            "expires_at": _("gilt bis"),
            "accepted_at": _("angenommen"),
            "withdrawn_at": _("zurückgenommen"),
        },
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("invited_at")), name="people_invitation_expires_after_it_is_sent"
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None) | Q(withdrawn_at=None), name="people_invitation_ends_in_one_way"
            ),
            models.UniqueConstraint(
                fields=["person"],
                condition=Q(accepted_at=None, withdrawn_at=None),
                name="people_invitation_is_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"invitation of {self.person_id}"


class Grant(PeriodModel):
    """A role that a person holds by name for a time: the office, or the operator."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="grants")
    role = CodeField(max_length=20, choices=Role.choices)

    personal = Personal(
        what=_("Aufgaben in Geschäftsstelle und Technik"),
        purpose=_("Wissen, wer was darf"),
        kept=WITH_THE_REGISTER,
        of=("person",),
        fields={"role": _("Aufgabe"), "since": _("seit"), "until": _("letzter Tag")},
    )
    guards = (NoOverlap(by=("person", "role")),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("role", Role.values)]

    def __str__(self) -> str:
        return f"{self.role}: {self.person_id}"
