"""Why two figures of one metric may not be set against each other; the values are shown all the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from report_extract.compare.figures import Figure
from report_extract.language.cues import cue_in
from report_extract.rules.load import RuleBook

_AGES = re.compile(
    r"\b(?:aged?|ages) (?:from )?(?P<low>\d{1,2})\s?(?:to|-|–|and)\s?(?P<high>\d{1,2})\b"
    r"|\bunder[- ](?P<under>\d{1,2})s?\b",
    re.IGNORECASE,
)
_KINDS = {
    "flow": "counted over a year",
    "snapshot": "counted at a date",
    "part": "of part of a year",
    "quarter": "of a quarter",
    "school": "of a school year",
    "census": "of a census",
}


def obstacles(figures: Sequence[Figure], *, book: RuleBook, areas_may_differ: bool = False) -> tuple[str, ...]:
    """Every reason, in words for a person; empty where the figures can be compared."""
    found = (*_definition(figures, book), *_period(figures), *(() if areas_may_differ else _area(figures)))
    return tuple(dict.fromkeys(found))


def _definition(figures: Sequence[Figure], book: RuleBook) -> Iterator[str]:
    ages = [_ages(f) for f in figures]
    stated = [a for a in ages if a]
    if len(set(stated)) > 1:
        yield f"definition changed: {', then '.join(dict.fromkeys(stated))}"
        return  # words of caution beside it say the same once more
    last = figures[-1]
    for text in (last.label, *(e.quote for e in last.evidence)):
        if cue := cue_in(text, says="definition_changed", book=book):
            yield f"definition changed: the later paper says “{cue}”"
            return
    if last.metric.caution:
        yield f"definition changed: the later paper says “{last.metric.caution}”"


def _ages(figure: Figure) -> str:
    found = _AGES.search(figure.label) or _AGES.search(figure.near)
    if found is None:
        return ""
    return f"under {found['under']}" if found["under"] else f"aged {found['low']} to {found['high']}"


def _period(figures: Sequence[Figure]) -> Iterator[str]:
    # Only the catalogue, or a date, tells whether a figure is counted over a year.
    known = [f for f in figures if f.rule is not None or f.when.kind != "flow"]
    kinds = {f.when.kind for f in (known if any(f.rule for f in figures) else figures)}
    if kinds == {"flow", "school"} and not _states_both_years(figures):
        return
    if len(kinds) > 1:
        yield "not of the same sort of period: " + ", ".join(
            f"{f.metric.period or 'no period stated'} ({_KINDS[f.when.kind]})" for f in figures
        )
    elif kinds == {"part"} and len({_months(f.metric.period or "") for f in figures}) > 1:
        yield "periods of different length: " + ", ".join(f.metric.period or "not stated" for f in figures)


def unstated_year(figures: Sequence[Figure]) -> str | None:
    """A count without a period beside one of a school year may be of a school year too: what a reader must know."""
    if {f.when.kind for f in figures} == {"flow", "school"} and not _states_both_years(figures):
        school = next(f for f in figures if f.when.kind == "school")
        return f"one paper does not say of which year it is, the other says {school.metric.period}"
    return None


def _states_both_years(figures: Sequence[Figure]) -> bool:
    return all("period" not in f.metric.inferred for f in figures if f.when.kind == "flow")


def _months(period: str) -> str:
    return re.sub(r"\d", "", period).lower().strip()


def _area(figures: Sequence[Figure]) -> Iterator[str]:
    areas = {f.area: f.metric.area for f in figures if f.area}
    if len(areas) > 1:
        yield f"different areas: {', '.join(str(a) for a in areas.values())}"
