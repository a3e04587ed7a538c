"""How well the invented samples are read in all their layouts: order of words, strays, tables, figures.

    python benchmarks/reading.py --layouts

One report is typeset in two and three columns, in portrait, on wide pages with headings in the margin, and written as
Word, HTML and Markdown; the other samples are read as they are. Needs the generator's `reportlab` (extra: dev).
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rapidfuzz.distance import Levenshtein

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.reading import wanted, words
from benchmarks.scoring import table_cells

if TYPE_CHECKING:
    from report_extract.model.document import Document, Table

FEWEST = 20
"""Words of a page that is measured."""
HEAD = ("layout", "pages", "words in order", "worst page", "stray words", "table cells", "figures")


@dataclass(frozen=True)
class Layout:
    """`pages`: the words of each page in order ({0: all} where the format has no pages); `figures` is None where the
    format has no infographics."""

    name: str
    suffix: str
    data: bytes
    pages: Mapping[int, Sequence[str]]
    tables: Sequence[Any]
    figures: Mapping[str, Sequence[Any]] | None


def layouts() -> Iterator[Layout]:
    from corpora.generate.content.ashcombe import ashcombe
    from corpora.generate.content.northmere.report import northmere
    from corpora.generate.content.thornleigh import thornleigh
    from corpora.generate.markdown import markdown
    from corpora.generate.pdf.designed import designed_look
    from corpora.generate.pdf.magazine import magazine_look
    from corpora.generate.pdf.simple import simple_look
    from corpora.generate.six_ways import in_one_column, with_columns
    from corpora.generate.web import html
    from corpora.generate.word import word

    report = northmere("2024/25")
    three, one, older, plain, wide = (
        with_columns(report, 3),
        in_one_column(report),
        northmere("2023/24"),
        ashcombe(),
        thornleigh(),
    )
    yield _printed("Northmere, landscape, two columns", report, designed_look(report))
    yield _printed("the same in three columns", three, designed_look(report))
    yield _printed("the same in portrait, one column", one, simple_look(report))
    yield _printed("the same on wide pages, headings in the margin", three, magazine_look(report), contents=False)
    flat = {0: words(markdown(report))}
    tables = _printed("", report, designed_look(report)).tables
    yield Layout("the same as Word", ".docx", word(report), flat, tables, None)
    yield Layout("the same as HTML", ".html", html(report).encode(), flat, tables, None)
    yield Layout("the same as Markdown", ".md", markdown(report).encode(), flat, tables, None)
    yield _printed("Northmere, the year before", older, designed_look(older))
    yield _printed("Ashcombe, portrait, plain", plain, simple_look(plain))
    yield _printed("Thornleigh, wide, three columns, margin headings", wide, magazine_look(wide), contents=False)


def _printed(name: str, report: Any, look: Any, *, contents: bool = True) -> Layout:
    from corpora.generate.gold import reading_order, report_gold
    from corpora.generate.pdf.typeset import typeset

    done = typeset(report, look, contents=contents)
    gold = report_gold(report, done)
    return Layout(name, ".pdf", done.pdf, wanted(reading_order(done)), gold["tables"], gold["figures"])


def measured(layout: Layout) -> tuple[str, ...]:
    from report_extract.read import read

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"sample{layout.suffix}"
        path.write_bytes(layout.data)
        document = read(path, ocr=False)
    said = _said(document, by_page=0 not in layout.pages)
    charts = {c["page"] for c in layout.figures["charts"]} if layout.figures else set()
    measured_pages = [n for n, text in layout.pages.items() if len(text) >= FEWEST and n not in charts]
    order = [Levenshtein.normalized_similarity(layout.pages[n], said.get(n, ())) for n in measured_pages]
    stray = sum(sum((Counter(said.get(n, ())) - Counter(layout.pages[n])).values()) for n in measured_pages)
    return (
        layout.name,
        str(len(document.pages)) if 0 not in layout.pages else "–",
        f"{sum(order) / len(order):.3f}",
        f"{min(order):.3f}" if 0 not in layout.pages else "–",
        str(stray),
        _tables(layout.tables, document),
        _figures(layout.figures, document) if layout.figures else "–",
    )


def _said(document: Document, *, by_page: bool) -> dict[int, list[str]]:
    """The words of the body, page by page (all under 0 where there are no pages)."""
    said: dict[int, list[str]] = {}
    for page in document.pages:
        text = " ".join(b.text for b in page.blocks if b.kind.value != "furniture")
        said.setdefault(page.number if by_page else 0, []).extend(words(text))
    return said


def _tables(gold: Sequence[Any], document: Document) -> str:
    """Cells that stand in the right row and column of the table that is most like it, of all cells."""
    theirs = [_rows(table) for table in document.tables]
    right = total = 0
    for table in gold:
        cells = [table_cells(table, other) for other in theirs] or [table_cells(table, {})]
        right += max(cells)[0]
        total += cells[0][1]
    return f"{right} of {total}"


def _rows(table: Table) -> dict[str, Any]:
    grid = [[_content(cell) for cell in row] for row in table.grid()]
    return {"header": grid[table.header_rows - 1] if table.header_rows else (), "rows": grid[table.header_rows :]}


def _content(cell: Any) -> Any:
    return "" if cell is None else cell.text if cell.value is None else cell.value


def _figures(gold: Mapping[str, Sequence[Any]], document: Document) -> str:
    """Infographic numbers with their caption and chart values with category and series, of all."""
    pairs = {(words(f.value_text)[0], *words(f.label)) for f in document.figures if f.kind == "pair" and f.value_text}
    charts = {(f.category, f.series, f.value_text) for f in document.figures if f.kind == "chart"}
    found = sum(tuple(words(p["value"])[:1] + words(p["label"])) in pairs for p in gold["pairs"])
    found += sum((c["category"], c["series"], str(c["value"])) in charts for c in gold["charts"])
    return f"{found} of {len(gold['pairs']) + len(gold['charts'])}"


def main() -> None:
    print("| " + " | ".join(HEAD) + " |")
    print("|---" * len(HEAD) + "|")
    for layout in layouts():
        print("| " + " | ".join(measured(layout)) + " |", flush=True)
