"""`report-extract extract`: documents → JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.leave import Exit
from report_extract.cli.reading import Extracting, many_jobs, spread


@spread
def extract(
    paths: options.Paths,
    out: options.Out = Path("out"),
    json: Annotated[
        str | None,
        typer.Option(
            "--json",
            metavar="FILE",
            help="Write all results to this one file instead; - is standard output, which then holds nothing else. "
            "One named document gives one object, anything else an array.",
        ),
    ] = None,
    csv: Annotated[
        bool,
        typer.Option(
            "--csv", help="Also write tables for spreadsheets, one for each kind of fact, to csv/ in the --out folder."
        ),
    ] = False,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Also write a brief of each document to read, to the --out folder.")
    ] = False,
    jobs: options.Jobs = None,
    *,
    reading: Extracting,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Find the facts of documents; write them as JSON.

    One file for each document. Reads PDF, Word (.docx), HTML, Markdown and plain text. Each value carries its page,
    its place on the page and the words themselves. A document that cannot be read is reported by name and reason;
    the others go on.
    """
    from report_extract.corpus.discovery import find_documents
    from report_extract.present.also import beside
    from report_extract.present.extract_run import ToFile, ToFolder, present_run

    files = find_documents(paths, leave_out=None if json else out)
    how = reading.options(jobs=many_jobs(jobs, documents=len(files)))
    single = len(paths) == 1 and len(files) == 1 and str(files[0]) == str(Path(paths[0]))
    target = ToFile(json, single=single) if json else ToFolder(out)
    also = beside(out, csv=csv, markdown=markdown, rules=how.rules)
    if not present_run(files, options=how, target=target, quiet=quiet, debug=debug, also=also):
        raise typer.Exit(Exit.unreadable)
