"""A cover's sentences → claims and what is no claim: procedure, plans, opinions, questions.

The splitting of one sentence into parts is cautious: only where a list of bodies shares its predicate, where
"respectively" pairs two lists, and where both halves of an "and" have a verb or an anchor of their own. At most six.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from report_extract.check.paper import Paper
from report_extract.language.names import Names
from report_extract.language.sentences import Sentence
from report_extract.model.document import Block, BlockKind

Why = Literal["procedure", "plan", "opinion", "question", "heading"]
MOST_PARTS = 6
_FEWEST_WORDS = 5
# Fields of a cover that speak about the report behind it.
_TELLING_FIELDS = frozenset({"summary", "highlights", "subject"})
_LEAD = re.compile(r"^[A-Z][^.:]{2,60}:\s+(?=[A-Z])")
_PROCEDURE = re.compile(
    r"(?i)\b(?:(?:is|are) (?:asked|recommended|invited|requested) to|to be noted (?:at|by)|no other .{0,40}implications"
    r"|for (?:information|noting|discussion)|note the (?:report|contents)|set out (?:in|below)|contact"
    r"|can be (?:accessed|found|read|viewed)|is (?:available|attached|appended)|to consider and note|in accordance with"
    r"|it (?:sets out|reports on) the following|is required to (?:publish|prepare)|must publish|requires the|stipulates"
    r"|section of the report)\b"
)
_PLAN = re.compile(
    r"(?i)\b(?:will (?!have been)|shall|plans? to|aims? to|intends? to|going to|next year|(?:is|are) due to"
    r"|proposes? to)\b"
)
_OPINION = re.compile(
    r"(?i)\b(?:we (?:believe|hope|are (?:proud|pleased|confident|grateful))|should|ought to|it is hoped|thank(?:s| you)"
    r"|is (?:pleasing|encouraging|important|vital|essential)|wish to)\b"
)
_VERB = re.compile(
    r"(?i)\b(?:is|are|was|were|has|have|had|made|held|rose|fell|\w{3,}ed|continues?|remains?|shows?|faces?|reports?|includes?)\b"
)
_RESPECTIVELY = re.compile(r"(?i)\brespectively\b")
_FINITE = (
    r"(?:received|was|were|is|are|has|have|had|made|saw|achieved|obtained|got|reported|held|rose|fell|stood|\w{3,}ed)\b"
)
_TWO_SUBJECTS = re.compile(
    rf"(?:Both\s+)?(?P<a>(?:the\s+)?[A-Z].{{2,80}}?)\s+and\s+(?P<b>(?:the\s+)?[A-Z].{{2,80}}?)\s+(?={_FINITE})"
)
_VALUE = r"[\"'“‘(]*[\w£%.,'’-]+(?:\s[a-z]+)?[\"'”’),]*"
_AND = re.compile(
    r";\s+|,\s+(?:but|while|whereas)\s+|,?\s+and\s+"
    r"(?=(?:also\s+)?(?:continued|remained|\w{4,}ed|has|have|was|were|is|are|made|held|the\s|a\s|\d))"
)

_BEGINS_WITH_VERB = re.compile(
    r"(?i)(?:also\s+|then\s+|now\s+)?(?:continued|remained|\w{4,}ed|has|have|had|was|were|is|are|made|held|rose|fell|grew|went"
    r"|came|stood|took|saw)\b"
)


class ClaimText(NamedTuple):
    """A statement to be judged: `text == document.text[start:end]`; `parts` are texts that must each hold."""

    start: int
    end: int
    text: str
    parts: tuple[str, ...]


class NotJudged(NamedTuple):
    start: int
    end: int
    text: str
    why: Why


def split(cover: Paper, *, names: Names, everything: bool = False) -> Iterator[ClaimText | NotJudged]:
    """Every sentence of the cover's own narrative, as a claim or as something that is not judged.

    With `everything` each block is one claim as it stands (somebody wrote it down as a claim).
    """
    if everything:
        for block in cover.document.blocks:
            yield ClaimText(block.start, block.end, block.text, parts_of(block.text, names=names))
        return
    formal = _formal_spans(cover)
    for block in _narrative(cover):
        for sentence in _sentences_of(cover, block):
            in_form = any(start < sentence.end and sentence.start < end for start, end in formal)
            why = "procedure" if in_form else not_checkable(sentence.text)
            if why:
                yield NotJudged(sentence.start, sentence.end, sentence.text, why)
            elif len(sentence.text.split()) >= _FEWEST_WORDS:
                yield ClaimText(sentence.start, sentence.end, sentence.text, parts_of(sentence.text, names=names))


def _formal_spans(cover: Paper) -> list[tuple[int, int]]:
    """Where the cover's fields stand (implications, authors, contacts, …): they say how the paper was made."""
    fields = cover.facts.cover.evidence if cover.facts.cover else {}
    spans = [(e.start, e.end) for name, found in fields.items() if name not in _TELLING_FIELDS for e in found]
    people = cover.facts.cover.authors if cover.facts.cover else ()
    return spans + [(e.start, e.end) for person in people for e in person.evidence]


def _narrative(cover: Paper) -> Iterator[Block]:
    """Paragraphs and list items; tables, form fields and headings of a cover hold labels and values."""
    return (b for b in cover.document.blocks if b.kind in (BlockKind.paragraph, BlockKind.list_item))


def _sentences_of(cover: Paper, block: Block) -> Iterator[Sentence]:
    """The sentences that begin in the block, without a bold lead-in ("Police improvements: …")."""
    for sentence in cover.sentences:
        if block.start <= sentence.start < block.end:
            lead = _LEAD.match(sentence.text) if sentence.start == block.start else None
            start = sentence.start + (lead.end() if lead else 0)
            yield Sentence(start, sentence.end, cover.document.text[start : sentence.end])


def not_checkable(text: str) -> Why | None:
    """Why a sentence is no checkable statement; None for one that is."""
    if text.rstrip().endswith("?"):
        return "question"
    if text.rstrip().endswith(":"):
        return "heading"
    if _PROCEDURE.search(text):
        return "procedure"
    if _PLAN.search(text):
        return "plan"
    if not _VERB.search(text) and not re.search(r"\d", text) and len(text.split()) < 8:
        return "heading"
    return "opinion" if _OPINION.search(text) else None


def parts_of(text: str, *, names: Names) -> tuple[str, ...]:
    """The pieces that must each hold; the whole alone where nothing can be split with confidence."""
    bodies = list(names.find(text))
    if is_paired(text):
        return _paired(text, [(m.start, m.end) for m in bodies]) or (text,)
    listed = _listed_bodies(text, [(m.start, m.end) for m in bodies])
    if listed:
        return listed[:MOST_PARTS]
    pieces = [p.strip(" ,.") for p in _AND.split(text)]
    if 2 <= len(pieces) <= MOST_PARTS and all(len(p.split()) >= _FEWEST_WORDS - 1 for p in pieces):
        subject = _subject(pieces[0])
        return (pieces[0], *(p if _has_subject(p) else f"{subject} {p}" for p in pieces[1:]))
    return (text,)


def is_paired(text: str) -> bool:
    """True for a sentence that pairs two lists ("respectively")."""
    return bool(_RESPECTIVELY.search(text))


def _paired(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """ "Both A and B were rated X and Y, respectively": "A were rated X", "B were rated Y"."""
    subject = _TWO_SUBJECTS.match(text)
    values = re.search(rf"(?P<x>{_VALUE})\s+and\s+(?P<y>{_VALUE})(?=\W*respectively)", text)
    if not subject or not values:
        return ()
    between = text[subject.end() : values.start()]
    return tuple(
        f"{subject[who]} {between}{values[what]}{text[values.end() :]}".replace("respectively", "")
        for who, what in (("a", "x"), ("b", "y"))
    )


def _listed_bodies(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """ "… for A, B and C" with three or more bodies in a row: one piece for each."""
    run: list[tuple[int, int]] = []
    for span in spans:
        if run and not re.fullmatch(r",?\s*(?:and\s+)?(?:the\s+)?", text[run[-1][1] : span[0]]):
            if len(run) >= 3:
                break
            run = []
        run.append(span)
    if len(run) < 3:
        return ()
    before, after = text[: run[0][0]], text[run[-1][1] :]
    return tuple(f"{before}{text[s:e]}{after}" for s, e in run)


def _subject(piece: str) -> str:
    """The words before the first verb."""
    verb = _VERB.search(piece)
    return piece[: verb.start()].strip() if verb else ""


def _has_subject(piece: str) -> bool:
    return bool(piece) and _BEGINS_WITH_VERB.match(piece) is None
