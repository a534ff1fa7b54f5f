"""Template tag: whether the second factor is a duty of the person who looks at the page."""

from datetime import date
from typing import Any

from django import template
from django.utils import timezone

from mittelnetz.web.account.second_factor import is_required

register = template.Library()


@register.simple_tag(takes_context=True)
def second_factor_is_required(context: dict[str, Any]) -> bool:
    today: date = timezone.localdate()
    return is_required(context["request"].user, today)
