"""A cover held against its source, or one paper by itself: the whole check in one function."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from report_extract.check.claims.verdicts import check_claims
from report_extract.check.coverage import check_coverage
from report_extract.check.figures.attendance import check_attendance
from report_extract.check.figures.columns import check_columns
from report_extract.check.figures.comparisons import check_comparisons
from report_extract.check.figures.counted import check_counted
from report_extract.check.figures.multiples import check_multiples
from report_extract.check.figures.outcome import Outcome, together
from report_extract.check.figures.percentages import check_percentages
from report_extract.check.figures.relations import check_relations
from report_extract.check.figures.repeats import check_repeats
from report_extract.check.figures.shares import check_shares
from report_extract.check.figures.statements import check_changes
from report_extract.check.figures.sums import check_sums
from report_extract.check.figures.tables import check_totals
from report_extract.check.figures.wholes import check_wholes
from report_extract.check.paper import Paper
from report_extract.check.requirements import check_requirements
from report_extract.check.wording import check_wording
from report_extract.check.wording.priorities import renamed_priorities
from report_extract.model.checks import CheckReport, CheckSummary, FigureFlag, Verdict
from report_extract.rules.load import RuleBook


def check_papers(
    cover: Paper | None, source: Paper | None, *, book: RuleBook, written_claims: bool = False
) -> CheckReport:
    """Claims and coverage need both papers; figures, wording and requirements run on each that is there.

    `written_claims` says that `cover` is a list of claims rather than a paper: then only claims are judged on it.
    """
    papers = [p for p in (cover if not written_claims else None, source) if p is not None]
    figures = together(check_figures(p, book=book) for p in papers)
    claims, unjudged = (
        check_claims(cover, source, book=book, whole_lines=written_claims) if cover and source else ((), ())
    )
    report = CheckReport(
        cover=cover.facts.document if cover else None,
        source=source.facts.document if source else None,
        claims=claims,
        unjudged=unjudged,
        figures=figures.flags,
        wording=(
            *(f for p in papers for f in check_wording(p, book=book)),
            *(renamed_priorities(cover, source) if cover and source and not written_claims else ()),
        ),
        coverage=check_coverage(cover, source, claims=claims) if cover and source and not written_claims else (),
        requirements=tuple(r for p in papers for r in check_requirements(p, book=book)),
        summary=_EMPTY,
    )
    return report.model_copy(update={"summary": _summary(report, figures)})


def check_figures(paper: Paper, *, book: RuleBook) -> Outcome:
    """All arithmetical relations of one paper."""
    outcome = together(
        (
            check_totals(paper.document, side=paper.side),
            check_attendance(paper.document, side=paper.side),
            check_columns(paper.document, side=paper.side),
            check_shares(paper),
            check_counted(paper, book),
            check_wholes(paper, book),
            check_percentages(paper, book),
            check_changes(paper, book),
            check_comparisons(paper),
            check_sums(paper),
            check_multiples(paper),
            check_relations(paper, book),
            check_repeats(paper, book),
        )
    )
    return Outcome(tested=outcome.tested, flags=tuple(_once(outcome.flags)))


def _once(flags: Sequence[FigureFlag]) -> Iterator[FigureFlag]:
    """A number that breaks two relations of one passage is one fault: the first that says so is kept."""
    told: set[tuple[str, int]] = set()
    for flag in flags:
        stated = flag.code if flag.code == "change_direction" else flag.stated.partition(" of ")[0]
        fault = (stated, flag.evidence[0].start)
        if fault not in told:
            told.add(fault)
            yield flag


_EMPTY = CheckSummary(
    claims=0,
    supported=0,
    contradicted=0,
    not_found=0,
    unjudged=0,
    figures=0,
    relations_tested=0,
    wording=0,
    coverage_missing=0,
    requirements={},
)


def _summary(report: CheckReport, figures: Outcome) -> CheckSummary:
    verdicts: Sequence[Verdict] = [c.verdict for c in report.claims]
    return CheckSummary(
        claims=len(verdicts),
        supported=verdicts.count(Verdict.supported),
        contradicted=verdicts.count(Verdict.contradicted),
        not_found=verdicts.count(Verdict.not_found),
        unjudged=len(report.unjudged),
        figures=len(report.figures),
        relations_tested=figures.tested,
        wording=len(report.wording),
        coverage_missing=sum(not c.in_cover for c in report.coverage),
        requirements=dict(Counter(r.status for r in report.requirements)),
    )
