"""The check on a terminal: what came out, each claim with its verdict, flags, coverage, requirements."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from rich.console import Console
from rich.table import Table
from rich.text import Text

from report_extract.model.checks import CheckReport, Claim, Coverage, FigureFlag, Requirement, Verdict, WordingFlag
from report_extract.model.evidence import Evidence, Severity
from report_extract.model.extraction import DocumentInfo
from report_extract.present.check_labels import FILTERS, LABELS, PAPERS, counted, headline
from report_extract.write.plain import one_line

# From this width on the reason has a column of its own; below, it stands under the claim.
_WIDE = 110

_STYLES = {"good": "green", "bad": "bold red", "open": "yellow", "plain": "dim"}
_SIGNS = {"tick": "✓", "cross": "✗", "question": "?", "exclamation": "!", "dot": "·", "ring": "○", "half": "◐"}

# A terminal is for a first look: of more than so many the rest is on the page.
_FLAGS_SHOWN, _TOPICS_SHOWN = 20, 8
_MESSAGE_LONGEST = 260


def show_check(console: Console, report: CheckReport, *, page: bool = False) -> None:
    """Everything that a person has to decide, what is wrong before what is right; notes are counted only.

    `page` says that an HTML page was written, where the rest is to be found.
    """
    rest = "on the page" if page else "with --html FILE"
    papers = [_name(info) for info in (report.cover, report.source) if info]
    console.print(Text(" against ".join(papers), style="bold"), soft_wrap=True)
    console.print(Text(headline(report)))
    _show_open_claims(console, report.claims)
    _show_flags(console, "figures", report.figures, about=_tested(report), rest=rest)
    _show_flags(console, "wording", report.wording, rest=rest)
    _show_coverage(console, report.coverage, rest=rest)
    _show_requirements(console, report.requirements)
    _show_supported(console, report.claims)
    if report.summary.unjudged:
        more = counted(report.summary.unjudged, "sentence is", "sentences are")
        console.print(
            Text(f"\n{more} not judged: procedure, plans, opinions (in the JSON and on the page)", style="dim")
        )


def _name(info: DocumentInfo) -> str:
    return one_line(PurePosixPath(info.file.replace("\\", "/")).name, longest=60)


def _title(console: Console, title: str, about: str) -> None:
    console.print()
    console.print(Text.assemble((title, "bold"), (f"  {about}", "dim")), soft_wrap=True)


def _grid(*headings: str) -> Table:
    """A table without lines; the column called "what" takes the room, "page" is on the right."""
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for heading in headings:
        wide = heading in {"what", "why"}
        table.add_column(
            heading,
            ratio=(3 if heading == "what" else 2) if wide else None,
            no_wrap=not wide,
            overflow="fold",
            justify="right" if heading == "page" else "left",
        )
    return table


def _state(state: str) -> Text:
    label = LABELS[state]
    return Text(f"{_SIGNS[label.icon]} {label.word.lower()}", style=_STYLES[label.tone])


def _pages(evidence: Sequence[Evidence]) -> Text:
    return Text(f"p. {evidence[0].page}" if evidence else "")


def _tested(report: CheckReport) -> str:
    return f"{counted(report.summary.relations_tested, 'calculation')} done again"


def _show_open_claims(console: Console, claims: Sequence[Claim]) -> None:
    """What has to be looked at: contradicted, then not found, each with the reason."""
    unsupported = [claim for claim in claims if claim.verdict is not Verdict.supported]
    if not unsupported:
        return
    _title(console, "Claims", "the page is the report's")
    wide = console.width >= _WIDE
    table = _grid("verdict", "id", "what", *(["why"] if wide else []), "page")
    for claim in sorted(unsupported, key=lambda c: FILTERS["claims"].index(c.verdict.value)):
        said, why = one_line(claim.claim, longest=_MESSAGE_LONGEST), one_line("; ".join(claim.reasons))
        what = [Text(said), Text(why, style="dim")] if wide else [Text.assemble(said, ("\n" + why, "dim"))]
        table.add_row(_state(claim.verdict.value), Text(one_line(claim.id), style="dim"), *what, _pages(claim.evidence))
    console.print(table)


def _show_supported(console: Console, claims: Sequence[Claim]) -> None:
    """What the report bears out needs no more than a glance, and stands last."""
    supported = [claim for claim in claims if claim.verdict is Verdict.supported]
    if not supported:
        return
    _title(console, "Supported claims", "the page is the report's")
    table = _grid("verdict", "id", "what", "page")
    for claim in supported:
        said = Text(one_line(claim.claim, longest=_MESSAGE_LONGEST))
        table.add_row(_state(claim.verdict.value), Text(one_line(claim.id), style="dim"), said, _pages(claim.evidence))
    console.print(table)


def _show_flags(
    console: Console,
    title: str,
    flags: Sequence[FigureFlag] | Sequence[WordingFlag],
    *,
    rest: str,
    about: str = "",
) -> None:
    serious = [flag for flag in flags if flag.severity is not Severity.info]
    if not flags:
        return
    notes = len(flags) - len(serious)
    said = [about] if about else []
    said += [f"{counted(notes, 'note')} of less weight {rest}"] if notes else []
    _title(console, title.capitalize(), "; ".join(said))
    table = _grid("severity", "paper", "what", "page")
    order = list(Severity)
    for flag in sorted(serious, key=lambda f: (order.index(f.severity), f.document))[:_FLAGS_SHOWN]:
        message = Text(one_line(flag.message, longest=_MESSAGE_LONGEST))
        repairs = flag.hypotheses if isinstance(flag, FigureFlag) else ()
        if repairs:
            message.append("\n" + one_line(f"perhaps: {'; '.join(repairs)}", longest=_MESSAGE_LONGEST), style="dim")
        table.add_row(_state(flag.severity.value), Text(PAPERS[flag.document]), message, _pages(flag.evidence))
    console.print(table)
    _and_more(console, len(serious) - _FLAGS_SHOWN, rest=rest)


def _show_coverage(console: Console, coverage: Sequence[Coverage], *, rest: str) -> None:
    missing = [topic for topic in coverage if not topic.in_cover]
    if not coverage:
        return
    _title(console, "Coverage", f"the cover leaves out {len(missing)} of {len(coverage)}")
    table = _grid("state", "kind", "what", "page")
    for topic in missing[:_TOPICS_SHOWN]:
        what = Text(one_line(topic.in_source, longest=_MESSAGE_LONGEST // 2))
        table.add_row(_state("missing"), Text(topic.kind), what, _pages(topic.evidence))
    console.print(table)
    _and_more(console, len(missing) - _TOPICS_SHOWN, rest=rest)


def _show_requirements(console: Console, requirements: Sequence[Requirement]) -> None:
    lacking = [r for r in requirements if r.status != "found"]
    if not requirements:
        return
    _title(console, "Requirements", f"{len(requirements) - len(lacking)} of {len(requirements)} found")
    table = _grid("state", "paper", "what", "page")
    for requirement in sorted(lacking, key=lambda r: r.status != "not_found"):
        what = Text.assemble(one_line(requirement.title), (f"\n{one_line(requirement.authority)}", "dim"))
        table.add_row(
            _state(requirement.status), Text(PAPERS[requirement.document]), what, _pages(requirement.evidence)
        )
    console.print(table)


def _and_more(console: Console, number: int, *, rest: str) -> None:
    if number > 0:
        console.print(Text(f"and {number} more, {rest}", style="dim"))
