"""The workspace of a network: what a contact does there, and what is refused with a reason."""

import re
from datetime import date

import pytest

from mittelnetz.core.models import Entry
from mittelnetz.people.actors import person_reference
from mittelnetz.people.models import Account
from mittelnetz.register.models import Network, Partnership
from tests.factories import make_organisation
from tests.web.conftest import STAFF
from tests.web.mine.conftest import typed

SPACE = "/mein/netzwerk/sauerland/"
TODAY = date(2026, 6, 15)


class TestProfile:
    def test_what_is_changed_is_stored_and_told_to_the_journal(self, staff):
        form = typed(staff.get(SPACE + "profil/").content.decode())
        answer = staff.post(SPACE + "profil/", form | {"aims": "Betriebe\r\nverbinden."})
        assert (answer.status_code, answer["Location"]) == (303, SPACE)
        assert Network.objects.get(pk="sauerland").aims == "Betriebe\nverbinden."
        entry = Entry.objects.latest("number")
        person = Account.objects.get(email=STAFF).person
        assert (entry.verb, entry.actor, entry.changes) == (
            "register.network_changed",
            person_reference(person),
            '{"fields":["aims"]}',
        )
        assert "Gespeichert." in staff.get(SPACE).content.decode()

    def test_a_form_with_a_mistake_keeps_what_was_typed(self, staff):
        form = typed(staff.get(SPACE + "profil/").content.decode())
        answer = staff.post(SPACE + "profil/", form | {"aims": "Neu.", "website": "kein Ort"})
        assert answer.status_code == 422
        text = answer.content.decode()
        assert text.count("Diese Adresse ist unvollständig.") == 2  # at the top and at the field
        assert "Neu." in text
        assert Network.objects.get(pk="sauerland").aims == "Betriebe stärken."

    def test_two_people_change_different_fields_and_both_count(self, staff):
        first = typed(staff.get(SPACE + "profil/").content.decode())
        second = dict(first)
        staff.post(SPACE + "profil/", first | {"aims": "Von der Ersten."})
        assert staff.post(SPACE + "profil/", second | {"approach": "Vom Zweiten."}).status_code == 303
        network = Network.objects.get(pk="sauerland")
        assert (network.aims, network.approach) == ("Von der Ersten.", "Vom Zweiten.")

    def test_two_people_change_the_same_field_and_the_second_sees_both_texts(self, staff):
        first = typed(staff.get(SPACE + "profil/").content.decode())
        second = dict(first)
        staff.post(SPACE + "profil/", first | {"aims": "Von der Ersten."})
        answer = staff.post(SPACE + "profil/", second | {"aims": "Vom Zweiten."})
        text = answer.content.decode()
        assert answer.status_code == 422
        assert "Inzwischen gespeichert: „Von der Ersten.“" in text
        assert "Vom Zweiten." in text
        assert Network.objects.get(pk="sauerland").aims == "Von der Ersten."
        assert staff.post(SPACE + "profil/", typed(text)).status_code == 303
        assert Network.objects.get(pk="sauerland").aims == "Vom Zweiten."

    def test_lines_from_a_file_are_no_change_of_somebody_else(self, staff):
        Network.objects.filter(pk="sauerland").update(aims="Eins.\nZwei.")
        form = typed(staff.get(SPACE + "profil/").content.decode())
        sent = {name: value.replace("\n", "\r\n") for name, value in form.items()} | {"aims": "Drei."}
        assert staff.post(SPACE + "profil/", sent).status_code == 303


class TestPartners:
    def test_a_partner_is_taken_in_by_name(self, staff):
        make_organisation("innung", name="Innung Muster")
        sent = {"organisation": "innung muster", "since": "2026-07-01", "listed": "on"}
        answer = staff.post(SPACE + "partner/neu/", sent)
        assert (answer.status_code, answer["Location"]) == (303, SPACE + "partner/")
        partnership = Partnership.objects.get(organisation="innung")
        assert (partnership.since, partnership.until, partnership.listed) == (date(2026, 7, 1), None, True)

    def test_a_part_of_a_name_offers_what_fits(self, staff):
        make_organisation("innung-1", name="Innung Nord")
        make_organisation("innung-2", name="Innung Süd")
        sent = {"organisation": "Innung", "since": "2026-07-01"}
        answer = staff.post(SPACE + "partner/neu/", sent)
        text = answer.content.decode()
        assert answer.status_code == 422
        assert "Innung Nord" in text
        assert "Innung Süd" in text
        # A browser sends the text and the chosen one, in this order.
        chosen = {"organisation": ["Innung", "innung-2"], "since": "2026-07-01"}
        assert staff.post(SPACE + "partner/neu/", chosen).status_code == 303
        assert Partnership.objects.filter(organisation="innung-2").exists()

    def test_who_is_a_partner_already_is_refused_with_a_sentence(self, staff):
        answer = staff.post(SPACE + "partner/neu/", {"organisation": "kammer", "since": "2026-07-01"})
        assert answer.status_code == 422
        assert "ist an diesem Tag schon Partner" in answer.content.decode()

    def test_the_last_day_is_the_last_one_with_the_partner(self, staff):
        answer = staff.post(SPACE + "partner/7001/beenden/", {"last_day": "2026-06-30"})
        assert answer.status_code == 303
        assert Partnership.objects.get(pk=7001).until == date(2026, 7, 1)

    def test_a_mistake_is_put_right_without_an_end(self, staff):
        sent = {"since": "2021-05-01", "last_day": ""}
        assert staff.post(SPACE + "partner/7001/berichtigen/", sent).status_code == 303
        partnership = Partnership.objects.get(pk=7001)
        assert (partnership.since, partnership.until) == (date(2021, 5, 1), None)
        assert Entry.objects.latest("number").verb == "register.partnership_corrected"

    @pytest.mark.parametrize(
        ("sent", "sentence"),
        [
            ({"since": "2026-05-01", "last_day": "2026-04-01"}, "Das Ende muss nach dem Beginn liegen."),
            ({"since": "", "last_day": ""}, "Für diese Zeit gibt es schon einen Eintrag."),
            ({"since": "30.02.2026", "last_day": ""}, "Diesen Tag gibt es nicht."),
        ],
    )
    def test_what_cannot_be_is_refused(self, staff, sent, sentence):
        Partnership.objects.create(
            network_id="sauerland", organisation_id="kammer", since=date(2015, 1, 1), until=date(2018, 1, 1)
        )
        answer = staff.post(SPACE + "partner/7001/berichtigen/", sent)
        assert answer.status_code == 422
        assert sentence in answer.content.decode()
        assert Partnership.objects.get(pk=7001).since == date(2020, 1, 1)

    def test_what_never_was_goes_and_the_journal_remembers(self, staff):
        assert staff.post(SPACE + "partner/7001/berichtigen/", {"never": "on"}).status_code == 303
        assert not Partnership.objects.filter(pk=7001).exists()
        assert Entry.objects.latest("number").verb == "register.partnership_struck"

    def test_each_partner_leads_to_what_can_be_done(self, staff):
        links = re.findall(rf'href="({SPACE}partner/7001/[^"]*)"', staff.get(SPACE + "partner/").content.decode())
        assert [link.split("/")[-2] for link in links] == ["antworten", "beenden", "berichtigen"]
        assert [staff.get(link).status_code for link in links] == [200, 200, 200]

    def test_as_many_statements_for_thirty_partners_as_for_one(self, staff, count_queries):
        one = count_queries(lambda: staff.get(SPACE + "partner/"))
        for number in range(30):
            organisation = make_organisation(f"o{number}")
            Partnership.objects.create(network_id="sauerland", organisation=organisation, since=TODAY)
        assert count_queries(lambda: staff.get(SPACE + "partner/")) == one
