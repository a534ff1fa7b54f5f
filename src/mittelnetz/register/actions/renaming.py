"""Another id for a network or an organisation, and so another address of its page."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from mittelnetz.core import journal
from mittelnetz.core.refusals import Refused
from mittelnetz.people.actors import Actor
from mittelnetz.register import events
from mittelnetz.register.actions.ids import move_links, refuse_misspelt, refuse_taken
from mittelnetz.register.models import FormerId, Network, Organisation
from mittelnetz.register.queries.former_ids import Renamed


@transaction.atomic
def rename_network(*, network: Network, id: str, actor: Actor, at: datetime) -> Network:
    """Give the network another id; the former one leads to it. Raises Refused where the id is another's, or was."""
    _rename(Network, network.pk, id)
    journal.record(events.NETWORK_RENAMED, subject=f"networks/{id}", actor=actor, at=at, changes={"former": network.pk})
    return Network.objects.get(pk=id)


@transaction.atomic
def rename_organisation(*, organisation: Organisation, id: str, actor: Actor, at: datetime) -> Organisation:
    """Give the organisation another id, as `rename_network` does."""
    _rename(Organisation, organisation.pk, id)
    journal.record(
        events.ORGANISATION_RENAMED,
        subject=f"organisations/{id}",
        actor=actor,
        at=at,
        changes={"former": organisation.pk},
    )
    return Organisation.objects.get(pk=id)


def _rename(model: Renamed, former: str, id: str) -> None:
    if not model.objects.select_for_update().filter(pk=former).exists():
        raise Refused(_("Diesen Eintrag gibt es so nicht mehr. Bitte laden Sie die Seite neu."))
    refuse_misspelt(id)
    refuse_taken(model, id, by_other_than=former)
    FormerId.objects.filter(former=id, **{f"{model._meta.model_name}_id": former}).delete()  # it gets its old id back
    # The key itself changes; what refers to it follows, and is checked when the transaction ends.
    model.objects.filter(pk=former).update(id=id)
    move_links(model, former, id)
