"""Who tests which kind of rule: rooms that use rules offer TESTERS in modules whose names begin with selftest."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import report_extract
from report_extract.rules.selftest import Tester

_ROOMS = ("read", "language", "extract", "check", "compare")


def testers() -> dict[str, Tester]:
    """A tester for each kind that some room uses; of two rooms the one nearer to the text tests."""
    found: dict[str, Tester] = {}
    for room in _ROOMS:
        for module in _selftests(room):
            found = {**getattr(import_module(module), "TESTERS", {}), **found}
    return found


def _selftests(room: str) -> Iterator[str]:
    root = Path(report_extract.__file__).parent
    for file in sorted((root / room).rglob("selftest*.py")):
        yield ".".join((report_extract.__name__, *file.relative_to(root).with_suffix("").parts))
