"""Web servers are killed while many people save; whatever was answered “saved”, is."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlencode

from mittelnetz.core.journal import verify
from mittelnetz.core.models import Entry, PublicRevision
from mittelnetz.register.events import PARTNERSHIP_BEGUN
from mittelnetz.register.models import Partnership
from tests.processes import environment_of_programs
from tools.postgres import free_port

SECONDS = 600
EDITORS = 20
CSRF = "a" * 32
PAUSE = 0.1


@dataclass(frozen=True)
class Edit:
    """One organisation becomes a partner of one network; nobody else enters the same."""

    network: str
    organisation: str


@dataclass(frozen=True)
class Figures:
    """`lost` were answered “saved” and are not in the register or the journal; `half` are in one of the two only;
    `twice` were entered more than once.
    """

    edits: int
    kills: int
    saved: int
    lost: int
    half: int
    twice: int
    seconds: int


class Server:
    """A server in a group of its own, with its worker, that can be killed altogether and started again."""

    def __init__(self, home: Path) -> None:
        self.port = free_port()
        self._home = home
        self._environment = {**environment_of_programs("mittelnetz.config.settings"), "MITTELNETZ_HOME": str(home)}

    def start(self) -> None:
        command = [sys.executable, "-m", "mittelnetz.cli", "serve", "--port", str(self.port)]
        with (self._home / "log").open("ab") as log:
            self._process = subprocess.Popen(
                command, env=self._environment, stdout=log, stderr=log, start_new_session=True
            )

    def kill(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def kill_servers(server: Server, *, edits: list[Edit], session: str, kills: int, seed: int) -> Figures:
    """Enter all edits, many at once, while server and worker are killed so often, each time after another number."""
    begin = time.monotonic()
    chance = random.Random(seed)
    saved: list[Edit] = []
    server.start()
    try:
        with ThreadPoolExecutor(EDITORS) as editors:
            runs = [editors.submit(_enter, server.port, edit, session, saved) for edit in edits]
            for count in sorted(chance.sample(range(1, len(edits) - EDITORS), kills)):
                _wait(lambda count=count: len(saved) >= count or any(run.done() and run.exception() for run in runs))
                server.kill()
                server.start()
            for run in runs:
                run.result()
    finally:
        server.kill()
    return _figures(edits, saved, kills, round(time.monotonic() - begin))


def _figures(edits: list[Edit], saved: list[Edit], kills: int, seconds: int) -> Figures:
    rows = Counter(Edit(*row) for row in Partnership.objects.values_list("network", "organisation"))
    entries = Counter(_entered())
    assert verify().problems == []
    assert PublicRevision.objects.get().number == Entry.objects.filter(verb=PARTNERSHIP_BEGUN.verb).count()
    return Figures(
        edits=len(edits),
        kills=kills,
        saved=len(saved),
        lost=sum(1 for edit in saved if not (rows[edit] and entries[edit])),
        half=sum(1 for edit in rows | entries if rows[edit] != entries[edit]),
        twice=sum(count - 1 for count in rows.values()),
        seconds=seconds,
    )


def _entered() -> Iterator[Edit]:
    for entry in Entry.objects.filter(verb=PARTNERSHIP_BEGUN.verb):
        yield Edit(entry.subject.removeprefix("networks/"), json.loads(entry.changes)["organisation"])


def _enter(port: int, edit: Edit, session: str, saved: list[Edit]) -> None:
    """Send the form until it is answered, as a person would who sees the browser's page of a lost connection."""
    form = {"organisation": edit.organisation, "since": "2026-01-01", "csrfmiddlewaretoken": CSRF}
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        status, text = _post(port, f"/mein/netzwerk/{edit.network}/partner/neu/", form, session)
        if status == HTTPStatus.SEE_OTHER or (status == HTTPStatus.UNPROCESSABLE_ENTITY and "schon Partner" in text):
            saved.append(edit)
            return
        assert status == 0, (status, text)
        time.sleep(PAUSE)
    raise TimeoutError(edit)


def _post(port: int, path: str, form: dict[str, str], session: str) -> tuple[int, str]:
    """Status and text of the answer; (0, "") where none came."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Cookie": f"sessionid={session}; csrftoken={CSRF}",
    }
    try:
        connection.request("POST", path, urlencode(form), headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()
    except (OSError, http.client.HTTPException):
        return 0, ""
    finally:
        connection.close()


def _wait(is_reached) -> None:
    end = time.monotonic() + SECONDS
    while not is_reached():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.01)
