"""The norms of the criteria, read from `catalogue.toml` in its order."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from mittelnetz.rulebook.norms.words import ADDRESSEES, GROUPS, HANDLINGS, MODALITIES, PROMISES, QUESTION, Word

FORMAT = "mittelnetz-norms/1"


@dataclass(frozen=True, slots=True)
class Handling:
    """One way in which the software makes a norm work: `rule:two_meetings_a_year`, `attestation:QK3` and so on."""

    kind: str
    name: str

    @property
    def label(self) -> Word:
        return HANDLINGS[self.kind]

    @property
    def promise(self) -> Word:
        """What the software does, in a few words."""
        return QUESTION if self.kind == "attestation" else PROMISES[self.kind, self.name]


@dataclass(frozen=True, slots=True)
class Norm:
    """One thing that the criteria ask for. `place` says where it stands in the source; the statement is ours."""

    id: str
    place: str
    addressee: str
    modality: str
    handled: tuple[Handling, ...]
    de: str
    en: str

    @property
    def group(self) -> str:
        return self.id[:2]


def norms_from(catalogue: Mapping[str, Any]) -> tuple[Norm, ...]:
    """The norms of a catalogue; raises ValueError, naming the norm, for anything that is not as it must be."""
    if catalogue.get("format") != FORMAT:
        raise ValueError(f"the catalogue's format is not {FORMAT}")
    norms = tuple(_norm(entry) for entry in catalogue["norm"])
    ids = [norm.id for norm in norms]
    if repeated := {id_ for id_ in ids if ids.count(id_) > 1}:
        raise ValueError(f"norms stand twice in the catalogue: {sorted(repeated)}")
    for norm in norms:
        for handling in norm.handled:
            if handling.kind == "attestation" and handling.name not in ids:
                raise ValueError(f"{norm.id}: there is no criterion {handling.name} to attest")
    return norms


def _norm(entry: Mapping[str, Any]) -> Norm:
    norm = Norm(**{**entry, "handled": _handled(entry["id"], entry["handled"])})
    if norm.group not in GROUPS or norm.addressee not in ADDRESSEES or norm.modality not in MODALITIES:
        raise ValueError(f"{norm.id}: unknown group, addressee or modality")
    if not (norm.place and norm.de and norm.en and norm.handled):
        raise ValueError(f"{norm.id}: place, statement or handling is missing")
    return norm


def _handled(norm_id: str, entries: Sequence[str]) -> tuple[Handling, ...]:
    handled = tuple(Handling(*entry.split(":")) for entry in entries)
    for handling in handled:
        if handling.kind != "attestation" and (handling.kind, handling.name) not in PROMISES:
            raise ValueError(f"{norm_id}: unknown way to handle a norm: {handling.kind}:{handling.name}")
    return handled


_CATALOGUE = tomllib.loads(files(__name__).joinpath("catalogue.toml").read_text(encoding="utf-8"))
SOURCE: str = _CATALOGUE["source"]
NORMS = norms_from(_CATALOGUE)
_BY_ID = {norm.id: norm for norm in NORMS}


def norm(norm_id: str) -> Norm:
    """The norm of that id; raises KeyError if there is none."""
    return _BY_ID[norm_id]
