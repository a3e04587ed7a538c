"""The tour: what the tool does, shown on the bundled sample documents, each step with the command that does it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from report_extract.corpus.discovery import find_documents
from report_extract.corpus.machine import default_jobs
from report_extract.corpus.naming import output_names
from report_extract.corpus.run import Options, Outcome, extract_all
from report_extract.model.extraction import Extraction
from report_extract.present.check_run import Wanted, given_papers, present_check
from report_extract.present.console import notes, output, steps
from report_extract.present.headlines import headlines
from report_extract.present.inspect_run import draw_pages
from report_extract.present.summary import show_failures, show_summary
from report_extract.read.worker import MEMORY, TIMEOUT, Isolated
from report_extract.rules.load import load_rules
from report_extract.write.as_json import to_json
from report_extract.write.files import write_whole
from report_extract.write.plain import one_line

_METRICS_SHOWN = 8

# The pair of papers that the tour checks.
CHECKED, COVER, REPORT = Path("northmere-saltmarsh", "2024-25"), "cover-saltmarsh.pdf", "annual-report.pdf"
_QUOTE_LONGEST = 70


def samples() -> Path:
    """The folder of the sample documents that come with the package (or, in a checkout, the top-level corpora/)."""
    packaged = Path(__file__).parents[1] / "_corpora"
    return packaged if packaged.is_dir() else Path(__file__).parents[3] / "corpora"


def tour(out: Path, *, debug: bool) -> bool:
    """Reads all samples, writes their JSON and a picture into `out`; False when one could not be read."""
    console = output()
    files = [file for file in find_documents([str(samples())]) if file.suffix.lower() in {".pdf", ".docx"}]
    _step(console, 1, f"Facts of {len(files)} sample documents", f"report-extract extract … --out {out}")
    outcomes = _extract(files, out)
    show_summary(console, outcomes)
    show_failures(notes(), outcomes, debug=debug)
    facts = [outcome.facts for outcome in outcomes if outcome.facts]
    if facts:
        richest = max(facts, key=lambda one: len(one.metrics))
        _show_evidence(console, richest)
        _draw(console, next(o.file for o in outcomes if o.facts is richest), richest, out)
    _check(console, out)
    _step(console, 5, "Where to go on", "report-extract --help")
    said = f"The results are in {out}: one JSON file for each document, the picture, and the check as a page."
    console.print(Text(said), soft_wrap=True)
    return len(facts) == len(files)


def _extract(files: Sequence[Path], out: Path) -> list[Outcome]:
    options = Options(timeout=TIMEOUT, memory=MEMORY, jobs=default_jobs(len(files)))
    outcomes = []
    with steps(notes(), total=len(files), quiet=False) as progress:
        for outcome in extract_all(files, options=options):
            outcomes.append(outcome)
            if outcome.facts is not None:
                write_whole(out / f"{outcome.name}.json", to_json(outcome.facts))
            progress.end()
    return outcomes


def _show_evidence(console: Console, facts: Extraction) -> None:
    """Some of the figures that a reader wants first, each with its page and words."""
    _step(console, 2, f"Every value says where it stands: {facts.document.name}", "(the same is in the JSON)")
    table = Table(box=None, padding=(0, 1), header_style="bold", show_edge=False)
    for heading in ("figure", "what it counts", "period", "page", "words"):
        table.add_column(heading, overflow="fold", justify="right" if heading in {"figure", "page"} else "left")
    first = headlines(facts.metrics, year=facts.document.reporting_year, book=load_rules())
    sure = sorted(first, key=lambda metric: -metric.confidence)[:_METRICS_SHOWN]
    for metric in sorted(sure, key=lambda metric: metric.evidence[0].start):
        where = metric.evidence[0]
        table.add_row(
            Text(one_line(metric.value_text, longest=16), style="bold"),
            Text(one_line(metric.label, longest=36)),
            Text(metric.period or "–"),
            Text(str(where.page)),
            Text(one_line(where.quote, longest=_QUOTE_LONGEST), style="dim"),
        )
    console.print(table)


def _draw(console: Console, file: Path, facts: Extraction, out: Path) -> None:
    """A picture of the page with most evidence."""
    pages = [piece.page for metric in facts.metrics for piece in metric.evidence]
    page = max(set(pages), key=pages.count) if pages else 1
    picture = out / f"{output_names([file])[0]}-page-{page}.png"
    _step(console, 3, "What the reader saw on a page", f"report-extract inspect {file.name} --page {page}")
    with Isolated() as worker:
        for path in draw_pages(file, worker=worker, pages=str(page), out=picture, password=None, ocr=False):
            console.print(Text(str(path)), soft_wrap=True)


def _check(console: Console, out: Path) -> None:
    """A cover held against the report that it introduces."""
    folder = samples() / CHECKED
    page = out / "check.html"
    command = f"report-extract check {COVER} {REPORT} --html {page}"
    _step(console, 4, "Is what a cover says true, and what is wrong in either paper?", command)
    given = given_papers(folder / COVER, folder / REPORT, claims=None, out=out)
    present_check(given, options=Options(timeout=TIMEOUT, memory=MEMORY), wanted=Wanted(out=out, html=page))


def _step(console: Console, number: int, title: str, command: str) -> None:
    console.print()
    console.print(Text.assemble((f"{number}. {one_line(title)}", "bold")), Text(f"   {command}", style="dim"))
