"""`report-extract read`: a document as a person would read it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options
from report_extract.cli.reading import Reading, spread


@spread
def read(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The document.")],
    markdown: Annotated[
        bool, typer.Option("--markdown/--text", help="As Markdown (default), or the bare text behind the offsets.")
    ] = True,
    page: options.Pages = None,
    furniture: Annotated[
        bool, typer.Option("--furniture", help="Also show running headers, page numbers and navigation.")
    ] = False,
    *,
    reading: Reading,
    debug: options.Debug = False,
) -> None:
    """Print a document as a person would read it.

    Headings, lists, tables, ticks and crosses, figures with their captions.
    """
    from report_extract.present.markdown import to_markdown
    from report_extract.present.pages import page_numbers
    from report_extract.read.worker import read_isolated
    from report_extract.write.plain import plain

    document = read_isolated(
        Path(file), timeout=reading.timeout, memory=reading.memory, password=reading.password, ocr=reading.ocr
    )
    pages = page_numbers(page, of=len(document.pages))
    if markdown:
        typer.echo(plain(to_markdown(document, pages=pages, furniture=furniture)), nl=False)
    else:
        typer.echo(plain(document.text))
