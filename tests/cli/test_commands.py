"""The command `mittelnetz` as an operator meets it: in an empty directory, in a process of its own."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from mittelnetz.cli import main

pytestmark = pytest.mark.own_home


def mittelnetz(*arguments: str, home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("MITTELNETZ", "DJANGO"))}
    return subprocess.run(
        [sys.executable, "-c", "import sys; from mittelnetz.cli import main; sys.exit(main())", *arguments],
        cwd=home,
        env={**inherited, **environment},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("migrated")
    assert mittelnetz("load-regions", home=home).returncode == 0
    return home


@pytest.fixture
def home(migrated: Path, tmp_path: Path) -> Path:
    """One in which a command was used before: an empty one takes some seconds to fill."""
    return shutil.copytree(migrated, tmp_path / "home")


def test_federation_moves_through_an_empty_directory(tmp_path: Path):
    generated = mittelnetz(
        "generate", "--networks", "3", "--seed", "7", "--as-of", "2026-02-14", "--output", "made.json", home=tmp_path
    )
    assert (generated.returncode, generated.stderr) == (0, "")
    imported = mittelnetz("import", "made.json", home=tmp_path)
    assert (imported.returncode, imported.stderr) == (0, "")
    assert "networks" in imported.stdout
    exported = mittelnetz("export", home=tmp_path)
    assert len(json.loads(exported.stdout)["networks"]) == 3
    verified = mittelnetz("verify", home=tmp_path)
    assert verified.returncode == 0
    assert verified.stdout.startswith("1 entries, head ")


def test_refused_file_names_each_error_and_changes_nothing(home: Path):
    document = {
        "format": "mittelnetz-federation/1",
        "people": [{"id": "p1", "name": "Toni", "nickname": "T"}],
        "organisations": [{"id": "o1", "name": "Org", "kind": "club"}],
    }
    (home / "faulty.json").write_text(json.dumps(document), encoding="utf-8")
    refused = mittelnetz("import", "faulty.json", home=home)
    assert refused.returncode == 2
    assert "/people/0" in refused.stderr
    assert "/organisations/0/kind" in refused.stderr
    assert "Traceback" not in refused.stderr
    assert json.loads(mittelnetz("export", home=home).stdout)["people"] == []


@pytest.mark.parametrize(
    ("arguments", "environment", "code", "sentence"),
    [
        (["import", "missing.json"], {}, 2, "cannot read missing.json"),
        (["generate", "--as-of", "2026-02-30"], {}, 2, "write it as 2026-02-14"),
        (["serve", "--port", "70000"], {}, 2, "between 1 and 65535"),
        (["export", "--output", "no/such/folder/file.json"], {}, 1, "No such file or directory"),
        (["verify"], {"MITTELNETZ_HOME": "/proc/nowhere"}, 1, "/proc/nowhere"),
        (["verify"], {"MITTELNETZ_DATABASE_URL": "postgres://nobody@127.0.0.1:1/none"}, 1, "cannot be used"),
        (["verify"], {"MITTELNETZ_DATABASE_URL": "what is this"}, 1, "MITTELNETZ_DATABASE_URL"),
        (["verify"], {"MITTELNETZ_SMTP_URL": "mail.example.org"}, 1, "must begin with smtp://"),
        (["verify"], {"MITTELNETZ_SMTP_URL": "smtp://mail.example.org:25"}, 1, "needs MITTELNETZ_MAIL_FROM"),
    ],
)
def test_mistake_ends_with_a_sentence(
    tmp_path: Path, arguments: list[str], environment: dict[str, str], code: int, sentence: str
):
    result = mittelnetz(*arguments, home=tmp_path, **environment)
    assert result.returncode == code, result.stderr
    assert sentence in result.stderr
    assert "Traceback" not in result.stderr


def test_file_that_is_no_database_is_said(tmp_path: Path):
    (tmp_path / "notes.txt").write_text("This is not a database.\n" * 50, encoding="utf-8")
    address = f"sqlite:///{tmp_path / 'notes.txt'}"
    result = mittelnetz("verify", home=tmp_path, MITTELNETZ_DATABASE_URL=address)
    assert result.returncode == 1
    assert result.stderr == "mittelnetz: the database cannot be used: file is not a database\n"


def test_port_in_use_is_said_before_anything_is_done(tmp_path: Path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        result = mittelnetz("demo", "--port", str(taken.getsockname()[1]), home=tmp_path)
    assert result.returncode == 1
    assert "choose another with --port" in result.stderr
    assert not (tmp_path / "var" / "mittelnetz.sqlite3").exists()


def test_version_is_known(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit, match="0"):
        main(["--version"])
    assert capsys.readouterr().out.startswith("mittelnetz 0.")


def test_an_operator_gives_the_federation_its_own_face(home: Path):
    (home / "logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8")
    (home / "impressum.md").write_text("Musterweg 1\n", encoding="utf-8")
    for arguments in (
        ("set", "federation_name", "Bündnis Probe"),
        ("set", "accent", "#1d4e7d"),
        ("set", "meetings_a_year", "3"),
        ("logo", "logo.svg"),
        ("text", "imprint", "--from", "impressum.md"),
    ):
        done = mittelnetz(*arguments, home=home)
        assert (done.returncode, done.stderr) == (0, "")
    listed = mittelnetz("settings", home=home).stdout
    assert "Bündnis Probe   (default: Mittelnetz)" in listed
    assert "meetings_a_year                3   (default: 2)" in listed
    assert mittelnetz("text", "imprint", home=home).stdout == "Musterweg 1\n"
    assert mittelnetz("text", "imprint", "--language", "en", home=home).stdout.startswith("## Not entered yet")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("set", "accent", "#ffff00"), "too pale"),
        (("set", "unknown", "1"), "There is no setting “unknown”"),
        (("set", "example_data", "perhaps"), "There is no setting “example_data”"),
        (("set", "office_email", "buero@"), "This e-mail address is incomplete"),
        (("logo", "pyproject.txt"), "must be a picture"),
    ],
)
def test_what_cannot_be_set_is_refused_with_a_sentence(home: Path, arguments, sentence):
    (home / "pyproject.txt").write_text("no picture", encoding="utf-8")
    refused = mittelnetz(*arguments, home=home)
    assert refused.returncode == 2
    assert sentence in refused.stderr


def test_an_export_that_breaks_off_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch):
    def break_off():
        yield b"half"
        raise OSError("no space left")

    commands = import_module("mittelnetz.cli.commands")
    monkeypatch.setattr(commands.setup, "prepare_database", lambda: None)
    monkeypatch.setattr(commands, "export_federation", break_off)
    (tmp_path / "federation.json").write_bytes(b"whole")
    with pytest.raises(OSError, match="no space"):
        commands.export_file(output=tmp_path / "federation.json")
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"whole"]
    monkeypatch.setattr(commands, "export_federation", lambda: [b"new"])
    assert commands.export_file(output=tmp_path / "federation.json") == 0
    assert commands.export_file(output=Path(os.devnull)) == 0
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"new"]


def test_the_first_person_is_invited_from_the_command_line(home: Path):
    invited = mittelnetz("invite", "Kim Muster", "kim@example.org", "--role", "office", home=home)
    assert invited.returncode == 0
    assert re.search(r"^/einladung/\S+/$", invited.stdout, re.MULTILINE)
    again = mittelnetz("invite", "Kim Muster", "kim@example.org", "--role", "office", home=home)
    assert again.returncode == 2
    assert "has this task already" in again.stderr
    assert mittelnetz("invite", "Kim Muster", "KIM@example.org", home=home).returncode == 0
    assert [person["id"] for person in json.loads(mittelnetz("export", home=home).stdout)["people"]] == ["kim-muster"]


def test_what_is_kept_too_long_is_said_and_removed(home: Path):
    tried = mittelnetz("retain", "--dry-run", home=home)
    assert (tried.returncode, tried.stderr) == (0, "")
    assert "keep_mails_days = 365" in tried.stdout
    assert "this was a dry run" in tried.stdout
    assert mittelnetz("retain", home=home).stdout.endswith("Done.\n")
