"""Many tries, from one line or from many: they end soon, and people with an account hardly feel it.

The figures stand in `config/settings.py: ACCOUNT_RATE_LIMITS` and in decision 0011.
"""

from django.test import Client

from mittelnetz.notifications.models import Message
from tests.web.security.conftest import EMAIL, PASSWORD
from tests.web.test_signing_in import code_in_mail, is_signed_in

HOME = "192.0.2.1"
"""Where the person is who has the account."""


def try_password(*, sender: str, email: str = EMAIL, password: str = "geraten und falsch") -> Client:
    client = Client(REMOTE_ADDR=sender)
    client.answer = client.post("/anmelden/passwort/", {"login": email, "password": password})
    return client


def ask_for_code(*, sender: str, email: str = EMAIL):
    return Client(REMOTE_ADDR=sender).post("/anmelden/", {"email": email})


def test_one_line_tries_passwords_of_ten_accounts_a_minute(account, let_time_pass):
    for number in range(10):
        try_password(sender="203.0.113.7", email=f"{number}@example.org")
    refused = try_password(sender="203.0.113.7", password=PASSWORD)
    assert not is_signed_in(refused)
    assert "zu viele Versuche" in refused.answer.content.decode()
    assert is_signed_in(try_password(sender=HOME, password=PASSWORD))
    let_time_pass(61)
    assert is_signed_in(try_password(sender="203.0.113.7", password=PASSWORD))


def test_and_sixty_an_hour(account, let_time_pass):
    for number in range(60):
        try_password(sender="203.0.113.7", email=f"{number}@example.org")
        let_time_pass(6.1)
    assert not is_signed_in(try_password(sender="203.0.113.7", password=PASSWORD))
    let_time_pass(3600)
    assert is_signed_in(try_password(sender="203.0.113.7", password=PASSWORD))


def test_many_lines_try_five_passwords_of_one_account_in_five_minutes(account, let_time_pass):
    for number in range(5):
        try_password(sender=f"203.0.113.{number}")
    assert not is_signed_in(try_password(sender="198.51.100.1", password=PASSWORD))
    home = Client(REMOTE_ADDR=HOME)
    home.post("/anmelden/", {"email": EMAIL})
    home.post("/anmelden/code/", {"code": code_in_mail()})
    assert is_signed_in(home), "a code by mail opens the account all the while"
    let_time_pass(301)
    assert is_signed_in(try_password(sender=HOME, password=PASSWORD))


def test_one_line_has_codes_sent_to_twenty_accounts_a_minute(account, let_time_pass):
    answers = [ask_for_code(sender="203.0.113.7", email=f"{number}@example.org") for number in range(21)]
    assert [answer.status_code for answer in answers] == [302] * 20 + [422]
    assert ask_for_code(sender=HOME).status_code == 302
    let_time_pass(61)
    assert ask_for_code(sender="203.0.113.7", email="wieder@example.org").status_code == 302


def test_many_lines_have_five_codes_sent_to_one_account_in_ten_minutes(account, let_time_pass):
    for number in range(8):
        ask_for_code(sender=f"203.0.113.{number}")
    assert Message.objects.count() == 5
    assert is_signed_in(try_password(sender=HOME, password=PASSWORD)), "the password opens the account all the while"
    let_time_pass(601)
    ask_for_code(sender=HOME)
    assert Message.objects.count() == 6


def test_many_lines_have_five_mails_to_set_a_password_sent_to_one_account_in_ten_minutes(account, let_time_pass):
    for number in range(8):
        Client(REMOTE_ADDR=f"203.0.113.{number}").post("/passwort-vergessen/", {"email": EMAIL})
    assert Message.objects.count() == 5
    let_time_pass(601)
    Client(REMOTE_ADDR=HOME).post("/passwort-vergessen/", {"email": EMAIL})
    assert Message.objects.count() == 6


def test_a_code_dies_of_five_wrong_ones(account):
    client = Client()
    client.post("/anmelden/", {"email": EMAIL})
    for _ in range(5):
        client.post("/anmelden/code/", {"code": "ZZZ-ZZZ"})
    client.post("/anmelden/code/", {"code": code_in_mail()})
    assert not is_signed_in(client)


def test_a_code_opens_only_where_it_was_asked_for(account):
    Client().post("/anmelden/", {"email": EMAIL})
    thief = Client()
    thief.post("/anmelden/code/", {"code": code_in_mail()})
    assert not is_signed_in(thief)


def test_whoever_knocks_too_fast_gets_a_page_of_ours(account):
    client = Client(REMOTE_ADDR="203.0.113.7")
    for _ in range(31):
        answer = client.post("/anmelden/passwort/", {"login": "", "password": ""})
    assert answer.status_code == 429
    assert "Bitte warten Sie ein paar Minuten." in answer.content.decode()
    assert '<html lang="de">' in answer.content.decode()
