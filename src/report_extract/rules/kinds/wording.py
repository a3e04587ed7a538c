"""Wording: words that have no place in a paper that goes to a public meeting."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from report_extract.model.evidence import Severity
from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class WordingRule(Rule):
    """Patterns that are run over each block of the papers it applies to; what matches is flagged.

    `message` is said to the reader; "{found}" stands for the words found. `whole` extends the quote to the sentence.
    With `since` only papers whose reporting year begins in that calendar year or later are looked through.
    """

    kind: ClassVar[str] = "wording"

    code: str = Field(pattern=r"^[a-z_]+$")
    severity: Severity = Severity.warning
    papers: tuple[Literal["cover", "report"], ...] = ("cover", "report")
    patterns: tuple[Regex, ...] = Field(min_length=1)
    unless: tuple[Regex, ...] = ()
    message: str
    whole: bool = False
    since: int | None = None
