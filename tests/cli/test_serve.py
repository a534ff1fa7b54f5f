"""Serving, as an operator starts and stops it."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

from tools.postgres import free_port


def test_a_server_that_has_only_just_started_stops_on_ctrl_c(tmp_path: Path):
    address = f"http://127.0.0.1:{(port := free_port())}/healthz"
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("MITTELNETZ", "DJANGO"))}
    program = "import sys; from mittelnetz.cli import main; sys.exit(main())"
    # A terminal interrupts the whole group of processes.
    server = subprocess.Popen(
        [sys.executable, "-c", program, "serve", "--port", str(port)],
        cwd=tmp_path, env=environment, stdout=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        assert _answers(address, within=120)
        os.killpg(server.pid, signal.SIGINT)
        assert server.wait(timeout=60) in {0, 130}
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
            server.wait()


def _answers(address: str, *, within: int) -> bool:
    for _ in range(within * 20):
        try:
            with urllib.request.urlopen(address) as answer:
                return bool(answer.status == 200)
        except urllib.error.URLError:
            time.sleep(0.05)
    return False
