"""How forms are written: KERN's classes, hint and error tied to their field. `{{ field.as_field_group }}` is all."""

from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.forms.utils import ErrorList


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

    @property
    def refusals(self) -> ErrorList:
        """What is wrong with the whole, not with one field."""
        return self.non_field_errors()
