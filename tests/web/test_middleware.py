"""Reading pages do so in one read transaction."""

import pytest
from django.db import DatabaseError, connection
from django.http import HttpResponse
from django.template import engines
from django.template.response import TemplateResponse

from mittelnetz.core.models import PublicRevision
from mittelnetz.web.middleware import ReadOnlyTransactionMiddleware, outside_transaction

pytestmark = pytest.mark.usefixtures("committed_db")


def answer(request, view):
    return ReadOnlyTransactionMiddleware(lambda _request: None).process_view(request, view, (), {})


@pytest.mark.parametrize("method", ["get", "head"])
def test_a_reading_view_cannot_write(rf, method):
    def write(_request):
        PublicRevision.objects.update(number=99)

    with pytest.raises(DatabaseError):
        answer(getattr(rf, method)("/"), write)
    PublicRevision.objects.update(number=1)  # and the connection can write again


def test_templates_are_rendered_inside(rf):
    inside = []
    template = engines["django"].from_string("{{ look }}")

    def view(request):
        return TemplateResponse(request, template, {"look": lambda: inside.append(connection.in_atomic_block)})

    assert answer(rf.get("/"), view).is_rendered
    assert inside == [True]


def test_a_writing_method_is_left_alone(rf):
    assert answer(rf.post("/"), HttpResponse) is None


def test_a_view_may_stay_outside(rf):
    assert answer(rf.get("/"), outside_transaction(lambda _request: HttpResponse())) is None
