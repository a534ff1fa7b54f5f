"""What a map says of a district in words."""

from functools import cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from mittelnetz.register.queries.map import MapDistrict
from mittelnetz.register.words import Coverage


def who_covers(district: MapDistrict) -> str:
    """The networks of a district in one line, with what is to be said of each."""
    if district.coverage == Coverage.NONE:
        return str(Coverage.NONE.label)
    in_part, forming = _phrases(get_language())
    line = ", ".join(
        (forming if not share.is_serving else "%(network)s" if share.is_whole else in_part)
        % {"network": share.network.name}
        for share in district.shares
    )
    if district.coverage in {Coverage.NESTED, Coverage.OVERLAP}:
        return f"{line} – {district.coverage.label}"
    return line


@cache
def _phrases(_language: str | None) -> tuple[str, str]:
    return _("%(network)s (in Teilen)"), _("%(network)s (in Gründung)")
