"""Options that several commands share, so that they read and behave alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for results; made if need be.")]
Json = Annotated[
    str | None,
    typer.Option(
        "--json",
        metavar="FILE",
        help="Write the JSON to this file instead; - is standard output, which then holds nothing else.",
    ),
]
Html = Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Also write a page to read, print and mail.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs", metavar="N", min=1, help="Documents read at once; by default as many as the machine carries."
    ),
]
Rules = Annotated[
    list[Path] | None,
    typer.Option(
        "--rules",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="Folder of own rule packs (DIR/<kind>/<pack>.yaml), added to the shipped ones, or replacing them.",
    ),
]
Password = Annotated[str | None, typer.Option("--password", metavar="WORD", help="Opens encrypted PDFs.")]
Paths = Annotated[list[str], typer.Argument(metavar="PATH", help="Files, folders, or patterns such as '*.pdf'.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no table; faults are still told.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault.")]
Pages = Annotated[str | None, typer.Option("--page", metavar="N or N-M", help="One page or a range; 1 is the first.")]
