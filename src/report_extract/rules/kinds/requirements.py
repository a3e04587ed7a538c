"""Requirements: what a yearly report or a cover has to contain, and the words by which one sees that it does."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule

# Kinds of facts and a name: "metrics/budget_income_total|sections/finance".
_NAMED = r"(?:metrics|recommendations|reviews|sections)/[a-z0-9_]+"
Fact = Annotated[str, Field(pattern=rf"^{_NAMED}(?:\|{_NAMED})*$")]


class RequirementRule(Rule):
    """One thing that a paper must contain. `found` where any pattern of `strong` matches (in a heading or the text),
    or `weak` patterns match in at least `weak_needed` different blocks; `partly_found` where fewer weak ones do.

    `from_year` and `to_year` are the first years of the reporting periods for which it holds ("2023" for 2023/24).
    `field` names a field of the extracted cover that alone satisfies the requirement when it is stated
    ("implications.legal" is one theme of a field).
    `strong_facts` and `weak_facts` are what extraction found that says as much as a passage: "metrics/<id>",
    "recommendations/with_status", "reviews/<kind>", "sections/<meaning of a heading>"; alternatives with "|".
    """

    kind: ClassVar[str] = "requirements"

    title: str
    authority: str
    paper: Literal["cover", "report"]
    from_year: int | None = None
    to_year: int | None = None
    field: str | None = None
    strong: tuple[Regex, ...] = ()
    weak: tuple[Regex, ...] = ()
    strong_facts: tuple[Fact, ...] = ()
    weak_facts: tuple[Fact, ...] = ()
    weak_needed: int = Field(default=2, ge=1)
