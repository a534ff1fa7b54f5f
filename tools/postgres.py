"""A PostgreSQL cluster to throw away: `python3 tools/postgres.py COMMAND…` runs a command beside one.

The command finds its address in MITTELNETZ_TEST_POSTGRES_URL. Needs only the server's programs on this machine;
the cluster lives in a temporary directory, listens on the loopback alone and is gone afterwards.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADDRESS = "MITTELNETZ_TEST_POSTGRES_URL"

# Nothing survives a crash, which is what makes it fast; the language shows where code counts on sorting by bytes.
CREATION = ["--auth=scram-sha-256", "--encoding=UTF8", "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=de"]
SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "60"}


def server_programs() -> Path | None:
    """The directory with `initdb` and `pg_ctl` of the newest PostgreSQL server on this machine."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = [path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")]
    return max(versions, key=lambda path: int(path.parent.name), default=None)


@contextmanager
def cluster(programs: Path) -> Iterator[str]:
    """Start a cluster and yield the address of its database; the server never runs as root."""
    user = pwd.getpwnam("postgres").pw_name if os.geteuid() == 0 else None
    with tempfile.TemporaryDirectory(prefix="mittelnetz-postgres-") as name:
        directory, password, port = Path(name), secrets.token_hex(16), free_port()
        data, password_file = directory / "data", directory / "password"
        password_file.write_text(password, encoding="ascii")
        if user:
            for path in (directory, password_file):
                shutil.chown(path, user, user)

        def call(program: str, *arguments: str) -> None:
            command = [str(programs / program), "--pgdata", str(data), *arguments]
            done = subprocess.run(
                command, user=user, group=user, extra_groups=[] if user else None, cwd=directory,
                stdin=subprocess.DEVNULL, stdout=(directory / "out").open("w"), stderr=subprocess.STDOUT, check=False,
            )  # fmt: skip
            if done.returncode:
                sys.exit(f"{program} failed:\n{(directory / 'out').read_text()}")

        call("initdb", "--username=mittelnetz", f"--pwfile={password_file}", *CREATION)
        options = {"port": port, "listen_addresses": "127.0.0.1", "unix_socket_directories": "", **SETTINGS}
        call("pg_ctl", "--wait", "--options", " ".join(f"-c {key}={value}" for key, value in options.items()), "start")
        try:
            yield f"postgres://mittelnetz:{password}@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "--wait", "--mode=immediate", "stop")


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def main() -> int:
    programs = server_programs()
    if programs is None:
        sys.exit("The PostgreSQL server is not installed. On Debian or Ubuntu: apt install postgresql")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the cluster is stopped then, too
    with cluster(programs) as address:
        return subprocess.run(sys.argv[1:], env={**os.environ, ADDRESS: address}, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
