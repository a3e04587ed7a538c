"""A run of `check` for a person: progress while it lasts, JSON, the view on the terminal, the HTML file."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from report_extract.corpus.checking import Checked, Given, check_given
from report_extract.corpus.naming import absolute, output_names
from report_extract.corpus.run import Options
from report_extract.errors import ReportExtractError, WrongUsage
from report_extract.model.checks import CheckReport, FigureFlag, Side, Verdict, WordingFlag
from report_extract.model.evidence import Severity
from report_extract.model.extraction import DocumentKind
from report_extract.present.check_console import show_check
from report_extract.present.console import notes, output, say, steps
from report_extract.read.worker import Isolated
from report_extract.write.as_json import put_json
from report_extract.write.files import write_whole

# Bytes of all pictures together: as base64 they grow by a third, and the file stays below 3 MB with its text.
MOST_PICTURES = 1_500_000

_DRAW = "report_extract.present.check_html.draw:draw_crops"  # what the reading process does

# What --fail-on may name: verdicts of claims and severities of flags.
FAILING = (Verdict.contradicted.value, Verdict.not_found.value, *(s.value for s in Severity))


@dataclass(frozen=True)
class Wanted:
    """Where results go: JSON to `json` ("-" is standard output) or into the folder `out`, the page to `html`."""

    out: Path
    json: str | None = None
    html: Path | None = None
    fail_on: frozenset[str] = frozenset()
    quiet: bool = False


def failing(text: str | None) -> frozenset[str]:
    """The names of --fail-on. Raises WrongUsage for others."""
    names = frozenset(part.strip().lower() for part in (text or "").split(",") if part.strip())
    unknown = sorted(names - set(FAILING))
    if unknown:
        raise WrongUsage(f"--fail-on {unknown[0]}: choose from {', '.join(FAILING)}, separated by commas")
    return names


def given_papers(first: Path, second: Path | None, *, claims: str | None, out: Path) -> Given:
    """One paper, two, or one and a file of claims ("-" is standard input). Raises WrongUsage for what cannot be."""
    for paper in filter(None, (first, second)):
        if paper.suffix.lower() == ".json":
            raise WrongUsage(
                f"{paper}: a check reads the papers themselves (PDF, Word, …), not JSON. Name the document"
            )
    if second is not None and os.path.normcase(absolute(first)) == os.path.normcase(absolute(second)):
        raise WrongUsage(f"{first} is given twice: name the cover and the report that it introduces")
    if claims is None:
        papers: dict[Side, Path] = {"cover": first} if second is None else {"cover": first, "source": second}
        return Given(papers, known=out)
    if second is not None:
        raise WrongUsage("--claims stands in for the cover: give the report alone")
    if claims == "-":
        return Given({"source": first}, claims=sys.stdin.read(), known=out)
    try:
        text = Path(claims).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        reason = "is no UTF-8 text" if isinstance(fault, UnicodeDecodeError) else f"cannot be read ({fault.strerror})"
        raise WrongUsage(f"--claims {claims}: {reason}") from fault
    return Given({"source": first}, claims=text, claims_name=Path(claims).name, known=out)


def present_check(given: Given, *, options: Options, wanted: Wanted) -> bool:
    """Checks, writes and reports; False when something was found that `fail_on` names."""
    console = notes()
    total = len(given.papers) + 1 + (wanted.html is not None)
    with (
        Isolated(timeout=options.timeout, memory=options.memory) as worker,
        steps(console, total=total, quiet=wanted.quiet) as progress,
    ):
        progress.begin("starting")
        checked = check_given(given, worker=worker, options=options, begin=progress.next)
        first = output_names([next(iter(given.papers.values()))])[0]
        written = [put_json(checked.report, wanted.json, otherwise=wanted.out / f"{first}.check.json")]
        if wanted.html is not None:
            progress.next("drawing pictures")
            write_whole(wanted.html, page_of(checked, worker=worker, options=options, warn=_warn))
            written.append(wanted.html)
    _warn_of_exchange(checked.report)
    if not wanted.quiet:
        show_check(console if wanted.json == "-" else output(), checked.report, page=wanted.html is not None)
        for path in filter(None, written):
            console.print(Text(f"written to {path}"), soft_wrap=True)
    return not wanted.fail_on & _found(checked.report)


def _warn_of_exchange(report: CheckReport) -> None:
    """Two papers in the wrong order give a check that looks right and says little."""
    covers = [info is not None and info.kind is DocumentKind.cover_report for info in (report.cover, report.source)]
    if covers == [False, True]:
        _warn("the second paper reads like a cover and the first does not: write the cover first")


def _found(report: CheckReport) -> set[str]:
    flags: tuple[FigureFlag | WordingFlag, ...] = (*report.figures, *report.wording)
    return {claim.verdict.value for claim in report.claims} | {flag.severity.value for flag in flags}


def page_of(checked: Checked, *, worker: Isolated, options: Options, warn: Callable[[str], None]) -> str:
    """The HTML page with its pictures; what keeps a picture from being drawn is told and costs the picture only."""
    from report_extract.present.check_html import Picture, Shot, render, wanted_shots

    cover, source = checked.papers.get("cover"), checked.papers.get("source")
    shots = wanted_shots(checked.report, cover=cover, source=source)
    pictures: dict[Shot, Picture] = {}
    left = MOST_PICTURES
    for side, document in checked.papers.items():
        mine = [shot for shot in shots if shot.side == side]
        if not mine:
            continue
        crops = [(shot.page, tuple(shot.crop)) for shot in mine]
        try:
            drawn = worker.call(_DRAW, document.file, crops=crops, password=options.password, most_bytes=left)
        except ReportExtractError as fault:
            warn(f"the page has no pictures of this paper: {fault}")
            continue
        for index, media_type, content in drawn:
            pictures[mine[index]] = Picture(media_type, content)
            left -= len(content)
    return render(checked.report, cover=cover, source=source, pictures=pictures)


def _warn(message: str) -> None:
    say(notes(), "warning", message, style="yellow")
