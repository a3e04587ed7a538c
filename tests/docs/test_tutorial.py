"""The code of the tutorial runs, and what the page shows is what comes out."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

pytest.importorskip("duckdb")

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def tutorial() -> ModuleType:
    spec = importlib.util.spec_from_file_location("tutorial", DOCS / "tutorial.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_tutorial_shows_what_comes_out(tutorial: ModuleType) -> None:
    assert (DOCS / "tutorial.md").read_text(encoding="utf-8") == tutorial.tutorial_page(), "run `make docs`"
