"""Entries that are likely to be of the same organisation, for somebody to look at."""

from django.db.models import Count, Min, Q

from mittelnetz.register.models import Organisation


def likely_duplicates(limit: int) -> list[list[Organisation]]:
    """The first groups, by name, of those with the same name, or the same seat and website. Four statements."""
    groups: dict[tuple[str, ...], list[Organisation]] = {}
    named = Organisation.objects.all()
    for rows, fields in (
        (named, ("folded_name",)),
        (named.exclude(Q(folded_website="") | Q(seat=None)), ("seat_id", "folded_website")),
    ):
        keys = rows.values(*fields).annotate(n=Count("pk"), first=Min("folded_name")).filter(n__gt=1)
        wanted = Q(pk=None)
        for row in keys.order_by("first")[:limit]:
            wanted |= Q(**{field: row[field] for field in fields})
        found: dict[tuple[str, ...], list[Organisation]] = {}
        for organisation in Organisation.objects.filter(wanted).select_related("seat").order_by("folded_name", "pk"):
            found.setdefault(tuple(getattr(organisation, field) for field in fields), []).append(organisation)
        groups |= {tuple(row.pk for row in group): group for group in found.values()}
    return sorted(groups.values(), key=lambda group: (group[0].folded_name, group[0].pk))[:limit]
