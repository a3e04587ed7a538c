"""Rules that tell which partnership and which council a document speaks for."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from report_extract.rules.rule import Rule


class PartnershipRule(Rule):
    """One partnership: its name, other names and acronyms, and the authorities that it covers.

    An acronym alone never identifies a partnership (several share one): the name or an area must be printed too.
    """

    kind: ClassVar[str] = "partnerships"

    title: str = Field(description="The partnership's name as it goes into the JSON")
    names: tuple[str, ...] = Field(default=(), description="Other wordings of the name")
    acronyms: tuple[str, ...] = Field(default=(), description="Acronyms, as printed")
    areas: tuple[str, ...] = Field(default=(), description="Authorities that it covers, by their short names")


class PartnershipForm(Rule):
    """How partnerships that no pack knows are named, round their place.

    Endings in capitals ("LSCP") are compared with their case, all else without.
    """

    kind: ClassVar[str] = "partnership_forms"

    endings: tuple[str, ...] = Field(min_length=1, description="Words after the place, longest first")
    frames: tuple[str, ...] = Field(default=(), description='Names that hold the place further in: "Safe in {place}"')
    drop: tuple[str, ...] = Field(default=(), description="Words before the place that are no part of the name")
    stop: tuple[str, ...] = Field(default=(), description="Words at which a place ends, or that are none themselves")
    short: str = Field(default="", description="Behind the place's initials where the name has none of its own")
    ranks: tuple[str, ...] = Field(default=(), description='Words of a place that its id leaves out: "Borough of"')
