"""Pages of records that were renamed or merged."""

import pytest

from mittelnetz.register.actions.merging import merge_organisations
from mittelnetz.register.actions.partnerships import begin_partnership
from mittelnetz.register.actions.renaming import rename_network, rename_organisation
from mittelnetz.register.actions.ties import consent_to_nesting
from mittelnetz.register.models import Nesting, Network, Organisation
from tests.factories import DAY, make_organisation


@pytest.fixture
def renamed(federation, actor, at):
    who = {"actor": actor, "at": at}
    rename_network(network=Network.objects.get(pk="sauerland"), id="mittendrin", **who)
    rename_organisation(organisation=Organisation.objects.get(pk="kammer"), id="kammer-sued", **who)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/netzwerke/sauerland/", "/netzwerke/mittendrin/"),
        ("/en/netzwerke/sauerland/", "/en/netzwerke/mittendrin/"),
        ("/netzwerke/sauerland/?stand=2024-05-31", "/netzwerke/mittendrin/?stand=2024-05-31"),
        ("/netzwerke/sauerland/?stand=2024-05-31&x=%C3%A4", "/netzwerke/mittendrin/?stand=2024-05-31&x=%C3%A4"),
        ("/netzwerke/sauerland/verlauf/", "/netzwerke/mittendrin/verlauf/"),
        ("/en/netzwerke/sauerland/verlauf/?x=1", "/en/netzwerke/mittendrin/verlauf/?x=1"),
        ("/organisationen/kammer/", "/organisationen/kammer-sued/"),
        ("/en/organisationen/kammer/", "/en/organisationen/kammer-sued/"),
    ],
)
def test_the_former_address_leads_to_the_present_one_for_good(renamed, page_cache, client, old, new):
    for response in (client.get(old), client.get(old), client.head(old)):
        assert (response.status_code, response["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_browsers_ask_again_for_a_record_may_get_its_old_id_back(renamed, client, actor, at):
    assert client.get("/netzwerke/sauerland/")["Cache-Control"] == "no-cache"
    rename_network(network=Network.objects.get(pk="mittendrin"), id="sauerland", actor=actor, at=at)
    assert client.get("/netzwerke/sauerland/").status_code == 200
    assert client.get("/netzwerke/mittendrin/")["Location"] == "/netzwerke/sauerland/"


@pytest.mark.parametrize(
    "address", ["/netzwerke/nie/", "/netzwerke/nie/verlauf/", "/organisationen/nie/", "/organisationen/sauerland/"]
)
def test_an_id_that_no_such_record_ever_had_leads_nowhere(renamed, client, address):
    assert client.get(address).status_code == 404


def test_pages_name_the_present_ids_only(renamed, client):
    for page in ("/netzwerke/", "/netzwerke/mittendrin/", "/netzwerke/olpe/", "/organisationen/kammer-sued/"):
        text = client.get(page).content.decode()
        assert "/sauerland/" not in text
        assert "/kammer/" not in text


def test_a_merged_organisation_is_found_at_the_one_that_was_kept(federation, client, actor, at):
    double, kept = make_organisation("doppelt"), Organisation.objects.get(pk="kammer")
    merge_organisations(kept=kept, merged=double, actor=actor, at=at)
    assert client.get("/organisationen/doppelt/")["Location"] == "/organisationen/kammer/"


def test_the_history_knows_what_was_entered_under_former_ids(federation, client, actor, at):
    who = {"actor": actor, "at": at}
    sauerland, olpe = (Network.objects.get(pk=id) for id in ("sauerland", "olpe"))
    double = make_organisation("doppelt", name="Doppelte Kammer")
    begin_partnership(network=sauerland, organisation=double, since=DAY, listed=True, **who)
    consent_to_nesting(nesting=Nesting.objects.get(), network=olpe, on=DAY, **who)
    begin_partnership(network=olpe, organisation=Organisation.objects.get(pk="kammer"), since=DAY, listed=True, **who)
    told = client.get("/netzwerke/sauerland/verlauf/").content.decode().count("eingetragen am")
    assert told == 2
    rename_network(network=sauerland, id="neu", **who)
    rename_network(network=olpe, id="olpe-neu", **who)
    merge_organisations(kept=make_organisation("einzig"), merged=double, **who)
    assert client.get("/netzwerke/neu/verlauf/").content.decode().count("eingetragen am") == 2
    assert client.get("/netzwerke/olpe-neu/verlauf/").content.decode().count("eingetragen am") == 2


def test_what_another_network_entered_under_its_former_id_is_not_told_of_this_one(federation, client, actor, at):
    who = {"actor": actor, "at": at}
    olpe, kammer = Network.objects.get(pk="olpe"), Organisation.objects.get(pk="kammer")
    begin_partnership(network=olpe, organisation=kammer, since=DAY, listed=True, **who)
    rename_network(network=olpe, id="olpe-neu", **who)
    Network.objects.get(pk="sauerland").partnerships.filter(organisation=kammer).update(since=DAY)
    assert "eingetragen" not in client.get("/netzwerke/sauerland/verlauf/").content.decode()
