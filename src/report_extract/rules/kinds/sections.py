"""Section vocabulary: what the heading of a section says that the section is about."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule


class SectionMeaning(Rule):
    """The rule's id is the meaning ("attendance", "audits"). A heading that one of `headings` matches has it.

    `tags` are labels of call-out boxes that mean the same ("CHALLENGES"). A heading may have several meanings. What
    `encloses` holds for the sections inside as well; a heading below "Contents" is there by its size alone.
    """

    kind: ClassVar[str] = "sections"

    headings: tuple[Regex, ...] = Field(min_length=1)
    tags: tuple[Regex, ...] = ()
    encloses: bool = True
