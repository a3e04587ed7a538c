"""Word files written here, feature by feature, and what reading makes of them."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from report_extract.model.document import BlockKind, Document
from report_extract.read import read

NAMES = nsdecls("w") + (
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
)


def paragraph(word: WordFile, inner: str) -> None:
    word.element.body.insert(-1, parse_xml(f"<w:p {NAMES}>{inner}</w:p>"))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def field_code(instruction: str, result: str = "") -> str:
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return mark("begin") + code + mark("separate") + result + mark("end")


def saved(word: WordFile, folder: Path) -> Document:
    file = folder / "paper.docx"
    word.save(str(file))
    return read(file)


def said(document: Document) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in document.blocks]


@pytest.fixture
def word() -> WordFile:
    return docx.Document()


def test_headings_by_style_and_by_look(word: WordFile, tmp_path: Path) -> None:
    word.add_heading("Saltmarsh board papers", 1)
    word.add_paragraph().add_run("What we ask for").bold = True
    word.add_paragraph().add_run("This is bold because it matters, and it is a sentence.").bold = True
    word.add_paragraph().add_run("Wards: all").bold = True
    word.add_paragraph("LEGAL COMMENTS")
    word.add_paragraph("NONE")
    document = saved(word, tmp_path)
    assert [(s.title, s.level) for s in document.outline] == [
        ("Saltmarsh board papers", 1),
        ("What we ask for", 2),
        ("LEGAL COMMENTS", 2),
    ]


def test_list_numbers_are_text_and_bullets_are_not(word: WordFile, tmp_path: Path) -> None:
    for text in ("note the report", "agree the plan"):
        word.add_paragraph(text, style="List Number")
    word.add_paragraph("training", style="List Bullet")
    word.add_paragraph("2.3\tNo legal comments.")
    word.add_paragraph("• typed by hand")
    items = [(b.marker, b.text) for b in saved(word, tmp_path).blocks if b.kind is BlockKind.list_item]
    assert items == [
        ("1.", "1. note the report"),
        ("2.", "2. agree the plan"),
        ("•", "training"),
        ("2.3", "2.3 No legal comments."),
        ("•", "typed by hand"),
    ]


def test_numbers_of_several_levels(word: WordFile, tmp_path: Path) -> None:
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{fmt}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, (fmt, text) in enumerate([("decimal", "%1."), ("decimal", "%1.%2"), ("lowerRoman", "(%3)")])
    )
    numbering = word.part.numbering_part.element
    first_num = next(i for i, e in enumerate(numbering) if e.tag.endswith("}num"))
    numbering.insert(first_num, parse_xml(f'<w:abstractNum {NAMES} w:abstractNumId="77">{levels}</w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {NAMES} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    for level, text in ((0, "Purpose"), (1, "why"), (1, "how"), (2, "first"), (2, "second"), (0, "Costs"), (1, "none")):
        paragraph(word, f'<w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr></w:pPr>{run(text)}')
    assert [b.marker for b in saved(word, tmp_path).blocks] == ["1.", "1.1", "1.2", "(i)", "(ii)", "2.", "2.1"]


def test_merged_cells_are_spans_and_a_bold_first_row_is_the_header(word: WordFile, tmp_path: Path) -> None:
    table = word.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).paragraphs[0].add_run("Partner").bold = True
    table.cell(0, 2).paragraphs[0].add_run("Cost (£)").bold = True
    table.cell(1, 0).merge(table.cell(2, 0)).text = "Police"
    table.cell(1, 1).text, table.cell(1, 2).text = "Kestrel Vale", "1,200"
    table.cell(2, 1).text, table.cell(2, 2).text = "Ashcombe", "900"
    read_table = saved(word, tmp_path).tables[0]
    spans = {c.text: (c.row, c.column, c.row_span, c.column_span) for c in read_table.cells}
    assert spans["Partner"] == (0, 0, 1, 2)
    assert spans["Police"] == (1, 0, 2, 1)
    assert spans["900"] == (2, 2, 1, 1)
    assert read_table.header_rows == 1
    assert read_table.units == (None, None, "£")


def test_a_form_table_with_bold_labels_has_no_header(word: WordFile, tmp_path: Path) -> None:
    table = word.add_table(2, 2)
    for row, (label, value) in enumerate((("Report of", "A. Lindqvist"), ("Wards", "All"))):
        table.cell(row, 0).paragraphs[0].add_run(label).bold = True
        table.cell(row, 1).text = value
    assert saved(word, tmp_path).tables[0].header_rows == 0


def test_a_frame_of_one_cell_is_no_table(word: WordFile, tmp_path: Path) -> None:
    word.add_table(1, 1).cell(0, 0).text = "Read this box first."
    document = saved(word, tmp_path)
    assert document.tables == ()
    assert said(document) == [("paragraph", "Read this box first.")]


def test_a_table_in_a_cell_keeps_its_words_once(word: WordFile, tmp_path: Path) -> None:
    outer = word.add_table(1, 2)
    outer.cell(0, 0).text = "Contacts"
    inner = outer.cell(0, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "Jo Marsh", "extension 12"
    document = saved(word, tmp_path)
    assert document.text.count("Jo Marsh") == 1
    assert document.tables[0].cells[1].text == "Jo Marsh extension 12"


PAGE_ENDS = "<w:r><w:lastRenderedPageBreak/></w:r>"
CONTROL = (
    '<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{state}"/></w14:checkbox></w:sdtPr>'
    "<w:sdtContent><w:r><w:t>{glyph}</w:t></w:r></w:sdtContent></w:sdt>"
)
LEGACY = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="{state}"/></w:checkBox></w:ffData>'
    '</w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    "boxes",
    [
        (CONTROL.format(state=1, glyph="☒"), CONTROL.format(state=0, glyph="☐")),
        (LEGACY.format(state=1), LEGACY.format(state=0)),
        (
            '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
            '<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>',
        ),
        (run("☒"), run("☐")),
        (run("[x]"), run("[ ]")),
    ],
    ids=["content control", "old form field", "Wingdings", "glyph", "brackets"],
)
def test_check_boxes_of_every_kind(word: WordFile, tmp_path: Path, boxes: tuple[str, str]) -> None:
    paragraph(word, f"{boxes[0]}{run(' For decision ')}{boxes[1]}{run(' For noting')}")
    assert [(f.label, f.checked) for f in saved(word, tmp_path).fields] == [
        ("For decision", True),
        ("For noting", False),
    ]


def test_boxes_in_table_cells_are_fields_over_the_cells(word: WordFile, tmp_path: Path) -> None:
    table = word.add_table(2, 2)
    for row, (box, label) in enumerate((("☒", "Annual report"), ("☐", "Request for funds"))):
        table.cell(row, 0).text, table.cell(row, 1).text = box, label
    document = saved(word, tmp_path)
    assert [(f.label, f.checked) for f in document.fields] == [("Annual report", True), ("Request for funds", False)]
    assert [c.text for c in document.tables[0].cells] == ["☒", "Annual report", "☐", "Request for funds"]
    assert [document.text[f.start : f.end] for f in document.fields] == ["☒\tAnnual report", "☐\tRequest for funds"]


def test_text_in_content_controls_is_read(word: WordFile, tmp_path: Path) -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    word.element.body.insert(
        -1,
        parse_xml(control.format(f"<w:p>{run('A whole paragraph')}</w:p>").replace("<w:sdt>", f"<w:sdt {NAMES}>", 1)),
    )
    paragraph(word, run("Date: ") + control.format(run("4 June")))
    assert [text for _, text in said(saved(word, tmp_path))] == ["A whole paragraph", "Date: 4 June"]


def test_links_by_relation_and_by_field_code(word: WordFile, tmp_path: Path) -> None:
    rel = word.part.relate_to(
        "https://example.org/a",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    space = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    paragraph(
        word,
        f'<w:hyperlink {space} r:id="{rel}">{run("the plan")}</w:hyperlink>{run(" and ")}'
        + field_code('HYPERLINK "https://example.org/b"', run("the list")),
    )
    document = saved(word, tmp_path)
    assert document.text == "the plan and the list"
    assert [(link.text, link.url) for link in document.links] == [
        ("the plan", "https://example.org/a"),
        ("the list", "https://example.org/b"),
    ]


def test_a_text_box_is_read_once(word: WordFile, tmp_path: Path) -> None:
    content = f"<w:txbxContent><w:p>{run('Key message')}</w:p></w:txbxContent>"
    paragraph(
        word,
        run("Beside the box.")
        + f"<w:r><mc:AlternateContent><mc:Choice><w:drawing><wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>",
    )
    assert [text for _, text in said(saved(word, tmp_path))] == ["Beside the box.", "Key message"]


def test_tracked_changes_are_read_as_accepted_and_told(word: WordFile, tmp_path: Path) -> None:
    paragraph(
        word,
        run("Referrals rose by ") + '<w:del w:id="1" w:author="x"><w:r><w:delText>11%</w:delText></w:r></w:del>'
        f'<w:ins w:id="2" w:author="x">{run("12%")}</w:ins>' + run(" in the year."),
    )
    document = saved(word, tmp_path)
    assert document.text == "Referrals rose by 12% in the year."
    assert [(n.code, "1 insertion and 1 deletion" in n.message) for n in document.notices] == [
        ("tracked_changes", True)
    ]


def test_comments_left_in_are_told(word: WordFile, tmp_path: Path) -> None:
    run_ = word.add_paragraph("The board met six times.").runs[0]
    word.add_comment(run_, text="Is this still right?", author="R. Okafor")
    notices = saved(word, tmp_path).notices
    assert [n.code for n in notices] == ["word_comments"]
    assert "R. Okafor" in notices[0].message
    assert "Is this still right?" in notices[0].message


def test_headers_and_footers_are_furniture(word: WordFile, tmp_path: Path) -> None:
    word.sections[0].header.paragraphs[0].text = "Northmere partnership 2023/24"
    word.add_paragraph("Body.")
    document = saved(word, tmp_path)
    assert [(b.kind.value, b.text) for b in document.pages[0].blocks] == [
        ("paragraph", "Body."),
        ("furniture", "Northmere partnership 2023/24"),
    ]


def test_page_breaks_make_pages_and_a_paragraph_over_one_is_one_sentence(word: WordFile, tmp_path: Path) -> None:
    word.add_paragraph("First page.")
    word.add_page_break()
    paragraph(
        word,
        f"{PAGE_ENDS}{run('Second page, which ends ')}{PAGE_ENDS}{run('on the third.')}",
    )
    document = saved(word, tmp_path)
    assert [[b.text for b in p.blocks] for p in document.pages] == [
        ["First page."],
        ["Second page, which ends"],
        ["on the third."],
    ]
    assert "Second page, which ends on the third." in document.text


def test_hidden_text_and_field_instructions_are_not_read(word: WordFile, tmp_path: Path) -> None:
    paragraph(
        word,
        run("seen ") + run("unseen", "<w:vanish/>") + field_code("DATE"),
    )
    assert saved(word, tmp_path).text == "seen"


def test_every_span_is_a_slice_of_the_text(word: WordFile, tmp_path: Path) -> None:
    word.add_heading("Results", 1)
    word.add_paragraph("☐ Yes ☒ No")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "one\ntwo", "three"
    document = saved(word, tmp_path)
    for page in document.pages:
        for block in page.blocks:
            assert document.text[block.start : block.end] == block.text
            assert all(document.text[line.start : line.end] == line.text for line in block.lines)
    assert all(document.text[c.start : c.end] == c.text for t in document.tables for c in t.cells)
