"""Names of cases of which the paper's reviews know nothing."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Block, BlockKind
from report_extract.rules.load import RuleBook

_CASE = re.compile(
    r"\b(?P<kind>Child|Baby|Case|Family|Young\sPerson|Adult|Infant)\s(?P<name>[A-Z][a-z]{3,})\b(?!\s[A-Z])"
)
_LEARNING = re.compile(r"(?i)\b(?:learning|lessons|recommendations?|findings?|review)\b")
_ANOTHER = re.compile(
    r"(?i)\b(?:also|similar|previous|earlier|like|echo\w*|national|other|another|and|both|too|since|published|commissioned"
    r"|started|began|completed|called|named|known|20\d\d)\b"
)
_Place = tuple[int, int, Block]


def odd_case_names(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """A case named once only whose learning is spoken of although the paper's chapters are about others."""
    uses: dict[str, list[_Place]] = defaultdict(list)
    # "Child Protection", "Family Hub": what the paper also writes small is no person's name.
    small = frozenset(re.findall(r"\b[a-z]{4,}\b", paper.document.text))
    for block in paper.document.blocks:
        for match in _CASE.finditer(block.text):
            if not {match["name"].lower(), match["name"].lower() + "s"} & small:
                uses[match["name"]].append((block.start + match.start(), block.start + match.end(), block))
    bare = {name: len(re.findall(rf"\b{name}\b", paper.document.text)) for name in uses}
    chapters = {n: p for n, ps in uses.items() for p in ps if p[2].kind is BlockKind.heading}
    for name, places in uses.items():
        if bare[name] == 1 and chapters and _spoken_of_as_known(paper, places[0]):
            others = " and ".join(chapters)
            why = f"it is named nowhere else; the paper's chapters are about {others}"
            yield _odd(paper, places[0], chapters[next(iter(chapters))], why)


def _spoken_of_as_known(paper: Paper, place: _Place) -> bool:
    """Whether a sentence speaks of the learning from a case without saying which or when."""
    sentence = next((s.text for s in paper.sentences if s.start <= place[0] < s.end), "")
    return bool(_LEARNING.search(sentence)) and not _ANOTHER.search(sentence)


def _odd(paper: Paper, place: _Place, usual: _Place, why: str) -> WordingFlag:
    start, end = place[:2]
    message = f"“{paper.document.text[start:end]}” here; {why}"
    odd = flag(paper, start, end, code="two_names", message=message)
    return odd.model_copy(
        update={"evidence": odd.evidence + paper.evidence(usual[0], usual[1], rule="wording/two_names")}
    )
