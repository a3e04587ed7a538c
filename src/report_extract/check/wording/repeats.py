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
# On one page a shorter paragraph repeats by mistake; shorter still are standing phrases ("The action is complete.").
FEWEST_ON_A_PAGE = 12
_NEAR = 4_000  # characters of a full page; papers without pages are one page
# What is rightly said under one heading after another.
_STANDING = re.compile(
    r"(?i)^(?:there (?:is|are|were|was) (?:no|not)|no|none|not|this action|the action|source|as above|see|please)\b"
)
_QUOTED = 200


def repeated_paragraphs(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The second and later copies of a paragraph, or of a sentence long enough to be no standing phrase."""
    seen: dict[str, tuple[int, int]] = {}
    flagged_until = -1
    for start, end, fewest, page_of_its_own in _pieces(paper):
        text = paper.document.text[start:end]
        words = re.findall(r"\w+", text.lower())
        if len(words) < fewest:
            continue
        # Shorter ones are looked for on their own page only.
        where = "" if len(words) >= FEWEST_WORDS else page_of_its_own
        first = seen.setdefault(where + " ".join(words), (start, end))
        if first == (start, end) or start < flagged_until or (where and start - first[0] > _NEAR):
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


def _pieces(paper: Paper) -> Iterator[tuple[int, int, int, str]]:
    """Where each piece stands, how many words make its copy one, and its page: whole blocks first, so that a repeated
    paragraph is one flag, then single sentences."""
    blocks = [b for b in paper.wordy_blocks if b.kind is not BlockKind.heading]
    for block in blocks:
        standing = bool(_STANDING.search(block.text))
        prose = paper.kind == "report" and block.text.endswith(".") and not standing
        fewest = FEWEST_OF_A_SENTENCE if standing else FEWEST_ON_A_PAGE if prose else FEWEST_WORDS
        yield block.start, block.end, fewest, f"{block.page}:"
    known = {(b.start, b.end) for b in blocks}
    yield from ((s.start, s.end, FEWEST_OF_A_SENTENCE, "") for s in paper.sentences if (s.start, s.end) not in known)
