"""What waits for the office."""

from mittelnetz.register.models import Contact, ErrorReport, Organisation
from tests.factories import make_organisation
from tests.web.conftest import make_error_report

START, NOTHING = "/buero/", "Zurzeit wartet nichts"


def shown(staff):
    return staff.get(START).content.decode()


def nothing_waits():
    ErrorReport.objects.update(settled_at="2026-06-15T10:30Z")
    for network in ("sauerland", "olpe"):
        Contact.objects.get_or_create(network_id=network, person_id="c", function="moderation", until=None)


def test_reports_of_visitors(staff):
    nothing_waits()
    assert NOTHING in shown(staff)
    make_error_report(7003)
    assert "1 wartet" in shown(staff)


def test_networks_without_a_contact(staff):
    nothing_waits()
    Contact.objects.filter(network="olpe").delete()
    assert "/buero/netzwerke/?lage=without_contact" in shown(staff)


def test_groups_of_likely_duplicates(staff):
    nothing_waits()
    for id in ("a", "b", "c"):
        make_organisation(id, name="Klub")
    text = shown(staff)
    assert 'href="/buero/organisationen/doppelte/"' in text
    assert "1 Gruppe zu prüfen" in " ".join(text.split())


def test_kinds_that_organisations_propose(staff):
    nothing_waits()
    Organisation.objects.filter(pk="kammer").update(proposed_kind="association")
    text = shown(staff)
    assert "/buero/organisation/kammer/aendern/" in text
    assert "schlägt als Art vor: Verband" in text
