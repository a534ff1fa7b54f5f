"""The files of the project, as the tests of this folder read them."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src/mittelnetz"
FOLDERS = (".ci", "bench", "docs", "requirements", "src", "tests", "tools")
VENDORED = PACKAGE / "web/static/vendor"


def files(*suffixes: str, under: Path = ROOT) -> list[Path]:
    """The project's own files, sorted; what others wrote and what tools left behind is not among them."""
    tops = [ROOT / folder for folder in FOLDERS]
    found = {path for path in ROOT.iterdir() if path.is_file() and path.name != ".git"}  # a file in a worktree
    found |= {path for top in tops for path in top.rglob("*") if path.is_file()}
    return sorted(
        path
        for path in found
        if (not suffixes or path.suffix in suffixes)
        and path.is_relative_to(under)
        and VENDORED not in path.parents
        and "__pycache__" not in path.parts
        and not any(part.endswith(".egg-info") for part in path.parts)
    )


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imports(path: Path) -> Iterator[str]:
    """The full names that a Python file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def calls(path: Path) -> Iterator[str]:
    """The last two names of what a Python file calls: `timezone.now`, `date.today`, `print`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            yield ".".join(ast.unparse(node.func).split(".")[-2:])
