"""`report-extract compare`: years of one partnership, or partnerships, beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.reading import Extracting, spread


@spread
def compare(
    papers: Annotated[
        list[str],
        typer.Argument(
            metavar="A B [C…]", help="Documents, or JSON that extract wrote, mixed as you like; patterns too."
        ),
    ],
    axis: Annotated[
        str | None,
        typer.Option("--axis", metavar="NAME", help="year, partnership or both; worked out unless given."),
    ] = None,
    html: options.Html = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="DIR", help="Also write tables for a spreadsheet, R or pandas.")
    ] = None,
    out: options.Out = Path("out"),
    json: options.Json = None,
    *,
    reading: Extracting,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Set reports beside each other: what changed, what is new.

    Figures of two papers or more are aligned and their changes given, and what cannot be compared is said; last
    year's values as this year's report prints them stand beside last year's own. Priorities, recommendations,
    findings and agencies follow, and what is gone.
    """
    from report_extract.corpus.discovery import find_documents
    from report_extract.present.compare_run import Wanted, present_comparison

    wanted = Wanted(out=out, json=json, html=html, csv=csv, quiet=quiet, debug=debug)
    present_comparison(find_documents(papers), axis=axis, options=reading.options(), wanted=wanted)
