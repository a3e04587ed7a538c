"""A run of `corpus add` for a person: progress while it lasts, then what is new, and what could not be read and why."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from report_extract.corpus.adding import Status, Step, add_documents
from report_extract.corpus.run import Options, Outcome
from report_extract.corpus.storing import Shelf
from report_extract.model.extraction import DocumentInfo, DocumentKind
from report_extract.present.console import notes
from report_extract.present.pace import duration, pace, tempo
from report_extract.present.summary import show_failures


def present_add(
    files: Sequence[Path], *, shelf: Shelf, options: Options, copy: bool, again: bool, quiet: bool, debug: bool
) -> bool:
    """Adds and reports; False when a document could not be read. Stopped with Ctrl-C it reports what was done."""
    console = notes()
    steps: list[Step] = []
    began = time.monotonic()
    try:
        with pace(console, total=len(files), quiet=quiet) as progress:
            for step in add_documents(files, shelf=shelf, options=options, copy=copy, again=again):
                steps.append(step)
                progress.step(worked=step.status is not Status.known)
    finally:
        _report(console, steps, shelf.folder, seconds=time.monotonic() - began, quiet=quiet, debug=debug)
    return not any(step.failure for step in steps)


def _report(console: Console, steps: Sequence[Step], store: Path, *, seconds: float, quiet: bool, debug: bool) -> None:
    failed = [step for step in steps if step.failure]
    show_failures(console, (Outcome(s.file, s.file.stem, failure=s.failure) for s in failed), debug=debug)
    if not quiet:
        for line in (_added(steps), _sum(steps, store, seconds)):
            console.print(Text(line), soft_wrap=True, end="\n" if line else "")


def _added(steps: Sequence[Step]) -> str:
    """The new ones by kind: "3 annual reports, 5 cover reports"."""
    kinds = Counter(_kind(step.document) for step in steps if step.document)
    return ", ".join(f"{number} {kind}{'s' if number > 1 else ''}" for kind, number in sorted(kinds.items()))


def _kind(document: DocumentInfo) -> str:
    return "other paper" if document.kind is DocumentKind.other else document.kind.value.replace("_", " ")


def _sum(steps: Sequence[Step], store: Path, seconds: float) -> str:
    counts = Counter(step.status for step in steps)
    said = [f"{counts[Status.added]} added to {store}"]
    said += [f"{counts[Status.known]} known before"] if counts[Status.known] else []
    said += [f"{counts[Status.failed]} not read"] if counts[Status.failed] else []
    worked = len(steps) - counts[Status.known]
    speed = f" ({duration(seconds)}, {tempo(worked, seconds)})" if worked else ""
    return ", ".join(said) + speed
