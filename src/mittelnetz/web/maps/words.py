"""What a map says of a district in words."""

from django.utils.translation import gettext as _

from mittelnetz.register.queries.map import MapDistrict, Share
from mittelnetz.register.words import Coverage


def who_covers(district: MapDistrict) -> str:
    """The networks of a district in one line, with what is to be said of each."""
    if district.coverage == Coverage.NONE:
        return str(Coverage.NONE.label)
    line = ", ".join(_share(share) for share in district.shares)
    if district.coverage in {Coverage.NESTED, Coverage.OVERLAP}:
        return f"{line} – {district.coverage.label}"
    return line


def _share(share: Share) -> str:
    if not share.is_serving:
        return _("%(network)s (in Gründung)") % {"network": share.network.name}
    if not share.is_whole:
        return _("%(network)s (in Teilen)") % {"network": share.network.name}
    return share.network.name
