"""What `make drills` does: kills servers while people save and workers while they send, on every database at hand.

Writes reports/drills.md, which names the commit. The drills themselves are tests; the suite runs them in a short form.
"""

import os
import subprocess
import sys
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import postgres


@dataclass(frozen=True)
class Drill:
    """A test that is told by `environment` how much to do, and tells its figures."""

    title: str
    test: str
    environment: dict[str, str]
    figures: tuple[str, ...]
    explanation: str


DRILLS = (
    Drill(
        "People save",
        "tests/web/test_killing.py::test_drill_what_was_saved_is_saved_and_nothing_is_half_done",
        {"MITTELNETZ_DRILL_EDITS": "200"},
        ("edits", "kills", "saved", "lost", "half", "twice", "seconds"),
        "Server and worker are killed (`kill -9`) while twenty people at a time save. `lost` were answered “saved” "
        "and are missing in the register or the journal, `half` are in one of the two only, `twice` were entered more "
        "than once.",
    ),
    Drill(
        "Mails are sent",
        "tests/notifications/test_killing.py::test_drill_no_mail_is_lost_and_at_most_one_for_each_kill_comes_twice",
        {"MITTELNETZ_DRILL_MAILS": "1000"},
        ("mails", "kills", "lost", "copies", "strangers", "not_marked", "seconds"),
        "Workers are killed (`kill -9`) in the middle of sending. `lost` never arrived, `copies` arrived once more "
        "under the same Message-ID, `strangers` under another, `not marked` are not known as sent in the end.",
    ),
)
REPORT = Path("reports/drills.md")
DATABASE = "MITTELNETZ_DATABASE_URL"


def main() -> int:
    databases: dict[str, str | None] = {"SQLite": "", "PostgreSQL": None}
    rows: dict[str, list[str]] = {}
    with ExitStack() as stack:
        if programs := postgres.server_programs():
            databases["PostgreSQL"] = stack.enter_context(postgres.cluster(programs))
        for drill in DRILLS:
            rows[drill.title] = [_row(drill, name, address) for name, address in databases.items()]
    changes = " with changes" if _git("status", "--porcelain") else ""
    lines = [
        "# Drills",
        "",
        f"Commit {_git('rev-parse', 'HEAD')}{changes}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC.",
        *(line for drill in DRILLS for line in _section(drill, rows[drill.title])),
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return int(not all("| passed |" in row for of_one in rows.values() for row in of_one))


def _section(drill: Drill, rows: list[str]) -> list[str]:
    head = f"| database | outcome | {' | '.join(name.replace('_', ' ') for name in drill.figures)} |"
    rule = f"| --- | --- |{' ---: |' * len(drill.figures)}"
    return ["", f"## {drill.title}", "", drill.explanation, "", head, rule, *rows]


def _row(drill: Drill, name: str, address: str | None) -> str:
    """What came of a drill on a database; None for one whose server this machine does not have."""
    if address is None:
        return f"| {name} | not run: no server on this machine |" + " |" * len(drill.figures)
    report = REPORT.with_name(f"drill-{name.lower()}.xml")
    report.unlink(missing_ok=True)
    environment = {key: value for key, value in os.environ.items() if key != DATABASE} | drill.environment
    if address:
        environment[DATABASE] = address
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", drill.test]
    status = subprocess.run(command, env=environment, check=False).returncode
    found = {}
    if report.exists():
        found = {item.get("name"): item.get("value") or "" for item in ET.parse(report).iter("property")}
    values = " | ".join(found.get(figure, "–") for figure in drill.figures)
    return f"| {name} | {'failed' if status else 'passed'} | {values} |"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
