"""The facts of each document as JSON files: the store's durable part, from which its database can be made again."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from report_extract.corpus.fingerprint import fingerprint
from report_extract.model.extraction import Extraction
from report_extract.read.opening import open_document
from report_extract.write.files import write_whole

_NAME = re.compile(r"([0-9a-f]{64})-([0-9a-f]{12})\.json")
ABANDONED_AFTER = 3600  # seconds; a write takes less than one
_CHUNK = 2**20  # bytes read at once


def content_hash(file: Path) -> str:
    """SHA-256 of the file's bytes in hexadecimal. Raises UnreadableDocument where it cannot be opened, and OSError."""
    digest = hashlib.sha256()
    with open_document(file) as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def version_of(*, rules: tuple[Path, ...], ocr: bool) -> str:
    """What the facts depend on besides the document, as 12 hexadecimal digits: our code, the rules, the OCR."""
    recognises = ocr and find_spec("rapidocr") is not None
    return hashlib.sha256(f"{fingerprint(rules)} {recognises}".encode()).hexdigest()[:12]


class Name(NamedTuple):
    """What the name of a kept file says."""

    sha256: str
    version: str


class Kept:
    """`<store>/extractions/<sha256>-<version>.json`, one for each document: a newer version replaces the older."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def has(self, name: Name) -> bool:
        return self._path(name).is_file()

    def read(self, name: Name) -> Extraction | None:
        """None where the file is gone, or written by a version whose facts had other fields."""
        with suppress(OSError, ValueError):
            return Extraction.model_validate_json(self._path(name).read_bytes())
        return None

    def write(self, name: Name, content: bytes) -> None:
        """Whole or not at all; older versions of the same document go."""
        write_whole(self._path(name), content)
        for old in self.folder.glob(f"{name.sha256}-*.json"):
            if old != self._path(name):
                old.unlink(missing_ok=True)

    def names(self) -> Iterator[Name]:
        """All that is kept."""
        for path in self.folder.glob("*.json"):
            if parts := _NAME.fullmatch(path.name):
                yield Name(*parts.groups())

    def sweep(self) -> None:
        """Removes what a killed process left half-written."""
        for path in self.folder.glob(".*.part"):
            with suppress(OSError):
                if time.time() - path.stat().st_mtime > ABANDONED_AFTER:
                    path.unlink()

    def forget(self, sha256: str) -> None:
        """Removes the facts of a document."""
        for path in self.folder.glob(f"{sha256}-*.json"):
            path.unlink(missing_ok=True)

    def _path(self, name: Name) -> Path:
        return self.folder / f"{name.sha256}-{name.version}.json"
