"""A read document as a spaCy `Doc`, for notebooks: one text, layout and facts as span groups.

spaCy is an extra (`pip install "report-extract[spacy]"`): reading and extracting do without it, because a blank
pipeline's matchers did nothing that one compiled expression does not do faster, and its closure is 300 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from report_extract.errors import WrongUsage
from report_extract.model.document import BlockKind, Document
from report_extract.model.extraction import Extraction

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span

KINDS = ("metrics", "findings", "recommendations", "priorities", "achievements", "challenges", "reviews")


def to_spacy(document: Document, *, facts: Extraction | None = None, nlp: Language | None = None) -> Doc:
    """The document's text as a `Doc` (by default of `spacy.blank("en")` with a sentencizer).

    `doc.text == document.text`, so all offsets agree. Span groups: `layout` (label: kind of block, id: block id),
    `sections` (label: heading), `pages`, and with `facts` one group for each kind (label: catalogue id or kind,
    id: the item's id). A span that begins or ends inside a token is widened to it. Raises WrongUsage without spaCy.
    """
    doc = _pipeline(nlp)(document.text)
    doc.spans["layout"] = list(_spans(doc, [(b.start, b.end, b.kind.value, b.id) for b in document.blocks]))
    doc.spans["sections"] = list(_spans(doc, [(s.start, s.end, s.title, s.id) for s in document.outline]))
    body = {p.number: [b for b in p.blocks if b.kind is not BlockKind.furniture] for p in document.pages}
    pages = [(blocks[0].start, blocks[-1].end, str(n), f"p{n}") for n, blocks in body.items() if blocks]
    doc.spans["pages"] = list(_spans(doc, pages))
    for kind in KINDS if facts else ():
        items = [
            (e.start, e.end, getattr(item, "metric", None) or kind, item.id)
            for item in getattr(facts, kind)
            for e in item.evidence[:1]
        ]
        doc.spans[kind] = list(_spans(doc, items))
    return doc


def _pipeline(nlp: Language | None) -> Language:
    if nlp is not None:
        return nlp
    try:
        import spacy
    except ImportError as fault:
        raise WrongUsage('spaCy is not installed. Run: pip install "report-extract[spacy]"') from fault
    blank = spacy.blank("en")
    blank.add_pipe("sentencizer")
    blank.max_length = 50_000_000
    return blank


def _spans(doc: Doc, items: list[tuple[int, int, str, str]]) -> Iterator[Span]:
    for start, end, label, identity in items:
        span = doc.char_span(start, end, label=label, span_id=identity, alignment_mode="expand")
        if span is not None:
            yield span
