"""Options that several commands share, so that they read and behave alike."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

# Kept equal to the defaults of read/worker.py by a test; importing that module here would cost `--help` its speed.
TIMEOUT_SECONDS = 120.0
MEMORY_MIB = 2048

Out = Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder for results; made if need be.")]
Timeout = Annotated[
    float, typer.Option("--timeout", metavar="SECONDS", min=1, help="Give up on a document after this time.")
]
Memory = Annotated[
    int, typer.Option("--memory", metavar="MIB", min=128, help="Give up on a document that needs more memory.")
]
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
NoOcr = Annotated[bool, typer.Option("--no-ocr", help="Do not recognise text on scanned pages.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress, no table; faults are still told.")]
Debug = Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault.")]
Pages = Annotated[str | None, typer.Option("--page", metavar="N or N-M", help="One page or a range; 1 is the first.")]
