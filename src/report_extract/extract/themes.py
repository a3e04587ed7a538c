"""Which theme of the taxonomy a text is about."""

from __future__ import annotations

import re
from functools import lru_cache

from report_extract.rules.kinds.themes import Theme
from report_extract.rules.load import RuleBook


def theme_of(text: str, *, book: RuleBook) -> str | None:
    """The theme whose words the text uses most; of equals the one named first; None where no theme is named."""
    found = themes_in(text, book=book)
    return found[0] if found else None


def themes_in(text: str, *, book: RuleBook) -> list[str]:
    """All themes of a text, the strongest first: by number of mentions, by place of the first, by its length."""
    lowered = text.lower().replace("’", "'")
    scores: list[tuple[int, int, int, str]] = []
    for theme, pattern in _patterns(book):
        places = [m.span() for m in pattern.finditer(lowered)]
        if places:
            start, end = places[0]
            scores.append((-len(places), start, start - end, theme))
    return [theme for *_, theme in sorted(scores)]


@lru_cache(maxsize=16)
def _patterns(book: RuleBook) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule.id, _pattern(rule)) for rule in book.of(Theme))


def _pattern(rule: Theme) -> re.Pattern[str]:
    """Longer phrases first; short words must stand alone ("send", "iris"), longer ones may be the start of a word."""
    words = sorted((w.lower() for w in rule.words), key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w) + (r"\b" if len(w) <= 4 else "") for w in words) + ")")
