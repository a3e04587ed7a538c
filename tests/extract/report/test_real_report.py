"""A real report of 160 pages, where it is at hand: its numbered things, their status, and its six priorities."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from report_extract.extract.findings import find_findings
from report_extract.extract.priorities import find_priorities
from report_extract.extract.recommendations import find_recommendations
from report_extract.extract.story import Story
from report_extract.read import read
from report_extract.rules.load import load_rules

FOLDER = os.environ.get("REPORT_EXTRACT_DOCUMENTS")

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not FOLDER, reason="REPORT_EXTRACT_DOCUMENTS is not set")]


@pytest.fixture(scope="module", params=["text/chscp-2024-25.md", "pdf/chscp-2024-25.pdf"])
def story(request: pytest.FixtureRequest) -> Story:
    return Story(read(Path(str(FOLDER)) / request.param), book=load_rules())


def test_numbered_findings_of_both_reviews(story: Story) -> None:
    found = find_findings(story.document, book=story.book, story=story)
    assert [(f.source, f.number) for f in found if f.number] == [
        (source, number) for source in ("LCSPR Case A", "LCSPR Child V") for number in range(1, 6)
    ]


def test_recommendations_with_status(story: Story) -> None:
    found = find_recommendations(story.document, book=story.book, story=story)
    status = {(r.source, r.number): r.status.rag if r.status else None for r in found if r.number}
    assert status == {
        ("LCSPR Case A", 1): "green",
        ("LCSPR Case A", 2): "amber",
        ("LCSPR Case A", 3): "amber",
        ("LCSPR Case A", 4): "green",
        ("LCSPR Case A", 5): "green",
        ("LCSPR Child V", 1): "green",
        ("LCSPR Child V", 2): "green",
        ("LCSPR Child V", 3): "green",
        ("LCSPR Child V", 4): None,
    }


def test_six_priorities_reported_and_six_ahead(story: Story) -> None:
    found = [p for p in find_priorities(story.document, book=story.book, story=story) if p.kind == "partnership"]
    reported = [p for p in found if p.stage == "reported"]
    ahead = [p for p in found if p.stage == "ahead"]
    assert (len(found), len(reported), len(ahead)) == (12, 6, 6)
    assert {p.year for p in reported} == {"2024/25"}
    assert all(p.outcome and p.pledge for p in ahead)
    assert [p.is_new for p in ahead].count(True) == 1
