"""How a mail is written: one text for each kind, from which its HTML is made."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.template import Context
from django.template.loader import get_template
from django.utils import translation

from mittelnetz.core.words import LANGUAGES

LONGEST_SUBJECT = 200


@dataclass(frozen=True, slots=True)
class Mail:
    """What is written in a mail."""

    subject: str
    text: str
    html: str


def write_mail(kind: str, *, language: str, values: Mapping[str, Any], federation: str) -> Mail:
    """Fill the template of the kind: up to the first empty line the subject, then the text."""
    if language not in LANGUAGES:
        raise ValueError(f"no mail is written in {language}")
    with translation.override(language):
        written = _filled(f"notifications/{kind}.txt", values, autoescape=False).strip()
        head, _, text = re.sub(r"[^\S\n]+\n", "\n", written).partition("\n\n")
        subject = " ".join(head.split())[:LONGEST_SUBJECT]
        text = re.sub(r"\n{3,}", "\n\n", text.strip())
        frame = {"language": language, "subject": subject, "text": text, "federation": federation}
        html = _filled("notifications/frame.html", frame, autoescape=True)
    return Mail(subject, f"{text}\n\n-- \n{federation}\n", html)


def _filled(template: str, values: Mapping[str, Any], *, autoescape: bool) -> str:
    compiled: Any = get_template(template)  # the stubs know no template of a backend
    return str(compiled.template.render(Context(dict(values), autoescape=autoescape)))
