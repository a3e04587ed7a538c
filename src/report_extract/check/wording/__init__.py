"""Wording: what a careful officer would want pointed out before a paper is published.

Each module looks for one family of faults and yields `WordingFlag`s; where two readings exist it
stays silent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.acronyms import unexplained_acronyms
from report_extract.check.wording.brackets import unbalanced_brackets
from report_extract.check.wording.contents import wrong_contents
from report_extract.check.wording.coverage_period import other_period
from report_extract.check.wording.dates import impossible_dates, incomplete_dates, wrong_weekdays
from report_extract.check.wording.doubled import doubled_words
from report_extract.check.wording.events import two_dates
from report_extract.check.wording.identities import two_names
from report_extract.check.wording.laws import wrong_citations
from report_extract.check.wording.leftovers import leftovers
from report_extract.check.wording.links import dead_links, unlinked_words
from report_extract.check.wording.lists import short_lists
from report_extract.check.wording.names import odd_case_names
from report_extract.check.wording.numbering import twice_numbered
from report_extract.check.wording.references import broken_references
from report_extract.check.wording.repeats import repeated_paragraphs
from report_extract.check.wording.snapshots import stale_snapshots
from report_extract.check.wording.spelling import misspelt_names
from report_extract.check.wording.tables import denied_status, old_captions
from report_extract.check.wording.years import stale_years
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

Checker = Callable[[Paper, RuleBook], Iterator[WordingFlag]]

CHECKERS: tuple[Checker, ...] = (
    leftovers,
    stale_years,
    stale_snapshots,
    incomplete_dates,
    wrong_weekdays,
    impossible_dates,
    two_dates,
    other_period,
    doubled_words,
    unbalanced_brackets,
    wrong_citations,
    dead_links,
    unlinked_words,
    broken_references,
    wrong_contents,
    twice_numbered,
    old_captions,
    denied_status,
    misspelt_names,
    two_names,
    odd_case_names,
    short_lists,
    repeated_paragraphs,
    unexplained_acronyms,
)


def check_wording(paper: Paper, *, book: RuleBook) -> tuple[WordingFlag, ...]:
    """All flags of a paper in the order of its text."""
    flags = [flag for checker in CHECKERS for flag in checker(paper, book)]
    return tuple(sorted(flags, key=lambda f: f.evidence[0].start if f.evidence else 0))
