"""Pages that are the same for everybody who is not signed in."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponseBase, QueryDict

View = Callable[..., HttpResponseBase]


def public_page(*parameters: str) -> Callable[[View], View]:
    """Marks a view, and names the parameters of its address; no other ever reaches it.

    The page cache keeps such pages. So what they show must follow from the address, the day, the release, and data
    that no action changes without raising the public revision.
    """

    def mark(view: View) -> View:
        @wraps(view)
        def show(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            request.GET = QueryDict(known_query(request, parameters))
            return view(request, *args, **kwargs)

        show.known_parameters = parameters  # type: ignore[attr-defined]
        return show

    return mark


def known_parameters(view: View) -> tuple[str, ...] | None:
    """What a public page knows; None for a view that is no public page."""
    return getattr(view, "known_parameters", None)


def known_query(request: HttpRequest, parameters: tuple[str, ...]) -> str:
    """The known parameters of an address, in the order in which they are named."""
    return urlencode([(name, value) for name in parameters for value in request.GET.getlist(name)])
