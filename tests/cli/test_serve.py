"""Serving and working, as an operator starts and stops it, and as it is killed."""

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.mail_server import MailServer
from tools.postgres import free_port

pytestmark = pytest.mark.own_home


@contextmanager
def running(*arguments: str, home: Path, **environment: str):
    """A command in a group of its own, as a terminal starts one; nothing of it is left."""
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MITTELNETZ", "DJANGO"))}
    process = subprocess.Popen(
        [sys.executable, "-m", "mittelnetz.cli", *arguments],
        cwd=home, env={**inherited, **environment}, stdout=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        if _group(process.pid):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def test_a_server_that_has_only_just_started_stops_on_ctrl_c(tmp_path: Path):
    with running("serve", "--port", str(port := free_port()), home=tmp_path) as server:
        assert _becomes(lambda: _answers(port), within=120)
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(timeout=60) in {0, 130}
        assert _group(server.pid) == {}


def test_a_report_on_a_page_becomes_a_mail_to_the_office_though_the_worker_is_killed(tmp_path: Path):
    mail_server = MailServer()
    mail_server.start()
    environment = {
        "MITTELNETZ_SMTP_URL": f"smtp://127.0.0.1:{mail_server.port}",
        "MITTELNETZ_MAIL_FROM": "verbund@example.org",
    }
    try:
        with running("set", "office_email", "buero@example.org", home=tmp_path) as setting:
            assert setting.wait(timeout=120) == 0
        with running("serve", "--port", str(port := free_port()), home=tmp_path, **environment) as server:
            assert _becomes(lambda: _answers(port), within=120)
            assert _becomes(lambda: _workers(server), within=60)
            (first,) = _workers(server)
            os.kill(first, signal.SIGKILL)
            _report_error(port, "Die Nummer ist falsch.")
            assert _becomes(lambda: mail_server.mails, within=60)
            assert mail_server.mails[0]["To"] == "buero@example.org"
            assert "Die Nummer ist falsch." in mail_server.mails[0].get_body(("plain",)).get_content()
            assert _workers(server) - {first}
            server.kill()
            assert _becomes(lambda: not _group(server.pid), within=30), "the server's processes outlive it"
    finally:
        mail_server.stop()


def test_web_and_work_run_apart(tmp_path: Path):
    with running("web", "--port", str(port := free_port()), home=tmp_path) as web:
        assert _becomes(lambda: _answers(port), within=120)
        with running("work", home=tmp_path) as worker:
            said = [worker.stdout.readline(), worker.stdout.readline()]
            assert said[0].startswith("No mail server is named")
            assert said[1].startswith("Mittelnetz works")
            worker.terminate()
            assert worker.wait(timeout=30) == 0
        assert not _workers(web)
        web.terminate()
        web.wait(timeout=30)


def _becomes(question: Callable[[], object], *, within: int) -> bool:
    for _ in range(within * 20):
        if question():
            return True
        time.sleep(0.05)
    return False


def _answers(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz") as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False


def _report_error(port: int, text: str) -> None:
    form = f"http://127.0.0.1:{port}/fehler-melden/"
    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    with browser.open(form) as page:
        (token,) = re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.read().decode())
    with browser.open(form, urlencode({"csrfmiddlewaretoken": token, "text": text}).encode()) as page:
        assert page.url.endswith("/danke/")


def _workers(server: subprocess.Popen[str]) -> set[int]:
    return {pid for pid, command in _group(server.pid).items() if " work --parent " in command}


def _group(group: int) -> dict[int, str]:
    """The processes of the group that are alive, with their commands."""
    found = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state, _, its_group = (folder / "stat").read_text().rpartition(")")[2].split()[:3]
            command = (folder / "cmdline").read_text().replace("\0", " ")
        except OSError:  # it has ended meanwhile
            continue
        if int(its_group) == group and state != "Z":
            found[int(folder.name)] = command
    return found
