"""A document as Markdown: every kind of block as a person would read it."""

from __future__ import annotations

import pytest

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Document, PageStatus, Reader
from report_extract.present.markdown import to_markdown
from report_extract.read.assemble import assemble
from report_extract.read.draft import (
    DraftBlock,
    DraftCell,
    DraftField,
    DraftFigure,
    DraftLine,
    DraftPage,
    DraftTable,
    DraftWord,
)

BOX = Box(0, 0, 100, 10)


def line(text: str, *, url: str | None = None) -> DraftLine:
    return DraftLine(tuple(DraftWord(word, 0, 1, url) for word in text.split()), BOX)


def block(kind: str, text: str, **more: object) -> DraftBlock:
    return DraftBlock(BlockKind(kind), BOX, lines=(line(text),), **more)  # type: ignore[arg-type]


def document(*pages: tuple[DraftBlock, ...]) -> Document:
    drafts = [DraftPage(n, 100, 100, Reader.pdfium, blocks) for n, blocks in enumerate(pages, 1)]
    return assemble(drafts, name="d", file="d.pdf", sha256="0", media_type="application/pdf")


def shown(*blocks: DraftBlock, **how: bool) -> str:
    return to_markdown(document(blocks), pages=[1], **how).removeprefix("<!-- page 1 -->\n\n")


@pytest.mark.parametrize(
    ("blocks", "text"),
    [
        ([block("heading", "Front door", level=2)], "## Front door\n"),
        ([block("paragraph", "One"), block("paragraph", "two", continues=True)], "One two\n"),
        ([block("list_item", "a", marker="•"), block("list_item", "b", marker="•")], "- a\n- b\n"),
        ([block("list_item", "(a) first", marker="(a)")], "(a) first\n"),
        ([block("caption", "Chart 1")], "*Chart 1*\n"),
        ([block("paragraph", "# 1 priority")], "\\# 1 priority\n"),
        ([block("paragraph", "<script>x</script> a < b")], "\\<script>x\\</script> a < b\n"),
        ([block("paragraph", "body"), block("furniture", "Page 3")], "body\n"),
        (
            [
                block("caption", "IMPACT", tag="IMPACT"),
                block("paragraph", "Better", tag="IMPACT"),
                block("heading", "H"),
            ],
            "> **IMPACT**\n>\n> Better\n\n# H\n",
        ),
    ],
)
def test_blocks(blocks: list[DraftBlock], text: str) -> None:
    assert shown(*blocks) == text


def test_furniture_on_request() -> None:
    assert shown(block("furniture", "Page 3"), furniture=True) == "*furniture: Page 3*\n"


def test_figures_and_check_boxes() -> None:
    pair = DraftFigure("pair", line("463"), (line("contacts"), line("with the front door")))
    chart = DraftFigure("chart", line("12"), (line("2024"),), title="Visits", category="2024", series="Homes")
    ticked = DraftField((line("For decision"),), mark=line("☒"), checked=True)
    empty = DraftField((line("For information"),), mark=line("☐"), checked=False)
    answered = DraftField((line("Ward:"),), value=(line("All"),))
    assert shown(
        *(DraftBlock(BlockKind.figure_pair, BOX, figure=figure) for figure in (pair, chart)),
        *(DraftBlock(BlockKind.form_field, BOX, form=form) for form in (ticked, empty, answered)),
    ) == (
        "- **463** contacts with the front door\n- **12** Visits: 2024: Homes\n"
        "- [x] For decision\n- [ ] For information\n\n**Ward:** All\n"
    )


def test_links_are_written_out_and_cannot_break_out() -> None:
    words = (*line("see").words, *line("the plan", url="https://x.org/a b)").words, *line("now", url="#").words)
    text = shown(DraftBlock(BlockKind.paragraph, BOX, lines=(DraftLine(words, BOX),)))
    assert text == "see [the plan](https://x.org/a%20b%29) now\n"


def cell(row: int, column: int, text: str, **more: object) -> DraftCell:
    return DraftCell(row, column, (line(text),) if text else (), BOX, **more)  # type: ignore[arg-type]


def test_a_table_over_two_pages_stands_whole_where_it_begins() -> None:
    first = DraftTable(
        (cell(0, 0, "Member"), cell(0, 1, "June", column_span=2), cell(1, 1, "5th"), cell(1, 2, "6th"),
         cell(2, 0, "Police|Fire"), cell(2, 1, "✔", value=True), cell(2, 2, "x", value=False)),
        n_rows=3, n_columns=3, header_rows=2, title="Attendance",
    )  # fmt: skip
    second = DraftTable((cell(0, 0, "Health"), cell(0, 2, "late")), n_rows=1, n_columns=3, continues=True)
    made = document(
        (DraftBlock(BlockKind.table, BOX, table=first),),
        (DraftBlock(BlockKind.table, BOX, table=second), block("paragraph", "after")),
    )
    header = "**Attendance**\n\n| Member | June / 5th | June / 6th |\n| --- | --- | --- |\n"
    police, health = "| Police\\|Fire | ✓ | ✗ |\n", "| Health |  | late |\n"
    both = to_markdown(made, pages=[1, 2])
    assert both == f"<!-- page 1 -->\n\n{header}{police}{health}\n<!-- page 2 -->\n\nafter\n"
    assert to_markdown(made, pages=[2]) == f"<!-- page 2 -->\n\n{header}{health}\nafter\n"


def test_a_page_that_failed_says_so() -> None:
    page = DraftPage(1, 100, 100, Reader.pdfium, status=PageStatus.failed)
    made = assemble([page], name="d", file="d.pdf", sha256="0", media_type="application/pdf")
    assert "could not be read" in to_markdown(made, pages=[1])
