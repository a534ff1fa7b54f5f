"""Starting and stopping what is measured."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.postgres import free_port

GRANIAN = ("--interface", "wsgi", "--workers", "2", "--blocking-threads", "1", "--no-ws", "--log-level", "error")


@contextmanager
def serving(application: str, home: Path, **more: str) -> Iterator[str]:
    """A server with two workers; its address, once it answers."""
    port = free_port()
    command = [sys.executable, "-m", "granian", *GRANIAN, "--port", str(port), application]
    with started(command, home, f"http://127.0.0.1:{port}", **more) as (address, _seconds):
        yield address


@contextmanager
def started(command: list[str], home: Path, address: str, **more: str) -> Iterator[tuple[str, float]]:
    """A process, its address, and the seconds until it first answered."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, env=environment(home, **more), stdout=subprocess.DEVNULL, start_new_session=True
    )
    try:
        while not _answers(f"{address}/healthz"):
            if process.poll() is not None or time.perf_counter() - start > 60:
                raise RuntimeError(f"{command} did not start")
            time.sleep(0.01)
        yield address, time.perf_counter() - start
    finally:
        # Nothing of it is kept, and a server asked to stop while its second worker starts may wait for ever.
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def environment(home: Path, **more: str) -> dict[str, str]:
    """The environment of a measured process: a home of its own, no other database."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("MITTELNETZ_")}
    return {**kept, "MITTELNETZ_HOME": str(home), "BENCH_HOME": str(home), **more}


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, ConnectionError):
        return False
