"""`report-extract explain`: why a result says what it says."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from report_extract.cli import options


def explain(
    result: Annotated[Path, typer.Argument(metavar="OUT.json", help="What `extract` wrote.")],
    item: Annotated[
        str | None, typer.Argument(metavar="[ITEM]", help="An id such as m12 or finding-3; without it all are listed.")
    ] = None,
    picture: Annotated[
        Path | None,
        typer.Option("--picture", metavar="FILE.png", help="The picture of the place; by default beside OUT.json."),
    ] = None,
    document: Annotated[
        Path | None, typer.Option("--document", metavar="FILE", help="Where the document is now, if it was moved.")
    ] = None,
    rules: options.Rules = None,
    password: options.Password = None,
    debug: options.Debug = False,
) -> None:
    """Say which rule found a fact, in which words and on which page.

    Also how sure that is, and where the original can be found with a picture of the place.
    """
    from report_extract.present.explain_run import present_item

    present_item(result, item, picture=picture, document=document, password=password, rules=tuple(rules or ()))
