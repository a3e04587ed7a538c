"""Making a flag of a span, so that every wording check reads alike."""

from __future__ import annotations

from report_extract.check.paper import Paper
from report_extract.model.checks import WordingFlag
from report_extract.model.evidence import Severity


def flag(
    paper: Paper, start: int, end: int, *, code: str, message: str, rule: str | None = None, severity: str = "warning"
) -> WordingFlag:
    """A flag on `start:end` of the paper's text; `rule` defaults to the code."""
    return WordingFlag(
        code=code,
        severity=Severity(severity),
        message=message,
        document=paper.side,
        evidence=paper.evidence(start, end, rule=rule or f"wording/{code}"),
    )
