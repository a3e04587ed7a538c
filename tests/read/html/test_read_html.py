"""Web pages written here, and what reading makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.errors import UnreadableDocument
from report_extract.model.document import Document
from report_extract.read import read

AROUND = """<div id="cookie-banner">We set cookies</div><header><a href="/">Northmere Council</a></header>
<nav><ul><li><a href="/c">Committees</a></li></ul></nav>{}<aside>Related papers</aside><footer>Legal notice</footer>"""


def page(folder: Path, body: str, *, head: str = "<title>Paper</title>", encoding: str = "utf-8") -> Document:
    file = folder / "paper.html"
    file.write_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(encoding))
    return read(file)


def said(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in document.blocks]


def test_headings_lists_and_loose_words(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        "<h2>Purpose</h2>Loose words<br>on two lines<p><b>What we ask</b></p>"
        '<ol type="a"><li>note this<ul><li>in part</li></ul></li><li>agree that</li></ol>'
        '<ol start="4"><li>end</li></ol>',
    )
    assert said(document) == [
        ("heading", "Purpose"),
        ("paragraph", "Loose words on two lines"),
        ("heading", "What we ask"),
        ("list_item", "a. note this"),
        ("list_item", "in part"),
        ("list_item", "b. agree that"),
        ("list_item", "4. end"),
    ]
    assert [s.level for s in document.outline] == [2, 3]


def test_the_site_around_the_paper_is_furniture(tmp_path: Path) -> None:
    document = page(tmp_path, AROUND.format("<div><h1>Annual report</h1><p>The board met.</p></div>"))
    assert said(document) == [("heading", "Annual report"), ("paragraph", "The board met.")]
    furniture = [b.text for b in document.pages[0].blocks if b.kind.value == "furniture"]
    assert furniture == ["We set cookies", "Northmere Council", "Committees", "Related papers", "Legal notice"]


def test_the_main_part_is_preferred(tmp_path: Path) -> None:
    document = page(tmp_path, "<div>Shop window</div><main><nav>In this page</nav><p>The paper.</p></main><p>After</p>")
    assert said(document) == [("paragraph", "The paper.")]


def test_a_page_that_calls_itself_a_banner_is_still_read(tmp_path: Path) -> None:
    assert said(page(tmp_path, '<div class="banner"><p>All there is.</p></div>')) == [("paragraph", "All there is.")]


def test_tables_with_spans_caption_and_units(tmp_path: Path) -> None:
    table = page(
        tmp_path,
        "<table><caption>Costs</caption><thead><tr><th>Partner<th>Cost (£)</thead>"
        "<tr><td rowspan=2>Police<td>1,200<tr><td>900<tr><td colspan=2>Total 2,100</table>",
    ).tables[0]
    assert (table.title, table.header_rows, table.units) == ("Costs", 1, (None, "£"))
    places = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in table.cells}
    assert places["Police"] == (1, 0, 2, 1)
    assert places["900"] == (2, 1, 1, 1)
    assert places["Total 2,100"] == (3, 0, 1, 2)


def test_a_layout_table_is_no_table(tmp_path: Path) -> None:
    document = page(tmp_path, "<table><tr><td><h2>Purpose</h2><p>To note.</p></td></tr></table>")
    assert document.tables == ()
    assert said(document) == [("heading", "Purpose"), ("paragraph", "To note.")]


def test_definitions_are_label_and_value(tmp_path: Path) -> None:
    table = page(tmp_path, "<dl><dt>Report of</dt><dd>The director</dd><dt>Wards</dt><dd>All</dd></dl>").tables[0]
    assert [[c.text for c in row if c] for row in table.grid()] == [["Report of", "The director"], ["Wards", "All"]]


def test_check_boxes(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        '<p><label><input type="checkbox" checked> For noting</label> <input type=checkbox> For decision</p>'
        "<table><tr><td><input type=checkbox><td>Key decision<tr><td><input type=checkbox checked><td>Open</table>",
    )
    assert [(f.label, f.checked) for f in document.fields] == [
        ("For noting", True),
        ("For decision", False),
        ("Key decision", False),
        ("Open", True),
    ]


def test_links_entities_and_file_notes(tmp_path: Path) -> None:
    document = page(
        tmp_path,
        '<p>See <a href="plan.pdf">the&nbsp;plan</a> <img alt="pdf icon"><span>PDF 144 KB</span></p>'
        "<p>Caf&eacute; &amp; chips: &pound;5 <script>alert(1)</script><span hidden>secret</span></p>",
    )
    assert said(document) == [("paragraph", "See the plan"), ("paragraph", "Café & chips: £5")]
    assert [(link.text, link.url) for link in document.links] == [("the plan", "plan.pdf")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    head = "" if encoding == "utf-16" else f'<meta charset="{encoding}">'
    assert page(tmp_path, "<p>£5 – café</p>", head=head, encoding=encoding).text == "£5 – café"


def test_an_empty_page_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="no page has any text") as caught:
        page(tmp_path, "<script>only()</script>")
    assert caught.value.reason == "no_text"


def test_nesting_without_end_is_read(tmp_path: Path) -> None:
    assert "deep" in page(tmp_path, "<div>" * 1500 + "deep").text


def test_every_span_is_a_slice_of_the_text(tmp_path: Path) -> None:
    document = page(tmp_path, AROUND.format("<h1>One</h1><ul><li>two <b>three</b></ul><table><tr><td>4<td>5</table>"))
    for block in document.pages[0].blocks:
        assert document.text[block.start : block.end] == block.text
    assert all(document.text[link.start : link.end] == link.text for link in document.links)
