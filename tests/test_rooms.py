"""Data walks one way: a room imports only from rooms to its left (CONTRIBUTING.md)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import report_extract

HOUSE = Path(report_extract.__file__).parent
# What stands left of what; rooms in one tuple do not know each other. `write` knows the model only.
ORDER = (
    ("model",), ("write",), ("read",), ("rules",), ("language",), ("extract",), ("check", "compare"), ("corpus",),
    ("present",), ("cli",),
)  # fmt: skip
PLACE = {room: place for place, rooms in enumerate(ORDER) for room in rooms}


@pytest.mark.parametrize("room", PLACE)
def test_a_room_imports_from_its_left_only(room: str) -> None:
    wrong = [
        f"{path.relative_to(HOUSE)}: {name}"
        for path in sorted((HOUSE / room).rglob("*.py"))
        for name in _rooms_imported(path)
        if name != room and name in PLACE and PLACE[name] >= PLACE[room]
    ]
    assert wrong == []


def _rooms_imported(path: Path) -> Iterator[str]:
    """The second part of every "report_extract.room…" that is imported or called by name in another process."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = []
        if isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
            if node.module == "report_extract":
                names = [f"report_extract.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and ":" in node.value:
            names = [node.value.partition(":")[0]]
        for name in names:
            parts = name.split(".")
            if parts[0] == "report_extract" and len(parts) > 1:
                yield parts[1]
