"""A brief in Markdown: what a document says, on a page or two, every item with the page where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from report_extract.model.evidence import Evidence, Notice, Severity
from report_extract.model.extraction import (
    Cover,
    Extraction,
    Finding,
    Metric,
    Priority,
    Recommendation,
    Remark,
    TableInfo,
)
from report_extract.present.headlines import change_of, headlines, name_of, value_of
from report_extract.present.markdown_text import shown, table
from report_extract.rules.load import RuleBook

# Longer than this, words are cut (characters), tables and lists shortened (rows, items): the JSON has them whole.
_LONGEST = 320
_ROWS = 15
_ITEMS = 40
_NOT_STATED = "not stated"
_SERIOUS = (Severity.error, Severity.warning)


def brief(facts: Extraction, *, book: RuleBook) -> str:
    """The whole brief; sections for which the document states nothing are left out."""
    parts = [_opening(facts)]
    for title, lines in (
        ("The paper", list(_cover(facts.cover)) if facts.cover else []),
        ("Headline figures", _figures(facts, book)),
        ("Priorities", _listed(map(_priority, facts.priorities))),
        ("Recommendations", list(_by(facts.recommendations, _source, _recommendation))),
        ("Findings", list(_by(facts.findings, _source, _finding))),
        ("Achievements", list(_by(facts.achievements, _agency, _remark))),
        ("Challenges", list(_by(facts.challenges, _agency, _remark))),
        ("Reviews, audits and inspections", _listed(map(_review, facts.reviews))),
        ("Tables", [line for found in facts.tables for line in _table(found)]),
        ("What to know about this document", _listed(map(_notice, _sorted(facts.notices)))),
    ):
        if lines:
            parts.append("\n".join([f"## {title}", "", *lines]))
    return "\n\n".join(parts) + "\n"


def _opening(facts: Extraction) -> str:
    about = facts.document
    kind = about.kind.value.replace("_", " ")
    rows = [
        ("Kind", kind),
        ("Partnership", about.partnership.name if about.partnership else None),
        ("Reporting year", about.reporting_year),
        ("Published", about.published),
        ("Pages", str(about.pages)),
        ("File", PurePosixPath(about.file.replace("\\", "/")).name),
        ("SHA-256", about.sha256),
    ]
    lines = [f"- **{name}:** {shown(value) if value else _NOT_STATED}" for name, value in rows]
    return "\n".join([f"# {shown(about.title or about.name)}", "", *lines])


def _cover(cover: Cover) -> Iterator[str]:
    for field in ("council", "subject", "classification", "report_of", "lead_member", "key_decision"):
        value = getattr(cover, field)
        if value:
            pieces = cover.evidence.get(field, ())
            yield f"- **{field.replace('_', ' ').capitalize()}:** {_words(value)}{_page(pieces)}"
    for committee in cover.committees:
        when = f", {shown(committee.date or committee.date_stated or '')}" if committee.date_stated else ""
        yield f"- **Goes to:** {shown(committee.name)}{when}{_page(committee.evidence)}"
    for person in cover.authors:
        yield f"- **Author:** {', '.join(shown(p) for p in (person.name, person.role) if p)}{_page(person.evidence)}"


def _figures(facts: Extraction, book: RuleBook) -> list[str]:
    chosen = headlines(facts.metrics, year=facts.document.reporting_year, book=book)
    rows = [[*(shown(cell, longest=90) for cell in _figure(m, book)), _pages(m.evidence)] for m in chosen]
    if not rows:
        return []
    header = ["figure", "in the words of the document", "value", "area", "period", "change", "page"]
    more = len(facts.metrics) - len(rows)
    return [*table(header, rows), *(["", f"{more} more figures are in the JSON."] if more else [])]


def _figure(item: Metric, book: RuleBook) -> tuple[str, ...]:
    name = name_of(item, book=book)
    return name, item.label, value_of(item), item.area or "–", item.period or "–", change_of(item)


def _priority(item: Priority) -> str:
    parts = [f"**{shown(item.title, longest=_LONGEST)}**"]
    said = [
        shown(item.owner) if item.owner else "",
        shown(item.year) if item.year else "",
        {True: "new", False: "continuing", None: ""}[item.is_new],
    ]
    parts += [f"({', '.join(p for p in said if p)})"] if any(said) else []
    line = " ".join(parts) + _page(item.evidence)
    for name, text in (("outcome", item.outcome), ("pledge", item.pledge)):
        if text:
            line += f"\n  - {name}: {_words(text)}"
    return line


def _recommendation(item: Recommendation) -> str:
    addressed = f" *(to {', '.join(map(shown, item.addressees))})*" if item.addressees else ""
    state = [item.status.rag, item.status.state] if item.status else []
    where = ", ".join(shown(part.replace("_", " ")) for part in state if part)
    status = f" **[{where}]**" if where else ""
    return f"{_number(item.number)}{_words(item.text)}{addressed}{status}{_page(item.evidence)}"


def _finding(item: Finding) -> str:
    grade = f" **[{shown(item.grade)}]**" if item.grade else ""
    return f"{_number(item.number)}{_words(item.text)}{grade}{_page(item.evidence)}"


def _remark(item: Remark) -> str:
    return f"{_words(item.text)}{_page(item.evidence)}"


def _review(item: Any) -> str:
    said = [str(item.count) if item.count is not None else "", item.status or "", item.published or ""]
    details = ", ".join(shown(part) for part in (*said, *item.authors) if part)
    return f"{shown(item.title, longest=_LONGEST)}{f' ({details})' if details else ''}{_page(item.evidence)}"


def _notice(item: Notice) -> str:
    return f"**{item.severity.value}:** {_words(item.message)}{_page(item.evidence)}"


def _sorted(notices: Iterable[Notice]) -> list[Notice]:
    """The serious ones first."""
    return sorted(notices, key=lambda n: _SERIOUS.index(n.severity) if n.severity in _SERIOUS else len(_SERIOUS))


def _table(found: TableInfo) -> Iterator[str]:
    pages = f"{found.page}" if found.page == found.page_end else f"{found.page}–{found.page_end}"
    yield f"**{shown(found.title or 'Table')}** (page {pages})"
    yield ""
    width = max([len(found.header), *(len(row) for row in found.rows)])
    rows = [_cells(row, width) for row in found.rows[:_ROWS]]
    yield from table(_cells(found.header, width), rows)
    yield ""
    if len(found.rows) > _ROWS:
        yield f"{len(found.rows) - _ROWS} more rows are in the JSON."
        yield ""


def _cells(row: Sequence[Any], width: int) -> list[str]:
    cells = [_cell(cell) for cell in row]
    return cells + [""] * (width - len(cells))


def _cell(cell: Any) -> str:
    if isinstance(cell, Mapping):
        return "✓" if cell.get("value") else "✗"
    return "" if cell is None else shown(str(cell))


def _by(items: Sequence[Any], group: Any, line: Any) -> Iterator[str]:
    """Lists under the names of their groups, in the order of first mention."""
    groups: dict[str, list[Any]] = {}
    for item in items:
        groups.setdefault(group(item), []).append(item)
    for name, members in groups.items():
        yield f"**{shown(name)}**"
        yield ""
        yield from _listed(map(line, members))
        yield ""


def _source(item: Finding | Recommendation) -> str:
    return item.source or f"{item.kind.capitalize()} (not named)"


def _agency(item: Remark) -> str:
    return item.agency or "Agency not stated"


def _listed(lines: Iterable[str]) -> list[str]:
    items = [f"- {line}" for line in lines]
    more = len(items) - _ITEMS
    return [*items[:_ITEMS], f"- {more} more are in the JSON."] if more > 0 else items


def _number(number: int | None) -> str:
    return f"No. {number}: " if number is not None else ""


def _words(text: str) -> str:
    return shown(text, longest=_LONGEST)


def _page(evidence: Sequence[Evidence]) -> str:
    return f" (page {_pages(evidence)})" if evidence else ""


def _pages(evidence: Sequence[Evidence]) -> str:
    return ", ".join(str(page) for page in sorted({piece.page for piece in evidence}))
