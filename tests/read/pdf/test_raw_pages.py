"""Words, shapes and links as real PDFs draw them: made with reportlab, character by character where it matters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from report_extract.errors import UnreadableDocument
from report_extract.read.pdf.rawpages import raw_pages
from report_extract.read.pdf.reader import read_pdf
from report_extract.read.pdf.symbols import repaired
from report_extract.read.rawpage import RawPage

FONT, SIZE = "Helvetica", 11.0
SENTENCE = "Partners in Kestrel Vale agreed a plan"
Draw = Callable[[Canvas, str, float, float], None]


def whole(canvas: Canvas, text: str, x: float, y: float) -> None:
    canvas.drawString(x, y, text)


def characters(canvas: Canvas, text: str, x: float, y: float) -> None:
    for char in text:
        if char != " ":
            canvas.drawString(x, y, char)
        x += stringWidth(char, FONT, SIZE)


def characters_backwards(canvas: Canvas, text: str, x: float, y: float) -> None:
    places = []
    for char in text:
        places.append((x, char))
        x += stringWidth(char, FONT, SIZE)
    for at, char in reversed(places):
        if char != " ":
            canvas.drawString(at, y, char)


def without_spaces(canvas: Canvas, text: str, x: float, y: float) -> None:
    for word in text.split():
        canvas.drawString(x, y, word)
        x += stringWidth(word + " ", FONT, SIZE)


def printed_twice(canvas: Canvas, text: str, x: float, y: float) -> None:
    canvas.drawString(x, y, text)
    canvas.drawString(x + 0.3, y, text)


def characters_printed_twice(canvas: Canvas, text: str, x: float, y: float) -> None:
    for char in text:
        canvas.drawString(x, y, char)
        canvas.drawString(x + 0.25, y, char)
        x += stringWidth(char, FONT, SIZE)


def letter_spaced(canvas: Canvas, text: str, x: float, y: float) -> None:
    line = canvas.beginText(x, y)
    line.setFont(FONT, SIZE)
    line.setCharSpace(0.2 * SIZE)
    line.textOut(text)
    canvas.drawText(line)


def kerned_capitals(canvas: Canvas, text: str, x: float, y: float) -> None:
    """Spaces are characters but for one, which kerning narrowed to less than a word space; it has no character."""
    words = text.split(" ")
    head = " ".join(words[:-1])
    canvas.drawString(x, y, head)
    canvas.drawString(x + stringWidth(head, FONT, SIZE) + 0.155 * SIZE, y, words[-1])


DRAWINGS = [
    whole,
    characters,
    characters_backwards,
    without_spaces,
    printed_twice,
    characters_printed_twice,
    letter_spaced,
    kerned_capitals,
]


def page_of(path: Path, draw: Callable[[Canvas], None], *, size: tuple[float, float] = (595.0, 842.0)) -> RawPage:
    canvas = Canvas(str(path), pagesize=size)
    canvas.setFont(FONT, SIZE)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return next(raw_pages(path))


def left_to_right(page: RawPage) -> str:
    return " ".join(w.text for w in sorted(page.words, key=lambda w: w.box.x0))


@pytest.mark.parametrize("draw", DRAWINGS, ids=lambda f: f.__name__)
def test_words_come_whole_however_they_are_drawn(tmp_path: Path, draw: Draw) -> None:
    page = page_of(tmp_path / "a.pdf", lambda c: draw(c, SENTENCE, 50.0, 700.0))
    assert left_to_right(page) == SENTENCE


def test_sizes_and_places_are_those_of_the_page(tmp_path: Path) -> None:
    page = page_of(tmp_path / "a.pdf", lambda c: c.drawString(50.0, 700.0, "Word"))
    (word,) = page.words
    assert word.size == pytest.approx(SIZE, abs=0.01)
    assert word.baseline == pytest.approx(842.0 - 700.0, abs=0.05)
    assert word.box.x0 == pytest.approx(50.0, abs=0.05)
    assert word.box.x1 == pytest.approx(50.0 + stringWidth("Word", FONT, SIZE), abs=0.1)


def test_invisible_text_over_visible_text_is_left_out(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50.0, 700.0, SENTENCE)
        hidden = canvas.beginText(50.0, 650.0)
        hidden.setTextRenderMode(3)
        hidden.textOut("Hidden words")
        canvas.drawText(hidden)

    assert left_to_right(page_of(tmp_path / "a.pdf", draw)) == SENTENCE


def test_invisible_text_alone_is_the_text_layer_of_a_scan(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        hidden = canvas.beginText(50.0, 650.0)
        hidden.setTextRenderMode(3)
        hidden.textOut(SENTENCE)
        canvas.drawText(hidden)

    assert left_to_right(page_of(tmp_path / "a.pdf", draw)) == SENTENCE


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_as_displayed(tmp_path: Path, turn: int) -> None:
    """The page says how it is displayed; its text is drawn so that it then stands level."""

    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(300.0, 300.0)
        canvas.rotate(turn)
        canvas.drawString(0.0, 0.0, SENTENCE)

    page = page_of(tmp_path / "a.pdf", draw, size=(600.0, 600.0))
    assert page.rotation == turn
    assert all(w.upright for w in page.words)
    assert left_to_right(page) == SENTENCE
    assert all(0 < w.box.height < 2 * SIZE for w in page.words)


def test_a_page_whose_text_is_all_turned_is_turned(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.rotate(90)
        for i in range(3):
            canvas.drawString(50.0, -100.0 - 14.0 * i, SENTENCE)

    page = page_of(tmp_path / "a.pdf", draw)
    assert (page.rotation, page.width, page.height) == (90, 842.0, 595.0)
    assert all(w.upright for w in page.words)


def test_turned_words_on_a_level_page_are_marked(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for i in range(3):
            canvas.drawString(50.0, 700.0 - 14.0 * i, SENTENCE)
        canvas.rotate(90)
        canvas.drawString(100.0, -20.0, "Contacts")

    page = page_of(tmp_path / "a.pdf", draw)
    assert [w.text for w in page.words if not w.upright] == ["Contacts"]


def test_shapes_keep_kind_colour_and_place(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(1, 0, 0)
        canvas.rect(100.0, 700.0, 200.0, 50.0, fill=1, stroke=0)
        canvas.line(50.0, 600.0, 300.0, 600.0)
        canvas.circle(400.0, 400.0, 10.0)
        canvas.grid([50.0, 100.0, 150.0], [200.0, 220.0])

    shapes = page_of(tmp_path / "a.pdf", draw).shapes
    rect = next(s for s in shapes if s.kind == "rect")
    assert rect.fill == "#ff0000"
    assert tuple(rect.box) == pytest.approx((100.0, 92.0, 300.0, 142.0), abs=0.1)
    assert sum(s.kind == "hline" for s in shapes) == 3
    assert sum(s.kind == "vline" for s in shapes) == 3
    assert next(s for s in shapes if s.kind == "curve").points


def test_shapes_inside_a_form_stand_where_it_is_placed(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stamp")
        canvas.rect(0.0, 0.0, 40.0, 20.0, fill=1)
        canvas.endForm()
        canvas.translate(200.0, 500.0)
        canvas.doForm("stamp")

    (shape,) = page_of(tmp_path / "a.pdf", draw).shapes
    assert tuple(shape.box) == pytest.approx((200.0, 322.0, 240.0, 342.0), abs=0.1)


def test_links_to_the_outside_are_kept_with_their_target(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50.0, 700.0, "Read more here")
        canvas.linkURL("https://example.org/a", (50.0, 695.0, 140.0, 712.0))

    page_of(tmp_path / "a.pdf", draw)
    document = read_pdf(tmp_path / "a.pdf")
    assert [(link.url, link.text) for link in document.links] == [("https://example.org/a", "Read more here")]


def test_a_footnote_mark_is_not_part_of_the_number_before_it(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(50.0, 700.0, "in 2024")
        canvas.setFont(FONT, 6.5)
        canvas.drawString(50.0 + stringWidth("in 2024", FONT, SIZE), 704.5, "3")

    assert "2024" in {w.text for w in page_of(tmp_path / "a.pdf", draw).words}


@pytest.mark.parametrize(
    ("printed", "font", "read"),
    [
        ("o\ufb03cer", "Sans", "officer"),
        ("safe\u00adguard", "Sans", "safeguard"),
        ("\uf0b7", "Symbol", "•"),
        ("\uf0fc", "Wingdings", "✓"),
        ("\u00fb", "Wingdings-Regular", "✗"),
        ("\uf053\uf061\uf06c\uf074", "Sans", "Salt"),
        ("zero\u200bwidth", "Sans", "zerowidth"),
    ],
)
def test_glyphs_are_repaired(printed: str, font: str, read: str) -> None:
    assert repaired(printed, font=font) == read


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"just some text", "not_a_document"), (b"%PDF-1.7\nno more than that", "damaged")],
)
def test_a_file_that_is_no_pdf_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with pytest.raises(UnreadableDocument) as caught:
        list(raw_pages(path))
    assert caught.value.reason == reason
