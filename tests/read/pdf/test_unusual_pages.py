"""Pages that real files hold and tools stumble over: boxes out of place, odd fonts, codes that mean nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from report_extract.read.pdf.rawpages import raw_pages
from report_extract.read.pdf.reader import read_pdf
from report_extract.read.rawpage import RawPage, Word
from tests.robustness.broken_files import CATALOG, FONT, raw_pdf, stream

X, Y, SIZE = 150.0, 300.0, 12.0
WORDS = b"BT /F 12 Tf 150 300 Td (Early help) Tj ET"
SQUARE = stream(b"1000 0 0 0 750 750 d1 0 0 750 750 re f")
DRAWN = (
    b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[0.001 0 0 0.001 0 0]/CharProcs<</square 6 0 R>>"
    b"/Encoding<</Type/Encoding/Differences[97/square/square]>>/FirstChar 97/LastChar 98/Widths[1000 1000]%s>>"
)
CODES = b"/ToUnicode 7 0 R"


def written(file: Path, page: bytes, contents: bytes = WORDS, *more: bytes, font: bytes = FONT) -> RawPage:
    """The one page of a file: `page` goes into its dictionary, the font is object 5, `more` from 6 on."""
    entry = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>%s>>" % page
    raw_pdf(file, CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", entry, stream(contents), font, *more)
    return next(raw_pages(file))


def to_unicode(**codes: str) -> bytes:
    """A character map; codes in hexadecimal."""
    lines = b"".join(b"<%02x> <%s> " % (ord(char), code.encode()) for char, code in codes.items())
    return stream(
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange "
        + b"%d beginbfchar %sendbfchar endcmap" % (len(codes), lines)
    )


def texts(page: RawPage) -> list[str]:
    return [w.text for w in page.words]


def place(word: Word) -> tuple[float, float]:
    return word.box.x0, word.baseline


@pytest.mark.parametrize(
    ("boxes", "size", "at"),
    [
        (b"/MediaBox[0 0 400 600]", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/CropBox[50 60 350 550]", (300, 490), (X - 50, 550 - Y)),
        (b"/MediaBox[-100 -50 400 600]", (500, 650), (X + 100, 600 - Y)),
        (b"/MediaBox[400 600 0 0]", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/CropBox[-500 -500 900 900]", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/CropBox[1000 1000 1200 1300]", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/CropBox[80 80 80 80]", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/UserUnit 2", (400, 600), (X, 600 - Y)),
        (b"/MediaBox[0 0 400 600]/Rotate 45", (400, 600), (X, 600 - Y)),
    ],
    ids=["plain", "cropped", "origin inside", "corners swapped", "crop beyond", "crop off the page", "crop of no size",
         "user unit", "half turn"],
)  # fmt: skip
def test_words_stand_where_the_page_shows_them(
    tmp_path: Path, boxes: bytes, size: tuple[float, float], at: tuple[float, float]
) -> None:
    page = written(tmp_path / "a.pdf", boxes)
    assert (page.width, page.height) == pytest.approx(size)
    assert texts(page) == ["Early", "help"]
    assert place(page.words[0]) == pytest.approx(at, abs=0.05)


@pytest.mark.parametrize(("turn", "shown"), [(90, (240.0, 100.0)), (-90, (250.0, 200.0)), (450, (240.0, 100.0))])
def test_a_cropped_page_is_turned_about_its_crop_box(tmp_path: Path, turn: int, shown: tuple[float, float]) -> None:
    page = written(tmp_path / "a.pdf", b"/MediaBox[0 0 400 600]/CropBox[50 60 350 550]/Rotate %d" % turn)
    assert (page.width, page.height, page.rotation) == pytest.approx((490, 300, turn % 360))
    first = page.words[0]
    assert not first.upright
    start = first.box.top if turn % 360 == 90 else first.box.bottom
    assert first.box.x0 <= shown[0] <= first.box.x1
    assert start == pytest.approx(shown[1], abs=0.05)


@pytest.mark.parametrize(
    "boxes",
    [b"", b"/MediaBox[0 0 0 0]", b"/MediaBox[0 0 1e9 1e9]", b"/MediaBox[0 0 nan inf]", b"/MediaBox[0 0]"],
    ids=["none", "of no size", "huge", "no numbers", "half a box"],
)
def test_a_page_without_a_sensible_size_is_read(tmp_path: Path, boxes: bytes) -> None:
    page = written(tmp_path / "a.pdf", boxes)
    assert texts(page) == ["Early", "help"]
    assert page.width > X
    assert page.height > Y


def test_a_very_large_page_is_read(tmp_path: Path) -> None:
    page = written(tmp_path / "a.pdf", b"/MediaBox[0 0 14400 14400]")
    assert texts(page) == ["Early", "help"]
    assert (page.width, page.height) == (14_400, 14_400)


@pytest.mark.parametrize("matrix", [b"0 0 0 0", b"1e20 0 0 1e20", b"1e-20 0 0 1e-20", b"0 1e9 1e9 0"])
def test_text_that_nobody_can_see_does_no_harm(tmp_path: Path, matrix: bytes) -> None:
    contents = WORDS + b" BT /F 12 Tf " + matrix + b" 100 100 Tm (Beyond) Tj ET"
    assert {"Early", "help"} <= set(texts(written(tmp_path / "a.pdf", b"/MediaBox[0 0 400 600]", contents)))


def test_drawn_letters_are_read_by_their_codes(tmp_path: Path) -> None:
    """Type 3 fonts have no letters, only drawings: their ToUnicode says what they stand for."""
    contents = b"BT /F 12 Tf 150 300 Td (ab) Tj ET"
    named = written(tmp_path / "a.pdf", b"", contents, SQUARE, to_unicode(a="0048", b="0069"), font=DRAWN % CODES)
    assert texts(named) == ["Hi"]
    assert named.words[0].size == pytest.approx(SIZE)
    assert texts(written(tmp_path / "b.pdf", b"", contents, SQUARE, font=DRAWN % b"")) == ["ab"]


@pytest.mark.parametrize(
    ("code", "read", "unreadable"),
    [
        ("0041", "Abc", 0),
        ("00660066", "ffbc", 0),
        ("FB03", "ffibc", 0),
        ("0000", "bc", 0),
        ("D800", "\ufffdbc", 1),
        ("FFFF", "abc", 0),
        ("E123", "\ufffdbc", 1),
        ("D83DDE00", "\U0001f600bc", 0),
    ],
    ids=["right", "two for one", "ligature", "nothing", "half a pair", "no character", "private use", "emoji"],
)
def test_codes_that_mean_nothing_are_counted_and_never_shift_the_rest(
    tmp_path: Path, code: str, read: str, unreadable: int
) -> None:
    contents = b"BT /F 12 Tf 150 300 Td (abc) Tj 100 0 Td (After) Tj ET"
    font = FONT[:-2] + CODES + b">>"
    page = written(tmp_path / "a.pdf", b"", contents, stream(b""), to_unicode(a=code), font=font)
    assert texts(page) == [read, "After"]
    assert page.unreadable_characters == unreadable
    assert page.words[1].box.x0 == pytest.approx(X + 100.0, abs=0.05)


def test_a_broken_character_map_leaves_the_fonts_own_codes(tmp_path: Path) -> None:
    font = FONT[:-2] + CODES + b">>"
    broken = stream(b"1 beginbfchar <61> <004")
    assert texts(written(tmp_path / "a.pdf", b"", WORDS, stream(b""), broken, font=font)) == ["Early", "help"]


def test_a_page_cropped_to_nothing_is_part_of_the_document(tmp_path: Path) -> None:
    written(tmp_path / "a.pdf", b"/MediaBox[0 0 400 600]/CropBox[1000 1000 1200 1300]")
    document = read_pdf(tmp_path / "a.pdf")
    assert document.text == "Early help"
    assert document.evidence(0, 5)[0].page == 1
