"""Bullets that are drawn, not printed: browsers and design programmes make discs and squares, and no glyph."""

from __future__ import annotations

from dataclasses import replace

import pytest

from report_extract.model.base import Box
from report_extract.model.document import BlockKind
from report_extract.read.layout.bullets import with_bullets
from report_extract.read.rawpage import RawPage, Shape
from tests.read.layout.test_blocks import kinds, read
from tests.read.written_page import WrittenPage

ITEMS = ["Contacts fell to 310", "Caseloads came down to 14.2", "Every visit was made on time"]


def disc(x: float, y: float, *, size: float = 3.0, kind: str = "curve", fill: str | None = "#202020") -> Shape:
    stroke = None if fill else "#202020"
    return Shape(kind, Box(x, y, x + size, y + size), fill, stroke, 0.5)


def with_list(*, gap: float, kind: str = "curve", size: float = 3.0, fill: str | None = "#202020") -> RawPage:
    """Items 10 point high under each other, no more white between them than between lines."""
    page = WrittenPage()
    page.text("What went well", 50.0, 40.0, size=14.0, bold=True)
    marks = []
    for i, item in enumerate(ITEMS):
        y = 70.0 + 12.5 * i
        page.text(item, 50.0 + size + gap, y)
        marks.append(disc(50.0, y + 5.0 - size / 2, size=size, kind=kind, fill=fill))
    raw = page.raw()
    return replace(raw, shapes=(*raw.shapes, *marks))


@pytest.mark.parametrize("gap", [4.0, 8.0, 18.0])
@pytest.mark.parametrize("kind", ["curve", "rect"])
def test_items_behind_drawn_bullets_are_list_items(gap: float, kind: str) -> None:
    blocks = kinds(read(with_list(gap=gap, kind=kind)))
    assert blocks[1:] == [(BlockKind.list_item, item) for item in ITEMS]


def test_rings_and_pictures_are_bullets_too() -> None:
    ring = with_list(gap=8.0, fill=None)
    assert [text for _, text in kinds(read(ring))[1:]] == ITEMS
    pictures = replace(ring, shapes=(), images=tuple(shape.box for shape in ring.shapes))
    assert [kind for kind, _ in kinds(read(pictures))[1:]] == [BlockKind.list_item] * 3


def test_bullets_that_stand_at_the_same_place_on_every_page_are_no_running_header() -> None:
    page = with_list(gap=12.0)
    document = read(page, replace(page, number=2), replace(page, number=3))
    assert [b.text for b in document.blocks if b.kind is BlockKind.list_item] == ITEMS * 3
    assert not any(b.kind is BlockKind.furniture and "•" in b.text for b in document.blocks)


def test_a_bullet_with_an_outline_is_one_bullet() -> None:
    page = with_list(gap=6.0)
    doubled = replace(page, shapes=(*page.shapes, *(replace(s, fill=None, stroke="#000000") for s in page.shapes)))
    assert sum(w.text == "•" for w in with_bullets(doubled).words) == len(ITEMS)


@pytest.mark.parametrize(
    "shape",
    [
        disc(46.0, 45.0, size=9.0),  # as high as the line: a box, a swatch, a number's disc
        disc(46.0, 39.0, size=2.0),  # above the letters: part of an accent or a frame
        disc(30.0, 45.0, size=3.0, kind="rect", fill=None),  # an outlined square is a box to tick
        disc(10.0, 45.0, size=3.0),  # too far away
    ],
)
def test_other_small_shapes_are_no_bullets(shape: Shape) -> None:
    page = WrittenPage()
    page.text("Contacts fell to 310", 56.0, 40.0)
    raw = replace(page.raw(), shapes=(shape,))
    assert with_bullets(raw) is raw


def test_a_dot_between_words_is_no_bullet() -> None:
    page = WrittenPage()
    page.text("Annual report", 50.0, 40.0)
    end = max(w.box.x1 for w in page.raw().words)
    page.text("Northmere", end + 9.0, 40.0)
    raw = replace(page.raw(), shapes=(disc(end + 3.0, 44.0),))
    assert with_bullets(raw) is raw


@pytest.mark.parametrize("glyph", ["›", "»", "▸", "❯", "◆", "★"])
def test_whatever_glyph_opens_an_item_is_a_bullet(glyph: str) -> None:
    page = WrittenPage()
    for i, item in enumerate(ITEMS):
        page.text(f"{glyph} {item}", 50.0, 70.0 + 12.5 * i)
    assert kinds(read(page.raw())) == [(BlockKind.list_item, item) for item in ITEMS]
