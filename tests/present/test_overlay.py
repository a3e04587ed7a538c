"""The inspect picture: what was seen is drawn where it was seen."""

from __future__ import annotations

from PIL import Image, ImageColor

from report_extract.model.base import Box
from report_extract.model.document import BlockKind, Reader
from report_extract.present.overlay import COLOURS, COLUMN, FALSE, TRUE, draw_overlay
from report_extract.read.assemble import assemble
from report_extract.read.draft import DraftBlock, DraftCell, DraftFigure, DraftLine, DraftPage, DraftTable, DraftWord

SCALE = 2.0


def line(text: str, box: Box) -> DraftLine:
    return DraftLine((DraftWord(text, box.x0, box.x1),), box)


def block(kind: BlockKind, box: Box) -> DraftBlock:
    return DraftBlock(kind, box, lines=(line("words", box),))


def drawn(*blocks: DraftBlock) -> Image.Image:
    page = DraftPage(1, 400, 300, Reader.pdfium, blocks)
    document = assemble([page], name="d", file="d.pdf", sha256="0", media_type="application/pdf")
    return draw_overlay(Image.new("RGB", (800, 600), "white"), document, page=1, scale=SCALE)


def near(picture: Image.Image, x: float, y: float, reach: int = 6) -> set[str]:
    """The colours within a few pixels of a point of the page."""
    found = picture.crop(
        (int(x * SCALE) - reach, int(y * SCALE) - reach, int(x * SCALE) + reach, int(y * SCALE) + reach)
    )
    colours = found.getcolors(maxcolors=10_000) or []
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in colours}  # type: ignore[misc]


def test_every_kind_has_its_own_colour() -> None:
    assert set(COLOURS) == set(BlockKind)
    assert len({ImageColor.getrgb(colour) for colour in [*COLOURS.values(), COLUMN, TRUE, FALSE]}) == len(COLOURS) + 3


def test_blocks_are_framed_in_their_colour_and_furniture_is_hatched() -> None:
    boxes = {kind: Box(100, 20 + 30 * i, 200, 40 + 30 * i) for i, kind in enumerate(COLOURS)}
    picture = drawn(*(block(kind, box) for kind, box in boxes.items() if kind not in {BlockKind.table}))
    for kind, box in boxes.items():
        if kind is not BlockKind.table:
            assert COLOURS[kind] in near(picture, box.x1, box.bottom)
    inside = boxes[BlockKind.furniture].center
    assert COLOURS[BlockKind.furniture] in near(picture, *inside)
    assert COLOURS[BlockKind.paragraph] not in near(picture, 150, boxes[BlockKind.paragraph].center[1])


def test_a_column_is_framed_around_its_blocks_only() -> None:
    left = [block(BlockKind.paragraph, Box(20, y, 150, y + 20)) for y in (20, 60)]
    right = [block(BlockKind.paragraph, Box(200, y, 350, y + 20)) for y in (20, 60)]
    picture = drawn(*left, *right)
    assert COLUMN in near(picture, 85, 80)
    assert COLUMN in near(picture, 275, 80)
    assert COLUMN not in near(picture, 175, 80)


def test_an_arrow_leads_from_a_number_to_its_caption() -> None:
    value, label = Box(40, 100, 100, 120), Box(200, 100, 300, 120)
    figure = DraftFigure("pair", line("463", value), (line("contacts", label),))
    picture = drawn(DraftBlock(BlockKind.figure_pair, Box(40, 100, 300, 120), figure=figure))
    assert COLOURS[BlockKind.figure_pair] in near(picture, 150, 110)


def test_ticks_and_crosses_are_told_apart() -> None:
    yes, no = Box(50, 50, 120, 80), Box(120, 50, 190, 80)
    cells = (DraftCell(0, 0, (line("✓", yes),), yes, value=True), DraftCell(0, 1, (line("✗", no),), no, value=False))
    table = DraftTable(cells, n_rows=1, n_columns=2)
    picture = drawn(DraftBlock(BlockKind.table, Box(50, 50, 190, 80), table=table))
    assert TRUE in near(picture, 50, 65)
    assert FALSE in near(picture, 190, 65)
