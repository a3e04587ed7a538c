"""`report-extract compare`: years of one partnership, or partnerships, beside each other."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options


def compare(
    papers: Annotated[
        list[Path], typer.Argument(metavar="A B [C…]", help="Documents, or JSON that extract wrote; mixed as you like.")
    ],
    axis: Annotated[
        str | None,
        typer.Option("--axis", metavar="NAME", help="year, partnership or both; worked out unless given."),
    ] = None,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="FILE", help="Also write a page to read, print and mail.")
    ] = None,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="DIR", help="Also write tables for a spreadsheet, R or pandas.")
    ] = None,
    out: options.Out = Path("out"),
    json: Annotated[
        str | None,
        typer.Option(
            "--json",
            metavar="FILE",
            help="Write the JSON to this file instead; - is standard output, which then holds nothing else.",
        ),
    ] = None,
    timeout: options.Timeout = options.TIMEOUT_SECONDS,
    memory: options.Memory = options.MEMORY_MIB,
    rules: options.Rules = None,
    password: options.Password = None,
    no_ocr: options.NoOcr = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Set reports beside each other: what changed, what is new or gone, what cannot be compared.

    Figures of two papers or more are aligned and their changes given; last year's values as this year's report prints
    them stand beside last year's own. Priorities, recommendations, findings and agencies follow.
    """
    from report_extract.corpus.run import Options
    from report_extract.present.compare_run import Wanted, present_comparison

    how = Options(timeout=timeout, memory=memory, password=password, ocr=not no_ocr, rules=tuple(rules or ()))
    wanted = Wanted(out=out, json=json, html=html, csv=csv, quiet=quiet, debug=debug)
    present_comparison(papers, axis=axis, options=how, wanted=wanted)
