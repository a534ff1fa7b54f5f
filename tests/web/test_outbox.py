"""The outbox of a demo."""

import re
from datetime import UTC, datetime, timedelta

import pytest

from mittelnetz.core.models import SettingValue
from mittelnetz.notifications.models import Message
from tests.web.conftest import make_message

AT = datetime(2026, 6, 15, 10, 30, tzinfo=UTC)


def listed(text: str) -> list[str]:
    return re.findall(r'href="/postausgang/\d+/"\s+lang="de"\s*>([^<]*)</a>', text)


def test_the_newest_stands_first_and_pages_turn(client, federation):
    Message.objects.all().delete()
    for number in range(60):
        make_message(number + 1000, subject=f"Mail {number}", queued_at=AT + timedelta(hours=number))
    address, found = "/postausgang/", []
    for size in (25, 25, 10):
        text = client.get(address).content.decode()
        assert len(listed(text)) == size
        found += listed(text)
        address = "".join(re.findall(r'href="(\?seite=[^"]+)" rel="next"', text))
        address = address and f"/postausgang/{address}"
    assert found == [f"Mail {number}" for number in reversed(range(60))]
    back = re.findall(r'href="(\?seite=[^"]+)" rel="prev"', text)
    assert listed(client.get(f"/postausgang/{back[0]}").content.decode()) == found[25:50]


@pytest.mark.parametrize("cursor", ["x", "WyI-IiwieCJd", "WyI-IiwiMSIsIjIiXQ"])
def test_a_page_that_cannot_be_is_said(client, federation, cursor):
    assert client.get(f"/postausgang/?seite={cursor}").status_code == 404


def test_a_mail_is_shown_in_both_forms(client, federation):
    text = " ".join(client.get("/postausgang/7001/").content.decode().split())
    assert "buero@example.org" in text
    assert "15. Juni 2026, 12:30" in text
    assert "gesendet" in text
    assert "nur in diesen Postausgang" in text
    assert '<div class="mn-prose" lang="de"><p>Etwas ist falsch.</p>' in text
    assert re.search(r"<pre>Etwas ist falsch.", text)


def test_nothing_in_a_mail_reaches_the_page_but_its_text(client, federation):
    html = (
        "<title>Weg</title><style>p{}</style><script>alert(1)</script><p onclick='x()' style='top:0'>Da"
        "<img src='https://example.org/x.png'><a href='javascript:x()'>hin</a><iframe src='/'></iframe></p>"
    )
    make_message(7002, html=html, text="<script>alert(2)</script>")
    text = client.get("/postausgang/7002/").content.decode()
    section = text.partition('id="h-html"')[2].partition("</section>")[0]
    assert re.search(r'<div class="mn-prose" lang="de"><p>Da<a rel="[^"]*">hin</a></p></div>', section)
    assert "&lt;script&gt;alert(2)" in text


def test_a_mail_that_failed_says_why(client, federation):
    make_message(
        7002, state="failed", channel="", sent_at=None, attempts=7, last_error="550 5.1.1 No such mailbox"
    )  # fmt: skip
    text = client.get("/postausgang/7002/").content.decode()
    assert "nicht zugestellt" in text
    assert "550 5.1.1 No such mailbox" in text


@pytest.mark.parametrize("address", ["/postausgang/", "/postausgang/7001/"])
def test_where_the_data_are_real_there_is_no_such_page(client, federation, address):
    assert client.get(address).status_code == 200
    SettingValue.objects.filter(key="example_data").delete()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/postausgang/7009/", "/postausgang/99999999999999999999/"])
def test_a_mail_that_is_not_there(client, federation, address):
    answer = client.get(address)
    assert answer.status_code == 404
    assert "Alle Mails ansehen" in answer.content.decode()


@pytest.mark.usefixtures("page_cache")
def test_a_new_mail_is_seen_at_once(client, federation):
    client.get("/postausgang/")
    make_message(7002, subject="Ganz neu")
    assert listed(client.get("/postausgang/").content.decode())[0] == "Ganz neu"


def test_as_many_statements_for_thirty_mails_as_for_one(client, federation, count_queries):
    one = count_queries(lambda: client.get("/postausgang/"))
    for number in range(24):
        make_message(8000 + number)
    assert count_queries(lambda: client.get("/postausgang/")) == one
