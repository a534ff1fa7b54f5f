"""Commands for what an operator sets: settings, logo, and the texts of imprint, privacy and so on."""

import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from django.utils import timezone, translation

from mittelnetz.core.logos import change_logo
from mittelnetz.core.refusals import Refused
from mittelnetz.core.settings import DEFAULTS, change_setting, settings_on
from mittelnetz.core.texts import change_text, texts_on
from mittelnetz.operations import setup
from mittelnetz.people.actors import COMMAND_LINE
from mittelnetz.web.public.views.texts import default_text


def list_settings() -> int:
    """Every setting with its value of today."""
    setup.prepare_database()
    for key, value in sorted(settings_on(timezone.localdate()).items()):
        mark = "" if value == DEFAULTS[key] else f"   (default: {_shown(DEFAULTS[key])})"
        print(f"{key:30} {_shown(value)}{mark}")
    return 0


def set_setting(*, key: str, value: str, since: date | None) -> int:
    """Set a value; it is read as the kind of value that the setting has."""
    default = DEFAULTS.get(key, "")
    read: bool | int | str = value
    if isinstance(default, bool):
        read = {"true": True, "false": False}.get(value, value)
    elif isinstance(default, int) and value.isdecimal():
        read = int(value)
    return _carried_out(
        lambda: change_setting(key=key, value=read, since=_day(since), actor=COMMAND_LINE, at=timezone.now())
    )


def set_logo(*, file: Path, since: date | None) -> int:
    content = file.read_bytes()
    return _carried_out(lambda: change_logo(content=content, since=_day(since), actor=COMMAND_LINE, at=timezone.now()))


def text(*, page: str, language: str, source: Path | None, since: date | None) -> int:
    """Print a page's Markdown as it is shown, or take a new one over."""
    if source is None:
        setup.prepare_database()
        print(texts_on(page, timezone.localdate()).get(language) or default_text(page, language), end="")
        return 0
    markdown = source.read_text(encoding="utf-8")
    return _carried_out(
        lambda: change_text(
            page=page, language=language, markdown=markdown, since=_day(since), actor=COMMAND_LINE, at=timezone.now()
        )
    )


def _carried_out(action: Callable[[], object]) -> int:
    setup.prepare_database()
    try:
        with translation.override("en"):  # like everything on the command line
            action()
    except Refused as refusal:
        print(f"mittelnetz: {refusal.sentence}", file=sys.stderr)
        return 2
    return 0


def _day(since: date | None) -> date:
    return since or timezone.localdate()


def _shown(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value) or "–"
