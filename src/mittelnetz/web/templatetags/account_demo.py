"""Template tag: whom one can be in the demo."""

from django import template
from django.utils import timezone

from mittelnetz.web.account.demo_people import DemoRole, is_demo

register = template.Library()


@register.simple_tag
def demo_roles() -> list[DemoRole]:
    return list(DemoRole) if is_demo(timezone.localdate()) else []
