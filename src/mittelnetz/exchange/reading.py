"""From bytes to a JSON document. What a database or a checker could stumble over is refused here."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from mittelnetz.exchange.errors import FileError, FileRefusedError, Place, shown

_SHORT = 100
_REMEDY = "write one JSON document in UTF-8"
_LONGEST_NUMBER = 18
_SUSPICIOUS = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_SURROGATES = re.compile("[\ud800-\udfff]")


class _Doubled(dict[str, Any]):
    """An object in which a key stands more than once."""

    keys_: tuple[str, ...] = ()


def read_document(content: bytes) -> Any:
    """The JSON document in the bytes. Raises FileRefusedError.

    Python reads more than JSON allows (NaN, keys that stand twice), and JSON allows more than a database
    can hold (NUL, halves of surrogate pairs).
    """
    doubled: list[_Doubled] = []
    known: dict[str, str] = {}  # days and ids stand thousands of times in a large file, but once in memory

    def shared(value: Any) -> Any:
        return known.setdefault(value, value) if isinstance(value, str) and len(value) < _SHORT else value

    def as_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = {key: shared(value) for key, value in pairs}
        if len(found) == len(pairs):
            return found
        twice = _Doubled(found)
        twice.keys_ = tuple(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        doubled.append(twice)
        return twice

    text = _text(content)
    try:
        document = json.loads(
            text, object_pairs_hook=as_object, parse_constant=_refuse_constant, parse_float=_finite, parse_int=_whole
        )
        is_suspicious = doubled or _SUSPICIOUS.search(text)
        errors = [fault for part in _parts((), document) for fault in _faults(*part)] if is_suspicious else []
    except json.JSONDecodeError as error:
        problem = f"is not JSON: {error.msg} in line {error.lineno}, column {error.colno}"
        raise FileRefusedError([FileError((), problem, _REMEDY)]) from error
    except ValueError as error:
        raise FileRefusedError([FileError((), str(error), "write numbers as the format shows them")]) from error
    except RecursionError as error:
        raise FileRefusedError([FileError((), "is nested too deeply", "nest as the format shows it")]) from error
    if errors:
        raise FileRefusedError(errors)
    return document


def _text(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: byte {error.start + 1} cannot be read"
        raise FileRefusedError([FileError((), problem, _REMEDY)]) from error


def _refuse_constant(name: str) -> float:
    raise ValueError(f"holds {name}, which is not JSON")


def _finite(digits: str) -> float:
    number = float(digits)
    if number in {float("inf"), float("-inf")}:
        raise ValueError(f"holds {digits[:20]}, a number too large to read")
    return number


def _whole(digits: str) -> int:
    if len(digits) > _LONGEST_NUMBER:
        raise ValueError(f"holds {digits[:20]}…, a number too large to read")
    return int(digits)


def _parts(place: Place, value: Any) -> Iterator[tuple[Place, Any]]:
    yield place, value
    if isinstance(value, dict):
        for key, item in value.items():
            yield (*place, key), key
            yield from _parts((*place, key), item)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _parts((*place, index), item)


def _faults(place: Place, value: Any) -> Iterator[FileError]:
    if isinstance(value, _Doubled):
        for key in value.keys_:
            yield FileError((*place, key), f"the key {shown(key)} stands twice in one object", "keep one of them")
    elif isinstance(value, str) and ("\0" in value or _SURROGATES.search(value)):
        yield FileError(place, "holds a character that no text can hold (NUL, half a pair)", "leave it out")
