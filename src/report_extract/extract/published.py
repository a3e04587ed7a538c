"""When a document came out: the date in the line below its title, else the one that a sentence gives."""

from __future__ import annotations

from report_extract.extract.cover.dates import find_dates
from report_extract.extract.cover.terms import Terms
from report_extract.model.document import BlockKind, Document

FIRST_BLOCKS = 12  # blocks of a document among which a line like "Published September 2031" stands below the title
LONGEST_LINE = 8  # words of such a line
BESIDE = 12  # characters between "was published on" and its date


def publication_date(document: Document, words: Terms) -> str | None:
    """ISO date, or a month where only that is stated; None where two different ones are."""
    in_title = _below_title(document, words)
    return in_title or _told(document, words)


def _below_title(document: Document, words: Terms) -> str | None:
    """The date in a line of its own of the first blocks that begins with "Published" and the like."""
    found: set[str] = set()
    for block in document.blocks[:FIRST_BLOCKS]:
        text = " ".join(block.text.split())
        if block.kind is BlockKind.furniture or len(text.split()) > LONGEST_LINE:
            continue
        if any(cue.start == 0 for cue in words.find("published_line", text)):
            found |= {d.iso for d in find_dates(text) if d.iso}
    return found.pop() if len(found) == 1 else None


def _told(document: Document, words: Terms) -> str | None:
    found: set[str] = set()
    body = document.text[: document.body_end]
    for cue in words.find("published_cue", body):
        dates = find_dates(body[cue.end : cue.end + 40])
        if dates and dates[0].start <= BESIDE and dates[0].iso and not words.is_a("other_publication", cue.text):
            found.add(dates[0].iso)
    return found.pop() if len(found) == 1 else None
