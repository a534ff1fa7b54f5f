"""Commands that serve the pages, with or without a worker beside them."""

import os
import socket
import sys
import time
from contextlib import nullcontext
from functools import partial
from importlib import import_module
from threading import Thread
from typing import Any

from django.db import connections
from django.utils import timezone
from granian import Granian
from granian.constants import Interfaces

from mittelnetz.cli.worker import tell_whether_mails_leave, worker_beside
from mittelnetz.operations import setup
from mittelnetz.operations.working import PAUSE
from mittelnetz.people.actors import COMMAND_LINE


def serve(*, host: str, port: int) -> int:
    """Serve and work until stopped."""
    return _serve(host, port, works=True)


def web(*, host: str, port: int) -> int:
    """Serve until stopped."""
    return _serve(host, port, works=False)


def demo(*, host: str, port: int, federation: str) -> int:
    """As `serve`, on an example federation that is loaded at the first start and kept from then on."""
    if not _is_free(host, port):
        return 1
    setup.prepare_database()
    now = timezone.now()
    if setup.load_example_federation(federation, as_of=timezone.localdate(now), actor=COMMAND_LINE, at=now):
        print(f"Loaded the federation “{federation}”.")
    else:
        print("The database holds a federation already; it is kept as it is.")
    address = f"http://{host}:{port}"
    os.environ.setdefault("MITTELNETZ_ADDRESS", address)  # for the worker, whose mails lead here
    print(f"Look at\n  {address}/               find help by postcode or place")
    print(f"  {address}/netzwerke/     the networks\n  {address}/regionen/      who is responsible where")
    print(f"  {address}/kriterien/     the 56 norms and how each is made to work")
    if federation == "demo":
        print(f"  {address}/postausgang/   the mails that would be sent")
    return serve(host=host, port=port)


def _serve(host: str, port: int, *, works: bool) -> int:
    """One process for each core, one request at a time in each."""
    if not _is_free(host, port):
        return 1
    setup.prepare_database()
    setup.gather_static_files()
    if works:
        tell_whether_mails_leave()
    connections.close_all()  # web processes are forks, and must not share one
    print(f"Mittelnetz runs at http://{host}:{port}/ (stop with Ctrl-C)", flush=True)
    with worker_beside() if works else nullcontext():
        Granian(
            "mittelnetz.config.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=min(os.cpu_count() or 1, 4),
            blocking_threads=1,
            workers_kill_timeout=5,  # a worker that is interrupted while it starts would never stop by itself
            log_enabled=False,
        ).serve(target_loader=partial(_load_application, os.getpid()), wrap_loader=False)
    return 0


def _load_application(server: int) -> Any:
    """What a web process begins with. It ends with the server even if that is killed, so that the port is free."""
    Thread(target=_end_with, args=[server], daemon=True).start()
    return import_module("mittelnetz.config.wsgi").application


def _end_with(server: int) -> None:
    while os.getppid() == server:
        time.sleep(PAUSE)
    os._exit(1)


def _is_free(host: str, port: int) -> bool:
    """Whether nobody listens there; says so where somebody does."""
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            print(f"mittelnetz: port {port} on {host} is in use; choose another with --port", file=sys.stderr)
            return False
        return True
