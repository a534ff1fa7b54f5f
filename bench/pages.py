"""Pages beside the yardsticks: requests a second, p50 and p99, in turns, and the statements that a page costs."""

import os
import re
import statistics
import subprocess
import tempfile
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from bench.servers import serving

ROUNDS = 5
SECONDS = 3
CONNECTIONS = 16
_FIGURES = re.compile(
    r"\s50%\s+([\d.]+)(us|ms|s)\n.*?\s99%\s+([\d.]+)(us|ms|s)\n.*?Requests/sec:\s+([\d.]+)", re.DOTALL
)
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians over the rounds; p50 and p99 in milliseconds."""

    name: str
    rate: float
    p50: float
    p99: float


def measure_pages(home: Path, addresses: dict[str, list[str]]) -> list[Figures]:
    """Each kind of page in turn, round after round, so that what disturbs one disturbs all."""
    found: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    with serving("bench.wsgi:application", home) as address, tempfile.TemporaryDirectory() as folder:
        files = {name: _address_file(Path(folder), paths) for name, paths in addresses.items()}
        for file in files.values():
            _load(address, file, seconds=1)
        for _ in range(ROUNDS):
            for name, file in files.items():
                found[name].append(_load(address, file, seconds=SECONDS))
    return [Figures(name, *map(statistics.median, zip(*rounds, strict=True))) for name, rounds in found.items()]


def _address_file(folder: Path, paths: list[str]) -> Path:
    file = folder / str(len(list(folder.iterdir())))
    file.write_text("\n".join(paths), encoding="utf-8")
    return file


def _load(address: str, file: Path, *, seconds: int) -> tuple[float, float, float]:
    """Requests a second, p50 and p99 of one run; an answer that is no success ends the measuring."""
    script = Path(__file__).parent / "addresses.lua"
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(script), address]
    environment = {**os.environ, "BENCH_ADDRESSES": str(file)}
    output = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
    found = _FIGURES.search(output)
    if found is None or "Non-2xx" in output:
        raise RuntimeError(output)
    p50, p50_unit, p99, p99_unit, rate = found.groups()
    return float(rate), float(p50) * _MILLISECONDS[p50_unit], float(p99) * _MILLISECONDS[p99_unit]
