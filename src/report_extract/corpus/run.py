"""Many documents in reading processes: each ends as facts or as a failure, none stops the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from report_extract.corpus.naming import output_names
from report_extract.corpus.pool import Done, Task, run_pool
from report_extract.errors import BadRule, InternalError, UnreadableDocument, WrongUsage
from report_extract.model.extraction import Extraction

JOB = "report_extract.corpus.job:extract_file"  # what a reading process does with each file


@dataclass(frozen=True, slots=True)
class Options:
    """How documents are read: the limits for each (seconds, MiB), the folders of own rules, processes at once."""

    timeout: float
    memory: int
    password: str | None = None
    ocr: bool = True
    rules: tuple[Path, ...] = ()
    jobs: int = 1


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document: `facts` or `failure`. `name` is for its output, without suffix."""

    file: Path
    name: str
    facts: Extraction | None = None
    failure: UnreadableDocument | InternalError | None = None


def extract_all(files: Sequence[Path], *, options: Options, in_order: bool = True) -> Iterator[Outcome]:
    """Outcomes as soon as they are there; `in_order` keeps those that overtook others back until it is their turn.

    Raises BadRule (it concerns every file).
    """
    names = output_names(files)
    outcomes = ((done.index, outcome_of(done, name=names[done.index])) for done in extract_pool(files, options=options))
    return _in_order(outcomes) if in_order else (outcome for _, outcome in outcomes)


def extract_pool(files: Iterable[Path], *, options: Options, job: str = JOB) -> Iterator[Done]:
    """`run_pool` for the extraction of files; an iterable is drawn from as processes become free."""
    arguments = {
        "password": options.password,
        "ocr": options.ocr,
        "rules": [str(folder.resolve()) for folder in options.rules],
    }
    task = Task(job, arguments, timeout=options.timeout, memory=options.memory)
    return run_pool(files, task=task, jobs=options.jobs)


def outcome_of(done: Done, *, name: str) -> Outcome:
    """Facts or failure of one file; raises what concerns every file."""
    failure = failure_of(done)
    return Outcome(done.file, name, facts=None if failure else done.result, failure=failure)


def failure_of(done: Done) -> UnreadableDocument | InternalError | None:
    """Why one file gave nothing; raises what concerns every file."""
    failure = done.failure
    if failure is None or isinstance(failure, UnreadableDocument | InternalError):
        return failure
    if isinstance(failure, BadRule | WrongUsage):
        raise failure
    return InternalError(f"{done.file.name}: {type(failure).__name__}: {failure}")


def _in_order(outcomes: Iterable[tuple[int, Outcome]]) -> Iterator[Outcome]:
    early: dict[int, Outcome] = {}
    turn = 0
    for index, outcome in outcomes:
        early[index] = outcome
        while turn in early:
            yield early.pop(turn)
            turn += 1
