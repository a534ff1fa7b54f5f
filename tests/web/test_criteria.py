"""The page of the criteria."""

import html5lib

from mittelnetz.core.models import SettingValue
from mittelnetz.rulebook.norms import NORMS
from mittelnetz.rulebook.settings import SETTINGS


def elements(client):
    text = client.get("/kriterien/").content.decode()
    document = html5lib.parse(text, namespaceHTMLElements=False)
    return {element.get("id"): " ".join("".join(element.itertext()).split()) for element in document.iter()}


def test_all_norms_stand_there_with_statement_place_and_way(client, db):
    found = elements(client)
    for norm in NORMS:
        assert norm.de in found[norm.id]
        assert norm.place in found[norm.id]
        assert all(handling.promise.de in found[norm.id] for handling in norm.handled)


def test_whom_a_norm_binds_and_how_strictly(client, db):
    found = elements(client)
    assert "muss sein · gilt für das Netzwerk" in found["HR2"]
    assert "ist möglich · gilt für das Plenum" in found["RB13"]
    assert "QK1 QK2 QK3" in found["GL7"]


def test_what_the_federation_has_set_stands_below(client, db):
    SettingValue.objects.create(key="request_days", value=1)
    SettingValue.objects.create(key="report_due_month", value=5)
    text = client.get("/kriterien/").content.decode()
    assert all(setting.de in text for setting in SETTINGS)
    assert "<dd>1 Tag</dd>" in text
    assert "<dd>Mai</dd>" in text
    assert "<dd>24 Monate</dd>" in text
    assert "<dd>2 Treffen</dd>" in text
