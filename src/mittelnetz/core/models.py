"""The journal, the public revision and dated settings."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from mittelnetz.core.fields import CodeField
from mittelnetz.core.guards import AppendOnly, NoOverlap
from mittelnetz.core.periods import PeriodModel
from mittelnetz.core.personal import NOTHING, Erasing, Personal
from mittelnetz.core.words import LANGUAGES, TEXT_PAGES, known_word


class Entry(models.Model):
    """One thing that was done, chained to the one before it. Written by `journal.record` only.

    `subject` and `actor` are references (`networks/suedwestfalen`, `people/<uuid>`), never names.
    `changes` is canonical JSON without names or free text.
    """

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    verb = CodeField(max_length=80, db_index=True)
    subject = CodeField(max_length=160, db_index=True)
    actor = CodeField(max_length=160, db_index=True)
    on_behalf_of = CodeField(max_length=160, blank=True)
    changes = models.TextField()
    commitment = CodeField(max_length=64, blank=True)
    hash_version = models.PositiveSmallIntegerField()
    previous_hash = CodeField(max_length=64)
    hash = CodeField(max_length=64, unique=True)

    personal = Personal(
        what=_("Einträge im Journal"),
        purpose=_("Nachweis, wer was wann geändert hat"),
        kept=_("für immer; Menschen stehen darin nur mit einer zufälligen Nummer"),
        references=("subject", "actor", "on_behalf_of"),
        fields={"at": _("Zeitpunkt"), "verb": _("Vorgang"), "changes": _("Änderung")},
    )
    guards = (AppendOnly(),)

    def __str__(self) -> str:
        return f"{self.number} {self.verb} {self.subject}"


class PersonalPart(models.Model):
    """What an entry says about a person by name or in free text. Erasing it leaves the chain whole.

    The entry holds only a salted commitment to it.
    """

    entry = models.OneToOneField(Entry, models.PROTECT, primary_key=True, related_name="personal_part")
    salt = CodeField(max_length=64)
    content = models.TextField()

    personal = Personal(
        what=_("Namen und freie Texte im Journal"),
        purpose=_("Nachweis, was geändert wurde"),
        kept=_("bis zur Löschung; der Nachweis gilt auch ohne sie"),
        erasing=Erasing.GOES,
        references=("entry__subject",),
        fields={"content": _("Inhalt")},
        texts=("content",),
    )

    def __str__(self) -> str:
        return f"personal part of {self.entry_id}"


class Head(models.Model):
    """The one row with the journal's last number and hash; locking it orders the entries."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    hash = CodeField(max_length=64)

    personal = NOTHING

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="core_head_is_one_row")]

    def __str__(self) -> str:
        return f"{self.number} {self.hash}"


class PublicRevision(models.Model):
    """The one row with the counter that rises with every change the public can see."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)

    personal = NOTHING

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="core_publicrevision_is_one_row")]

    def __str__(self) -> str:
        return str(self.number)


class SettingValue(PeriodModel):
    """A setting's value for a time; which settings there are stands in `rulebook/settings.py`."""

    key = CodeField(max_length=80)
    value = models.JSONField()

    personal = Personal(besides={"value": _("eine Einstellung; die Adresse darin ist die der Geschäftsstelle")})
    guards = (NoOverlap(by=("key",)),)

    class Meta(PeriodModel.Meta):
        pass

    def __str__(self) -> str:
        return f"{self.key} = {self.value}"


class Logo(models.Model):
    """A picture in the head of every page while the setting `logo` names it. Its content never changes."""

    sha256 = CodeField(max_length=64, primary_key=True)
    media_type = CodeField(max_length=20)
    content = models.BinaryField()

    personal = Personal(besides={"content": _("ein Bild")})

    def __str__(self) -> str:
        return self.sha256


class PageText(PeriodModel):
    """What the operator wrote for a page, in Markdown, for a time."""

    page = CodeField(max_length=20)
    language = CodeField(max_length=2)
    markdown = models.TextField()

    personal = Personal(besides={"markdown": _("Text des Betreibers, etwa das Impressum; er ändert ihn selbst")})
    guards = (NoOverlap(by=("page", "language")),)

    class Meta(PeriodModel.Meta):
        constraints = [*PeriodModel.Meta.constraints, known_word("page", TEXT_PAGES), known_word("language", LANGUAGES)]

    def __str__(self) -> str:
        return f"{self.page} ({self.language})"


class Attempt(models.Model):
    """Somebody without an account sent a form; kept for a day, to count (`core/throttle.py`)."""

    form = CodeField(max_length=40)
    sender = CodeField(max_length=64)
    at = models.DateTimeField()

    personal = Personal(
        what=_("Abgeschickte Formulare ohne Konto"),
        purpose=_("Schutz vor massenhaftem Absenden"),
        kept=_("einen Tag; der Anschluss steht nur als Prüfsumme da"),
        erasing=Erasing.GOES,
        fields={"sender": _("Anschluss"), "at": _("Zeitpunkt")},
    )

    class Meta:
        indexes = [models.Index(fields=["form", "sender", "at"], name="attempt_by_sender")]

    def __str__(self) -> str:
        return f"{self.form} {self.at}"
