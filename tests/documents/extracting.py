"""Extraction of the samples, once per file and run."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from report_extract.extract import extract

CORPORA = Path(__file__).resolve().parents[2] / "corpora"


@cache
def extracted(path: Path) -> dict[str, Any]:
    """The published JSON of a file."""
    return json.loads(json.dumps(extract(path).model_dump(by_alias=True, mode="json")))


def gold_of(stem: str) -> dict[str, Any]:
    """`stem` is a path below corpora/, without the ending."""
    gold: dict[str, Any] = json.loads((CORPORA / "gold" / f"{stem}.json").read_text(encoding="utf-8"))
    return gold
