"""A run of `extract` for a person: progress while it lasts, every result written as it ends, a table at the end."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from report_extract.corpus.run import Options, Outcome, extract_all
from report_extract.present.also import Also
from report_extract.present.console import notes, steps
from report_extract.present.summary import show_failures, show_summary, show_written
from report_extract.write.as_json import JsonStream, to_json
from report_extract.write.files import whole_file, write_whole


class Sink(Protocol):
    """Takes results as they come."""

    def take(self, outcome: Outcome) -> None: ...


@dataclass(frozen=True)
class ToFolder:
    """One file for each document."""

    folder: Path

    @contextmanager
    def open(self) -> Iterator[Sink]:
        yield self

    def take(self, outcome: Outcome) -> None:
        if outcome.facts is not None:
            write_whole(self.folder / f"{outcome.name}.json", to_json(outcome.facts))


@dataclass(frozen=True)
class _Stream:
    json: JsonStream

    def take(self, outcome: Outcome) -> None:
        if outcome.facts is not None:
            self.json.write(outcome.facts)


@dataclass(frozen=True)
class ToFile:
    """All results in one file, or on standard output ("-"); `single` writes a bare object instead of an array."""

    file: str
    single: bool
    folder: None = None

    @contextmanager
    def open(self) -> Iterator[Sink]:
        if self.file != "-":
            with whole_file(Path(self.file)) as stream:
                json = JsonStream(stream, single=self.single)
                yield _Stream(json)
                json.close()
            return
        json = JsonStream(sys.stdout.buffer, single=self.single)
        try:
            yield _Stream(json)
        finally:
            json.close()


def present_run(
    files: Sequence[Path],
    *,
    options: Options,
    target: ToFile | ToFolder,
    quiet: bool,
    debug: bool,
    also: Sequence[Also] = (),
) -> bool:
    """Extracts, writes and reports; False when a document could not be read. `also` takes what finished, as it ends.

    Results that go to files of their own are written as they end, whatever their order. Stopped with Ctrl-C it reports
    what was finished, and raises KeyboardInterrupt.
    """
    console = notes()
    outcomes: list[Outcome] = []
    in_order = target.folder is None or bool(also)
    try:
        with target.open() as sink, steps(console, total=len(files), quiet=quiet) as progress:
            progress.begin(files[0].name if options.jobs == 1 else f"{options.jobs} at once")
            for outcome in extract_all(files, options=options, in_order=in_order):
                for taker in (sink, *also):
                    taker.take(outcome)
                outcomes.append(outcome)
                progress.end()
                if options.jobs == 1 and len(outcomes) < len(files):
                    progress.begin(files[len(outcomes)].name)
    finally:
        for taker in also:
            taker.close()
        _report(sorted(outcomes, key=lambda o: files.index(o.file)), target, quiet=quiet, debug=debug)
    return all(outcome.facts is not None for outcome in outcomes)


def _report(outcomes: Sequence[Outcome], target: ToFile | ToFolder, *, quiet: bool, debug: bool) -> None:
    console = notes()
    failed = [outcome for outcome in outcomes if outcome.facts is None]
    if not quiet and len(outcomes) > len(failed):
        show_summary(console, outcomes)
    show_failures(console, failed, debug=debug)
    if not quiet and target.folder is not None and len(outcomes) > len(failed):
        show_written(console, target.folder, written=len(outcomes) - len(failed), failed=len(failed))
