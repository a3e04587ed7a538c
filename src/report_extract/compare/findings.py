"""Findings of reviews, audits and inspections by theme."""

from __future__ import annotations

from collections.abc import Sequence

from report_extract.model.comparison import ThemeFindings
from report_extract.model.extraction import Extraction, Finding

NO_THEME = "no theme found"


def findings_by_theme(facts: Sequence[Extraction]) -> tuple[ThemeFindings, ...]:
    """How many findings each document has under each theme, and which; the commonest theme first."""
    themes = {f.theme for e in facts for f in e.findings}
    rows = [_row(theme, facts) for theme in themes]
    return tuple(sorted(rows, key=lambda r: (r.theme == NO_THEME, -sum(r.counts), r.theme)))


def _row(theme: str | None, facts: Sequence[Extraction]) -> ThemeFindings:
    found: list[list[Finding]] = [[f for f in e.findings if f.theme == theme] for e in facts]
    return ThemeFindings(
        theme=theme or NO_THEME,
        counts=tuple(len(f) for f in found),
        texts=tuple(tuple(f.text for f in findings) for findings in found),
        evidence=tuple(f.evidence[0] for findings in found for f in findings if f.evidence),
    )
