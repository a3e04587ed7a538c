"""Reports of invented places, written as Markdown and read like any other file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from report_extract.extract.story import Story
from report_extract.read import read
from report_extract.rules.load import load_rules

Tell = Callable[[str], Story]


@pytest.fixture
def tell(tmp_path: Path) -> Tell:
    """Text of a report → its story, as every finder takes it."""

    def told(text: str) -> Story:
        path = tmp_path / "report.md"
        path.write_text(text, encoding="utf-8")
        return Story(read(path), book=load_rules())

    return told
