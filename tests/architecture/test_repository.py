"""What may not stand anywhere in the repository."""

import re

from tests.architecture.tree import ROOT, files, name_of

TEXTS = files(
    ".cfg", ".css", ".csv", ".html", ".ini", ".js", ".json", ".md", ".po", ".py", ".sh", ".svg", ".toml", ".txt", ".yml"
)
OTHERS = [path for path in files() if path.suffix == "" and path.name != "LICENSE"]
# In brackets, so that this file does not find itself.
FORBIDDEN = {
    "a path of somebody's machine": r"(?<![\w./])/(?:[h]ome|[r]oot|[w]ork|[U]sers|[m]nt)/\w",
    "the address of a package registry": r"[i]ndex-url|[r]egistry\.(?:npm|yarn)|[f]iles\.pythonhosted|[p]ypi\.org/s",
}


def test_no_path_of_a_machine_and_no_registry_address():
    found = {
        (name_of(path), what)
        for path in [*TEXTS, *OTHERS]
        for what, pattern in FORBIDDEN.items()
        if re.search(pattern, path.read_text(encoding="utf-8"))
    }
    assert found == set()


def test_pins_are_versions_and_nothing_else():
    pins = (ROOT / "requirements/constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [pin for pin in pins if not re.fullmatch(r"#.*|[\w.-]+==[\w.]+", pin)] == []
