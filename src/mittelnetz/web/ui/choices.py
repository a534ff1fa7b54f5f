"""Word lists of the rulebook as a form offers them."""

from mittelnetz.rulebook.organisations import KINDS
from mittelnetz.web.templatetags.ui import spoken


def kind_choices() -> list[tuple[str, str]]:
    """In the language of the page."""
    return [(kind.code, spoken(kind)) for kind in KINDS]
