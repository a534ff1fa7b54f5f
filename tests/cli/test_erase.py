"""A backup from before an erasure learns of it from the list beside the database."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from tests.cli.test_commands import home, migrated, mittelnetz  # noqa: F401 - fixtures

pytestmark = pytest.mark.own_home
NAME, EMAIL = "Xenia Beispielfrau", "xenia@privat.example"


def database(of: Path) -> sqlite3.Connection:
    return sqlite3.connect(of / "var/mittelnetz.sqlite3")


def dump(of: Path) -> str:
    with closing(database(of)) as connection:
        return "\n".join(connection.iterdump())


def test_a_restored_backup_forgets_whoever_was_erased_since(home: Path, tmp_path: Path):  # noqa: F811
    assert mittelnetz("invite", NAME, EMAIL, home=home).returncode == 0
    with closing(database(home)) as live, closing(sqlite3.connect(tmp_path / "backup")) as backup:
        live.backup(backup)
        [(key,)] = live.execute("SELECT uuid FROM people_person").fetchall()
    (home / "wish").write_text(json.dumps({"person": str(UUID(key))}) + "\n")
    assert mittelnetz("erase", "--from", "wish", home=home).returncode == 0
    noted = shutil.copy(home / "var/erasures.jsonl", tmp_path / "erasures.jsonl")

    for rest in home.glob("var/mittelnetz.sqlite3*"):
        rest.unlink()
    shutil.copy(tmp_path / "backup", home / "var/mittelnetz.sqlite3")
    assert NAME in dump(home)
    for erased in (1, 0):
        done = mittelnetz("erase", "--from", str(noted), home=home)
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout == f"1 on the list, {erased} erased now\n"
        assert NAME not in dump(home)
        assert EMAIL not in dump(home)
    assert mittelnetz("verify", home=home).returncode == 0


def test_a_file_that_is_no_such_list_is_refused(home: Path):  # noqa: F811
    (home / "other").write_text('{"format": "mittelnetz-federation/1"}')
    for file in ("other", "missing"):
        refused = mittelnetz("erase", "--from", file, home=home)
        assert refused.returncode == 2
        assert "is not a list of erasures" in refused.stderr
