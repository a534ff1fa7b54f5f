"""Says whether this process can do its work, for monitors."""

from django.core.exceptions import ObjectDoesNotExist
from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from mittelnetz.core import journal
from mittelnetz.web.middleware import outside_transaction


@outside_transaction
@never_cache
@require_safe
def healthz(_request: HttpRequest) -> HttpResponse:
    """200 and "ok" when the database answers and is migrated, else 503 and the reason."""
    try:
        journal.public_revision()
    except (DatabaseError, ObjectDoesNotExist) as error:
        reason = f"database not usable: {type(error).__name__}"
        return HttpResponse(f"{reason}\n", status=503, content_type="text/plain; charset=utf-8")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8")
