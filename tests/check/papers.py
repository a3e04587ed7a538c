"""Papers written down in tests: Markdown → a Paper of an invented partnership."""

from __future__ import annotations

from pathlib import Path

from report_extract.check.paper import Paper
from report_extract.extract.whole import extract_document
from report_extract.model.checks import Side
from report_extract.read import read
from report_extract.rules.load import load_rules

TITLE = "# Kestrel Vale Safeguarding Children Partnership\n\n# Annual Report 2023/24\n\n"


def paper(folder: Path, text: str, *, side: Side = "source", name: str = "report.md") -> Paper:
    """The Markdown read and extracted like any document."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    document = read(path)
    return Paper(document, extract_document(document, book=load_rules()), side)


def report(folder: Path, body: str) -> Paper:
    """A yearly report of 2023/24 with this body."""
    return paper(folder, TITLE + body)


def cover(folder: Path, body: str, *, date: str = "Tuesday 4 March 2025") -> Paper:
    """A cover of that report, in the form of labels and numbered sections."""
    head = (
        "| | |\n|---|---|\n| **Committee** | Children and Families Committee |\n"
        f"| **Date of meeting** | {date} |\n"
        "| **Subject** | Kestrel Vale Safeguarding Children Partnership Annual Report 2023/24 |\n"
        "| **Report author** | Ada Field, Partnership Manager |\n| **Classification** | Public |\n\n"
    )
    recommendation = "\n\n## Recommendations\n\nMembers are asked to note the report.\n"
    return paper(folder, head + "## Summary\n\n" + body + recommendation, side="cover", name="cover.md")
