"""Handing one mail to the mail server."""

import logging
from dataclasses import dataclass
from email.utils import format_datetime
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPResponseException

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.core.mail.backends.smtp import EmailBackend

from mittelnetz.notifications.models import Message

PERMANENT = 500

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a mail was not taken. `is_permanent`: the server will not take it later, either."""

    reason: str
    is_permanent: bool


def connection() -> EmailBackend:
    """Opens itself with the first mail, and serves for the following ones; must be closed."""
    return EmailBackend()


def deliver(message: Message, connection: EmailBackend) -> Failure | None:
    try:
        connection.open()  # a connection that `send` opens, it also closes
        _mail(message, connection).send()
    except Exception as error:
        # Whatever is wrong with this mail, the next one shall go out, over a connection that works.
        logger.info("message %s", message.pk, exc_info=True)
        connection.close()
        return Failure(_reason(error), _is_permanent(error))
    return None


def _mail(message: Message, connection: EmailBackend) -> EmailMultiAlternatives:
    """The same at every attempt, so that a mail which arrives twice is known as one."""
    headers = {
        "Message-ID": message.message_id,
        "Date": format_datetime(message.queued_at),
        "Auto-Submitted": "auto-generated",
        "Content-Language": message.language,
    }
    mail = EmailMultiAlternatives(
        message.subject, message.text, settings.DEFAULT_FROM_EMAIL, [message.address],
        connection=connection, headers=headers,
    )  # fmt: skip
    mail.attach_alternative(message.html, "text/html")
    return mail


def _is_permanent(error: Exception) -> bool:
    """Only what the server says about this recipient or this mail; whatever else is wrong can be put right."""
    if isinstance(error, SMTPRecipientsRefused):
        return all(code >= PERMANENT for code, _ in error.recipients.values())
    return isinstance(error, SMTPDataError) and error.smtp_code >= PERMANENT


def _reason(error: Exception) -> str:
    if isinstance(error, SMTPRecipientsRefused):
        return "; ".join(_answer(code, answer) for code, answer in error.recipients.values())
    if isinstance(error, SMTPResponseException):
        return _answer(error.smtp_code, error.smtp_error)
    return f"{type(error).__name__}: {error}"


def _answer(code: int, answer: bytes | str) -> str:
    return f"{code} {answer.decode(errors='replace') if isinstance(answer, bytes) else answer}"
