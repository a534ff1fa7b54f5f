"""What a person did, and what was done to their record."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.people.models import Person
from mittelnetz.register.queries.journal import entries_of_person
from mittelnetz.web.acting import needs
from mittelnetz.web.journal.listing import answer_journal


@require_safe
@needs(KEEP_REGISTER)
def show_history(request: HttpRequest, person_id: str) -> HttpResponseBase:
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        raise Http404
    context = {"person": person}
    name = f"verlauf-{person_id}"
    return answer_journal(request, entries_of_person(person), "office/people/history.html", context, file_name=name)
