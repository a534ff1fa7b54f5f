"""Pages beside the yardsticks: requests a second, p50 and p99, in turns, and the statements that a page costs."""

import os
import re
import statistics
import subprocess
import tempfile
import urllib.error
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

from bench.servers import serving
from bench.visits import Visit, first_visit

ROUNDS = 5
SECONDS = 3
CONNECTIONS = 16
_FIGURES = re.compile(
    r"\s50%\s+([\d.]+)(us|ms|s)\s.*?\s99%\s+([\d.]+)(us|ms|s)\s.*?Requests/sec:\s+([\d.]+)", re.DOTALL
)
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


@dataclass(frozen=True, slots=True)
class Figures:
    """Medians over the rounds; p50 and p99 in milliseconds."""

    name: str
    rate: float
    p50: float
    p99: float


def measure_pages(
    home: Path, addresses: dict[str, list[str]], warm: dict[str, list[str]]
) -> tuple[list[Figures], list[Figures], dict[str, Visit]]:
    """Each kind of page in turn, round after round, so that what disturbs one disturbs all.

    Those of `warm` come from the page cache, with gzip, and then again for a browser that has the page already; a
    first visit to one of each is described, too.
    """
    found: defaultdict[str, list[tuple[float, float, float]]] = defaultdict(list)
    with (
        serving("bench.wsgi:application", home) as anew,
        serving("bench.wsgi:application", home, BENCH_WARM="1") as cached,
        tempfile.TemporaryDirectory() as name_of_folder,
    ):
        folder = Path(name_of_folder)
        visits = {name: first_visit(cached + paths[0]) for name, paths in warm.items()}
        runs = {name: (anew, _address_file(folder, paths)) for name, paths in addresses.items()}
        for name, paths in warm.items():
            runs[f"{name}, warm"] = cached, _address_file(folder, [f"{path}\tgzip" for path in paths])
            known = [f"{path}\tgzip\t{_etag(cached + path)}" for path in paths]
            runs[f"{name}, 304"] = cached, _address_file(folder, known)
        for address, file in runs.values():
            _load(address, file, seconds=1)
        for _ in range(ROUNDS):
            for name, (address, file) in runs.items():
                found[name].append(_load(address, file, seconds=SECONDS))
    figures = [Figures(name, *map(statistics.median, zip(*rounds, strict=True))) for name, rounds in found.items()]
    return figures[: len(addresses)], figures[len(addresses) :], visits


def _etag(url: str) -> str:
    """The ETag of the page in gzip; asking with it must give 304."""
    request = urllib.request.Request(url, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request) as answer:
        etag: str = answer.headers["ETag"]
    request.add_header("If-None-Match", etag)
    try:
        urllib.request.urlopen(request).close()
    except urllib.error.HTTPError as answer:
        if answer.code == 304:
            return etag
    raise RuntimeError(f"{url} does not answer 304")


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
