"""Opening what was named as a document: a file is opened, everything else is told for what it is."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import BinaryIO

from report_extract.read import faults


def open_document(path: Path) -> BinaryIO:
    """The bytes of a regular file.

    Raises UnreadableDocument for what is missing, a folder, locked, or no file at all: a pipe would be waited for
    without an end.
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise faults.is_a_folder(path) if os.access(path, os.R_OK | os.X_OK) else faults.closed_folder(path)
        if not stat.S_ISREG(mode):
            raise faults.no_file(path)
        return path.open("rb")
    except OSError as fault:
        raise faults.cannot_open(path, fault) from None
