"""Facts as JSON: two spaces deep, UTF-8, `schema` first."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO

from pydantic import BaseModel

from report_extract.write.files import write_whole


def to_json(facts: BaseModel) -> str:
    """One object with a line feed at its end."""
    return facts.model_dump_json(by_alias=True, indent=2) + "\n"


def put_json(result: BaseModel, file: str | None, *, otherwise: Path) -> Path | None:
    """Writes to the file named, to `otherwise` where none is, and to standard output for "-"; the path written, if any.

    Raises WrongUsage where it cannot be written.
    """
    if file == "-":
        sys.stdout.buffer.write(to_json(result).encode("utf-8"))
        sys.stdout.buffer.flush()
        return None
    path = Path(file) if file else otherwise
    write_whole(path, to_json(result))
    return path


class JsonStream:
    """Objects written one after the other into a stream that is valid JSON when closed.

    `single` writes the only object bare; otherwise they stand in an array, an empty one where nothing was written.
    """

    def __init__(self, stream: BinaryIO, *, single: bool) -> None:
        self._stream, self._single, self._count = stream, single, 0

    def write(self, facts: BaseModel) -> None:
        if not self._single:
            self._stream.write(b",\n" if self._count else b"[\n")
        self._stream.write(to_json(facts).rstrip("\n").encode("utf-8"))
        self._stream.flush()
        self._count += 1

    def close(self) -> None:
        if not self._single:
            self._stream.write(b"\n]\n" if self._count else b"[]\n")
        elif self._count:
            self._stream.write(b"\n")
        self._stream.flush()
