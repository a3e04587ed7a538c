"""What the rules about annual reports find in a text, for their own tests (`report-extract rules test`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from report_extract.extract.statements import hits
from report_extract.extract.themes import themes_in
from report_extract.language.headings import meanings_of, tag_meanings
from report_extract.language.names import Names
from report_extract.rules.kinds.agencies import Agency
from report_extract.rules.kinds.sections import SectionMeaning
from report_extract.rules.kinds.statements import Says, Statement
from report_extract.rules.kinds.themes import Theme
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule
from report_extract.rules.selftest import Tester


def _agencies(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    """Agencies of this rule in the text, or the one that the text names as a heading."""
    names = Names(book)
    found = [m.agency for m in names.find(text)]
    heading = names.heading(text)
    found += [heading] if heading and heading not in found else []
    return [{"name": a.name, "group": a.group, "place": a.place} for a in found if a.rule == rule.name]


def _sections(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    meant = meanings_of(text, book) | tag_meanings(text, book)
    return [{"meaning": rule.id}] if rule.id in meant else []


def _themes(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    return [{"theme": theme} for theme in themes_in(text, book=book) if theme == rule.id]


def _statements(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    """What the rule itself says of the text, in a section that it asks for."""
    assert isinstance(rule, Statement)
    found = hits(text, Says(rule.says), book=book, meanings=frozenset(rule.sections))
    return [{"says": rule.says.value, "value": rule.value, **hit.groups} for hit in found if hit.rule.name == rule.name]


TESTERS: dict[str, Tester] = {
    Agency.kind: _agencies,
    SectionMeaning.kind: _sections,
    Statement.kind: _statements,
    Theme.kind: _themes,
}
