"""Fetches the files named in `tools/vendor.toml` into the repository. A developer runs it after changing the table.

Needs npm. Nothing is written unless every hash is right.
"""

import hashlib
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
NOTE = """# Vendored

{name} {version}, licence {licence}, unmodified.
SHA-256 of the package: `{sha256}`.
Change `tools/vendor.toml` and run `python tools/vendor_assets.py`; never edit a file here.
"""


def fetch_package(package: dict[str, Any], folder: Path) -> dict[str, bytes]:
    """The wanted files of a package by where they go, each checked against the table."""
    subprocess.run(["npm", "pack", "--silent", f"{package['name']}@{package['version']}"], cwd=folder, check=True)
    (tarball,) = folder.glob("*.tgz")
    check_hash(package["name"], tarball.read_bytes(), package["sha256"])
    found = {}
    with tarfile.open(tarball) as archive:
        for file in package["files"]:
            member = archive.extractfile(f"package/{file['from']}")
            if member is None:
                sys.exit(f"{package['name']}: {file['from']} is not a file")
            found[file["to"]] = member.read()
            check_hash(file["from"], found[file["to"]], file["sha256"])
    return found


def check_hash(name: str, content: bytes, expected: str) -> None:
    if (actual := hashlib.sha256(content).hexdigest()) != expected:
        sys.exit(f"{name}: SHA-256 is {actual}, the table says {expected}")


def main() -> None:
    for package in tomllib.loads((ROOT / "tools/vendor.toml").read_text(encoding="utf-8"))["package"]:
        with tempfile.TemporaryDirectory() as folder:
            files = fetch_package(package, Path(folder))
        for name, content in {**files, "VENDORED.md": NOTE.format(**package).encode()}.items():
            target = ROOT / package["into"] / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
            print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
