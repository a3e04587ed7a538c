"""Checking: a cover held against its source report, or one paper by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.verbs import make_verb

if TYPE_CHECKING:
    from report_extract.model.checks import CheckReport
    from report_extract.model.document import Document
    from report_extract.rules.load import RuleBook

__all__ = ["check"]


def check(
    cover: Document | str | Path | None,
    source: Document | str | Path | None = None,
    *,
    claims: str | None = None,
    rules: RuleBook | None = None,
) -> CheckReport:
    """Claims of the cover against the source, figures and wording of both, coverage, requirements.

    With one document everything but claims and coverage runs on it. `claims` is a text with one claim a line (or JSON)
    that is judged on the document instead of a cover. Paths are read in this process. Raises `UnreadableDocument` for a
    path that cannot be read and `WrongUsage` for claims without a source.
    """
    from report_extract.check.prepare import prepared

    return prepared(cover, source, claims=claims, book=rules)


make_verb(__name__)
