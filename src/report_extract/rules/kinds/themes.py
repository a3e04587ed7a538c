"""Themes: the taxonomy under which priorities, achievements and challenges are told apart across reports."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Phrase
from report_extract.rules.rule import Rule


class Theme(Rule):
    """The rule's id is the theme. A text has the theme whose `words` it uses most, earlier and longer words first.

    `words` are stems or phrases, matched at the start of a word in either case ("neglect" finds "neglected").
    """

    kind: ClassVar[str] = "themes"

    title: str
    words: tuple[Phrase, ...] = Field(min_length=1)
