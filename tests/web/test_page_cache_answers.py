"""What an answer from memory looks like to browsers and other programs."""

import gzip
import re

import pytest
from django.test import Client

import mittelnetz.config.settings as installation

pytestmark = pytest.mark.usefixtures("page_cache")


def test_the_page_is_the_same_as_without_cache_and_has_every_header_that_protects(federation, settings):
    client = Client()
    client.get("/netzwerke/")
    cached = client.get("/netzwerke/")
    settings.MIDDLEWARE = [name for name in installation.MIDDLEWARE if "page_cache" not in name]
    made = Client().get("/netzwerke/")
    assert cached.content == made.content
    assert {*cached.headers} - {*made.headers} == {"ETag", "Cache-Control"}
    assert {name for name, value in made.items() if cached[name] != value} == {"Vary"}
    assert {"Content-Security-Policy", "X-Frame-Options", "X-Content-Type-Options"} <= {*cached.headers}


def test_a_browser_that_has_the_page_gets_304(federation, client):
    page = client.get("/")
    assert re.fullmatch(r'"[0-9a-f]{32}"', page["ETag"])
    assert page["Cache-Control"] == "no-cache"
    for known in (page["ETag"], f'"other", W/{page["ETag"]}'):
        answer = client.get("/", headers={"if-none-match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert {name: answer[name] for name in ("ETag", "Cache-Control", "Vary")} == {
            "ETag": page["ETag"], "Cache-Control": "no-cache", "Vary": "Accept-Encoding, Cookie",
        }  # fmt: skip
    assert Client().get("/", headers={"if-none-match": page["ETag"]}).status_code == 304  # another process
    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


def test_head_is_answered_like_get_but_fills_nothing(federation, client, is_hit):
    head = client.head("/")
    assert not is_hit(client, "/")
    assert head.content == b""
    assert dict(client.head("/").items()) == dict(head.items()) == dict(client.get("/").items())


def test_who_accepts_gzip_gets_gzip(federation, client, is_hit):
    plain = client.get("/")
    zipped = client.get("/", headers={"accept-encoding": "br, gzip;q=0.8"})
    assert zipped["Content-Encoding"] == "gzip"
    assert zipped["Content-Length"] == str(len(zipped.content))
    assert gzip.decompress(zipped.content) == plain.content
    assert "Content-Encoding" not in plain
    assert plain["Content-Length"] == str(len(plain.content))
    assert plain["ETag"] != zipped["ETag"]
    assert plain["Vary"] == zipped["Vary"] == "Accept-Encoding, Cookie"
    assert client.get("/", headers={"if-none-match": zipped["ETag"]}).status_code == 200


@pytest.mark.parametrize("refused", ["", "identity", "br", "gzip;q=0", "gzip ; q=0.0, br", "xgzip", "gzip-2"])
def test_who_does_not_accept_gzip_gets_none(federation, client, refused):
    assert "Content-Encoding" not in client.get("/", headers={"accept-encoding": refused})
