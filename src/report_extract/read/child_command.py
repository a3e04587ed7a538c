"""How a reading process is started: as a Python of its own, or as this very program where it was made without one."""

from __future__ import annotations

import sys

READING_PROCESS = "--reading-process"  # what the program is told to be one; no option for people


def child_command(memory: int) -> list[str]:
    """The command line for a child with `memory` MiB."""
    if getattr(sys, "frozen", False):  # made by PyInstaller: there is no Python to start, only ourselves
        return [sys.executable, READING_PROCESS, str(memory)]
    return [sys.executable, "-P", "-m", "report_extract.read.worker_child", str(memory)]
