"""Killed, crowded or poisoned, a store stays whole: nothing is lost, nothing is doubled."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from report_extract.corpus import Store
from report_extract.errors import WrongUsage
from tests.corpus.papers import write_covers
from tests.corpus.test_store import counts

ROOT = Path(__file__).parents[2]


def adding(folder: Path, store: Path, *options: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "report_extract", "corpus", "add", str(folder), "--store", str(store), *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def kept(store: Path) -> set[str]:
    return {path.name for path in (store / "extractions").glob("*.json")}


def test_killed_in_the_middle_it_goes_on_where_it_was(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 40)
    process = adding(tmp_path / "in", tmp_path / "store", "--jobs", "1")
    until = time.monotonic() + 120
    while len(kept(tmp_path / "store")) < 3 and time.monotonic() < until:
        time.sleep(0.002)
    process.kill()
    process.communicate()
    finished = kept(tmp_path / "store")
    assert 3 <= len(finished) < 40
    store = Store(tmp_path / "store")
    added = store.add(tmp_path / "in")
    assert (len(added.files("known")), len(added.files("added"))) == (len(finished), 40 - len(finished))
    assert finished < kept(tmp_path / "store")
    values = [row["value"] for row in store.query("SELECT value FROM metrics ORDER BY value")]
    assert values == [100.0 + number for number in range(40)]
    assert len(store.documents()) == 40


def test_what_a_killed_process_left_half_written_is_swept_up(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 1)
    folder = tmp_path / "store" / "extractions"
    folder.mkdir(parents=True)
    old, fresh = folder / ".old.part", folder / ".fresh.part"
    for path in (old, fresh):
        path.write_text('{"schema": "rep', encoding="utf-8")
    os.utime(old, (0, 0))
    Store(tmp_path / "store").add(tmp_path / "in")
    assert (old.exists(), fresh.exists()) == (False, True)


def test_facts_that_never_reached_the_database_are_taken_up(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 3)
    store = Store(tmp_path / "store")
    store.add(tmp_path / "in")
    before = counts(store)
    store.shelf.database.unlink()
    assert len(store.add(tmp_path / "in").files("known")) == 3
    assert counts(store) == before


def test_two_writers_at_once_lose_and_double_nothing(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 16)
    processes = [adding(tmp_path / "in", tmp_path / "store", "--jobs", "1") for _ in range(2)]
    said = [process.communicate()[1].decode() for process in processes]
    assert [process.returncode for process in processes] == [0, 0], said
    store = Store(tmp_path / "store")
    values = [row["value"] for row in store.query("SELECT value FROM metrics ORDER BY value")]
    assert values == [100.0 + number for number in range(16)]
    assert len(store.documents()) == len(kept(tmp_path / "store")) == 16


def test_a_store_held_by_another_program_is_told(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 1)
    Store(tmp_path / "store").add(tmp_path / "in")
    database = tmp_path / "store" / "corpus.duckdb"
    holding = f"import duckdb, time; c = duckdb.connect({str(database)!r}); print('held', flush=True); time.sleep(60)"
    holder = subprocess.Popen([sys.executable, "-c", holding], stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WrongUsage, match="another program has it open"):
            Store(tmp_path / "store", patience=0.3).documents()
    finally:
        holder.kill()
        holder.communicate()
    assert len(Store(tmp_path / "store", patience=30).documents()) == 1


def test_poisoned_papers_cost_a_line_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("report_extract.corpus.adding.JOB", "tests.corpus.poisoned_jobs:shelve_or_misbehave")
    good = write_covers(tmp_path / "in", 6)
    for name in ("hangs", "crashes", "eats"):
        (tmp_path / "in" / f"{name}.md").write_text(f"# A paper that {name}\n", encoding="utf-8")
    store = Store(tmp_path / "store")
    added = store.add(tmp_path / "in", timeout=5, memory=500, jobs=2)
    assert sorted(added.files("added")) == good
    reasons = {Path(row["file"]).stem: row["reason"] for row in store.failures()}
    assert reasons == {"hangs": "time_limit", "crashes": "crashed", "eats": "memory_limit"}
    assert len(store.documents()) == 6


def test_stopped_by_its_caller_it_keeps_what_was_done(tmp_path: Path) -> None:
    write_covers(tmp_path / "in", 6)
    store = Store(tmp_path / "store")
    seen = []

    def stop_at_second(step: object) -> None:
        seen.append(step)
        if len(seen) == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.add(tmp_path / "in", jobs=1, watch=stop_at_second)
    assert len(store.documents()) == 2
    assert len(store.add(tmp_path / "in").files("known")) >= 2
    assert len(store.documents()) == 6
