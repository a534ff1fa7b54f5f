"""Renamed and merged records in the federation file."""

import pytest

from mittelnetz.exchange.errors import FileRefusedError
from mittelnetz.exchange.exporting import export_federation
from mittelnetz.exchange.writing import Counts
from mittelnetz.register.actions.merging import merge_organisations
from mittelnetz.register.actions.renaming import rename_network, rename_organisation
from mittelnetz.register.models import Network, Organisation
from tests.exchange.files import FULL, full, load
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
FORMAT = {"format": FULL["format"]}


def export() -> str:
    return b"".join(export_federation()).decode()


def refusals(document):
    before = export()
    with pytest.raises(FileRefusedError) as caught:
        load(document)
    assert export() == before
    return [str(error) for error in caught.value.errors]


@pytest.mark.parametrize("list_", ["networks", "organisations"])
@pytest.mark.parametrize("place", range(2))
def test_after_a_rename_the_file_says_the_new_id_wherever_it_said_the_old_one(list_, place, actor, at):
    load(full())
    former = FULL[list_][place]["id"]
    expected = export().replace(f'"{former}"', f'"{former}0"')
    if list_ == "networks":
        rename_network(network=Network.objects.get(pk=former), id=f"{former}0", actor=actor, at=at)
    else:
        rename_organisation(organisation=Organisation.objects.get(pk=former), id=f"{former}0", actor=actor, at=at)
    assert export() == expected
    assert all(count == Counts() for count in load(expected.encode()).counts.values())


def test_a_file_that_names_a_former_id_is_told_the_present_one(actor, at):
    load(full())
    network, organisation = FULL["networks"][0]["id"], FULL["organisations"][0]["id"]
    rename_network(network=Network.objects.get(pk=network), id="neu", actor=actor, at=at)
    kept = make_organisation("bleibt")
    merge_organisations(kept=kept, merged=Organisation.objects.get(pk=organisation), actor=actor, at=at)
    assert refusals(full()) == [
        f'/networks/0/id: "{network}" is a former id; write "neu", as it is called now',
        f'/organisations/0/id: "{organisation}" is a former id; write "bleibt", as it is called now',
    ]


def test_a_reference_to_a_former_id_is_told_the_present_one(actor, at):
    load(full())
    network = FULL["networks"][0]["id"]
    rename_network(network=Network.objects.get(pk=network), id="neu", actor=actor, at=at)
    body = {"id": "b", "kind": "network_circle", "network": network}
    assert refusals({**FORMAT, "bodies": [body]}) == [
        f'/bodies/0/network: "{network}" is a former id; write "neu", as it is called now'
    ]


def test_each_list_has_former_ids_of_its_own(actor, at):
    load(full())
    network = FULL["networks"][0]["id"]
    rename_network(network=Network.objects.get(pk=network), id="neu", actor=actor, at=at)
    load({**FORMAT, "people": [{"id": network, "name": "Toni Beispiel"}]})
