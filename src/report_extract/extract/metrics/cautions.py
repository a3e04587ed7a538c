"""Figures beside which the paper says that the way of counting changed."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from report_extract.language.cues import cue_in
from report_extract.language.sentences import passages, sentences
from report_extract.model.document import Document
from report_extract.model.extraction import Metric
from report_extract.rules.load import RuleBook

# Where the figure stands in a sentence, that sentence and the next may speak of how it is counted.
_Span = tuple[int, int, str]


def with_cautions(metrics: Iterable[Metric], document: Document, *, book: RuleBook) -> tuple[Metric, ...]:
    """The metrics, with `caution` for those whose own or following sentence says that counting changed."""
    spans = tuple(_cautioned(document, book))
    return tuple(_with_caution(m, spans) for m in metrics)


def _cautioned(document: Document, book: RuleBook) -> Iterable[_Span]:
    """(start, end, words) of text about which a caution is given: the sentence that gives it and the one before."""
    text = document.text
    for passage in passages(document):
        found = list(sentences(text[passage.start : passage.end], offset=passage.start))
        for sentence in found[:1]:
            if words := cue_in(text[sentence.start : sentence.end], says="definition_changed", book=book):
                yield sentence.start, sentence.end, words
        for before, sentence in pairwise(found):
            if words := cue_in(text[sentence.start : sentence.end], says="definition_changed", book=book):
                yield before.start, sentence.end, words


def _with_caution(metric: Metric, spans: tuple[_Span, ...]) -> Metric:
    words = (w for e in metric.evidence for start, end, w in spans if start <= e.start < end)
    caution = next(words, None)
    return metric.model_copy(update={"caution": caution}) if caution else metric
