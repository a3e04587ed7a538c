"""What differs between the documents: the year, the partnership, or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from report_extract.compare.words import fold
from report_extract.errors import WrongUsage
from report_extract.language.periods import year_of
from report_extract.model.comparison import Axis
from report_extract.model.extraction import DocumentInfo, Extraction, Partnership
from report_extract.rules.kinds.partnerships import PartnershipForm
from report_extract.rules.load import RuleBook


def axis_of(documents: Sequence[DocumentInfo], *, book: RuleBook) -> Axis:
    """Same partnership: year. Same year: partnership. Otherwise, and where either is not known, both."""
    partnerships = [d.partnership for d in documents if d.partnership]
    known = len(partnerships) == len(documents)
    years = {d.reporting_year for d in documents}
    if known and all(same_partnership(partnerships[0], p, book=book) for p in partnerships):
        return Axis.year
    if known and len(years) == 1 and None not in years:
        return Axis.partnership
    return Axis.both


def same_partnership(one: Partnership, other: Partnership, *, book: RuleBook) -> bool:
    """One name; or one id or acronym and names that can be of one place: many partnerships share an acronym."""
    if fold(one.name) == fold(other.name):
        return True
    if one.key == other.key and one.place:
        return True
    if one.id != other.id and (one.acronym is None or one.acronym != other.acronym):
        return False
    places = [set(fold(p.name).split()) - _kind_words(book) for p in (one, other)]
    # "Northmere" and "Northmere and Saltmarsh" can be one; a name that is only the acronym says nothing.
    return bool(places[0] & places[1]) or not all(places) or {one.id} in places


@lru_cache(maxsize=8)
def _kind_words(book: RuleBook) -> frozenset[str]:
    """Words of names that say what a body is, and not where."""
    endings = (ending for form in book.of(PartnershipForm) for ending in form.endings)
    return frozenset(word for ending in endings for word in fold(ending).split()) | {"and", "of"}


def wanted_axis(axis: Axis | str | None, documents: Sequence[DocumentInfo], *, book: RuleBook) -> Axis:
    """The axis that was asked for, or the one worked out. Raises WrongUsage for a word that is no axis."""
    if axis is None:
        return axis_of(documents, book=book)
    try:
        return Axis(axis)
    except ValueError as fault:
        raise WrongUsage(f"--axis {axis}: choose one of {', '.join(a.value for a in Axis)}") from fault


def in_order(facts: Sequence[Extraction], axis: Axis) -> list[Extraction]:
    """Years go from the earliest to the latest, whatever the order of the command; partnerships stay as given.

    A paper of an unknown year keeps its place: nothing says that it is the first or the last.
    """
    if axis is not Axis.year:
        return list(facts)
    years = {id(f): year_of(f.document.reporting_year) for f in facts}
    dated = iter(sorted((f for f in facts if years[id(f)] is not None), key=lambda f: years[id(f)] or 0))
    return [f if years[id(f)] is None else next(dated) for f in facts]


def each_once(facts: Sequence[Extraction]) -> tuple[list[Extraction], list[str]]:
    """One extraction for each paper, the last one given, and the names of papers given again."""
    papers = {f.document.sha256 or str(i): f for i, f in enumerate(facts)}
    times = Counter(f.document.sha256 for f in facts)
    return list(papers.values()), [f.document.name for key, f in papers.items() if times[key] > 1]
