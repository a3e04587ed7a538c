"""A check of one or two papers in a reading process: killable, each paper with its own limit of time and memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from report_extract.corpus.naming import output_names
from report_extract.corpus.run import Options
from report_extract.model.checks import CheckReport, Side
from report_extract.model.document import Document
from report_extract.read.worker import Isolated

_JOB = "report_extract.corpus.check_job"


@dataclass(frozen=True, slots=True)
class Given:
    """What a check is asked for: the papers by side (one is enough), or claims written down and a source.

    `known` is a folder where an earlier `extract` may have left the facts of a paper.
    """

    papers: Mapping[Side, Path]
    claims: str | None = None
    claims_name: str = "claims"
    known: Path | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """The report and the papers as read; a single paper stands under the side that it turned out to be."""

    report: CheckReport
    papers: Mapping[Side, Document] = field(default_factory=dict)


def check_given(
    given: Given, *, worker: Isolated, options: Options, begin: Callable[[str], None] = lambda _: None
) -> Checked:
    """Reads, extracts and checks; `begin` hears what is done now.

    Raises UnreadableDocument for a paper that cannot be read, WrongUsage for claims that are none, BadRule and
    InternalError.
    """
    rules = [str(folder.resolve()) for folder in options.rules]
    read: dict[Side, Document] = {}
    for side, file in given.papers.items():
        begin(file.name)
        read[side] = worker.call(
            f"{_JOB}:take_paper",
            file,
            side=side,
            password=options.password,
            ocr=options.ocr,
            rules=rules,
            known=_known(given.known, file),
        )
    begin("checking")
    first = next(iter(given.papers.values()))
    report: CheckReport = worker.call(
        f"{_JOB}:check_taken",
        first,
        sides=list(given.papers),
        claims=given.claims,
        claims_name=given.claims_name,
        rules=rules,
    )
    return Checked(report, _by_side(report, read, claims=given.claims is not None))


def _known(folder: Path | None, file: Path) -> str | None:
    path = folder / f"{output_names([file])[0]}.json" if folder else None
    return str(path.resolve()) if path and path.is_file() else None


def _by_side(report: CheckReport, read: Mapping[Side, Document], *, claims: bool) -> Mapping[Side, Document]:
    if claims or len(read) != 1:
        return read
    (only,) = read.values()
    return {"cover" if report.cover is not None else "source": only}
