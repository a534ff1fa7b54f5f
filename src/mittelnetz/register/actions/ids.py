"""The ids of networks and organisations, and what refers to them."""

import re

from django.db.models import Model
from django.utils.text import slugify
from django.utils.translation import gettext as _

from mittelnetz.core.folding import fold
from mittelnetz.core.refusals import Refused
from mittelnetz.register.models import FormerId
from mittelnetz.register.queries.former_ids import Renamed, current_id
from mittelnetz.register.queries.links import links_to

_ID = re.compile(r"[A-Za-z0-9_-]{1,80}")


def refuse_taken(model: Renamed, id: str, *, by_other_than: str = "") -> None:
    """Raises Refused for an id that a record has, or had: it stays that record's for ever."""
    if model.objects.filter(pk=id).exists():
        raise Refused(_("Diese Kennung ist schon vergeben. Bitte wählen Sie eine andere."))
    if (holder := current_id(model, id)) and holder != by_other_than:
        raise Refused(
            _("Diese Kennung gehörte früher zu „%(id)s“ und führt weiter dorthin. Bitte wählen Sie eine andere.")
            % {"id": holder}
        )


def chosen_id(id: str, *, name: str) -> str:
    """The id that somebody chose, or one made from the name. Raises Refused for what cannot be one."""
    found = id or slugify(fold(name))[:80]
    refuse_misspelt(found)
    return found


def refuse_misspelt(id: str) -> None:
    if not _ID.fullmatch(id):
        raise Refused(
            _(
                "Eine Kennung hat höchstens 80 Zeichen: Buchstaben ohne Umlaute, Ziffern, Binde- und Unterstriche. "
                "Bitte wählen Sie eine andere."
            )
        )


def point_links(model: type[Model], former: str, current: str) -> None:
    for relation in links_to(model):
        column = relation.field.attname
        relation.related_model._default_manager.filter(**{column: former}).update(**{column: current})


def move_links(model: Renamed, former: str, current: str) -> None:
    """Let everything that refers to the one record refer to the other, and so does its id from now on."""
    point_links(model, former, current)
    FormerId.objects.create(former=former, **{f"{model._meta.model_name}_id": current})
