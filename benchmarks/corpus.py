"""Many documents through `corpus add`: speed, scaling, memory, kill and resume, poison, and the speed of questions.

    python benchmarks/corpus.py [--documents 200] [--keep FOLDER]

The documents are variants of the samples (other places, figures and looks), written to a temporary folder, with three
poisoned ones among them: one hangs, one crashes its parser, one eats memory. Takes some ten minutes with 200.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psutil

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.variants import write_variants  # noqa: E402

from report_extract.corpus import Store, adding  # noqa: E402
from report_extract.corpus.adding import Step  # noqa: E402
from report_extract.corpus.store import Added  # noqa: E402
from report_extract.read.worker import Isolated  # noqa: E402

POISON = {"hangs": "time_limit", "crashes": "crashed", "eats": "memory_limit"}
POISONED_JOB = "tests.corpus.poisoned_jobs:shelve_or_misbehave"
POISON_BYTES = 50_000  # their turn comes in the middle: the largest documents are read first
TIMEOUT, MEMORY = 30, 1500  # seconds and MiB for a document
MEBI = 2**20

QUESTIONS = {
    "contacts by partnership and year": "SELECT partnership, reporting_year, label, value FROM metrics "
    "WHERE metric = 'csc_contacts' AND role = 'current' ORDER BY ALL",
    "mean of each metric": "SELECT metric, unit, count(*), avg(value) FROM metrics GROUP BY ALL ORDER BY ALL",
    "reports that state impact by theme": "SELECT theme, count(DISTINCT sha256) FROM coding "
    "WHERE code = 'impact' GROUP BY theme ORDER BY ALL",
    "every quote with a word": "SELECT document, page, quote FROM evidence WHERE quote ILIKE '%neglect%'",
}


@dataclass
class Memory:
    """Resident memory over a run, in MiB: our process, and all reading processes together."""

    own: list[float] = field(default_factory=list)
    readers: list[float] = field(default_factory=list)

    @contextmanager
    def watched(self) -> Iterator[None]:
        ended = threading.Event()
        thread = threading.Thread(target=self._watch, args=(ended,), daemon=True)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()

    def _watch(self, ended: threading.Event) -> None:
        us = psutil.Process()
        while not ended.wait(0.5):
            self.own.append(us.memory_info().rss / MEBI)
            self.readers.append(sum(map(_resident, us.children(recursive=True))) / MEBI)


def _resident(process: psutil.Process) -> float:
    try:
        return float(process.memory_info().rss)
    except psutil.Error:
        return 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=200)
    parser.add_argument("--keep", type=Path, help="leave documents and stores here")
    chosen = parser.parse_args()
    folder = chosen.keep or Path(tempfile.mkdtemp(prefix="corpus-benchmark-"))
    try:
        _measure(folder, chosen.documents)
    finally:
        if not chosen.keep:
            shutil.rmtree(folder, ignore_errors=True)


def _measure(folder: Path, count: int) -> None:
    papers = folder / "papers"
    papers.mkdir(parents=True, exist_ok=True)
    began = time.perf_counter()
    files = list(write_variants(papers, count))
    size = sum(path.stat().st_size for path in files) / MEBI
    _row("documents", f"{count} ({size:.0f} MiB), written in {time.perf_counter() - began:.0f} s")
    _row("processors", f"{os.cpu_count()}, load before {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
    half = files[: max(11, count // 2)]  # 11 documents are one round of every kind
    _scaling(half, folder)
    _kill_and_resume(half, folder)
    store = _whole(files, papers, folder)
    _questions(store)


def _scaling(files: Sequence[Path], folder: Path) -> None:
    """Wall time says little on a machine that others use too; the processor time what is shared out."""
    seconds = {}
    for jobs in (1, 2):
        before, began = os.times(), time.perf_counter()
        Store(folder / f"scaling-{jobs}").add(*files, jobs=jobs)
        seconds[jobs], after = time.perf_counter() - began, os.times()
        own = after.user + after.system - before.user - before.system
        readers = after.children_user + after.children_system - before.children_user - before.children_system
        spent = f"processor time: ours {own:.1f} s, reading processes {readers:.1f} s"
        _row(f"{len(files)} documents, {jobs} worker{'s' if jobs > 1 else ''}", f"{seconds[jobs]:.1f} s ({spent})")
    _row("scaling from one to two workers (goal 1.7)", f"{seconds[1] / seconds[2]:.2f}")
    _row(
        "the most that this machine gives",
        f"{_ceiling(files):.2f} (two processes that share nothing, each alone first)",
    )


def _ceiling(files: Sequence[Path]) -> float:
    """What a second process adds that reads the same files with no store between: below 2, processors share caches."""
    some = files[:22]  # two rounds of every kind
    ready = [_ready_reader(some[0]) for _ in range(2)]
    began = time.perf_counter()
    _read_all(ready[0], some)
    alone = time.perf_counter() - began
    began = time.perf_counter()
    threads = [threading.Thread(target=_read_all, args=(reader, some)) for reader in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    together = time.perf_counter() - began
    for reader in ready:
        reader.close()
    return 2 * alone / together


def _ready_reader(file: Path) -> Isolated:
    """A reading process that has loaded all that it needs."""
    reader = Isolated()
    _read_all(reader, [file])
    return reader


def _read_all(reader: Isolated, files: Sequence[Path]) -> None:
    for file in files:
        reader.call(adding.JOB, file, password=None, ocr=True, rules=[])


def _kill_and_resume(files: Sequence[Path], folder: Path) -> None:
    store = Store(folder / "killed")
    command = [sys.executable, "-m", "report_extract", "corpus", "add", *map(str, files)]
    process = subprocess.Popen([*command, "--store", str(store.shelf.folder), "--quiet"])
    while len(list(store.shelf.kept.names())) < len(files) // 2 and process.poll() is None:
        time.sleep(0.02)
    process.kill()
    process.wait()
    finished = len(list(store.shelf.kept.names()))
    added = store.add(*files)
    documents = store.query("SELECT count(*) AS rows, count(DISTINCT sha256) AS documents FROM documents")[0]
    same = _content(store) == _content(Store(folder / "scaling-1"))
    again = f"then {len(added.files('known'))} known, {len(added.files('added'))} read"
    rows = f"{documents['rows']} rows for {documents['documents']} documents"
    _row("killed -9 after", f"{finished} of {len(files)}; {again}; {rows}")
    _row("same facts as in a run without a kill", "yes" if same else "NO")


def _content(store: Store) -> list[object]:
    """Every metric and recommendation, whoever read it when."""
    metrics = store.query("SELECT sha256, id, label, value, period FROM metrics ORDER BY ALL")
    return [*metrics, *store.query("SELECT sha256, id, text FROM recommendations ORDER BY ALL")]


def _whole(files: Sequence[Path], papers: Path, folder: Path) -> Store:
    """All documents with the poisoned ones, which the reading processes are made to stumble over."""
    for name in POISON:
        (papers / f"{name}.pdf").write_bytes(b"%PDF-1.7 poisoned: " + name.encode() + bytes(POISON_BYTES))
    adding.JOB = POISONED_JOB
    store, memory = Store(folder / "store"), Memory()
    ends: list[float] = []
    began = time.perf_counter()

    def ended(_: Step) -> None:
        ends.append(time.perf_counter() - began)

    with memory.watched():
        added = store.add(papers, timeout=TIMEOUT, memory=MEMORY, watch=ended)
    seconds = time.perf_counter() - began
    _row("all of them", f"{seconds:.0f} s, {len(files) / seconds * 60:.0f} documents a minute")
    _row("poisoned (one hangs for its time limit)", _poison(store, added, len(files)))
    for name, values in (("our process", memory.own), ("reading processes", memory.readers)):
        _row(f"memory of {name}", _flat(values))
    return store


def _poison(store: Store, added: Added, good: int) -> str:
    reasons = {Path(row["file"]).stem: row["reason"] for row in store.failures()}
    isolated = reasons == POISON and len(added.files("added")) == good
    told = ", ".join(f"{name}: {reason}" for name, reason in sorted(reasons.items()))
    return f"{told}; {len(added.files('added'))} others read" + ("" if isolated else "  NOT AS EXPECTED")


def _flat(values: Sequence[float]) -> str:
    """Second quarter against last quarter: start-up is behind the former, a leak would show in the latter."""
    quarter = max(1, len(values) // 4)
    second, last = values[quarter : 2 * quarter] or values, values[-quarter:]
    means = sum(second) / len(second), sum(last) / len(last)
    return f"{means[0]:.0f} MiB in the second quarter, {means[1]:.0f} in the last, {max(values):.0f} at most"


def _questions(store: Store) -> None:
    size = sum(store.query(f'SELECT count(*) AS n FROM "{t}"')[0]["n"] for t in ("metrics", "evidence", "table_cells"))
    _row("metrics, evidence and cells in the store", f"{size:,}")
    for name, sql in QUESTIONS.items():
        began = time.perf_counter()
        rows = store.query(sql)
        _row(f"query: {name} (goal 1 s)", f"{time.perf_counter() - began:.2f} s, {len(rows)} rows")


def _row(name: str, value: str) -> None:
    print(f"{name:<58}{value}", flush=True)


if __name__ == "__main__":
    main()
