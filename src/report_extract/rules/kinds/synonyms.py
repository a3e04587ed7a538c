"""Synonyms: words that a cover may use for what the report calls by another name."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Phrase
from report_extract.rules.rule import Rule


class Synonyms(Rule):
    """A group of words and phrases that may stand for each other when passages are looked for and weighed.

    They never make two numbers, directions or ratings agree; they only say that two passages are about one subject.
    """

    kind: ClassVar[str] = "synonyms"

    words: tuple[Phrase, ...] = Field(min_length=2)
