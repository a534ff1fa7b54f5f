"""Pages that only read do so in one read transaction."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.template.response import SimpleTemplateResponse

from mittelnetz.core.transactions import reading

View = Callable[..., HttpResponseBase]


def outside_transaction(view: View) -> View:
    """Marks a view that must answer even when the database does not."""
    view.is_outside_transaction = True  # type: ignore[attr-defined]
    return view


class ReadOnlyTransactionMiddleware:
    """Runs the views of GET and HEAD, and the rendering of what they return, in one read transaction.

    Such a view sees one state of the database, blocks nobody, and cannot write.
    The body of a streamed response is made after the view, so its generator must open `reading()` itself.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: View, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponseBase | None:
        if request.method not in {"GET", "HEAD"} or getattr(view, "is_outside_transaction", False):
            return None
        with reading():
            response = view(request, *args, **kwargs)
            return response.render() if isinstance(response, SimpleTemplateResponse) else response
