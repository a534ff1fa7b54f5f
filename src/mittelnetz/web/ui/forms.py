"""How forms are written: KERN's classes, hint and error tied to their field. `{{ field.as_field_group }}` is all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, HttpResponseBase

UNPROCESSABLE = 422


def says_what_is_wrong(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Wraps a view of others that answers 200 with a form that has errors; ours answer 422."""

    @wraps(view)
    def show(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = view(request, *args, **kwargs)
        forms_shown = (getattr(response, "context_data", None) or {}).values()
        if request.method == "POST" and any(isinstance(form, forms.BaseForm) and form.errors for form in forms_shown):
            response.status_code = UNPROCESSABLE
        return response

    return show


class KernField(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        classes = ["kern-form-input__input", *(["kern-form-input__input--error"] if self.errors else [])]
        return {**built, "class": " ".join(classes)}


class KernRenderer(TemplatesSetting):
    field_template_name = "ui/field.html"
    bound_field_class = KernField


class PlainForm(forms.Form):
    """A form whose page says what is wrong, not the browser."""

    use_required_attribute = False
