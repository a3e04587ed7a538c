"""Two years of the sample report against the generator's truth: comparing alone, then reading and comparing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks.comparing import alignment_of_gold, alignment_of_pdfs, of_gold, of_pdfs, planted

from report_extract import compare

# Asked for by the project: precision and recall of the alignment.
PRECISION, RECALL = 0.98, 0.95


def test_gold_facts_are_aligned_and_every_planted_case_is_found() -> None:
    result = of_gold()
    score = alignment_of_gold(result)
    assert score.wanted > 150
    assert score.precision >= PRECISION
    assert score.recall >= RECALL
    assert [case for case in planted(result) if not case[-1]] == []


@pytest.mark.slow
def test_extracted_facts_are_aligned() -> None:
    score = alignment_of_pdfs(*of_pdfs())
    assert score.wanted > 150
    assert score.precision >= PRECISION - 0.02
    assert score.recall >= RECALL


def _documents() -> Path:
    folder = os.environ.get("REPORT_EXTRACT_DOCUMENTS")
    if not folder:
        pytest.skip("REPORT_EXTRACT_DOCUMENTS does not name the folder of real documents")
    return Path(folder)


@pytest.mark.slow
def test_a_real_report_and_another_partnerships_cover() -> None:
    folder = _documents()
    result = compare(folder / "pdf" / "chscp-2024-25.pdf", folder / "pdf" / "tower-hamlets-thscp-2023-24.pdf")
    assert result.axis == "both"
    assert not [m for m in result.metrics if m.change is not None]
    earlier = {(r.metric, r.later_stated) for r in result.restated if r.status == "first_not_at_hand"}
    assert {("lado_contacts", 411.0), ("train_sessions", 60.0), ("train_booked", 1834.0)} <= earlier
    assert any("no figures were found" in note for note in result.notes)
