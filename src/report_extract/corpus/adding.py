"""Documents into a store: read in parallel, kept as they end, known ones passed over, faults told and isolated."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from report_extract.corpus.kept import Name, content_hash, version_of
from report_extract.corpus.run import Options, extract_pool, failure_of
from report_extract.corpus.shelved import Shelved
from report_extract.corpus.storing import Entry, Failure, Shelf
from report_extract.errors import InternalError, UnreadableDocument
from report_extract.model.extraction import DocumentInfo
from report_extract.read import faults

JOB = "report_extract.corpus.job:shelve_file"  # what a reading process does with each file

# The database is opened for a batch: at least every so many seconds, so that other programs soon see what is done, and
# not for each document, since opening, writing to 17 tables and closing costs some 200 ms whatever is written.
BATCH_SECONDS = 10.0
BATCH_DOCUMENTS = 50  # a report's rows take 0.3 MB


class Status(StrEnum):
    added = "added"
    known = "known"
    failed = "failed"


@dataclass(frozen=True, slots=True)
class Step:
    """What became of one file. `same_as` is the file with the same content that was taken instead."""

    file: Path
    status: Status
    document: DocumentInfo | None = None
    failure: UnreadableDocument | InternalError | None = None
    same_as: Path | None = None


@dataclass(frozen=True, slots=True)
class Paper:
    """A file and the hash of its content."""

    file: Path
    sha256: str


@dataclass
class _Run:
    """One call of `add_documents`: what waits for the database, and since when it was last written."""

    shelf: Shelf
    version: str
    copy: bool
    entries: list[Entry] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    since: float = field(default_factory=time.monotonic)

    def flush(self, *, now: bool = False) -> None:
        """Writes what waits, if it is much or waits for long."""
        waiting = len(self.entries) + len(self.failures)
        if waiting and (now or waiting >= BATCH_DOCUMENTS or time.monotonic() - self.since >= BATCH_SECONDS):
            self.shelf.put(self.entries, self.failures, copy=self.copy)
            self.entries, self.failures, self.since = [], [], time.monotonic()


def add_documents(
    files: Sequence[Path], *, shelf: Shelf, options: Options, copy: bool = False, again: bool = False
) -> Iterator[Step]:
    """A step for each file, as it ends. `copy` puts a copy of each into the store; `again` reads known ones anew.

    Stopped at any point (Ctrl-C, kill -9, a power cut), the store is whole: a document whose step was yielded is kept,
    and the next run goes on with the others. Raises BadRule, and WrongUsage where the store cannot be written.
    """
    shelf.prepare()
    run = _Run(shelf, version_of(rules=options.rules, ocr=options.ocr), copy)
    papers: list[Paper] = []
    try:
        for step in _hashed(files, papers):
            yield _failed(step, run) if step.failure else step
        yield from _read_all(papers, run, options=options, again=again)
    finally:
        run.flush(now=True)


def _hashed(files: Iterable[Path], papers: list[Paper]) -> Iterator[Step]:
    """Fills `papers`, each content once; steps for files that cannot be opened and for repeated contents."""
    first: dict[str, Path] = {}
    for file in files:
        try:
            sha256 = content_hash(file)
        except UnreadableDocument as fault:
            yield Step(file, Status.failed, failure=fault)
        except OSError as fault:
            yield Step(file, Status.failed, failure=faults.cannot_open(file, fault))
        else:
            if sha256 in first:
                yield Step(file, Status.known, same_as=first[sha256])
            else:
                first[sha256] = file
                papers.append(Paper(file, sha256))


def _read_all(papers: Sequence[Paper], run: _Run, *, options: Options, again: bool) -> Iterator[Step]:
    known = dict.fromkeys(() if again else (paper for paper in papers if _is_kept(paper, run)))
    yield from _take_known(known, run)
    todo = {paper.file: paper for paper in _largest_first(paper for paper in papers if paper not in known)}
    overtaken: list[Paper] = []
    waiting = iter(todo) if again else _not_kept_since(todo.values(), run, overtaken)
    processes = replace(options, jobs=min(options.jobs, len(todo)))
    for done in extract_pool(waiting, options=processes, job=JOB):
        failure = failure_of(done)
        if failure is not None:
            failed = Step(done.file, Status.failed, failure=failure)
            yield _failed(failed, run, sha256=todo[done.file].sha256)
        else:
            yield _keep(Shelved(*done.result), done.file, run)
    yield from _take_known(overtaken, run)


def _keep(shelved: Shelved, file: Path, run: _Run) -> Step:
    name = Name(shelved.document.sha256, run.version)
    run.shelf.kept.write(name, shelved.kept)
    run.entries.append(Entry(shelved, name, given_as=file))
    run.flush()
    return Step(file, Status.added, document=shelved.document)


def _not_kept_since(papers: Iterable[Paper], run: _Run, overtaken: list[Paper]) -> Iterator[Path]:
    """Files still to be read at the moment when a process is free: another `add` may have been faster."""
    for paper in papers:
        if _is_kept(paper, run):
            overtaken.append(paper)
        else:
            yield paper.file


def _is_kept(paper: Paper, run: _Run) -> bool:
    return run.shelf.kept.has(Name(paper.sha256, run.version))


def _take_known(papers: Iterable[Paper], run: _Run) -> Iterator[Step]:
    """Nothing is read; but where the documents are to be found may have changed."""
    found = {paper.sha256: paper.file for paper in papers}
    if found:
        run.shelf.place(found, copy=run.copy)
    for file in found.values():
        yield Step(file, Status.known)


def _failed(step: Step, run: _Run, *, sha256: str | None = None) -> Step:
    run.failures.append(Failure(step.file, sha256, step.failure))
    run.flush()
    return step


def _largest_first(papers: Iterable[Paper]) -> Iterator[Paper]:
    """A large document that began last would keep one process busy while the others have nothing left to do."""

    def size(paper: Paper) -> int:
        try:
            return paper.file.stat().st_size
        except OSError:
            return 0

    return iter(sorted(papers, key=size, reverse=True))
