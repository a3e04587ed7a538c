"""Comparing: years of one partnership, partnerships of one year, or both; two documents or more."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.verbs import make_verb

if TYPE_CHECKING:
    from report_extract.model.comparison import Axis, Comparison
    from report_extract.model.document import Document
    from report_extract.model.extraction import Extraction
    from report_extract.rules.load import RuleBook

__all__ = ["compare"]


def compare(
    first: Extraction | Document | str | Path,
    second: Extraction | Document | str | Path | None = None,
    *more: Extraction | Document | str | Path,
    axis: Axis | str | None = None,
    rules: RuleBook | None = None,
) -> Comparison:
    """Metrics, restated values, priorities, recommendations, findings and agencies of two documents or more.

    Paths are documents or the JSON that `extract` wrote, mixed as you like; they are read in this process. The axis is
    worked out (years of one partnership, partnerships of one year, both) unless it is given. One document alone lists
    the previous values that it states. Raises `UnreadableDocument` and `WrongUsage`.
    """
    from report_extract.compare.comparing import compare_facts
    from report_extract.compare.inputs import facts_of
    from report_extract.rules.load import load_rules

    book = rules or load_rules()
    given: Sequence[Extraction | Document | str | Path] = [d for d in (first, second, *more) if d is not None]
    return compare_facts([f for d in given for f in facts_of(d, book=book)], axis=axis, book=book)


make_verb(__name__)
