"""Pictures show the words, whole lines of print around them, and the most doubtful items first."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from report_extract.model.base import Box
from report_extract.model.checks import Verdict
from report_extract.present.check_html.draw import SCALE, draw_crops
from report_extract.present.check_html.shots import PER_ITEM, marks_in, near_each_other, shot_of, wanted_shots
from tests.present.check.making import SAMPLES, claim, cover, full_report, source, words

PHRASE = "421 contacts"


def test_a_shot_holds_the_words_and_cuts_no_line() -> None:
    (piece,) = words(cover(), PHRASE)
    shot = shot_of([piece], cover(), side="cover")
    assert shot is not None
    assert shot.crop.contains(piece.bbox)
    lines = [line.bbox for block in cover().pages[0].blocks for line in block.lines]
    beside = [line for line in lines if line.overlap_x(shot.crop) > 0]
    assert not [line for line in beside if line.top < shot.crop.top - 1 and line.bottom > shot.crop.top + 1]
    assert not [line for line in beside if line.top < shot.crop.bottom - 1 and line.bottom > shot.crop.bottom + 1]
    page = cover().pages[0]
    assert Box(0, 0, page.width, page.height).contains(shot.crop)


def test_marks_lie_on_the_words_in_points_of_the_crop() -> None:
    (piece,) = words(cover(), PHRASE)
    shot = shot_of([piece], cover(), side="cover")
    assert shot is not None
    (mark,) = marks_in([piece, piece], shot.crop)
    assert mark.x0 + shot.crop.x0 == pytest.approx(piece.bbox.x0, abs=0.02)
    assert mark.bottom + shot.crop.top == pytest.approx(piece.bbox.bottom, abs=0.02)


def test_a_row_of_a_table_keeps_its_label() -> None:
    (value,) = words(cover(), "Tobias Fennimore")
    (label,) = words(cover(), "Report author")
    shot = shot_of([value], cover(), side="cover")
    assert shot is not None
    assert shot.crop.contains(label.bbox)


def test_only_pdfs_have_pictures() -> None:
    (piece,) = words(cover(), PHRASE)
    assert shot_of([piece], cover().model_copy(update={"media_type": "text/markdown"}), side="cover") is None
    assert shot_of([piece], None, side="cover") is None
    assert shot_of([piece.model_copy(update={"page": 9})], cover(), side="cover") is None
    nowhere = piece.model_copy(update={"boxes": (), "bbox": Box(float("nan"), 0, 1, 1)})
    assert shot_of([nowhere], cover(), side="cover") is None


def test_neighbours_share_a_picture_and_distant_words_do_not() -> None:
    (near,), (also,), (far,) = (words(cover(), w) for w in (PHRASE, "276 missing", "tobias.fennimore@"))
    assert near_each_other([near, far, also]) == [[near, also], [far]]
    elsewhere = also.model_copy(update={"page": 2})
    assert near_each_other([near, elsewhere]) == [[near], [elsewhere]]


def test_what_is_contradicted_is_drawn_first_and_nothing_twice() -> None:
    report = full_report()
    shots = wanted_shots(report, cover=cover(), source=source())
    assert len(set(shots)) == len(shots)
    contradicted = next(c for c in report.claims if c.verdict is Verdict.contradicted)
    assert shots[0] == shot_of(contradicted.cover_evidence, cover(), side="cover")
    one = report.model_copy(
        update={"claims": (claim(3, Verdict.supported),), "figures": (), "wording": (), "coverage": ()}
    )
    alone = wanted_shots(one.model_copy(update={"requirements": ()}), cover=cover(), source=source())
    assert 1 <= len(alone) <= 1 + PER_ITEM


def test_crops_are_drawn_in_their_size_until_the_bytes_are_spent() -> None:
    file = SAMPLES / "cover-saltmarsh.pdf"
    crops = [(1, (60.0, 60.0, 260.0, 160.0)), (7, (0.0, 0.0, 9.0, 9.0)), (1, (60.0, 300.0, 400.0, 420.0))]
    drawn = draw_crops(file, crops=crops, password=None, most_bytes=10**6)
    assert [index for index, _, _ in drawn] == [0, 2]  # there is no page 7
    with Image.open(io.BytesIO(drawn[0][2])) as picture:
        assert f"image/{(picture.format or '').lower()}" == drawn[0][1]
        assert picture.width == pytest.approx(200 * SCALE, abs=2)
        assert picture.height == pytest.approx(100 * SCALE, abs=2)
        assert picture.convert("L").getextrema()[0] < 100  # there is print on it
    first = len(drawn[0][2])
    assert [i for i, _, _ in draw_crops(file, crops=crops, password=None, most_bytes=first)] == [0]
    assert draw_crops(file, crops=crops, password=None, most_bytes=first - 1) == []
