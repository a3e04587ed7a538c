"""`report-extract inspect`: pictures of pages with everything that was seen on them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.reading import Reading, spread


@spread
def inspect(
    pdf: Annotated[str, typer.Argument(metavar="PDF", help="The document.")],
    page: options.Pages = "1",
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE.png", help="The picture; of several pages each gets its number."),
    ] = None,
    *,
    reading: Reading,
    debug: options.Debug = False,
) -> None:
    """Draw what was seen on a page of a PDF.

    Blocks by kind and reading order, columns, table cells, figures and their captions, ticks, furniture.
    """
    from report_extract.present.inspect_run import draw_pages
    from report_extract.read.worker import Isolated

    with Isolated(timeout=reading.timeout, memory=reading.memory) as worker:
        for picture in draw_pages(
            Path(pdf), worker=worker, pages=page, out=out, password=reading.password, ocr=reading.ocr
        ):
            typer.echo(picture)
