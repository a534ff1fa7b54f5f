"""The documents of a network: kept, fetched and removed. They are never shown in a page of ours."""

from pathlib import PurePath
from typing import Any

from csp.constants import NONE
from csp.decorators import csp
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from mittelnetz.access import networks
from mittelnetz.core.file_kinds import FILE_KINDS
from mittelnetz.register.actions.documents import LARGEST, add_document, remove_document
from mittelnetz.register.models import NetworkDocument
from mittelnetz.register.queries.documents import documents_of
from mittelnetz.web.acting import actor_in, needs
from mittelnetz.web.mine.networks.frame import Workspace, workspace
from mittelnetz.web.ui.form_page import FormPage, answer
from mittelnetz.web.ui.forms import PlainForm


class DocumentForm(PlainForm):
    file = forms.FileField(
        label=_("Datei"),
        help_text=_("PDF, PNG, JPEG, ODT, DOCX oder XLSX, höchstens 5 MB."),
        error_messages={
            "required": _("Bitte wählen Sie eine Datei aus."),
            "empty": _("Diese Datei ist leer. Bitte wählen Sie eine andere aus."),
        },
    )
    title = forms.CharField(
        label=_("Titel"), help_text=_("Ohne Titel nehmen wir den Namen der Datei."), max_length=200, required=False
    )

    @property
    def named(self) -> str:
        """The title, else the name of the file."""
        upload = self.cleaned_data["file"]
        return self.cleaned_data["title"] or PurePath(upload.name).stem[:200] or gettext("Unterlage")

    @property
    def content(self) -> bytes:
        """As much of it as it takes to see that it is too large."""
        upload: UploadedFile[bytes] = self.cleaned_data["file"]
        return bytes(upload.read(LARGEST + 1))


@require_safe
@needs(networks.EDIT, of="network_id")
def list_documents(request: HttpRequest, network_id: str) -> HttpResponse:
    context = {"space": workspace(network_id), "documents": documents_of(network_id)}
    return render(request, "mine/networks/documents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def keep_document(request: HttpRequest, network_id: str) -> HttpResponse:
    space = workspace(network_id)
    form = DocumentForm(request.POST, request.FILES) if request.method == "POST" else DocumentForm()
    lead = _("Unterlagen sehen nur die Ansprechpersonen des Netzwerks und die Geschäftsstelle.")
    return answer(
        request,
        form,
        _page(space, _("Unterlage hochladen"), _("Hochladen"), lead),
        save=lambda: add_document(
            network=space.network, title=form.named, content=form.content, actor=actor_in(request), at=timezone.now()
        ),
        then=space.address("documents"),
        said=_("Die Unterlage ist gespeichert."),
    )


@require_safe
@csp({"default-src": [NONE], "sandbox": True})
@needs(networks.EDIT, of="network_id")
def fetch_document(_request: HttpRequest, network_id: str, document_id: int) -> HttpResponse:
    """As a file to keep, of the kind that its bytes are; no browser shows or runs it here."""
    document = _document(network_id, document_id)
    name = f"{slugify(document.title, allow_unicode=True) or 'unterlage'}.{document.kind}"
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
        "X-Content-Type-Options": "nosniff",
    }
    media_type = FILE_KINDS[document.kind].media_type
    return HttpResponse(bytes(document.content), content_type=media_type, headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@needs(networks.EDIT, of="network_id")
def drop_document(request: HttpRequest, network_id: str, document_id: int) -> HttpResponse:
    space, document = workspace(network_id), _document(network_id, document_id)
    title = gettext("Unterlage entfernen: %(title)s") % {"title": document.title}
    return answer(
        request,
        PlainForm(request.POST if request.method == "POST" else None),
        _page(space, title, _("Entfernen"), _("Die Datei ist danach für alle weg. Niemand kann sie zurückholen.")),
        save=lambda: remove_document(document=document, actor=actor_in(request), at=timezone.now()),
        then=space.address("documents"),
        said=_("Die Unterlage ist entfernt."),
    )


def _document(network_id: str, pk: int) -> NetworkDocument:
    return get_object_or_404(NetworkDocument, pk=pk, network=network_id)


def _page(space: Workspace, title: Any, button: Any, lead: Any) -> FormPage:
    context = {"space": space, "tab": (_("Unterlagen"), space.address("documents"))}
    return FormPage(title, lead, button, "mine/form.html", context)
