"""Acronyms that the paper uses again and again and never explains."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.language.acronyms import acronyms
from report_extract.language.names import Names
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

_ACRONYM = re.compile(r"(?<![\w/&@.-])[A-Z][A-Z&]{1,6}(?![\w@/&-]|\.\w)")
# Known to every reader of a council paper; everything else is for the packs or the paper to explain.
_COMMON = frozenset(
    "UK EU NHS GP GPS MP CEO HR IT ID PDF FAQ TV AM PM USA BBC QC KC OBE MBE CBE QPM AND OR NOT THE OF IN TO FOR ON ALL"
    " NO YES NEW HERE COVID VIP DIY LGBT LGBTQ PO BOX AKA NB RE RC CE".split()
)
FEWEST_USES = 3


def unexplained_acronyms(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """For information only: an acronym used three times or more without its long form beside it anywhere."""
    body = paper.document.text[: paper.document.body_end]
    explained = {found.short.upper().rstrip("S") for found in acronyms(body)} | set(_reversed_expansions(body))
    running = [
        (m.group(), block.start + m.start())
        for block in paper.wordy_blocks
        if not block.text.isupper()
        for m in _ACRONYM.finditer(block.text)
    ]
    uses = Counter(short for short, _ in running)
    known = Names(book).meanings
    for short, count in uses.items():
        if count >= FEWEST_USES and short not in _COMMON and short.rstrip("S") not in explained:
            at = next(start for name, start in running if name == short)
            meaning = f" (usually: {known[short]})" if short in known else ""
            yield flag(
                paper,
                at,
                at + len(short),
                code="unexplained_acronym",
                severity="info",
                message=f"{short} is used {count} times and never spelt out{meaning}",
            )


def _reversed_expansions(text: str) -> Iterator[str]:
    """ "ELFT (East London …)": the short form first."""
    for match in re.finditer(r"\b([A-Z][A-Z&]{1,6})s?\s+\(([A-Z][a-z]+(?:\s+[\w&]+){1,8})\)", text):
        initials = "".join(word[0] for word in match[2].split() if word[0].isupper())
        if initials[:2] == match[1][:2]:
            yield match[1]
