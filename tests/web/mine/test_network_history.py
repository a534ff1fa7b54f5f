"""The history of a network for those who keep it: who did what for whom, with every name."""

from mittelnetz.register.models import Contact

HISTORY = "/mein/netzwerk/sauerland/verlauf/"


def words_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_those_who_keep_the_network_read_every_name(staff, client):
    own, public = words_of(staff.get(HISTORY)), words_of(client.get("/netzwerke/sauerland/verlauf/"))
    assert "Verborgene Person übernimmt die Moderation." in own
    assert "Beratung Geheim</a> wird Partner." in own
    assert "Verborgene Person" not in public
    assert "Beratung Geheim" not in public


def test_it_says_who_entered_something_and_for_whom(staff, client):
    sent = {"function": "moderation", "person": "", "name": "Kim Neu", "since": "2026-06-15", "shown": "on"}
    assert staff.post("/mein/netzwerk/sauerland/ansprechpersonen/neu/", sent).status_code == 303
    entered = 'eingetragen am <time datetime="2026-06-15">15.\xa0Juni\xa02026</time> von Alex Beispiel für Kim Neu'
    assert entered in staff.get(HISTORY).content.decode()
    assert "Alex Beispiel" not in client.get("/netzwerke/sauerland/verlauf/").content.decode()


def test_as_many_statements_for_thirty_contacts_as_for_one(staff, count_queries):
    one = count_queries(lambda: staff.get(HISTORY))
    for year in range(1980, 2010):
        Contact.objects.create(
            network_id="sauerland", person_id="m", function="moderation", since=f"{year}-01-01", until=f"{year}-12-01"
        )
    assert count_queries(lambda: staff.get(HISTORY)) == one
