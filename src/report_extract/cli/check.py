"""`report-extract check`: a cover held against its report, or one paper by itself."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.leave import Exit
from report_extract.cli.reading import Extracting, spread


@spread
def check(
    cover: Annotated[Path, typer.Argument(metavar="COVER", help="The cover; or the only paper.")],
    source: Annotated[Path | None, typer.Argument(metavar="[SOURCE]", help="The report that it introduces.")] = None,
    claims: Annotated[
        str | None,
        typer.Option(
            "--claims",
            metavar="FILE",
            help="Judge these claims on the one paper given: one a line, or JSON; - reads standard input.",
        ),
    ] = None,
    html: options.Html = None,
    out: options.Out = Path("out"),
    json: options.Json = None,
    fail_on: Annotated[
        str | None,
        typer.Option(
            "--fail-on",
            metavar="LIST",
            help="Exit code 1 if one of these was found: contradicted, not_found, error, warning, info.",
        ),
    ] = None,
    *,
    reading: Extracting,
    quiet: options.Quiet = False,
    debug: options.Debug = False,
) -> None:
    """Hold a cover against its report: what is true, what is wrong?

    Claims of the cover are supported, contradicted or not found in the report. Figures, wording and required contents
    of both papers are checked, and what the cover leaves out is listed. One paper alone gets all but claims.
    """
    from report_extract.present.check_run import Wanted, failing, given_papers, present_check

    wanted = Wanted(out=out, json=json, html=html, fail_on=failing(fail_on), quiet=quiet)
    given = given_papers(cover, source, claims=claims, out=out)
    if not present_check(given, options=reading.options(), wanted=wanted):
        raise typer.Exit(Exit.found)
