"""Statements: forms of words by which a report says that something is a finding, a recommendation, a challenge, ..."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Phrase, Regex
from report_extract.rules.rule import Rule


class Says(StrEnum):
    """What a sentence or a line is, once a statement rule has matched it."""

    finding = "finding"
    finding_number = "finding_number"
    findings_follow = "findings_follow"
    grade = "grade"
    not_finding = "not_finding"
    quote_follows = "quote_follows"
    evaluative = "evaluative"
    goes_on = "goes_on"
    leans_back = "leans_back"
    column = "column"
    recommendation = "recommendation"
    recommendation_number = "recommendation_number"
    recommendations_follow = "recommendations_follow"
    status = "status"
    action_plan = "action_plan"
    priority_number = "priority_number"
    priorities_listed = "priorities_listed"
    priorities_counted = "priorities_counted"
    priorities_follow = "priorities_follow"
    outcome_label = "outcome_label"
    review = "review"
    review_detail = "review_detail"
    achievement = "achievement"
    challenge = "challenge"
    not_remark = "not_remark"


class Statement(Rule):
    """One form of words. `patterns` are tried on a sentence; named groups become fields of what is found.

    `words` speed the search up: where given, one of them must stand in the sentence (either case). `unless` forbids.
    `sections` limits the rule to sections of these meanings. `strength` "weak" asks for a fitting place (a call-out or
    section of that meaning) besides the words, "opening" for the first sentence or a list item of such a place.
    `value` is a constant that the match means (a status, a kind).
    """

    kind: ClassVar[str] = "statements"

    says: Says
    patterns: tuple[Regex, ...] = Field(min_length=1)
    words: tuple[Phrase, ...] = ()
    unless: tuple[Regex, ...] = ()
    sections: tuple[str, ...] = ()
    strength: Literal["strong", "weak", "opening"] = "strong"
    value: str | None = None
