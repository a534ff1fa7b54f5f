"""A federation's own face: its accent colour as a style sheet, and its logo."""

from csp.constants import NONE, UNSAFE_INLINE
from csp.decorators import csp
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mittelnetz.core.colours import tones
from mittelnetz.core.models import Logo
from mittelnetz.core.refusals import Refused
from mittelnetz.web.errors import NotThere

_STYLES = """@layer theme {{
  :root, [data-kern-theme] {{
    --mn-accent: light-dark({accent[0]}, {accent[1]});
    --mn-on-accent: light-dark({on_accent[0]}, {on_accent[1]});
    --mn-accent-soft: light-dark({soft[0]}, {soft[1]});
  }}
}}
"""


@require_safe
def show_accent(_request: HttpRequest, accent: str) -> HttpResponse:
    """The tones of an accent; which one a page uses, its own link says."""
    try:
        derived = tones(f"#{accent}")
    except Refused as refusal:
        raise NotThere(refusal.sentence) from None
    styles = _STYLES.format(accent=derived.accent, on_accent=derived.on_accent, soft=derived.soft)
    return _for_ever(HttpResponse(styles, content_type="text/css; charset=utf-8"))


@require_safe
@csp({"default-src": [NONE], "style-src": [UNSAFE_INLINE], "sandbox": True})  # type: ignore[arg-type] # of views without arguments
def show_logo(_request: HttpRequest, sha256: str) -> HttpResponse:
    """A logo that was set. SVG may hold styles; scripts in it never run, even where it is opened by itself."""
    logo = Logo.objects.filter(pk=sha256).first()
    if logo is None:
        raise NotThere(_("Dieses Bild gibt es hier nicht."))
    return _for_ever(HttpResponse(logo.content, content_type=logo.media_type))


def _for_ever(response: HttpResponse) -> HttpResponse:
    """What the address names never changes."""
    patch_cache_control(response, public=True, immutable=True, max_age=31_536_000)
    return response
