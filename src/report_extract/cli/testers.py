"""Who tests which kind of rule: every room that uses rules offers TESTERS in its selftest module."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from report_extract.rules.selftest import Tester

_ROOMS = ("read", "language", "extract", "check", "compare")


def testers() -> dict[str, Tester]:
    """A tester for each kind that some room uses; of two rooms the one nearer to the text tests."""
    found: dict[str, Tester] = {}
    for room in _ROOMS:
        module = f"report_extract.{room}.selftest"
        if find_spec(module):
            found = {**import_module(module).TESTERS, **found}
    return found
