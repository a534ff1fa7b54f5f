"""Files of others are committed exactly as they were published."""

import hashlib
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = tomllib.loads((ROOT / "tools/vendor.toml").read_text(encoding="utf-8"))["package"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_vendored_files_match_the_table(package):
    folder = ROOT / package["into"]
    expected = {file["to"]: file["sha256"] for file in [*package["files"], *package.get("by_hand", [])]}
    found = {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "VENDORED.md"
    }
    assert found == expected
    note = (folder / "VENDORED.md").read_text(encoding="utf-8")
    assert all(package[key] in note for key in ("name", "version", "sha256", "licence"))


def test_nothing_else_is_vendored():
    vendor = ROOT / "src/mittelnetz/web/static/vendor"
    assert {path.relative_to(ROOT).as_posix() for path in vendor.iterdir()} == {package["into"] for package in PACKAGES}
