"""Regions, postcodes and neighbours: reference data, written by `loading.load_regions` only."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from mittelnetz.core.fields import CodeField
from mittelnetz.core.personal import NOTHING, OF_NO_PERSON, Personal


class Region(models.Model):
    """An official key: the country (`DE`), a Land, Regierungsbezirk, Kreis or municipality.

    A key that vanished stays, with the day it ended and its successor, because records may refer to it.
    """

    key = CodeField(max_length=8, primary_key=True)
    level = CodeField(max_length=16, db_index=True)
    name = models.CharField(max_length=80)
    official_name = models.CharField(max_length=80)
    full_name = models.CharField(max_length=120)  # unambiguous, for display
    kind = models.CharField(max_length=40, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    nuts = CodeField(max_length=5, blank=True)
    population = models.PositiveIntegerField(null=True)
    area_km2 = models.DecimalField(max_digits=9, decimal_places=2, null=True)
    lat = models.FloatField(null=True)
    lon = models.FloatField(null=True)
    seat = models.CharField(max_length=80, blank=True)
    valid_until = models.DateField(null=True)  # None: current
    successor = models.ForeignKey("self", models.PROTECT, null=True, related_name="predecessors")
    status_on = models.DateField()  # the territorial status this row was last taken from

    personal = Personal(besides=dict.fromkeys(("name", "official_name", "full_name", "kind", "seat"), OF_NO_PERSON))

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(successor=None) | Q(valid_until__isnull=False), name="regions_region_successor_of_vanished"
            )
        ]

    def __str__(self) -> str:
        """The full name; a vanished key says which day was its last."""
        if self.valid_until is None:
            return self.full_name
        return f"{self.full_name} (bis {self.valid_until - timedelta(days=1):%d.%m.%Y})"

    @property
    def is_city(self) -> bool:
        """A city that is a district of its own; it has a key as either, this is true of both."""
        return self.kind in ("Kreisfreie Stadt", "Stadtkreis")


class Postcode(models.Model):
    """A place in a district that has the postcode. `is_primary`: the district to suggest first."""

    postcode = CodeField(max_length=5)
    district = models.ForeignKey(Region, models.PROTECT, related_name="+")
    municipality = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+")  # where it is certain
    place = models.CharField(max_length=80)
    is_area = models.BooleanField()  # else of one bulk recipient, or of post-office boxes
    is_primary = models.BooleanField()
    lat = models.FloatField()
    lon = models.FloatField()

    personal = Personal(besides={"place": OF_NO_PERSON})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["postcode", "district", "place"], name="regions_postcode_once")]

    def __str__(self) -> str:
        return f"{self.postcode} {self.place}"


class Spelling(models.Model):
    """A folded way to write the name of a current region, or of a place in it that is no region itself."""

    text = CodeField(max_length=120, db_index=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="+")
    place = models.CharField(max_length=80, blank=True)

    personal = Personal(besides={"place": OF_NO_PERSON})

    class Meta:
        constraints = [models.UniqueConstraint(fields=["region", "text", "place"], name="regions_spelling_once")]

    def __str__(self) -> str:
        return self.text


class Neighbour(models.Model):
    """Two districts that share a border; each pair stands in both directions."""

    district = models.ForeignKey(Region, models.PROTECT, related_name="+")
    neighbour = models.ForeignKey(Region, models.PROTECT, related_name="+")

    personal = NOTHING

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["district", "neighbour"], name="regions_neighbour_once"),
            models.CheckConstraint(condition=~Q(district=models.F("neighbour")), name="regions_neighbour_is_another"),
        ]

    def __str__(self) -> str:
        return f"{self.district_id} {self.neighbour_id}"
