"""Rules of the house that no other tool checks."""

import ast
import sys

import pytest

from tests.architecture.tree import PACKAGE, VENDORED, calls, files, imports, name_of

SOURCES = files(".py", under=PACKAGE)
PYTHON = files(".py")
CLOCKS = {
    "date.today", "datetime.now", "datetime.today", "datetime.utcnow", "time.time", "timezone.localdate",
    "timezone.localtime", "timezone.now",
}  # fmt: skip
HOLDS_A_CLOCK = [PACKAGE / "web", PACKAGE / "cli"]
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
WALL = 400


def test_there_is_code_to_look_at():
    assert len(SOURCES) > 50
    assert VENDORED.is_dir()


@pytest.mark.parametrize("path", files(".py", under=PACKAGE / "rulebook"), ids=name_of)
def test_the_rulebook_needs_the_standard_library_only(path):
    foreign = {name for name in imports(path) if name.split(".")[0] not in sys.stdlib_module_names}
    assert {name for name in foreign if not name.startswith("mittelnetz.rulebook")} == set()


def test_there_are_no_signals_but_the_one_that_prepares_the_database():
    uses = {
        (name_of(path), name)
        for path in SOURCES
        for name in imports(path)
        if name.startswith("django.dispatch") or ".signals" in name
    }
    assert uses == {("src/mittelnetz/core/apps.py", "django.db.models.signals.post_migrate")}


def test_nothing_happens_in_save():
    methods = {
        f"{name_of(path)}: {node.name}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name in {"save", "delete", "full_clean", "clean"}
    }
    assert methods == set()


def test_only_web_and_the_command_line_look_at_the_clock():
    below = [path for path in SOURCES if not any(top in path.parents for top in HOLDS_A_CLOCK)]
    assert {(name_of(path), name) for path in below for name in calls(path) if name in CLOCKS} == set()


def test_no_test_depends_on_today():
    tests = [path for path in PYTHON if path.parts[-2:-1] != ("bench",) and "tests" in path.parts]
    assert {(name_of(path), name) for path in tests for name in calls(path) if name in CLOCKS} == set()


def test_no_file_is_longer_than_the_wall():
    lengths = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in files(".py", ".html")}
    assert {name: length for name, length in lengths.items() if length > WALL} == {}


def test_every_file_is_named_after_a_thing():
    assert [name_of(path) for path in PYTHON if FORBIDDEN_NAMES & {path.stem, *path.parent.parts}] == []


def test_every_folder_of_the_package_is_a_package():
    folders = {path.parent for path in SOURCES}
    assert [name_of(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()] == []
