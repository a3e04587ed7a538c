"""`report-extract demo`: the whole tour on the bundled sample documents."""

from __future__ import annotations

from pathlib import Path

import typer

from report_extract.cli import options


def demo(
    out: options.Out = Path("out/demo"),
    debug: options.Debug = False,
) -> None:
    """Take the whole tour on the sample documents."""
    from report_extract.cli.leave import Exit
    from report_extract.present.demo import tour

    if not tour(out, debug=debug):
        raise typer.Exit(Exit.unreadable)
