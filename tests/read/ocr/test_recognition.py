"""Scans made here: drawn with a bundled font, put askew or upside down, and read again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont
from reportlab.pdfgen.canvas import Canvas

from report_extract.errors import UnreadableDocument
from report_extract.model.base import Box
from report_extract.model.document import Reader
from report_extract.read import read
from report_extract.read.ocr import engine
from report_extract.read.ocr.bitmap import rules_in, skew_of
from report_extract.read.ocr.need import needs_recognition
from report_extract.read.ocr.recognition import listed
from report_extract.read.rawpage import RawPage, Word

DOTS = 150  # an inch
needs_engine = pytest.mark.skipif(not engine.is_installed(), reason="needs the extra [ocr]")

LINES = [
    "KESTREL VALE HEALTH BOARD",
    "The partnership published two reviews in 2024 and trained",
    "1,204 people, which is 12% more than in the year before.",
    "Referrals to the front door fell from 3,310 to 2,987.",
]


def paper() -> Image.Image:
    page = Image.new("RGB", (int(8.27 * DOTS), int(11.69 * DOTS)), "white")
    pen = ImageDraw.Draw(page)
    font = ImageFont.load_default(size=12 * DOTS / 72)
    for i, line in enumerate(LINES):
        pen.text((DOTS, DOTS + i * 0.3 * DOTS), line, fill="black", font=font)
    left, middle, right, top = DOTS, 3 * DOTS, 7 * DOTS, 4 * DOTS
    for i, (label, value) in enumerate((("Lead officer", "Jo Marsh"), ("Wards", "All"), ("Decision", "No"))):
        y = top + i * 0.4 * DOTS
        pen.rectangle((left, y, right, y + 0.4 * DOTS), outline="black", width=2)
        pen.text((left + 10, y + 12), label, fill="black", font=font)
        pen.text((middle + 10, y + 12), value, fill="black", font=font)
    pen.line((middle, top, middle, top + 1.2 * DOTS), fill="black", width=2)
    return page


def scan(file: Path, *pictures: Image.Image) -> None:
    canvas = Canvas(str(file))
    for number, picture in enumerate(pictures):
        png = file.with_name(f"{number}.png")
        picture.save(png)
        width, height = picture.width * 72 / DOTS, picture.height * 72 / DOTS
        canvas.setPageSize((width, height))
        canvas.drawImage(str(png), 0, 0, width, height)
        canvas.showPage()
    canvas.save()


@needs_engine
@pytest.mark.slow
@pytest.mark.parametrize(
    "turn",
    [
        lambda p: p,
        lambda p: p.rotate(1.4, fillcolor="white"),
        lambda p: p.rotate(180),
        lambda p: p.rotate(90, expand=True),
    ],
    ids=["straight", "askew", "upside down", "sideways"],
)
def test_a_scan_is_read_whatever_way_it_lies(turn: Callable[[Image.Image], Image.Image], tmp_path: Path) -> None:
    file = tmp_path / "scan.pdf"
    scan(file, turn(paper()))
    document = read(file)
    words = " ".join(document.text.split())
    assert all(line in words for line in LINES)
    assert [[c.text for c in row if c] for row in document.tables[0].grid()] == [
        ["Lead officer", "Jo Marsh"],
        ["Wards", "All"],
        ["Decision", "No"],
    ]
    assert document.pages[0].reader is Reader.ocr
    assert (document.pages[0].confidence or 0) > 0.9
    assert [n.code for n in document.notices] == ["ocr_pages"]


@needs_engine
@pytest.mark.slow
def test_only_the_scanned_page_is_recognised(tmp_path: Path) -> None:
    file = tmp_path / "mixed.pdf"
    picture = tmp_path / "paper.png"
    paper().save(picture)
    canvas = Canvas(str(file))
    canvas.drawString(72, 700, "This page was typed and needs no recognition at all.")
    canvas.showPage()
    canvas.drawImage(str(picture), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    document = read(file)
    assert document.readers == {"pdfium": 1, "ocr": 1}
    assert "scanned page 2;" in document.notices[0].message
    without = read(file, ocr=False)
    assert [n.code for n in without.notices] == ["ocr_missing"]
    assert [b.kind for b in without.pages[1].blocks] == []


def test_without_the_extra_a_mixed_paper_is_read_with_a_notice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "is_installed", lambda: False)
    file = tmp_path / "mixed.pdf"
    picture = tmp_path / "paper.png"
    paper().save(picture)
    canvas = Canvas(str(file))
    canvas.drawString(72, 700, "Typed words stand on the first page of this paper.")
    canvas.showPage()
    canvas.drawImage(str(picture), 0, 0, 595, 842)
    canvas.save()
    notice = read(file).notices[0]
    assert notice.code == "ocr_missing"
    assert 'page 2 was not read; to read it: pip install "report-extract[ocr]"' in notice.message
    scan(file, paper())
    with pytest.raises(UnreadableDocument, match="Install text recognition"):
        read(file)


def test_which_pages_need_it() -> None:
    word = Word("Photograph", Box(10, 10, 80, 20), 10, "Sans", False, False, "#000000")
    whole = (Box(0, 0, 595, 842),)
    page = RawPage(1, 595, 842, 0, (), images=whole)
    assert needs_recognition(page)
    assert not needs_recognition(RawPage(1, 595, 842, 0, ()))
    assert not needs_recognition(RawPage(1, 595, 842, 0, (word,) * 4, images=whole))
    assert needs_recognition(RawPage(1, 595, 842, 0, (word,) * 4, unreadable_characters=30))


@pytest.mark.parametrize("angle", [-2.0, -0.5, 0.0, 0.8, 3.0])
def test_skew_is_measured(angle: float) -> None:
    grey = np.asarray(paper().rotate(-angle, fillcolor="white").convert("L"))
    assert skew_of(grey) == pytest.approx(angle, abs=0.15)


def test_rules_are_found_and_letters_are_not() -> None:
    shapes = rules_in(np.asarray(paper().convert("L")), DOTS / 72)
    level = sorted(round(s.box.top) for s in shapes if s.kind == "hline")
    upright = sorted(round(s.box.x0) for s in shapes if s.kind == "vline")
    assert level == pytest.approx([288, 317, 346, 374], abs=2)
    assert upright == pytest.approx([72, 216, 504], abs=2)


def test_pages_are_listed_in_runs() -> None:
    assert listed([3]) == "page 3"
    assert listed([7, 1, 2, 3]) == "pages 1-3, 7"
