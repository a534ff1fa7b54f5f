"""What `make drills` does: kills workers while they send many mails, on every database that this machine has.

Writes reports/drills.md, which names the commit. The drill itself is a test; the suite runs it with fewer mails.
"""

import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import postgres

MAILS = "1000"
DRILL = "tests/notifications/test_killing.py::test_drill_no_mail_is_lost_and_at_most_one_for_each_kill_comes_twice"
COLUMNS = ("mails", "kills", "lost", "copies", "strangers", "not_marked", "seconds")
REPORT = Path("reports/drills.md")
EXPLANATION = (
    "Workers are killed (`kill -9`) in the middle of sending. `lost` never arrived, `copies` arrived once more under "
    "the same Message-ID, `strangers` under another, `not marked` are not known as sent in the end."
)
DATABASE = "MITTELNETZ_DATABASE_URL"


def main() -> int:
    rows = [_drill("SQLite", database="")]
    if programs := postgres.server_programs():
        with postgres.cluster(programs) as address:
            rows.append(_drill("PostgreSQL", database=address))
    else:
        rows.append("| PostgreSQL | not run: no server on this machine |" + " |" * (len(COLUMNS)))
    changes = " with changes" if _git("status", "--porcelain") else ""
    lines = [
        "# Drills",
        "",
        f"Commit {_git('rev-parse', 'HEAD')}{changes}, {datetime.now(UTC):%Y-%m-%d %H:%M} UTC.",
        "",
        EXPLANATION,
        "",
        f"| database | outcome | {' | '.join(name.replace('_', ' ') for name in COLUMNS)} |",
        f"| --- | --- |{' ---: |' * len(COLUMNS)}",
        *rows,
    ]
    REPORT.parent.mkdir(exist_ok=True)
    REPORT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(REPORT.read_text(encoding="utf-8"))
    return int(not all("| passed |" in row for row in rows))


def _drill(name: str, *, database: str) -> str:
    """One row of the table."""
    report = REPORT.with_name(f"drill-{name.lower()}.xml")
    report.unlink(missing_ok=True)
    environment = {key: value for key, value in os.environ.items() if key != DATABASE}
    environment |= {"MITTELNETZ_DRILL_MAILS": MAILS, **({DATABASE: database} if database else {})}
    command = [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", DRILL]
    status = subprocess.run(command, env=environment, check=False).returncode
    found = {}
    if report.exists():
        found = {item.get("name"): item.get("value") or "" for item in ET.parse(report).iter("property")}
    values = " | ".join(found.get(column, "–") for column in COLUMNS)
    return f"| {name} | {'failed' if status else 'passed'} | {values} |"


def _git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
