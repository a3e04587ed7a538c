"""Figures of another place that come with their measure's full name, and names that begin with a number word."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.model.extraction import Metric


def metrics(folder: Path, text: str) -> tuple[Metric, ...]:
    path = folder / "report.md"
    title = "# Saltmarsh Safeguarding Children Partnership: annual report 2024/25\n\n## Care\n\n"
    path.write_text(title + text, encoding="utf-8")
    return extract(path).metrics


@pytest.mark.parametrize(
    ("text", "area"),
    [
        ("England's rate of children looked after was 71 per 10,000.", "England"),
        ("In England the rate of children looked after was 71 per 10,000.", "England"),
        ("The national rate of children looked after was 71 per 10,000.", "England"),
        ("While England's rate is falling, our rate of children looked after was 71 per 10,000.", "Saltmarsh"),
    ],
)
def test_another_place_may_name_its_measure_in_full(tmp_path: Path, text: str, area: str) -> None:
    before = "The rate of children on a child protection plan was 44.0 per 10,000. "
    _, rate = metrics(tmp_path, before + text)
    assert (rate.metric, rate.area) == ("cla_rate", area)


def test_a_name_that_begins_with_a_number_word_counts_nothing(tmp_path: Path) -> None:
    found = metrics(tmp_path, "Four Meadows has 31 schools. This is the report of the Four Meadows partnership.")
    assert [m.value for m in found] == [31]
