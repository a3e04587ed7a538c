"""Pictures behind the values of a comparison: of the very PDF, within a budget, and never a condition for the page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from report_extract import compare, extract
from report_extract.corpus.run import Options
from report_extract.model.comparison import Comparison
from report_extract.present.compare_html import cutouts, draw_cutouts, render

SAMPLES = Path(__file__).parents[3] / "corpora"
FILES = [SAMPLES / name / "2024-25" / "annual-report.pdf" for name in ("ashcombe", "thornleigh")]
OPTIONS = Options(timeout=60, memory=1500)


@pytest.fixture(scope="module")
def comparison() -> Comparison:
    return compare(*(extract(file) for file in FILES))


def test_values_and_priorities_have_pictures_with_their_words_marked(comparison: Comparison) -> None:
    drawn = draw_cutouts(comparison, near=FILES, options=OPTIONS, warn=pytest.fail)
    assert {place.document for place in drawn} == {0, 1}
    assert all(cutout.marks and cutout.picture.content for cutout in drawn.values())
    page = render(comparison, cutouts=drawn)
    shown = re.findall(r'<use href="#(picture\d+)"', page)
    assert set(shown) == set(re.findall(r'<image id="(picture\d+)"', page)) != set()
    priority = next(p for p in comparison.priorities if p.evidence)
    assert cutouts.place_of(priority.evidence_documents[0], priority.evidence[0]) in drawn


def test_the_budget_is_kept_for_the_most_telling(comparison: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutouts, "MOST_PICTURES", 60_000)
    drawn = draw_cutouts(comparison, near=FILES, options=OPTIONS, warn=pytest.fail)
    pictures = {cutout.picture for cutout in drawn.values()}
    assert 0 < sum(len(picture.content) for picture in pictures) <= 60_000
    first = cutouts.wanted(comparison)[0][0]
    assert cutouts.place_of(0, first) in drawn


def test_another_file_of_the_same_name_is_not_shown(comparison: Comparison, tmp_path: Path) -> None:
    (tmp_path / "annual-report.pdf").write_bytes(FILES[0].read_bytes() + b"\n% another")
    info = comparison.documents[0].model_copy(update={"file": "annual-report.pdf"})
    assert cutouts.original_of(info, [tmp_path / "facts.json"]) is None
    (tmp_path / "annual-report.pdf").write_bytes(FILES[0].read_bytes())
    assert cutouts.original_of(info, [tmp_path / "facts.json"]) == tmp_path / "annual-report.pdf"
