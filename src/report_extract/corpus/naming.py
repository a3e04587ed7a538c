"""Names for outputs: the input's own name where that is free, and as much more as tells the inputs apart."""

from __future__ import annotations

import hashlib
import os
import re
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

# Characters that some file system forbids, and control characters.
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]')

# Names that Windows keeps for devices, with any suffix.
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})

# File systems allow 255 bytes; this leaves room for suffixes and a temporary name in characters of up to 3 bytes.
_LONGEST = 70


def output_names(inputs: Sequence[Path]) -> tuple[str, ...]:
    """One name (without suffix) for each input, all different even where letters differ only in case.

    "report.pdf" → "report"; beside "report.docx" both keep their suffix ("report.pdf", "report.docx"); beside
    "old/report.pdf" both get their folder ("new-report", "old-report"), then two; else a short hash of the path.
    """
    names = [""] * len(inputs)
    open_ = list(range(len(inputs)))
    taken: set[str] = set()
    for more in _WAYS:
        proposals = {i: safe_name(more(inputs[i])) for i in open_}
        counts = Counter(name.casefold() for name in proposals.values())
        for i, name in proposals.items():
            if counts[name.casefold()] == 1 and name.casefold() not in taken:
                names[i] = name
        taken |= {names[i].casefold() for i in open_ if names[i]}
        open_ = [i for i in open_ if not names[i]]
    return tuple(names)


def absolute(path: Path) -> Path:
    """The path without links; a link that leads in a circle, which Path.resolve refuses, stays as it is."""
    return Path(os.path.realpath(path))


def _hashed(path: Path) -> str:
    return f"{path.stem}-{hashlib.sha256(str(absolute(path)).encode('utf-8', 'surrogateescape')).hexdigest()[:8]}"


_WAYS: tuple[Callable[[Path], str], ...] = (
    lambda path: path.stem,
    lambda path: path.name,
    lambda path: f"{absolute(path).parent.name}-{path.stem}",
    lambda path: f"{absolute(path).parent.name}-{path.name}",
    lambda path: "-".join((*absolute(path).parts[-3:-1], path.stem)),
    _hashed,
)


def safe_name(name: str) -> str:
    """A name that every file system takes."""
    printable = name.encode("utf-8", "replace").decode("utf-8")
    kept = _FORBIDDEN.sub("_", printable)[:_LONGEST].strip(". ")
    return f"_{kept}" if not kept or kept.split(".")[0].casefold() in _DEVICES else kept
