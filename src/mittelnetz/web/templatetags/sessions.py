"""Template filter: where somebody is signed in, in words that help to tell devices apart."""

from django import template
from django.utils.translation import gettext as _

register = template.Library()

# Each by the mark that tells it, in this order: an Edge says that it is a Chrome, and a Chrome that it is a Safari.
_BROWSERS = {"Edg": "Edge", "OPR": "Opera", "Firefox": "Firefox", "Chrome": "Chrome", "Safari": "Safari"}
_SYSTEMS = {
    "iPhone": "iPhone", "iPad": "iPad", "Android": "Android", "Windows": "Windows", "Mac OS": "macOS",
    "CrOS": "ChromeOS", "Linux": "Linux",
}  # fmt: skip


@register.filter
def browser_name(user_agent: str) -> str:
    browser = next((name for mark, name in _BROWSERS.items() if mark in user_agent), _("Unbekannter Browser"))
    system = next((name for mark, name in _SYSTEMS.items() if mark in user_agent), "")
    return _("%(browser)s auf %(system)s") % {"browser": browser, "system": system} if system else browser
