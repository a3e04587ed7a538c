"""Many files in several processes: nothing lost or doubled, order where it is asked for, poison isolated."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest

from report_extract.corpus.machine import default_jobs
from report_extract.corpus.pool import Done, Task, run_pool
from report_extract.corpus.run import Outcome, _in_order, outcome_of
from report_extract.errors import BadRule, InternalError, UnreadableDocument

JOBS = "tests.corpus.poisoned_jobs"


def task(function: str, **limits: float) -> Task:
    return Task(f"{JOBS}:{function}", {}, timeout=limits.get("timeout", 60), memory=int(limits.get("memory", 1000)))


def test_every_file_comes_back_once() -> None:
    files = [Path(f"{number}.pdf") for number in range(12)]
    done = list(run_pool(files, task=task("name_of"), jobs=2))
    assert sorted(outcome.index for outcome in done) == list(range(12))
    assert all(outcome.result == files[outcome.index].name for outcome in done)


def test_results_come_as_they_end_and_not_in_the_order_of_the_files() -> None:
    done = list(run_pool([Path(str(number)) for number in range(4)], task=task("slowest_first"), jobs=2))
    assert done[-1].result == "0"


@pytest.mark.parametrize("jobs", [1, 2])
def test_poison_is_told_and_isolated(jobs: int) -> None:
    names = ["good-1", "hangs", "good-2", "crashes", "good-3", "eats", "leaves", "good-4"]
    files = [Path(f"{name}.pdf") for name in names]
    done = list(run_pool(files, task=task("name_or_misbehave", timeout=3, memory=400), jobs=jobs))
    assert sorted(d.result for d in done if d.failure is None) == [f"good-{n}.pdf" for n in range(1, 5)]
    reasons = {d.file.stem: d.failure.reason for d in done if isinstance(d.failure, UnreadableDocument)}
    assert reasons == {"hangs": "time_limit", "crashes": "crashed", "eats": "memory_limit", "leaves": "crashed"}


def test_closing_kills_what_runs_and_draws_no_further_file() -> None:
    drawn = []

    def files() -> Iterator[Path]:
        for name in ("good", "hangs", "hangs", "hangs", "hangs"):
            drawn.append(name)
            yield Path(f"{name}.pdf")

    before = {child.pid for child in psutil.Process().children(recursive=True)}  # other tests' processes
    running = run_pool(files(), task=task("name_or_misbehave"), jobs=2)
    assert next(running).result == "good.pdf"
    running.close()
    assert len(drawn) <= 3
    ours = [child for child in psutil.Process().children(recursive=True) if child.pid not in before]
    _, left = psutil.wait_procs(ours, timeout=60)  # one that was only starting is killed as soon as it has started
    assert not left


def test_a_fault_of_the_callers_list_reaches_the_caller() -> None:
    def files() -> Iterator[Path]:
        yield Path("one")
        raise KeyError("a defect")

    with pytest.raises(KeyError, match="a defect"):
        list(run_pool(files(), task=task("name_of"), jobs=2))


def test_what_concerns_every_file_is_raised_and_defects_have_a_name() -> None:
    with pytest.raises(BadRule):
        outcome_of(Done(0, Path("a.pdf"), failure=BadRule("p.yaml", line=1, reason="r", fix="f")), name="a")
    defect = outcome_of(Done(0, Path("a.pdf"), failure=KeyError("x")), name="a")
    assert isinstance(defect.failure, InternalError)
    assert str(defect.failure) == "a.pdf: KeyError: 'x'"


def test_outcomes_that_overtook_wait_for_their_turn() -> None:
    outcomes = [(index, Outcome(Path(str(index)), str(index))) for index in (2, 0, 3, 1)]
    assert [outcome.name for outcome in _in_order(iter(outcomes))] == ["0", "1", "2", "3"]


def test_processes_fit_the_machine_and_the_work() -> None:
    assert default_jobs(1) == 1
    assert 1 <= default_jobs(1000) <= (psutil.cpu_count() or 1)
    assert default_jobs(0) == 1
