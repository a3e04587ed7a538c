"""What the rules of the number grammar and of the catalogue give on a text: the testers of their self-test."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from report_extract.extract.metrics.find import find_metrics
from report_extract.model.document import Document, Reader
from report_extract.read.assemble import assemble
from report_extract.read.text_blocks import draft_pages
from report_extract.read.text_source import Source
from report_extract.rules.kinds.language import Vocabulary
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.load import RuleBook
from report_extract.rules.rule import Rule

REPORTING_YEAR = "2024/25"
"""The year of the invented report from which examples are taken."""


def document_of(text: str) -> Document:
    """A one-page document of a text; pipe tables and bullets as in Markdown."""
    source = Source(pages=((1, tuple(text.splitlines())),), sha256=sha256(text.encode()).hexdigest())
    pages = draft_pages(source, reader=Reader.markdown, markup=True)
    return assemble(pages, name="example", file="", sha256=source.sha256, media_type="text/markdown")


def metrics_of(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    """The metrics that a text gives under one rule of the catalogue."""
    assert isinstance(rule, MetricRule)
    found = find_metrics(document_of(text), book=book, reporting_year=REPORTING_YEAR)
    return [m.model_dump(mode="json") for m in found if m.metric == rule.id]


def words_of(rule: Rule, book: RuleBook, text: str) -> Sequence[Mapping[str, Any]]:
    """The pieces of a text that a rule of the vocabulary matches."""
    assert isinstance(rule, Vocabulary)
    return [{"text": m.group(0)} for p in rule.patterns for m in p.finditer(text.lower())]


TESTERS = {MetricRule.kind: metrics_of, Vocabulary.kind: words_of}
