"""The published schema of the federation file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from mittelnetz.exchange.schema import schema_text


@require_safe
def show_federation_schema(_request: HttpRequest) -> HttpResponse:
    return HttpResponse(schema_text(), content_type="application/schema+json; charset=utf-8")
