"""Page numbers of a contents list that are not those of the headings they name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import BlockKind
from report_extract.rules.load import RuleBook

_ENTRY = re.compile(r"(?P<title>[A-Z“\d][^\n\t]{2,80}?)\s?(?:\.\s?){3,}\s?(?P<page>\d{1,3})(?!\d)")
# The distance between printed and counted pages must be the same for this many entries, and for all but one.
_FEWEST_ALIKE = 4


def wrong_contents(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """The one entry whose page is another than its heading's, counted as the other entries count."""
    headings: dict[str, list[int]] = {}
    for block in paper.document.blocks:
        if block.kind is BlockKind.heading:
            headings.setdefault(_key(block.text), []).append(block.page)
    found = [
        (block.start + m.start(), block.start + m.end(), int(m["page"]), headings[_key(m["title"])][0])
        for block in paper.document.blocks
        for m in _ENTRY.finditer(block.text)
        if len(headings.get(_key(m["title"]), ())) == 1
    ]
    shifts = Counter(printed - counted for _, _, printed, counted in found)
    usual, count = shifts.most_common(1)[0] if shifts else (0, 0)
    odd = [(start, end, counted + usual) for start, end, printed, counted in found if printed - counted != usual]
    if count >= _FEWEST_ALIKE and len(odd) == 1:
        start, end, page = odd[0]
        message = f"“{paper.document.text[start:end]}”: the heading stands on page {page}"
        yield flag(paper, start, end, code="contents_page", message=message)


def _key(title: str) -> str:
    return " ".join(re.findall(r"[a-z]+", title.lower()))
