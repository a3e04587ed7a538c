"""Paragraphs that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import BlockKind
from report_extract.rules.load import RuleBook

# Shorter runs repeat by nature: questions of a form, names of courses, standing phrases.
FEWEST_WORDS = 15
# A single sentence may be said in a foreword and again in a chapter; one as long as this is copied.
FEWEST_OF_A_SENTENCE = 25
_QUOTED = 200


def repeated_paragraphs(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The second and later copies of a paragraph, or of a sentence long enough to be no standing phrase."""
    seen: dict[str, tuple[int, int]] = {}
    flagged_until = -1
    for start, end, fewest in _pieces(paper):
        text = paper.document.text[start:end]
        words = re.findall(r"\w+", text.lower())
        if len(words) < fewest:
            continue
        first = seen.setdefault(" ".join(words), (start, end))
        if first == (start, end) or start < flagged_until:
            continue
        flagged_until = end
        page = paper.evidence(*first, rule="wording/repeated_paragraph")[0].page
        quoted = text if len(text) <= _QUOTED else text[:_QUOTED].rsplit(" ", 1)[0] + " …"
        again = flag(
            paper, start, end, code="repeated_paragraph", message=f"The same words stand on page {page}: “{quoted}”"
        )
        yield again.model_copy(
            update={"evidence": again.evidence + paper.evidence(*first, rule="wording/repeated_paragraph")}
        )


def _pieces(paper: Paper) -> Iterator[tuple[int, int, int]]:
    """Where each piece stands, and how many words make its copy one: whole blocks first, so that a repeated paragraph
    is one flag, then single sentences."""
    blocks = [(b.start, b.end) for b in paper.wordy_blocks if b.kind is not BlockKind.heading]
    yield from ((*span, FEWEST_WORDS) for span in blocks)
    known = set(blocks)
    yield from ((s.start, s.end, FEWEST_OF_A_SENTENCE) for s in paper.sentences if (s.start, s.end) not in known)
