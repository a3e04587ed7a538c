"""Agencies: who works together to protect children, under which names, and what kind of body each is.

A rule is one body known by name (an inspectorate, a national service) or a family of bodies known by the form of
their names ("{place} Council"). What a single report adds (acronyms, local services) is learnt from its own words.
"""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from pydantic import model_validator

from report_extract.rules.name_form import NameForm
from report_extract.rules.patterns import Phrase
from report_extract.rules.rule import Rule


class Group(StrEnum):
    """What kind of body an agency is."""

    partnership = "partnership"
    council = "council"
    children_services = "children_services"
    education = "education"
    youth = "youth"
    housing = "housing"
    public_health = "public_health"
    police = "police"
    health = "health"
    justice = "justice"
    fire = "fire"
    voluntary = "voluntary"
    inspectorate = "inspectorate"
    national = "national"


class Agency(Rule):
    """`title` is the canonical name, with aliases and acronyms; or `forms` are regular expressions of names.

    `{place}` in a form stands for the name of a place. Aliases are looked for in either case of their letters, acronyms
    exactly as written. `heading_forms` name an agency only where they are a whole heading or table label ("{place}
    Education" in a sentence may be anything). `one_per_place` says that a place has one such body, whatever form its
    name takes: "Northmere Council" and "Northmere Borough Council" are one, two trusts of a place need not be.
    """

    kind: ClassVar[str] = "agencies"

    group: Group
    title: str | None = None
    aliases: tuple[Phrase, ...] = ()
    acronyms: tuple[str, ...] = ()
    forms: tuple[NameForm, ...] = ()
    heading_forms: tuple[NameForm, ...] = ()
    one_per_place: bool = False

    @model_validator(mode="after")
    def _says_something(self) -> Agency:
        if self.title is None and not (self.forms or self.heading_forms):
            raise ValueError("an agency needs a title or forms of names")
        return self
