"""Entries that look like the same organisation twice: the office has two of them merged, or says that they differ."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from mittelnetz.access.office import KEEP_REGISTER
from mittelnetz.register.actions.distinctions import tell_apart, withdraw_distinction
from mittelnetz.register.models import Organisation
from mittelnetz.register.queries.duplicates import likely_duplicates, organisations_alike
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.office.frame import show
from mittelnetz.web.public.lists import choice_from, sorted_list_page
from mittelnetz.web.ui.buttons import chosen_row, press
from mittelnetz.web.ui.form_page import SeeOther

TOLD_APART = "verschieden"


@require_http_methods(["GET", "HEAD", "POST"])
@needs(KEEP_REGISTER)
def list_duplicates(request: HttpRequest) -> HttpResponse:
    """Those that nobody has told apart yet; with `?stand=verschieden` those that somebody has."""
    filters = {"stand": choice_from(request, "stand", [TOLD_APART])}
    is_told_apart = filters["stand"] == TOLD_APART
    if request.method == "POST":
        return _merge(request) if "kept" in request.POST else _judge(request, is_told_apart=is_told_apart)
    groups = likely_duplicates(told_apart=is_told_apart)
    page = sorted_list_page(request, groups, filters, order=("folded_name", "id"))
    context = {
        "page": page,
        "groups": organisations_alike(page.rows),
        "number": len(groups),
        "is_told_apart": is_told_apart,
    }
    return show(request, "office/organisations/duplicates.html", context)


def _merge(request: HttpRequest) -> HttpResponse:
    kept, merged = (chosen_row(request, name, Organisation.objects.all()) for name in ("kept", "merged"))
    return SeeOther(f"{reverse('office:merge-organisation', args=[kept.pk])}?mit={merged.pk}")


def _judge(request: HttpRequest, *, is_told_apart: bool) -> HttpResponse:
    """The button names all that were seen: what has come to look like them since is not among them."""
    ids = request.POST.get("ids", "").replace("\0", "").split()
    do = withdraw_distinction if is_told_apart else tell_apart
    said = _("Die Einträge stehen wieder zur Prüfung an.") if is_told_apart else _("Vermerkt: Das sind verschiedene.")
    return press(
        request,
        lambda: do(ids=ids, actor=actor_in(request), at=timezone.now()),
        then=request.get_full_path(),
        said=said,
    )
