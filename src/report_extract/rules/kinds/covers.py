"""Rules that read cover reports: the wording of their labels, the words that stand for values, council templates."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Regex
from report_extract.rules.rule import Rule

CoverFieldName = Literal[
    "council",
    "subject",
    "classification",
    "committee",
    "date",
    "purpose",
    "report_of",
    "author",
    "lead_member",
    "group_director",
    "wards",
    "key_decision",
    "forward_plan_notice",
    "exempt_information",
    "strategic_plan_priority",
    "summary",
    "highlights",
    "recommendations",
    "implications",
    "other_meetings",
    "appendices",
    "linked_reports",
    "background_papers",
    "contacts",
    "achievements",
    "challenges",
    "priorities",
    "other",
]


class CoverLabel(Rule):
    """The wordings of one label: in a table, before a colon, above its value, as a heading or as a question.

    Wordings are compared without case, punctuation, section numbers and plural endings, and with a tolerance for
    misprints. `section` labels open a part of several paragraphs, the others hold one value. `theme` names the
    implication. `within` restricts the label to places inside another field's section. `questions` know the label in
    words that nobody foresaw: they are tried on labels that end in a question mark or begin like a question, in lower
    case. `keywords` know the theme of an implication in a heading that names it in other words ("Law and governance").
    """

    kind: ClassVar[str] = "cover_labels"

    field: CoverFieldName = Field(description="The field of the cover that the label introduces; 'other' for none")
    labels: tuple[str, ...] = Field(min_length=1, description="Wordings of the label")
    questions: tuple[Regex, ...] = Field(
        default=(), description="Regular expressions for labels that are questions; they see the question in lower case"
    )
    keywords: tuple[Regex, ...] = Field(
        default=(), description="For field 'implications': expressions that know the theme in a heading, in lower case"
    )
    section: bool = Field(default=False, description="True where the label heads a part of several paragraphs")
    theme: str | None = Field(default=None, description="For field 'implications': the theme, as in the JSON")
    within: CoverFieldName | None = Field(default=None, description="Only inside the section of this field")
    strong: bool = Field(default=False, description="A label that only cover reports carry: tells what a document is")


class CoverTerm(Rule):
    """Words that stand for something in a cover: an action asked for, a purpose, a classification, leftover guidance.

    `words` are phrases, compared without case at word boundaries; `patterns` are regular expressions.
    """

    kind: ClassVar[str] = "cover_terms"

    means: Literal[
        "action",
        "purpose",
        "classification",
        "date_unknown",
        "guidance",
        "chrome",
        "none_stated",
        "body",
        "role",
        "organisation",
        "boilerplate",
        "highlights_cue",
        "addressee_cue",
        "exempt_cue",
        "considered_cue",
        "published_cue",
        "published_line",
        "other_publication",
        "title_word",
        "annual_title",
        "council_name",
        "person_part",
        "salutation",
        "closing",
        "memo",
        "meeting_cue",
        "meeting_body",
        "request_cue",
        "sending",
        "sent_for",
        "other_paper",
        "proceedings",
        "attendance_line",
    ] = Field(description="What the words stand for")
    value: str | None = Field(default=None, description="The normal form that goes into the JSON, where there is one")
    words: tuple[str, ...] = Field(default=(), description="Phrases")
    patterns: tuple[Regex, ...] = Field(default=(), description="Regular expressions")


class CoverTemplate(Rule):
    """How one council lays out its covers. It is chosen by its signs and only refines the generic reading.

    `place` are words of which one must be printed, `signs` words of the form itself of which `needs` must be.
    """

    kind: ClassVar[str] = "covers"

    council: str | None = Field(default=None, description="The council's name as it goes into the JSON")
    place: tuple[str, ...] = Field(default=(), description="Words of which at least one must be printed")
    signs: tuple[str, ...] = Field(default=(), description="Labels and phrases of the form")
    needs: int = Field(default=0, ge=0, description="How many of the signs must be printed")
    labels: dict[str, CoverFieldName] = Field(
        default_factory=dict, description="Labels that mean something else here than in the generic vocabulary"
    )
