"""Markdown and plain text give the same kinds of blocks as laid-out papers do."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.errors import UnreadableDocument
from report_extract.model.document import BlockKind, Document
from report_extract.read.markdown import read_markdown
from report_extract.read.text import read_text


@pytest.fixture
def markdown(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read(source: str) -> Document:
        file = tmp_path / "paper.md"
        file.write_text(source, encoding="utf-8")
        return read_markdown(file)

    return read


@pytest.fixture
def text(tmp_path: Path):  # type: ignore[no-untyped-def]
    def read(source: str) -> Document:
        file = tmp_path / "paper.txt"
        file.write_text(source, encoding="utf-8")
        return read_text(file)

    return read


def shapes(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in document.blocks]


def test_pages_and_a_sentence_over_the_break(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown("<!-- page 4 -->\n# Harbour\nThe boats that\n<!-- page 5 -->\ncame in late were few.\n")
    assert [p.number for p in document.pages] == [4, 5]
    assert "The boats that came in late were few." in document.text
    assert document.pages[1].blocks[0].continues


def test_every_block_and_line_is_a_slice_of_the_text(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        "# A *b* `c`\n\n- one\n  more of one\n- [two](http://x.example)\n\n| a | b |\n|---|---|\n| 1 | ✓ |\n"
    )
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.text
        for line in block.lines:
            assert document.text[line.start : line.end] == line.text
    for cell in document.tables[0].cells:
        assert document.text[cell.start : cell.end] == cell.text


def test_emphasis_links_and_entities_leave_the_words(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        "**Tides** &amp; *moons* by [the *old* mill](https://mill.example/a_(b)) at 5 * 3, a_b_c <b>now</b>."
    )
    assert document.blocks[0].text == "Tides & moons by the old mill at 5 * 3, a_b_c now."
    assert [(link.text, link.url) for link in document.links] == [("the old mill", "https://mill.example/a_(b)")]


def test_a_call_out_lasts_until_the_next_label_or_heading(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        "**IMPACT**\n\nFewer floods.\n\n- dry cellars\n\n**EVIDENCE**\n\nA survey.\n\n## Next\n\nPlain.\n"
    )
    assert [(b.text, b.tag) for b in document.blocks if b.kind in (BlockKind.paragraph, BlockKind.list_item)] == [
        ("Fewer floods.", "IMPACT"),
        ("dry cellars", "IMPACT"),
        ("A survey.", "EVIDENCE"),
        ("Plain.", None),
    ]


def test_bold_number_and_caption_are_a_figure(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        "- **1,204** boats in harbour\n- **8.3%** of all moorings\n- **2031/32** was wet\n- **Ada:** wrote\n"
    )
    assert [(f.value_text, f.label) for f in document.figures] == [
        ("1,204", "boats in harbour"),
        ("8.3%", "of all moorings"),
    ]


def test_a_chart_gives_a_figure_for_each_value(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        "<!-- chart -->\n| Catch by year | 2030 | 2031 |\n|---|---|---|\n| Herring | 7 | 9 |\n| Cod | | 2 |\n"
    )
    assert [(f.title, f.category, f.series, f.value_text) for f in document.figures] == [
        ("Catch by year", "Herring", "2030", "7"),
        ("Catch by year", "Herring", "2031", "9"),
        ("Catch by year", "Cod", "2031", "2"),
    ]
    assert not document.tables


def test_ticks_and_units_of_a_table(markdown) -> None:  # type: ignore[no-untyped-def]
    table = markdown("| Pier | Open | Cost (£) |\n|:--|--|--:|\n| North | ✓ | 10 |\n| South | ✗ | 20 |\n").tables[0]
    assert table.header_rows == 1
    assert [c.value for c in table.cells if c.column == 1 and c.row] == [True, False]
    assert table.units == (None, None, "£")


def test_check_boxes_in_three_spellings(markdown) -> None:  # type: ignore[no-untyped-def]
    document = markdown(
        '<input type="checkbox" checked>\tNote\t<input type="checkbox">\tDecide\n\n- [x] Hear\n\n☐ Vote ☒ Talk\n'
    )
    assert [(f.label, f.checked) for f in document.fields] == [
        ("Note", True),
        ("Decide", False),
        ("Hear", True),
        ("Vote", False),
        ("Talk", True),
    ]


def test_label_lines_stay_apart_and_wrapped_lines_together(text) -> None:  # type: ignore[no-untyped-def]
    document = text(
        "Report to: Cabinet\nDate: 3 June 2031\n\nThe harbour was dredged in the spring of that year by the\n"
        "council: a long job.\n"
    )
    assert [t for _, t in shapes(document)] == [
        "Report to: Cabinet",
        "Date: 3 June 2031",
        "The harbour was dredged in the spring of that year by the council: a long job.",
    ]


def test_headings_of_plain_text(text) -> None:  # type: ignore[no-untyped-def]
    document = text(
        "1 REASONS FOR DREDGING\n\n1.1 The silt rose.\n\nBackground papers\n\nTide survey 2030.\n\n24 July 2031\n"
    )
    assert [b.text for b in document.blocks if b.kind is BlockKind.heading] == [
        "1 REASONS FOR DREDGING",
        "Background papers",
    ]


def test_private_use_bullets_and_tabs(text) -> None:  # type: ignore[no-untyped-def]
    document = text("\uf0b7 First\n\uf0b7 Second\n\nLead officer\tTom Reave\nWards\tAll\n")
    assert shapes(document)[:2] == [("list_item", "First"), ("list_item", "Second")]
    assert [c.text for c in document.tables[0].cells] == ["Lead officer", "Tom Reave", "Wards", "All"]


@pytest.mark.parametrize(("data", "reason"), [(b"", "empty"), (b" \n\n", "empty"), (b"ab\0cd", "not_a_document")])
def test_bad_files_say_what_is_wrong(tmp_path: Path, data: bytes, reason: str) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes(data)
    with pytest.raises(UnreadableDocument) as fault:
        read_text(file)
    assert fault.value.reason == reason


def test_windows_encoding_is_read_and_told(tmp_path: Path) -> None:
    file = tmp_path / "paper.txt"
    file.write_bytes("The quay – ‘new’ – cost £5.".encode("cp1252"))
    document = read_text(file)
    assert document.text == "The quay – ‘new’ – cost £5."
    assert [n.code for n in document.notices] == ["encoding"]


def test_a_table_has_the_title_typed_above_it(markdown) -> None:  # type: ignore[no-untyped-def]
    rows = "| Member | Share |\n| --- | --- |\n| Northmere Council | 75% |\n"
    typed = markdown(f"Table 2: Attendance at the Executive\n\n{rows}")
    assert [t.title for t in typed.tables] == ["Table 2: Attendance at the Executive"]
    assert [t.title for t in markdown(f"Table 2 shows who came.\n\n{rows}").tables] == [None]
    assert [t.title for t in markdown(f"Table 2: who came.\n\nThe rest stayed away.\n\n{rows}").tables] == [None]
