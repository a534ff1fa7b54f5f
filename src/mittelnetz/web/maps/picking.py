"""A map on which a district is picked: each is a link back to the same page, which then names it."""

from collections.abc import Collection

from django.utils.html import escape
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from mittelnetz.regions.outlines import outlines, shape
from mittelnetz.web.maps import drawing
from mittelnetz.web.maps.sheet import whole_country


def picking_map(chosen: Collection[str]) -> SafeString:
    """`chosen`: the districts that are picked already."""
    sheet = whole_country()
    links = (
        f'<a href="?region={key}"><title>{escape(outline.full_name)}</title>'
        f'<path class="mn-k{" own" if key in chosen else ""}" d="{shape(key, sheet.detail)}"/></a>'
        for key, outline in outlines().items()
    )
    label = _("Karte der Kreise und Städte. Jeder Link wählt einen aus.")
    return drawing.svg(sheet, label, [drawing.scaled(sheet, links)])
