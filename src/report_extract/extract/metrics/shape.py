"""What the shape of a table says of its figures: which column names the rows, which are older, what a title says of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from report_extract.extract.metrics.when import Clock
from report_extract.language.periods import year_of
from report_extract.model.document import Cell

_FIGURE = re.compile(r"^\W*[£€]?\s?[\d,.]+\s?(?:%|k|m|bn)?\W*$")
_CAPTION = re.compile(r"^(?:table|figure|chart|graph)\s[\w.]{1,4}[.:]?\s+", re.IGNORECASE)
_PARTS = re.compile(r"[,;:]\s|\s(?:and|&|[–—-])\s")
_BEGINS_OPEN = re.compile(r"^(?:in|on|at|with|under|of|for|to|from|by|who|leaving|entering)\s", re.IGNORECASE)
_HEAD = re.compile(r"^.*?(?=\s(?:in|on|at|with|under|of|for|to|from|by|who|leaving|entering)\s)", re.IGNORECASE)
_SAYING = re.compile(r"[a-z]{4,}")
_SAYS_NOTHING = frozenset("number total count rate year with from that this area march april actual".split())


def naming_column(body: Sequence[Sequence[Cell | None]]) -> int:
    """The column whose cells name the rows: the second where the first only heads groups of them.

    A cell of the first column then stands over several rows, so that most rows have none of their own.
    """
    rows = [row for row in body if len(row) > 2 and sum(bool(_text(cell)) for cell in row) > 1]
    second = [_text(row[1]) for row in rows]
    grouped = [row for row in rows if not _text(row[0])]
    heads = len(rows) > len(grouped)
    named = all(text and not _FIGURE.match(text) and _SAYING.search(text.lower()) for text in second)
    return 1 if grouped and heads and named and len(set(second)) == len(second) else 0


def _text(cell: Cell | None) -> str:
    return cell.text.strip() if cell is not None else ""


def without_periods(clock: Clock, label: str) -> str:
    """The words of a label, without its years and days, in small letters."""
    label = " ".join(label.split())
    for period in reversed(clock.read(label)):
        label = label[: period.start] + label[period.end :]
    return " ".join(re.findall(r"[a-z]+", label.lower()))


def older_columns(headers: Sequence[str], clock: Clock) -> frozenset[int]:
    """Columns beside which another one states the same of a later year that has begun by the report's end."""
    dated = {
        i: (without_periods(clock, h), found[0]) for i, h in enumerate(headers) if len(found := clock.read(h)) == 1
    }
    report = year_of(clock.reporting_year)
    latest: dict[str, int] = {}
    for words, period in dated.values():
        reached = period.year is not None and (
            report is None or period.year <= report + (period.kind != "year" or period.name.isdigit())
        )
        if reached and period.year is not None:
            latest[words] = max(period.year, latest.get(words, 0))
    return frozenset(i for i, (words, p) in dated.items() if p.year is not None and p.year < latest.get(words, 0))


def latest_columns(headers: Sequence[str], clock: Clock) -> frozenset[int]:
    """Dated columns that say more than a date and have no like of a later time: the latest that there is."""
    older = older_columns(headers, clock)
    return frozenset(
        i
        for i, header in enumerate(headers)
        if i not in older and len(clock.read(header)) == 1 and _words(without_periods(clock, header))
    )


def told_part(title: str, names: Sequence[str]) -> str:
    """The part of a title that a row or column is about: of "Income and spending" "income" for "Total income".

    `names` go from the one that counts most to the one that counts least; a title with one part, and one of which no
    name says one part alone, stays whole.
    """
    parts = [p for p in _PARTS.split(_CAPTION.sub("", title)) if _words(p)]
    if len(parts) < 2:
        return title
    for name in names:
        wanted = _words(name)
        fitting = [part for part in parts if _words(part) & wanted]
        if len(fitting) == 1:
            return _with_head(fitting[0], parts[0])
    return title


def _with_head(part: str, first: str) -> str:
    """Of "Children on plans and in care" the second part is "Children in care"."""
    head = _HEAD.match(first)
    return f"{head[0]} {part}" if head and _BEGINS_OPEN.match(part) else part


def _words(text: str) -> frozenset[str]:
    found = _SAYING.findall(text.lower())
    return frozenset(word.rstrip("s") for word in found) - _SAYS_NOTHING
