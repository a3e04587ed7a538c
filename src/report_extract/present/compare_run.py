"""A run of `compare` for a person: documents are read apart, then JSON, tables, the terminal view, the HTML page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.text import Text

from report_extract.compare.comparing import compare_facts
from report_extract.compare.inputs import facts_from_json, is_json
from report_extract.corpus.run import Options, extract_all
from report_extract.errors import WrongUsage
from report_extract.model.comparison import Comparison
from report_extract.model.comparison_rows import HEADERS, rows_of
from report_extract.model.extraction import Extraction
from report_extract.present.compare_console import show_comparison
from report_extract.present.console import notes, output, say, steps
from report_extract.rules.load import load_rules
from report_extract.write.as_json import put_json
from report_extract.write.files import write_whole
from report_extract.write.tidy import write_csv

_ALONE = (
    "compare needs two papers, and {name} is the only one given. Add last year's report or another partnership's; "
    "for what one paper states by itself, earlier years' values included, use `report-extract extract` instead"
)


@dataclass(frozen=True)
class Wanted:
    """Where results go: JSON to `json` ("-" is standard output) or into the folder `out`, the page to `html`."""

    out: Path
    json: str | None = None
    html: Path | None = None
    csv: Path | None = None
    quiet: bool = False
    debug: bool = False


def present_comparison(papers: Sequence[Path], *, axis: str | None, options: Options, wanted: Wanted) -> None:
    """Reads what has to be read, compares, writes and reports.

    Raises UnreadableDocument for the first paper that cannot be read: half a comparison would mislead. WrongUsage for
    JSON that is no extraction, and for one paper alone.
    """
    console = notes()
    facts = _facts(papers, options=options, quiet=wanted.quiet)
    if len({f.document.sha256 for f in facts}) == 1:
        raise WrongUsage(_ALONE.format(name=papers[0].name))
    comparison = compare_facts(facts, axis=axis, book=load_rules(options.rules))
    written = [put_json(comparison, wanted.json, otherwise=wanted.out / "comparison.json")]
    if wanted.csv is not None:
        write_tables(comparison, wanted.csv)
        written.append(wanted.csv)
    if wanted.html is not None:
        from report_extract.present.compare_html import draw_cutouts, render

        cutouts = draw_cutouts(comparison, near=papers, options=options, warn=_warn)
        write_whole(wanted.html, render(comparison, cutouts=cutouts))
        written.append(wanted.html)
    if not wanted.quiet:
        show_comparison(console if wanted.json == "-" else output(), comparison)
        for path in filter(None, written):
            console.print(Text(f"written to {path}"), soft_wrap=True)


def _facts(papers: Sequence[Path], *, options: Options, quiet: bool) -> list[Extraction]:
    """In the order of the command: JSON as it is, everything else through a reading process."""
    documents = [p for p in papers if not is_json(p)]
    read: dict[Path, Extraction] = {}
    with steps(notes(), total=len(documents), quiet=quiet) as progress:
        if documents:
            progress.begin(documents[0].name)
        for outcome in extract_all(documents, options=options):
            if outcome.failure is not None:
                raise outcome.failure
            if outcome.facts is not None:
                read[outcome.file] = outcome.facts
            progress.end()
    return [f for p in papers for f in (facts_from_json(p) if is_json(p) else [read[p]])]


def _warn(message: str) -> None:
    say(notes(), "warning", message, style="yellow")


def write_tables(comparison: Comparison, folder: Path) -> None:
    """One file a kind, `metrics.csv` and so on."""
    for kind, header in HEADERS.items():
        write_csv(folder / f"{kind}.csv", header, rows_of(comparison, kind))
