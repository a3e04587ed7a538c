"""Sentences that say something about themselves: that a definition changed, that work had an effect."""

from __future__ import annotations

from report_extract.rules.kinds.cues import Cue
from report_extract.rules.load import RuleBook


def cue_in(text: str, *, says: str, book: RuleBook) -> str | None:
    """The words by which the text says so; None where it does not."""
    lowered = " ".join(text.lower().replace("’", "'").split())
    for cue in book.of(Cue):
        if cue.says != says or any(p.search(lowered) for p in cue.excludes):
            continue
        for phrase in cue.phrases:
            if found := phrase.search(lowered):
                return str(found.group())
    return None
