"""`make bench`: prepares federations of 2,000 networks, measures, prints tables, keeps them under reports/.

Ends with 1 where a limit is missed. What is imported has 100 partners in each network; the pages are those of a
federation with as many as are usual.
"""

import json
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.limits import IMPORT_MEGABYTES, Limit, page_limits, warm_limits
from bench.pages import Figures, measure_pages
from bench.servers import environment, started
from bench.visits import Visit
from tools.postgres import free_port

NETWORKS, PARTNERS, SEED, AS_OF = 2000, 100, 7, "2026-06-30"
STARTS = 5
WARM = ("/", "/organisationen/", "/regionen/")


def main() -> int:
    if not shutil.which("wrk"):
        print("The bench needs wrk. On Debian or Ubuntu: apt install wrk", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="mittelnetz-bench-") as folder:
        crowded, usual = Path(folder) / "crowded", Path(folder) / "usual"
        limits: list[Limit] = []
        lines = ["# Bench", "", *_import_lines(Path(folder), crowded, limits)]
        lines += ["", *_start_lines(Path(folder), crowded)]
        _fill(usual, Path(folder) / "usual.json")
        lines += ["", *_page_lines(usual, limits)]
        lines += ["", f"With {PARTNERS} partners in each network:", "", *_page_lines(crowded)]
    lines += ["", "Limits:", "", *map(str, sorted(limits, key=lambda limit: limit.what))]
    report = Path("reports/bench.md")
    report.parent.mkdir(exist_ok=True)
    report.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print("\n".join(lines))
    return int(not all(limit.holds for limit in limits))


def _import_lines(folder: Path, home: Path, limits: list[Limit]) -> list[str]:
    file = folder / "federation.json"
    seconds, megabytes = _fill(home, file, "--partners", str(PARTNERS))
    limits.append(Limit("import, megabytes of memory", megabytes, most=IMPORT_MEGABYTES))
    source = {"BENCH_SOURCE": str(home / "mittelnetz.sqlite3")}
    output = _python(folder / "copy", "bench.bulk_copy", **source)
    rows, bare = int(output.split()[0]), float(output.split()[1])
    return [
        (
            f"Import of {NETWORKS} networks with {NETWORKS * PARTNERS} partnerships, {rows} rows: {seconds:.1f} s, "
            f"{rows / seconds:.0f} rows/s, {megabytes:.0f} MB of memory; bare bulk inserts of the same rows: "
            f"{bare:.1f} s; ratio {seconds / bare:.1f}"
        )
    ]


def _fill(home: Path, file: Path, *options: str) -> tuple[float, float]:
    """Generate a federation and import it; the seconds that the import took, and the most memory, in megabytes."""
    size = ["--networks", str(NETWORKS), *options]
    _mittelnetz(home, "generate", *size, "--seed", str(SEED), "--as-of", AS_OF, "--output", str(file))
    _mittelnetz(home, "load-regions")
    return _mittelnetz(home, "import", str(file))


def _start_lines(folder: Path, home: Path) -> list[str]:
    """Start of `serve` and migration of an empty database, in turns with a bare project's."""
    times: dict[str, list[float]] = {"serve": [], "bare start": [], "migrate": [], "bare migrate": []}
    bare = folder / "bare"
    bare.mkdir()
    _mittelnetz(home, "migrate")
    for _ in range(STARTS):
        for name, options in (
            ("serve", ["-c", "import sys; from mittelnetz.cli import main; sys.exit(main())", "serve", "--port"]),
            ("bare start", ["-m", "granian", "--interface", "wsgi", "--workers", "2", "--no-ws",
                            "--log-level", "error", "bench.bare_project:application", "--port"]),
        ):  # fmt: skip
            port = str(free_port())
            command = [sys.executable, *options, port]
            with started(command, home if name == "serve" else bare, f"http://127.0.0.1:{port}") as (_, seconds):
                times[name].append(seconds)
        empty = folder / "empty"
        times["migrate"].append(_mittelnetz(empty, "migrate")[0])
        shutil.rmtree(empty)
        (bare / "bare.sqlite3").unlink(missing_ok=True)
        start = time.perf_counter()
        _python(bare, "bench.bare_project", "migrate")
        times["bare migrate"].append(time.perf_counter() - start)
    found = {name: statistics.median(values) for name, values in times.items()}
    return [
        (
            f"Start of `serve` to the first answer: {found['serve']:.2f} s; bare project: {found['bare start']:.2f} s; "
            f"ratio {found['serve'] / found['bare start']:.1f}"
        ),
        "",
        (
            f"Migration of an empty database: {found['migrate']:.2f} s; bare project: {found['bare migrate']:.2f} s; "
            f"ratio {found['migrate'] / found['bare migrate']:.1f}"
        ),
    ]


def _page_lines(home: Path, limits: list[Limit] | None = None) -> list[str]:
    """Of the pages made anew; where limits are to be kept, also of the warm ones."""
    addresses = _addresses(home, _python(home, "bench.signing_in"))
    counts = json.loads(_python(home, "bench.statements", stdin=json.dumps(addresses)))
    networks = addresses["/netzwerke/<id>/"]
    warm = {"/netzwerke/<id>/": networks, **{path: [path] for path in WARM}} if limits is not None else {}
    figures, warm_figures, visits = measure_pages(home, addresses, warm)
    rates = {row.name: row.rate for row in figures}
    bare, plain = rates["bare"], rates["plain list"]
    lines = [
        "| page | requests/s | of bare | of plain list | p50 ms | p99 ms | SQL statements |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
        *(_row(row, bare, f" {row.rate / plain:.0%} |", f" {counts[row.name]} |") for row in figures),
    ]
    if limits is None:
        return lines
    limits += [*page_limits(figures, counts), *warm_limits(warm_figures, bare, visits)]
    return [
        *lines, "", "From the page cache, with gzip, in the same rounds:", "",
        "| page | requests/s | of bare | p50 ms | p99 ms |",
        "| --- | ---: | ---: | ---: | ---: |",
        *(_row(row, bare) for row in warm_figures),
        "", "A first visit, in bytes of bodies as they come, and the number of requests:", "",
        "| page | the page alone | with styles, scripts and icon | with fonts, too |",
        "| --- | ---: | ---: | ---: |",
        *(_visit_row(name, visit) for name, visit in visits.items()),
    ]  # fmt: skip


def _row(row: Figures, bare: float, of_plain: str = "", statements: str = "") -> str:
    share = f"{row.rate / bare:.0%} |{of_plain}"
    return f"| {row.name} | {row.rate:.0f} | {share} {row.p50:.1f} | {row.p99:.1f} |{statements}"


def _visit_row(name: str, visit: Visit) -> str:
    sums = (sum((visit.page, *visit.others)), sum((visit.page, *visit.others, *visit.fonts)))
    counts = (1 + len(visit.others), 1 + len(visit.others) + len(visit.fonts))
    shown = " | ".join(f"{size:,} in {count}" for size, count in zip(sums, counts, strict=True))
    return f"| {name} | {visit.page:,} | {shown} |"


def _addresses(home: Path, cookie: str) -> dict[str, list[str]]:
    """By the name of the row; those for people who are signed in with the cookie, as `addresses.lua` reads it."""
    chance = random.Random(SEED)
    with sqlite3.connect(home / "mittelnetz.sqlite3") as database:
        networks = [id for (id,) in database.execute("SELECT id FROM register_network ORDER BY id")]
        names = [name for (name,) in database.execute("SELECT folded_name FROM register_organisation ORDER BY id")]
    words = sorted({name.split()[0] for name in names})
    kinds = ("chamber", "association", "enterprise", "consultancy", "public_body")
    sample = chance.sample(networks, 200)
    by_kind = [f"?art={kind}" for kind in kinds]
    by_kind_and_word = [f"?art={chance.choice(kinds)}&suche={chance.choice(words)}" for _ in range(50)]
    signed_in = f"\t\t\t{cookie}"
    return {
        "bare": ["/bare/"],
        "plain list": [f"/plain-list/?after={name.replace(' ', '+')}" for name in chance.sample(names, 200)],
        "/netzwerke/<id>/": [f"/netzwerke/{id}/" for id in sample],
        "/organisationen/ by kind": [f"/organisationen/{query}" for query in by_kind],
        "/organisationen/ by kind and word": [f"/organisationen/{query}" for query in by_kind_and_word],
        "/mein/netzwerk/<id>/": [f"/mein/netzwerk/{id}/{signed_in}" for id in sample],
        "/mein/netzwerk/<id>/partner/": [f"/mein/netzwerk/{id}/partner/{signed_in}" for id in sample],
        "/buero/organisationen/": [f"/buero/organisationen/{signed_in}"],
        "/buero/organisationen/ by kind": [f"/buero/organisationen/{query}{signed_in}" for query in by_kind],
        "/buero/organisationen/ by kind and word": [
            f"/buero/organisationen/{query}{signed_in}" for query in by_kind_and_word
        ],
    }


def _mittelnetz(home: Path, *arguments: str) -> tuple[float, float]:
    """Run a command of ours; the seconds it took, and the most memory, in megabytes."""
    program = [sys.executable, "-c", "import sys; from mittelnetz.cli import main; sys.exit(main())", *arguments]
    start = time.perf_counter()
    process = subprocess.Popen(program, env=environment(home), stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status:
        raise subprocess.CalledProcessError(os.waitstatus_to_exitcode(status), program)
    return seconds, usage.ru_maxrss * 1024 / 1_000_000


def _python(home: Path, module: str, *arguments: str, stdin: str = "", **more: str) -> str:
    """Run a module with a home of its own; what it printed."""
    return subprocess.run(
        [sys.executable, "-m", module, *arguments],
        env=environment(home, **more),
        input=stdin,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
