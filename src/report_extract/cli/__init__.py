"""The command line: one small module per command, no logic of its own. Entry point: `main`."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Runs a command and leaves with its exit code."""
    from report_extract.cli.leave import run

    sys.exit(run(list(sys.argv[1:] if arguments is None else arguments)))
