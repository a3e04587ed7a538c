"""Check boxes on pages written down by hand, and on PDFs made with drawn boxes and form fields."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from report_extract.read import read
from report_extract.read.forms.find import find_checkboxes
from tests.read.written_page import WrittenPage


def labels(page: WrittenPage) -> list[tuple[str, bool | None]]:
    raw = page.raw()
    words = tuple(w._replace(baseline=w.box.bottom) for w in raw.words)
    found = find_checkboxes(replace(raw, words=words), taken=frozenset())
    return [(" ".join(w.text for line in f.field.label for w in line.words), f.field.checked) for f in found]


def test_a_label_goes_on_in_the_lines_aligned_with_it() -> None:
    page = WrittenPage()
    page.text("☒", 60, 100)
    page.text("To agree the plan that the", 80, 100)
    page.text("board made in spring", 80, 112)
    page.text("A paragraph that begins further left.", 60, 124)
    assert labels(page) == [("To agree the plan that the board made in spring", True)]


def test_the_next_column_is_another_box() -> None:
    page = WrittenPage()
    page.row(["☐", "Information", "☒", "Decision"], [60, 80, 300, 320], 100)
    assert labels(page) == [("Information", False), ("Decision", True)]


def test_words_far_to_the_right_are_not_the_label() -> None:
    page = WrittenPage()
    page.row(["☒", "Open", "a sentence of the other column"], [60, 80, 320], 100)
    assert labels(page) == [("Open", True)]


def test_a_box_in_a_sentence_is_no_field() -> None:
    page = WrittenPage()
    page.text("Please put a ☒ where it applies to you", 60, 100)
    assert labels(page) == []


def test_words_of_tables_are_left_alone() -> None:
    page = WrittenPage()
    page.text("☒ Yes", 60, 100)
    assert find_checkboxes(page.raw(), taken=frozenset({0, 1})) == ()


def draw_crosses(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.rect(x, 700, 10, 10)
        if ticked:
            canvas.line(x + 1, 701, x + 9, 709)
            canvas.line(x + 1, 709, x + 9, 701)


def draw_ticks(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.rect(x, 700, 11, 11)
        if ticked:
            path = canvas.beginPath()
            path.moveTo(x + 2, 705)
            path.lineTo(x + 4.5, 702)
            path.lineTo(x + 9.5, 709.5)
            canvas.drawPath(path)


def type_letters(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.rect(x, 699, 12, 12)
        if ticked:
            canvas.drawString(x + 3, 701.5, "X")


def add_fields(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.acroForm.checkbox(name=f"box{x}", x=x, y=699, size=12, checked=ticked)


def print_dingbats(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.rect(x, 699, 12, 12)
        if ticked:
            canvas.setFont("ZapfDingbats", 10)
            canvas.drawString(x + 2, 701.5, "✔")
            canvas.setFont("Helvetica", 11)


def draw_four_lines(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        corners = [(x, 700), (x + 10, 700), (x + 10, 710), (x, 710)]
        for (xa, ya), (xb, yb) in zip(corners, [*corners[1:], corners[0]], strict=True):
            canvas.line(xa, ya, xb, yb)
        if ticked:
            canvas.line(x + 1, 701, x + 9, 709)
            canvas.line(x + 1, 709, x + 9, 701)


def draw_rounded_frames(canvas: Canvas) -> None:
    for x, ticked in ((72, True), (240, False)):
        canvas.roundRect(x, 700, 10, 10, 2)
        if ticked:
            _light_tick(canvas, x, color=0.0)


def fill_the_ticked_one(canvas: Canvas) -> None:
    canvas.setFillColorRGB(0.1, 0.3, 0.5)
    canvas.roundRect(72, 700, 10, 10, 2, fill=1)
    _light_tick(canvas, 72, color=1.0)
    ring = canvas.beginPath()
    ring.roundRect(240, 700, 10, 10, 2)
    ring.rect(241, 701, 8, 8)
    canvas.drawPath(ring, stroke=0, fill=1, fillMode=0)
    canvas.setFillColorRGB(0, 0, 0)


def _light_tick(canvas: Canvas, x: float, *, color: float) -> None:
    canvas.setStrokeColorRGB(color, color, color)
    path = canvas.beginPath()
    path.moveTo(x + 2, 705)
    path.lineTo(x + 4, 702)
    path.lineTo(x + 8.5, 708.5)
    canvas.drawPath(path)
    canvas.setStrokeColorRGB(0, 0, 0)


@pytest.mark.parametrize(
    "draw",
    [
        draw_crosses,
        draw_ticks,
        type_letters,
        add_fields,
        print_dingbats,
        draw_four_lines,
        draw_rounded_frames,
        fill_the_ticked_one,
    ],
)
def test_boxes_that_are_no_glyphs(draw: Callable[[Canvas], None], tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    canvas = Canvas(str(file))
    canvas.setFont("Helvetica", 11)
    canvas.drawString(72, 740, "This paper is for:")
    draw(canvas)
    canvas.drawString(90, 701.5, "Noting")
    canvas.drawString(258, 701.5, "Decision")
    canvas.drawString(72, 660, "The partnership asks the board to note its report for the year.")
    canvas.save()
    document = read(file)
    assert [(f.label, f.checked) for f in document.fields] == [("Noting", True), ("Decision", False)]
    assert all(document.text[f.start : f.end] == f"{f.printed} {f.label}" for f in document.fields)


def test_a_legend_and_a_grid_are_no_boxes(tmp_path: Path) -> None:
    file = tmp_path / "chart.pdf"
    canvas = Canvas(str(file))
    canvas.setFont("Helvetica", 11)
    canvas.setFillColorRGB(0.8, 0.1, 0.1)
    canvas.rect(72, 700, 10, 10, fill=1)
    canvas.setFillColorRGB(0, 0, 0)
    canvas.drawString(90, 701, "Referrals")
    for column in range(4):
        canvas.rect(72 + 14 * column, 600, 14, 14)
    canvas.drawString(130, 603, "heat map")
    canvas.save()
    assert read(file).fields == ()


def test_solid_squares_with_ticks_and_circles_alone_are_bullets(tmp_path: Path) -> None:
    file = tmp_path / "list.pdf"
    canvas = Canvas(str(file))
    canvas.setFont("Helvetica", 11)
    for y in (700, 680):
        canvas.setFillColorRGB(0.1, 0.4, 0.2)
        canvas.rect(72, y, 10, 10, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawString(90, y + 1, "Toolkit in use")
    _light_tick(canvas, 72, color=1.0)
    canvas.circle(77, 645, 5)
    canvas.drawString(90, 641, "Training held")
    canvas.save()
    assert read(file).fields == ()


def test_a_short_label_far_from_its_box_in_a_column_of_boxes(tmp_path: Path) -> None:
    file = tmp_path / "column.pdf"
    canvas = Canvas(str(file))
    canvas.setFont("Helvetica", 11)
    for y, label in ((700, "Key"), (680, "Exempt from publication"), (660, "Notice")):
        canvas.drawString(72, y, label)
        canvas.rect(210, y - 1, 10, 10)
    canvas.line(211, 700, 219, 708)
    canvas.line(211, 708, 219, 700)
    canvas.save()
    marks = [w for w in read(file).text.split() if w in "☒☐"]
    assert marks == ["☒", "☐", "☐"]


def test_answers_stay_with_their_question(tmp_path: Path) -> None:
    file = tmp_path / "questions.pdf"
    canvas = Canvas(str(file))
    canvas.setFont("Helvetica", 11)
    for y, question in ((700, "Key decision?"), (670, "Exempt from publication?")):
        canvas.drawString(72, y, question)
        for x, answer in ((240, "Yes"), (330, "No")):
            canvas.rect(x, y - 1, 10, 10)
            canvas.drawString(x + 15, y, answer)
    canvas.save()
    document = read(file)
    said = "Key decision? ☐ Yes ☐ No Exempt from publication? ☐ Yes ☐ No"
    assert " ".join(document.text.split()) == said


def test_words_entered_in_a_text_field_are_read(tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    canvas = Canvas(str(file))
    canvas.drawString(72, 703, "Report author:")
    canvas.acroForm.textfield(name="author", value="Ines Halloran, Ashcombe", x=160, y=697, width=220, height=20)
    canvas.drawString(72, 640, "The partnership asks the board to note its report for the year.")
    canvas.save()
    assert "Ines Halloran, Ashcombe" in read(file).text
