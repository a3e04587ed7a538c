"""Vocabulary: words that the number grammar needs to know about a field, and what they do there."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule

Use = Literal[
    "not_a_quantity",  # patterns of printed numbers that count nothing ("Level 3", "Section 47")
    "structural",  # nouns whose small numbers only announce a list ("four themes")
    "story",  # words that mark the story of a single family
    "story_opening",  # what a case study begins with
    "speech",  # what one person says or feels: subjects that count nobody
    "measured_time",  # words that make a length of time a measurement ("average wait of 12 weeks")
    "population",  # what a census counts; its year carries over to sentences about these
    "comparators",  # other places with whose figures one's own are compared ("national", "statistical neighbours")
    "shortfall",  # words that turn a share of what went well into one of what did not ("were late")
    "judged",  # participles after which "none" and "no" are counts ("no notices were issued")
]


class Vocabulary(Rule):
    """Regular expressions over lower-cased text for one `use` in the grammar."""

    kind: ClassVar[str] = "language"

    use: Use
    patterns: tuple[Regex, ...] = Field(min_length=1)
