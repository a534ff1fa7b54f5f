"""Django's admin, for operators: what is stored, as it is stored. It changes nothing; only actions do.

What opens a door is not shown: passwords, what stands in mails, files, and what the journal keeps erasable.
"""

from typing import Any

from django.apps import apps
from django.contrib.admin import AdminSite, ModelAdmin
from django.db.models import BinaryField, JSONField, Model, TextField
from django.http import HttpRequest
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from mittelnetz.access import operators
from mittelnetz.web.acting import needs

SECRET = {"account.password", "message.text", "message.html", "personalpart.salt", "personalpart.content"}
_COLUMNS = 8


class StoredRows(ModelAdmin):  # type: ignore[type-arg]
    """The list of a table, and each of its rows."""

    actions = None
    list_select_related = True
    ordering = ("-pk",)
    show_full_result_count = False

    def get_fields(self, request: HttpRequest, obj: Model | None = None) -> Any:  # noqa: ARG002 - Django asks
        fields = [field for field in self.opts.concrete_fields if not _is_secret(self.opts.model_name, field)]
        return [field.name for field in sorted(fields, key=lambda field: not field.primary_key)]

    get_readonly_fields = get_fields

    def get_list_display(self, request: HttpRequest) -> Any:
        names = self.get_fields(request)
        return [name for name in names if not isinstance(self.opts.get_field(name), TextField | JSONField)][:_COLUMNS]

    def get_urls(self) -> list[URLPattern]:
        return [url for url in super().get_urls() if str(url.name).endswith(("_changelist", "_change"))]

    def has_module_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        return True  # the site asks who it is

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return True

    def _never(self, request: HttpRequest, obj: Model | None = None) -> bool:  # noqa: ARG002
        return False

    has_add_permission = has_change_permission = has_delete_permission = _never


class OperatorsSite(AdminSite):
    site_title = site_header = _("Was gespeichert ist")
    index_title = _("Tabellen")
    index_template = "admin/tables.html"  # without what somebody did here last, which is nothing
    enable_nav_sidebar = final_catch_all_view = False

    def get_urls(self) -> list[URLPattern | URLResolver]:
        """Neither a sign-in of its own nor anything that changes something."""
        shown = {None, "index", "app_list", "jsi18n"}  # None: those of the tables
        return [url for url in super().get_urls() if getattr(url, "name", None) in shown]

    def admin_view(self, view: Any, cacheable: bool = False) -> Any:  # noqa: FBT001, FBT002 - as Django has it
        return needs(operators.LOOK_BEHIND)(require_safe(super().admin_view(view, cacheable)))

    def has_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002 - asked by `needs`
        return True


def _is_secret(model: str | None, field: Any) -> bool:
    return isinstance(field, BinaryField) or f"{model}.{field.name}" in SECRET


site = OperatorsSite()
site.register([model for model in apps.get_models() if model.__module__.startswith("mittelnetz.")], StoredRows)
