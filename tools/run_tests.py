"""What `make test` does: every check and every test, on every database and browser that this machine has.

The last lines say which legs ran and which did not. With MITTELNETZ_EVERY_LEG set, a leg that cannot run is a failure.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import postgres
import psycopg

REPORTS = Path("reports")
DATABASE = "MITTELNETZ_DATABASE_URL"
OLDEST_SERVER = 150_000
IN_PYTHON = "not browser and not html"


@dataclass(frozen=True)
class Leg:
    """One part of the tests, and what came out. Empty `reason`: it ran."""

    name: str
    passed: int = 0
    failed: int = 0
    skipped: int = 0
    seconds: float = 0
    reason: str = ""

    def __str__(self) -> str:
        if self.reason:
            return f"  {self.name:12}not run: {self.reason}"
        skipped = f", {self.skipped} skipped" if self.skipped else ""
        return f"  {self.name:12}ran: {self.passed} passed, {self.failed} failed{skipped} ({self.seconds:.0f} s)"


def main() -> int:
    legs = [
        _checks(),
        _tests("SQLite", ["-m", IN_PYTHON], database=""),
        _postgres_tests(),
        _html_tests(),
        _browser_tests(),
    ]
    passed, failed = sum(leg.passed for leg in legs), sum(leg.failed for leg in legs)
    missing = [leg for leg in legs if leg.reason]
    print("\nLegs:", *legs, sep="\n")
    print(f"{passed} passed, {failed} failed", flush=True)
    return bool(failed or (missing and os.environ.get("MITTELNETZ_EVERY_LEG")))


def _checks() -> Leg:
    _announce("make check")
    start = time.monotonic()
    status = subprocess.run(["make", "--no-print-directory", "check"], check=False).returncode
    return Leg("check", passed=int(status == 0), failed=int(status != 0), seconds=time.monotonic() - start)


def _postgres_tests() -> Leg:
    with _postgres() as (address, reason):
        if reason:
            return Leg("PostgreSQL", reason=reason)
        return _tests("PostgreSQL", ["-m", f"{IN_PYTHON} and not own_home"], database=address)


def _html_tests() -> Leg:
    if not shutil.which("npm"):
        return Leg("HTML", reason="no `npm` on the PATH (Debian: apt install nodejs npm)")
    if subprocess.run(["make", "--no-print-directory", "validator"], check=False).returncode:
        return Leg("HTML", reason="npm could not install html-validate")
    return _tests("HTML", ["-m", "html"], database="")


def _browser_tests() -> Leg:
    if not shutil.which("chromium"):
        return Leg("browser", reason="no `chromium` on the PATH (Debian: apt install chromium)")
    return _tests("browser", ["-m", "browser"], database="")


def _tests(name: str, selection: list[str], *, database: str) -> Leg:
    _announce(f"tests: {name}")
    report = REPORTS / f"{name.lower()}.xml"
    report.unlink(missing_ok=True)
    start = time.monotonic()
    workers = str(min(max(2, os.cpu_count() or 2), 8))
    command = [sys.executable, "-m", "pytest", "-n", workers, "-q", f"--junitxml={report}", *selection]
    environment = {key: value for key, value in os.environ.items() if key != DATABASE}
    if database:
        environment[DATABASE] = database
    status = subprocess.run(command, env=environment, check=False).returncode
    count = _counts(report)
    failed = count["failures"] + count["errors"]
    return Leg(
        name,
        passed=count["tests"] - failed - count["skipped"],
        failed=failed or int(status != 0),
        skipped=count["skipped"],
        seconds=time.monotonic() - start,
    )


def _counts(report: Path) -> dict[str, int]:
    names = ("tests", "failures", "errors", "skipped")
    if not report.exists():
        return dict.fromkeys(names, 0)
    suite = ET.parse(report).getroot().find("testsuite")
    return {name: int(suite.get(name, 0)) if suite is not None else 0 for name in names}


@contextmanager
def _postgres() -> Iterator[tuple[str, str]]:
    """The address of a server to test on, or the reason why there is none."""
    if address := os.environ.get(postgres.ADDRESS) or _local_server():
        yield address, ""
    elif programs := postgres.server_programs():
        with postgres.cluster(programs) as address:
            yield address, ""
    else:
        yield "", f"no {postgres.ADDRESS}, no local server, and none installed (Debian: apt install postgresql)"


def _local_server() -> str:
    """The local server's address, if one runs that lets us create databases."""
    try:
        with psycopg.connect("dbname=postgres", connect_timeout=2) as connection:
            row = connection.execute(
                "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            ).fetchone()
            is_usable = bool(row and row[0]) and connection.info.server_version >= OLDEST_SERVER
    except psycopg.Error:
        return ""
    return "postgres:///postgres" if is_usable else ""


def _announce(title: str) -> None:
    print(f"\n=== {title}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
