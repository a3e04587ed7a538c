"""What sort of paper it is: papers that speak of annual reports or carry labels of covers, and are neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.extract import extract
from report_extract.extract.kinds import FIRST_PAGES, first_pages
from report_extract.read import read

CORPORA = Path(__file__).parents[2] / "corpora"

PROSE = "Partners worked together to keep children safe in every ward of the borough and the bay. " * 12
LABELS = (
    "**Committee:** Harbour Panel\n\n**Date:** 4 May 2032\n\n**Background papers:** none\n\n"
    "## Recommendations\n\nTo note it.\n"
)
TOLD_LATE = f"## Who came to the Board\n\n{PROSE}\n\n## Recommendations\n\n1. Share birth plans.\n"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"# Minutes of the Harbour Panel held on 4 May 2032\n\n{LABELS}", "other"),
        (f"Harbour Panel\n\nPresent: Ada Fenn\n\nApologies: Tom Reave\n\n{LABELS}", "other"),
        (f"# Decision notice\n\n{LABELS}", "other"),
        (f"# Saltmarsh Business Plan 2031-34\n\n## After the annual report\n\n{PROSE}", "other"),
        (f"# Practice review: Child Rowan\n\n## Annual report 2031/32\n\n{PROSE}", "other"),
        (f"Dear parent,\n\n**Our annual report**\n\n{PROSE}\n\nYours sincerely\n\nTom Reave\n", "other"),
        (f"# Safe in Saltmarsh\n\n## Annual Report 2031/32\n\n## Foreword\n\nDear reader,\n\n{PROSE}", "annual_report"),
        (f"# Safe in Saltmarsh: our report for 2031/32\n\n{PROSE}", "annual_report"),
        (f"# Saltmarsh Annual Report and Business Plan 2031/32\n\n{PROSE}", "annual_report"),
        (f"# Saltmarsh Annual Report 2031/32\n\n{LABELS}", "cover_report"),
        (f"# Saltmarsh Annual Report 2031/32\n\n{PROSE}\n\n{TOLD_LATE}", "annual_report"),
    ],
)
def test_kind_of_a_paper(tmp_path: Path, text: str, kind: str) -> None:
    file = tmp_path / "paper.md"
    file.write_text(text, encoding="utf-8")
    assert extract(file).document.kind.value == kind


def test_the_first_pages_are_the_first_pages_whatever_was_asked_of_the_document_before() -> None:
    """A copy took the blocks of all pages along where they had been worked out already: each run read on."""
    report = read(CORPORA / "thornleigh" / "2024-25" / "annual-report.pdf")
    fresh = [b.id for b in first_pages(report).blocks]
    assert report.blocks[-1].page > FIRST_PAGES
    assert [b.id for b in first_pages(report).blocks] == fresh
    assert {b.page for b in first_pages(report).blocks} <= set(range(1, FIRST_PAGES + 1))
