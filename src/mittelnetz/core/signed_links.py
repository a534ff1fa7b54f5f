"""Links in mails that let people answer without an account.

Each is signed for one purpose, one recipient and one thing, and expires. What it opens is asked of the register then.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.core import signing

VALID_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Asked:
    """`who`: the reference of whoever got the mail. `about`: what names the thing, as the purpose has it."""

    purpose: str
    who: str
    about: tuple[str, ...]


class ForgedError(Exception):
    """Nobody of ours made this link, or it was changed on its way."""


class ExpiredError(Exception):
    """The link was ours, and is too old."""


def token_for(asked: Asked, *, at: datetime) -> str:
    """The same for the same moment; it opens from then on, until it expires."""
    expires = int((at + VALID_FOR).timestamp())
    return f"{asked.purpose}:{_signer(asked.purpose).sign_object([asked.who, asked.about, expires])}"


def open_token(token: str, *, at: datetime) -> Asked:
    """Raises ForgedError or ExpiredError."""
    purpose, _, signed = token.partition(":")
    try:
        who, about, expires = _signer(purpose).unsign_object(signed)
    except signing.BadSignature:
        raise ForgedError from None
    if at.timestamp() >= expires:
        raise ExpiredError
    return Asked(purpose, who, tuple(about))


def _signer(purpose: str) -> signing.Signer:
    """Each purpose has a salt of its own, so that no signature fits another one."""
    return signing.Signer(salt=f"mittelnetz.answer.{purpose}")
