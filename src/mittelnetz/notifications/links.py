"""Links in mails."""

from django.conf import settings


def link_to(path: str) -> str:
    """The page's whole address, as the operator has named it; without that, its path is all that can be trusted."""
    return f"{settings.ADDRESS}{path}"
