"""Closed word lists of the outbox."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class State(models.TextChoices):
    QUEUED = "queued", _("wartet")
    SENDING = "sending", _("wird gesendet")
    SENT = "sent", _("gesendet")
    FAILED = "failed", _("nicht zugestellt")


class Channel(models.TextChoices):
    SMTP = "smtp", _("an den Mailserver")
    DEMO = "demo", _("nur in diesen Postausgang")


OPEN = (State.QUEUED, State.SENDING)
