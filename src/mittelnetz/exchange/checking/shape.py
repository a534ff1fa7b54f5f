"""The shape of a federation file: what the JSON Schema says, in lines that tell what would be right."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

import jsonschema_rs

from mittelnetz.exchange.errors import FileError, Place, shown
from mittelnetz.exchange.schema import FORMAT, schema

_RECORDS_AT_ONCE = 500
_KINDS = {dict: "an object", list: "a list", str: "text", bool: "true or false", type(None): "null"}


@cache
def _schema() -> dict[str, Any]:
    return schema()


@cache
def _validator() -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator(_schema())


def shape_errors(document: Any) -> list[FileError]:
    """What is wrong with the file's shape. Values in question become null in the document, unknown keys go.

    So the checks that follow can judge all the rest, and every error of the file is listed at once.
    """
    if not isinstance(document, dict):
        return [FileError((), f"is {_kind(document)}", "write one object with the key format")]
    errors: list[FileError] = []
    for key, offset, part in _parts(document):
        try:
            violations = list(_validator().iter_errors(part))
        except ValueError:  # how the validator says that it is too deep for it
            errors.append(FileError((key,) if key else (), "is nested too deeply", "nest as the format shows it"))
            document.update(dict.fromkeys([key] if key else [other for other in part if part[other] != []]))
            continue
        for error in violations:
            place = _shifted(tuple(error.instance_path), offset)
            errors += _lines(place, error)
            _blank(document, place, error)
    return errors


def _parts(document: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """The document without its records, then its records in small lots: a checker's copy of all would be large."""
    lists = {key: value for key, value in document.items() if key in _schema()["properties"] and type(value) is list}
    yield "", 0, {key: [] if key in lists else value for key, value in document.items()}
    for key, records in lists.items():
        for offset in range(0, len(records), _RECORDS_AT_ONCE):
            yield key, offset, {"format": FORMAT, key: records[offset : offset + _RECORDS_AT_ONCE]}


def _shifted(place: Place, offset: int) -> Place:
    if len(place) > 1 and isinstance(place[1], int):
        return (place[0], place[1] + offset, *place[2:])
    return place


def _blank(document: dict[str, Any], place: Place, error: jsonschema_rs.ValidationError) -> None:
    """Take what is wrong out of the document."""
    kind = error.kind.name
    steps = place if kind in {"required", "additionalProperties"} else place[:-1]
    holder: Any = document
    for step in steps:
        holder = holder[step]
        if holder is None:
            return
    if kind == "additionalProperties":
        for key in error.kind.as_dict()["unexpected"]:
            holder.pop(key, None)
    elif kind != "required":
        holder[place[-1]] = None


def _lines(place: Place, error: jsonschema_rs.ValidationError) -> Iterator[FileError]:
    facts, value = error.kind.as_dict(), error.instance
    asked = _asked(error)
    match error.kind.name:
        case "additionalProperties":
            for key in facts["unexpected"]:
                yield FileError((*place, key), f"the key {shown(key)} is unknown", _nearest(key, asked["properties"]))
        case "required":
            yield FileError(place, f"the key {shown(facts['property'])} is missing", "add it")
        case "enum" | "const":
            words = facts.get("options", [facts.get("expected_value")])
            yield FileError(place, f"{shown(value)} is not a known word", f"write {_choice(words)}")
        case "type":
            remedy = asked.get("description") or " or ".join(_NAMES[name] for name in facts["types"])
            yield FileError(place, f"{shown(value)} is {_kind(value)}", f"write {remedy}")
        case "maxLength":
            yield FileError(place, f"is {len(str(value))} characters long", f"write at most {facts['limit']}")
        case "minLength":
            yield FileError(place, "is empty", f"write {asked['description']}")
        case _:
            yield FileError(place, f"{shown(value)} is not right here", f"write {asked['description']}")


_NAMES = {"object": "an object", "array": "a list", "string": "text", "null": "null", "boolean": "true or false"}


def _asked(error: jsonschema_rs.ValidationError) -> dict[str, Any]:
    """The part of the schema that the value breaks."""
    part: Any = _schema()
    for step in error.schema_path[:-1]:
        part = part[step]
    found: dict[str, Any] = part
    return found


def _nearest(key: str, known: dict[str, Any]) -> str:
    close = get_close_matches(key, known, n=1)
    return f"write {shown(close[0])}, or leave it out" if close else f"known here are {', '.join(known)}"


def _choice(words: list[Any]) -> str:
    return " or ".join(shown(word) for word in words)


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "a number")
