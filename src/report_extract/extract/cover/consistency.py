"""What a cover says of its own subject in two ways: the year of the report that it introduces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.extract.cover.entry import Reading
from report_extract.extract.cover.pieces import Piece
from report_extract.extract.cover.terms import Terms
from report_extract.extract.years import year_pairs
from report_extract.language.sentences import Sentence, sentences
from report_extract.model.document import Document
from report_extract.model.evidence import Notice, Severity

# Parts that list other papers, last year's report among them, say nothing of the year of this one.
_LISTING = frozenset({"linked_reports", "background_papers", "other_meetings", "contacts"})
_OTHER_YEAR = re.compile(
    r"(?i)\b(?:previous|last|earlier|prior|former|preceding|since|compar\w+|follow\w*|next|future|forthcoming|coming|earlier"
    r"|will|plan\w*|between|archive\w*|also)\b"
)
NEAR = 40  # characters between "annual report" and a year for the one to belong to the other


def year_notices(subject: Sequence[Piece], reading: Reading, document: Document, terms: Terms) -> tuple[Notice, ...]:
    """A warning for each year, other than that of the title, under which the cover speaks of its annual report."""
    titled = {year for piece in subject for year, _ in year_pairs(piece.text, short=True)}
    if len(titled) != 1:
        return ()
    own = titled.pop()
    first = {year: sentence for year, sentence in reversed(list(_named(reading, terms))) if year != own}
    title = document.evidence(subject[0].start, subject[0].end)
    return tuple(
        Notice(
            code="year_contradicts",
            severity=Severity.warning,
            message=f"The title names the year {own}, but another part speaks of the annual report {year}.",
            evidence=(*title, *document.evidence(sentence.start, sentence.end)),
        )
        for year, sentence in sorted(first.items(), key=lambda found: found[1].start)
    )


def _named(reading: Reading, terms: Terms) -> Iterator[tuple[str, Sentence]]:
    """Every year that stands beside "annual report", in sentences that do not set it apart from this year's."""
    for entry in reading.entries:
        if entry.field in _LISTING or entry.field == "subject":
            continue
        for piece in entry.values:
            for sentence in sentences(piece.text, offset=piece.start):
                if not _OTHER_YEAR.search(sentence.text):
                    yield from ((year, sentence) for year in _beside_title(sentence.text, terms))


def _beside_title(text: str, terms: Terms) -> Iterator[str]:
    near = [m.start for m in terms.find("annual_title", text)]
    for year, at in year_pairs(text, short=True):
        if any(abs(at - n) <= NEAR for n in near):
            yield year
