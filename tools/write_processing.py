"""Write docs/processing.md, the overview of processing, from what the models say about people."""

import sys
from pathlib import Path

import django
from django.utils import translation

from mittelnetz.people.foreign import declared

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "docs/processing.md"
HEAD = """# What is kept about people

Written by `make processing` from the attribute `personal` of every model (`core/personal.py`, `people/foreign.py`);
do not edit it. The office sees the same at `/buero/datenschutz/`. How an erasure works: decision 0014.

| what | kept in | details | purpose | ground | how long | when a person is erased |
| --- | --- | --- | --- | --- | --- | --- |
"""


def main() -> None:
    sys.path.insert(0, str(ROOT))
    django.setup()
    TARGET.write_text(overview(), encoding="utf-8")


def overview() -> str:
    """The file's text. Needs Django to be set up."""
    with translation.override("en"):
        models = sorted(((model._meta.label, personal) for model, personal in declared()), key=lambda pair: pair[0])
        rows = [
            f"| {one.what} | `{label}` | {', '.join(map(str, one.fields.values()))} | {one.purpose} "
            f"| {one.ground.label} | {one.kept} | {one.erasing.label} |"
            for label, one in models
            if one.is_about_people
        ]
        texts = [f"- `{label}`: {', '.join(one.texts)}" for label, one in models if one.texts]
        besides = [f"- `{label}.{name}`: {why}" for label, one in models for name, why in sorted(one.besides.items())]
    nothing = [f"`{label}`" for label, one in models if not one.is_about_people and not one.texts]
    return (
        HEAD
        + "\n".join(rows)
        + "\n\n## Free texts\n\nSomebody may be named in them. An erasure replaces the name there.\n\n"
        + "\n".join(texts)
        + "\n\n## Texts that an erasure leaves as they are\n\n"
        + "\n".join(besides)
        + "\n\n## Nothing about people\n\n"
        + ", ".join(nothing)
        + ".\n\nThe table `cache` counts tries to sign in under keys that are hashed.\n"
    )


if __name__ == "__main__":
    main()
