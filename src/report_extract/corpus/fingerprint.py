"""What an extraction depends on besides the document: our code and the rules, as one short hash."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path

from report_extract import __version__
from report_extract.rules.load import shipped

# The rooms whose code decides what an extraction says.
_ROOMS = ("model", "read", "rules", "language", "extract")

_HEX_DIGITS = 16  # 64 bits: no two versions of the same few files collide


@lru_cache
def fingerprint(rules: tuple[Path, ...] = ()) -> str:
    """Version and hash of code and packs, `rules` being folders of own packs: "0.1.0+1f2e…".

    Two extractions of the same bytes with the same fingerprint say the same. 400 files take some 20 ms.
    """
    digest = hashlib.sha256()
    for path in _files(rules):
        digest.update(path.name.encode("utf-8", "surrogateescape"))
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return f"{__version__}+{digest.hexdigest()[:_HEX_DIGITS]}"


def _files(rules: Sequence[Path]) -> Iterator[Path]:
    package = Path(__file__).parents[1]
    for room in _ROOMS:
        yield from sorted((package / room).rglob("*.py"))
    for folder in (shipped(), *rules):
        yield from sorted(path for path in folder.glob("*/*") if path.suffix.lower() in {".yaml", ".yml"})
