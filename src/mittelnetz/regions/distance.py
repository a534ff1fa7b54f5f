"""Distance on the globe, to say which network is nearest."""

from math import asin, cos, radians, sin, sqrt

_EARTH_RADIUS_KM = 6371.0


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """The way along the surface between two points (degrees), on a globe: within 0.6 % of the real one."""
    a, b = radians(lat1), radians(lat2)
    half_chord = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(half_chord)))
