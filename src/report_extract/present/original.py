"""The document from which a result was made: where it is now, and whether it still is the same."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import NamedTuple

from report_extract.model.extraction import DocumentInfo


class Original(NamedTuple):
    """`file` is None where there is none; then `why` says so in a sentence."""

    file: Path | None
    why: str = ""


def find_original(about: DocumentInfo, *, result: Path, given: Path | None = None) -> Original:
    """The file with the bytes that were read: the one given, else where it was, else beside the result."""
    name = Path(about.file.replace("\\", "/")).name
    places = [given] if given else [Path(about.file), result.parent / about.file, result.parent / name]
    there = [place for place in places if os.path.isfile(place)]  # noqa: PTH113 (Path raises for refused names)
    for place in there:
        if digest(place) == about.sha256:
            return Original(place)
    if there:
        return Original(None, f"{there[0]} has changed since it was read: its SHA-256 is another. Extract it again")
    return Original(None, f"{places[0]} is not there any more. Say where it is with --document FILE")


def digest(file: Path) -> str:
    """SHA-256 in hexadecimal."""
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
