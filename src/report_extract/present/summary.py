"""The table at the end of `extract`: one row a document, understandable at a glance; then what a person should know."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from report_extract.corpus.run import Outcome
from report_extract.errors import InternalError
from report_extract.model.evidence import Severity
from report_extract.model.extraction import Extraction
from report_extract.write.plain import one_line

# From this width on, kind, partnership and year get columns of their own; below, a second line under the name.
_WIDE = 118
_NAME_LONGEST = 34
_PARTNERSHIP_LONGEST = 20
_NOTICES_SHOWN = 3

# Heading and what is counted. Covers have recommendations, reports have everything.
_COUNTS = ("pages", "metrics", "find-\nings", "recommen-\ndations", "prior-\nities", "notices")


def show_summary(console: Console, outcomes: Sequence[Outcome]) -> None:
    """The table, then warnings and errors of each document, then what could not be read and why."""
    wide = console.width >= _WIDE
    table = Table(box=None, padding=(0, 2 if wide else 1, 0, 0), header_style="bold", show_edge=False)
    table.add_column("document", overflow="fold", ratio=None if wide else 1)
    if wide:
        for heading in ("kind", "partnership", "year"):
            table.add_column(heading, overflow="fold")
    for heading in _COUNTS:
        table.add_column(heading, justify="right", no_wrap=True, vertical="top")
    labels = _labels([outcome.file for outcome in outcomes])
    for outcome, label in zip(outcomes, labels, strict=True):
        table.add_row(*_row(outcome, label, wide=wide))
    console.print(table)
    for outcome, label in zip(outcomes, labels, strict=True):
        _show_notices(console, outcome, label)


def _labels(files: Sequence[Path]) -> list[str]:
    """Each file's name, with as many of its folders as tell it from the others."""
    labels = []
    for file in files:
        alike = [other for other in files if other.name == file.name and other != file]
        parts = next((n for n in range(1, len(file.parts)) if all(o.parts[-n:] != file.parts[-n:] for o in alike)), 1)
        label = one_line("/".join(file.parts[-parts:]))
        labels.append(label if len(label) <= _NAME_LONGEST else f"…{label[1 - _NAME_LONGEST :]}")
    return labels


def _row(outcome: Outcome, name: str, *, wide: bool) -> list[Text]:
    facts = outcome.facts
    if facts is None:
        cell = Text.assemble((f"✗ {name}", "red"), ("" if wide else "\n  not read", "red"))
        return [cell, *([Text("not read", style="red"), Text(), Text()] if wide else [])]
    about = [facts.document.kind.value.replace("_", " "), _partnership(facts), facts.document.reporting_year or "–"]
    counts = [Text(str(n) if n else "–", style="" if n else "dim") for n in _counts(facts)]
    if wide:
        return [Text(name, style="bold"), *(Text(one_line(part)) for part in about), *counts]
    second = ", ".join(part for part in about if part != "–")
    return [Text.assemble((name, "bold"), "\n", (f"  {second}", "dim")), *counts]


def _partnership(facts: Extraction) -> str:
    known = facts.document.partnership
    if known is None:
        return "–"
    short = known.acronym or known.key.replace("_", " ").title()
    short = known.name if len(known.name) <= _PARTNERSHIP_LONGEST else short
    return one_line(short, longest=_PARTNERSHIP_LONGEST)


def _counts(facts: Extraction) -> tuple[int, ...]:
    return (
        facts.document.pages,
        len(facts.metrics),
        len(facts.findings),
        len(facts.recommendations),
        len(facts.priorities),
        len(facts.notices),
    )


def _show_notices(console: Console, outcome: Outcome, name: str) -> None:
    """Warnings and errors; remarks of severity info stay in the JSON."""
    if outcome.facts is None:
        return
    serious = [n for n in outcome.facts.notices if n.severity is not Severity.info]
    for notice in serious[:_NOTICES_SHOWN]:
        place = f", page {notice.evidence[0].page}" if notice.evidence else ""
        style = "red" if notice.severity is Severity.error else "yellow"
        console.print(
            Text.assemble((f"{notice.severity.value}: ", style), f"{name}{place}: {one_line(notice.message)}")
        )
    if len(serious) > _NOTICES_SHOWN:
        console.print(Text(f"  and {len(serious) - _NOTICES_SHOWN} more for {name}, in its JSON", style="dim"))


def show_failures(console: Console, outcomes: Iterable[Outcome], *, debug: bool) -> None:
    """One line for each document that gave nothing: file, what, what to do."""
    for outcome in outcomes:
        if outcome.failure is None:
            continue
        line = one_line(str(outcome.failure))
        if isinstance(outcome.failure, InternalError):
            line = f"{line}. This is a defect of report-extract: please report it with the output of --debug"
        console.print(Text.assemble(("error: ", "bold red"), line), soft_wrap=True)
        if debug:
            trace = getattr(outcome.failure, "trace", "") or "\n".join(getattr(outcome.failure, "__notes__", ()))
            console.print(Text(trace), soft_wrap=True)


def show_written(console: Console, folder: Path, *, written: int, failed: int) -> None:
    """Where the results are."""
    files = f"{written} file{'s' if written != 1 else ''}"
    failures = f", {failed} document{'s' if failed != 1 else ''} not read" if failed else ""
    console.print(Text(f"{files} in {folder}{failures}"), soft_wrap=True)
