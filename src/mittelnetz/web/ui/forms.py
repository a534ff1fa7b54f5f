"""How forms are written: KERN's classes, hint and error tied to their field. `{{ field.as_field_group }}` is all."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, cast

from django import forms
from django.forms.boundfield import BoundField
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest, HttpResponseBase, QueryDict
from django.utils.translation import gettext_lazy as _

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


_CLASSES: dict[type, str] = {
    forms.Select: "kern-form-input__select",
    forms.CheckboxInput: "kern-form-check__checkbox",
    forms.RadioSelect: "kern-form-check__radio",
    forms.CheckboxSelectMultiple: "kern-form-check__checkbox",
}


class KernField(BoundField):
    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        built = super().build_widget_attrs(attrs, widget)
        name = _CLASSES.get(type(widget or self.field.widget), "kern-form-input__input")
        classes = f"{name} {name}--error" if self.errors else name
        # A placeholder, as allauth has them, says the label once more, and too palely.
        return {**built, "class": classes, "placeholder": False}

    @property
    def is_group(self) -> bool:
        """Several boxes under one legend."""
        return isinstance(self.field.widget, forms.RadioSelect | forms.CheckboxSelectMultiple)

    @property
    def is_box(self) -> bool:
        return type(self.field.widget) is forms.CheckboxInput

    @property
    def is_choice(self) -> bool:
        return type(self.field.widget) is forms.Select


class KernRenderer(TemplatesSetting):
    field_template_name = "ui/field.html"
    bound_field_class = KernField


class PlainForm(forms.Form):
    """A form whose page says what is wrong, not the browser."""

    use_required_attribute = False


class TextField(forms.CharField):
    """Several lines, whose ends are those of the database and not those of a browser."""

    widget = forms.Textarea(attrs={"rows": 6})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class DayField(forms.DateField):
    """A day, by the browser's calendar where it has one."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    default_error_messages = {
        "required": _("Bitte geben Sie einen Tag an."),
        "invalid": _("Diesen Tag gibt es nicht. Bitte schreiben Sie ihn so: 31.12.2026."),
    }


class RecordForm(PlainForm):
    """Shows what is stored of a record, and keeps beside each field what was there when the person looked.

    So what two people write at the same time is put together field by field, and where both wrote into the same one,
    the second sees both texts and decides. `record`: what is stored, by field.
    """

    def __init__(self, data: Any = None, *, record: Mapping[str, Any]) -> None:
        super().__init__(data, initial={name: record[name] for name in self.base_fields})
        for field in self.fields.values():
            field.show_hidden_initial = True

    @property
    def details(self) -> dict[str, Any]:
        """What the person changed."""
        return {name: self.cleaned_data[name] for name in self.changed_data}

    @property
    def seen(self) -> dict[str, Any]:
        """What was there when the person looked, of the fields that they changed."""
        return {name: self._before(self[name]) for name in self.changed_data}

    def _before(self, field: BoundField) -> Any:
        raw = field.field.hidden_widget().value_from_datadict(self.data, self.files, field.html_initial_name)
        try:
            return field.field.to_python(raw)
        except forms.ValidationError:  # nobody but a forger sends this; it is not what is stored
            return raw

    def show_both(self, stored: Mapping[str, Any]) -> None:
        """Somebody else has changed these fields: say so at each; the next time, what the person writes counts."""
        data = cast(QueryDict, self.data).copy()
        self.data = data
        for name, value in stored.items():
            field = self[name]
            data[field.html_initial_name] = field.field.prepare_value(value)
            self.add_error(
                name,
                _("Inzwischen gespeichert: „%(value)s“. Wenn Ihr Eintrag gelten soll, speichern Sie noch einmal.")
                % {"value": _shown(field, value)},
            )


def _shown(field: BoundField, value: Any) -> str:
    """What is stored, in the words in which the person sees it."""
    choices = dict(getattr(field.field, "choices", ()))
    return str(choices.get(value, value) or _("nichts"))
