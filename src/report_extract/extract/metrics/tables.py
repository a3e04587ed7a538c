"""Metrics from tables: row label × column header × unit × title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from report_extract.extract.metrics.catalogue import Surroundings, plain
from report_extract.extract.metrics.cells import told_in_cell
from report_extract.extract.metrics.draft import Draft, inferred
from report_extract.extract.metrics.merge import divided
from report_extract.extract.metrics.shape import (
    latest_columns,
    naming_column,
    older_columns,
    told_part,
    without_periods,
)
from report_extract.extract.metrics.single import Tools
from report_extract.extract.metrics.yardsticks import other_place
from report_extract.language.names import key
from report_extract.language.periods import Period, financial
from report_extract.language.quantities import Quantity, quantities
from report_extract.model.document import Cell, Table
from report_extract.model.extraction import Role

_NUMBERING = re.compile(
    r"^(?:no|no\.|number|ref|ref\.|#|item|id|page|pages|date|when|deadline|year group|tel|phone|version)$", re.I
)
_TOTAL = re.compile(r"^(?:grand |sub-?|overall )?total\b|^all\b|^overall\b", re.I)
GRADE = "grade"
LONGEST_NAME = 10  # words of what a grade is given to; more are the text of an action, whose colour is its status
LONGEST_CELL = 24  # characters of a cell that is a figure; longer ones are prose
_BARE = re.compile(
    r"^(?:under|over|below|above|at least|at most|up to|(?:more|less|fewer|no more) than|about|approx\.?)?\s?"
    r"[£€<>≤≥~]?\s?[\d,]+(?:\.\d+)?\s?(?:%|k|m|bn|million)?"
    r"(?:\s\([^)]{1,12}\)|\sor (?:more|less|over|under|above|below))?\*?$",
    re.I,
)
_GENERIC = re.compile(r"^(?:number|count|value|figure|amount|cost|total|%|percentage|percent|£|)$", re.I)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A table with what its headers say; `naming` is the column whose cells name the rows."""

    table: Table
    title: str
    headers: tuple[str, ...]
    titles: tuple[str, ...]
    naming: int = 0
    older: frozenset[int] = frozenset()
    latest: frozenset[int] = frozenset()
    head: str = ""


def from_tables(tools: Tools) -> Iterator[Draft]:
    """The numeric cells of the body of every table, row by row; columns of numbering and dates are left out."""
    for table in tools.document.tables:
        if table.kind == "form" or table.n_columns < 2:
            continue
        frame = _frame(tools, table)
        grid = table.grid()
        skipped = {c for c in range(table.n_columns) if _is_numbering(grid, frame, c)}
        naming = naming_column(grid[table.header_rows :])
        frame, skipped = replace(frame, naming=naming), skipped | set(range(naming))
        found: list[Draft] = []
        for row in grid[table.header_rows :]:
            drafts = list(_row(tools, frame, row, skipped))
            told = list(_told(tools, frame, row))
            yield from told
            frame = frame if drafts or told else _under(frame, row)
            found += drafts
        yield from divided(found, table.id)


def _told(tools: Tools, frame: _Frame, row: list[Cell | None]) -> Iterator[Draft]:
    """What the cells of a row tell in sentences; the first of them names the row."""
    name = next((" ".join(c.text.split()) for c in row if c is not None and c.text.strip()), "")
    for cell in row:
        if cell is not None and not _BARE.match(cell.text.strip()):
            header = frame.headers[cell.column]
            first = cell.column == 0 or " ".join(cell.text.split()) == name
            titles = (*frame.titles, frame.title)
            yield from told_in_cell(tools, cell, header=header, row="" if first else name, titles=titles)


def _frame(tools: Tools, table: Table) -> _Frame:
    headers = [""] * table.n_columns
    for cell in table.cells:
        if cell.row < table.header_rows:
            for column in range(cell.column, min(table.n_columns, cell.column + cell.column_span)):
                headers[column] = f"{headers[column]} {cell.text}".strip()
    titles = tuple(s.title for s in tools.document.section_path(table.start))
    older, latest = older_columns(headers, tools.clock), latest_columns(headers, tools.clock)
    money = titles[-1] if titles and _IN_POUNDS.search(titles[-1]) else ""
    return _Frame(table, table.title or money, tuple(headers), titles, older=older, latest=latest)


_IN_POUNDS = re.compile(r"\(£[^)\d]*\)|£(?:000s?|k|m)?\s*$", re.IGNORECASE)
"""A heading that states the unit of the table beneath it, where that has no title of its own: "Our money (£)"."""


def _under(frame: _Frame, row: list[Cell | None]) -> _Frame:
    """A row without figures heads the rows after it: "Expenditure | 2024/25" in the middle of a table of money."""
    cells = [c for c in row if c is not None and c.text.strip()]
    if not cells or cells[0].column > 0 or len(cells[0].text) > LONGEST_CELL * 2:
        return frame
    if not all(_HEADING.search(cell.text) for cell in cells[1:]):
        return frame
    headers = list(frame.headers)
    for cell in cells:
        headers[cell.column] = cell.text
    return replace(frame, headers=tuple(headers), head=cells[0].text)


def _is_numbering(grid: list[list[Cell | None]], frame: _Frame, column: int) -> bool:
    """A column of running numbers, references or dates; the first column of labels."""
    if _NUMBERING.match(frame.headers[column].strip()):
        return True
    texts = [row[column].text.strip() for row in grid[frame.table.header_rows :] if row[column]]  # type: ignore[union-attr]
    return len(texts) > 2 and [t.rstrip(".)") for t in texts] == [str(i) for i in range(1, len(texts) + 1)]


def _row(tools: Tools, frame: _Frame, row: list[Cell | None], skipped: set[int]) -> Iterator[Draft]:
    name = next((c for c in row if c is not None and c.text.strip() and c.column not in skipped), None)
    if name is None or (name.column > 0 and _BARE.match(name.text.strip())):
        return
    for cell in row:
        if cell is None or cell is name or cell.column in skipped:
            continue
        graded = _graded(cell) if len(name.text.split()) <= LONGEST_NAME else ()
        for quantity in _printed(tools, frame, name.text, cell) if _BARE.match(cell.text.strip()) else graded:
            draft = _draft(tools, frame, name, cell, quantity)
            if draft.unit != GRADE or draft.rule is not None:
                yield _on_scale(draft)


def _printed(tools: Tools, frame: _Frame, row: str, cell: Cell) -> Iterator[Quantity]:
    text = cell.text.strip()
    found = quantities(text, lexicon=tools.lexicon)
    if not found and re.fullmatch(r"\d{1,4}", text):
        found = (Quantity(0, len(text), text, float(text), "count"),)
    unit = _unit(frame, row, cell)
    for quantity in found:
        named = unit if unit and quantity.unit == "count" and len(found) == 1 else quantity.unit
        yield replace(quantity, unit=named, form="digits", definite=False)


def _graded(cell: Cell) -> Iterator[Quantity]:
    """A cell of one to three words may be a grade; which one, and whether at all, the catalogue's scale says."""
    text = cell.text.strip()
    if 0 < len(text) <= LONGEST_CELL and re.fullmatch(r"[A-Za-z][A-Za-z -]+", text):
        yield Quantity(0, len(text), text, 0.0, GRADE, form="words")


def _on_scale(draft: Draft) -> Draft:
    """A grade's value is its place on the rule's scale."""
    if draft.unit != GRADE or draft.rule is None:
        return draft
    return replace(draft, value=float(draft.rule.scale.index(plain(draft.value_text)) + 1))


_AIM = re.compile(r"^\W*(?:\w+\s)?targets?\b", re.IGNORECASE)
_RATE = re.compile(r"\bper\s(1,?000|10,?000|100,?000)\b", re.IGNORECASE)


def _unit(frame: _Frame, row: str, cell: Cell) -> str | None:
    """The unit that the header, the row or the title states for a cell."""
    stated = frame.table.units[cell.column] if cell.column < len(frame.table.units) else None
    said = f"{stated or ''} {frame.headers[cell.column]}"
    rate = next((m for text in (said, row, frame.title, frame.headers[0]) if (m := _RATE.search(text))), None)
    if rate and (rate.string != frame.headers[0] or "rate" in frame.headers[0].lower()):
        return f"rate_per_{rate[1].replace(',', '')}"
    if "£" in said or (
        re.search(r"£|\bcost|\bincome|\bexpenditure|\bbudget", frame.title, re.I) and "£" in frame.title
    ):
        return "gbp"
    first = frame.headers[0] if frame.headers else ""
    if (
        "%" in said
        or re.search(r"\bper\s?cent", said, re.I)
        or re.search(r"%\)?$|^%|\bper\s?cent(?:age)?\b", row.strip(), re.I)
        or re.search(r"%\)?$", f"{frame.title}".strip())
        or first.endswith("%")
    ):
        return "percent"
    return None


def _draft(tools: Tools, frame: _Frame, name: Cell, cell: Cell, quantity: Quantity) -> Draft:
    header, row = frame.headers[cell.column].strip(), " ".join(name.text.split())
    dated, period = _period(tools, frame, header, row)
    about = " | ".join(p for p in (header, frame.title, frame.headers[0], *reversed(frame.titles)) if p)
    telling = _telling(tools, header, row, dated=dated is not None)
    heading = frame.titles[-1] if frame.titles else ""
    title = told_part(frame.title or heading, (header, row, frame.head or frame.headers[0]))
    title = title if frame.title or title != heading else ""  # a whole heading may be about more than this table
    clause = f"{row} | {header} | {title} | {frame.headers[0]}"
    around = Surroundings.of(label=telling, clause=clause, sentence=about, above=about)
    rule = tools.catalogue.match(around, unit=quantity.unit)
    if rule is None and _TOTAL.match(row) and frame.headers[0]:  # "All" below "Who attended" are those who attended
        rule = tools.catalogue.match(replace(around, label=plain(frame.headers[0])), unit=quantity.unit)
    if quantity.unit == GRADE and rule is not None and plain(quantity.text) not in rule.scale:
        rule = None
    agency = tools.places.agency_named(row)
    place = tools.places.at(cell.start)
    other = other_place(row, tools.lexicon) or other_place(header, tools.lexicon)
    named = _area(tools, row, header, frame) if other is None else other
    total = bool(_TOTAL.match(row) or _TOTAL.match(header))
    return Draft(
        value=quantity.value,
        value_max=quantity.value_max,
        value_text=quantity.text,
        qualifier=quantity.qualifier,
        unit=quantity.unit,
        label=_label(frame, row, header, dated=dated is not None),
        start=name.start if name.page == cell.page and name.start <= cell.start else cell.start,
        end=cell.end,
        source="table",
        rule=rule,
        area=named or place.area,
        agency=agency.name if agency else None if other else place.agency,
        period=period,
        role=Role.target
        if _AIM.search(header)
        else _role(
            quantity,
            total=total,
            earlier=other is None and _is_earlier(tools, frame, cell.column, row, dated, period),
        ),
        inferred=inferred(area=named is not None, period=dated is not None),
        whole=total,
    )


def _telling(tools: Tools, header: str, row: str, *, dated: bool) -> str:
    """Which of the two says what is counted: the column, unless it is a time; beside a place it always is."""
    if not dated:
        return header if header and not _GENERIC.match(header) and not _ONLY_A_KIND.match(header) else row
    own = without_periods(tools.clock, header)
    at_a_place = tools.places.area_named(row) or _TOTAL.match(row)
    says = len(own) > SHORTEST_TELLING and not _GENERIC.match(own) and tools.places.area_named(header) is None
    return own if at_a_place and says and not _TOTAL.match(own) else row


_ONLY_A_KIND = re.compile(
    r"^(?:our |the |local |annual )?(?:targets?|results?|actual|performance|achieved|scores?|outcomes?"
    r"|latest|current|previous|this year|last year|year end|year to date|status|rag|rating)(?: rating)?$",
    re.IGNORECASE,
)
"""A column of which kind of value the row has, not of what is counted."""
SHORTEST_TELLING = 4  # letters of a header without its year that says what is counted: "plans", "referrals"


def _is_earlier(tools: Tools, frame: _Frame, column: int, row: str, dated: Period | None, period: str | None) -> bool:
    """Whether a figure is of an earlier time than the report's, and the table has one that is later."""
    if column in frame.older:
        return True
    if not tools.clock.is_earlier(dated) and not tools.clock.ended(period):
        return False
    return (
        column not in frame.latest if tools.clock.read(frame.headers[column]) else not _stands_alone(tools, frame, row)
    )


def _stands_alone(tools: Tools, frame: _Frame, row: str) -> bool:
    """Whether a dated row has no like of another time: "Families on low income (2022/23)" is the latest there is."""
    label = without_periods(tools.clock, row)
    labels = [without_periods(tools.clock, c.text) for c in frame.table.cells if c.column == frame.naming]
    return bool(label) and labels.count(label) < 2


def _area(tools: Tools, row: str, header: str, frame: _Frame) -> str | None:
    """The covered area that is the row's or the column's name or stands in it, else the title's or the corner's."""
    own = tools.places.area_named(row)
    tail = _TAIL.search(row)
    at_end = tail is not None and own is not None and key(own) == key(tail[1])
    own = own if own is not None and (key(own) == key(row) or at_end) else None
    corner = frame.headers[0] if frame.headers else ""
    return own or next((a for said in (header, frame.title, corner) if (a := tools.places.area_named(said))), None)


def _period(tools: Tools, frame: _Frame, header: str, row: str) -> tuple[Period | None, str | None]:
    """The period in the column's header or the row's label, else the title's, the headings', the report's."""
    for text in (header, row):
        found = tools.clock.read(text)
        if len(found) == 1:
            return found[0], _with_day(found[0].name, frame, row)
    own = tools.clock.heading((frame.title, frame.headers[0]))
    announced = tools.announced.at(frame.table.start)
    said = announced.name if announced else tools.clock.heading(frame.titles)
    return None, own or said or tools.clock.reporting_year


_TAIL = re.compile(r"(?:,|:|\s[-–]|\s\(|\sin|\sfor)\s*([^,:()]+?)\s*\)?$")
"""The place at the end of a row's label: "Vacancies, Northmere", "Referrals (Saltmarsh)"."""
_HEADING = re.compile(
    r"\d|[£%]|\b(?:number|amount|total|count|rate|cost|actual|budget|target|value)s?\b", re.IGNORECASE
)
_YEAR_TO = re.compile(r"\b(?:years?|(?:12|twelve)\smonths)\s(?:end(?:ed|ing)|to)\s(?:the\s)?$", re.IGNORECASE)
_AFTER_NEW_YEAR = ("January", "February", "March")
"""Months of a financial year that lie in its second calendar year."""
_DAY = re.compile(r"\b(\d{1,2}\s(?:March|April|August|September|December|January))\b(?!\s\d{4})")


def _with_day(name: str, frame: _Frame, row: str) -> str:
    """Under "Number on 31 March" a column "2025" means 31 March 2025; beside it "2024/25" is the day in that year.

    Under "Year ended 31 March" the column "2025" means the year 2024/25.
    """
    day = _DAY.search(row) or _DAY.search(" | ".join((frame.title, *frame.headers)))
    if day and name.isdigit() and day[1].endswith("31 March") and _YEAR_TO.search(day.string, 0, day.start()):
        return financial(int(name) - 1)
    if day and name.isdigit():
        return f"{day[1]} {name}"
    year = re.fullmatch(r"(\d{4})/\d\d", name)
    if day is None or year is None or day.string != row:
        return name
    return f"{day[1]} {int(year[1]) + day[1].endswith(_AFTER_NEW_YEAR)}"


def _label(frame: _Frame, row: str, header: str, *, dated: bool) -> str:
    """The row's label with what the column and the table add; a column that is only a year adds nothing."""
    column = "" if _GENERIC.match(header) or re.fullmatch(r"[\d\s/–-]+", header) else header
    title = (
        frame.title or (frame.headers[0] if not column or dated else "") or (frame.titles[-1] if frame.titles else "")
    )
    parts = [row, column, title if title and title.lower() not in row.lower() else ""]
    return " - ".join(p for p in parts if p)


def _role(quantity: Quantity, *, total: bool, earlier: bool) -> Role:
    if earlier:
        return Role.previous
    if quantity.unit == "percent":
        return Role.share
    return Role.total if total else Role.current
