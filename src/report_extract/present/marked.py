"""A piece of a page with the words of a result marked; runs in the reading process, because it renders the file."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

SCALE = 2.0  # 144 dots an inch: small print is readable
MARGIN = 60.0
"""Points of page above and below the words: about five lines, so that a reader recognises the place."""
MARK = (255, 214, 0)
_EDGE = (213, 94, 0)
_STRENGTH = 0.45  # share of the colour laid over the print, which stays readable
_MOST_PIXELS = 12_000_000  # a larger page (a poster, or a hostile page size) is drawn smaller

BoxOf = tuple[float, float, float, float]


def marked_page(file: Path, *, page: int, boxes: Sequence[BoxOf], password: str | None) -> bytes | None:
    """PNG of the page's full width around `boxes` (points from the top left of the page as displayed).

    None for a page that does not exist or has no size. Raises what pypdfium2 raises for a file that is no PDF.
    """
    pdf = pypdfium2.PdfDocument(file, password=password)
    try:
        if not 1 <= page <= len(pdf) or not boxes:
            return None
        drawn = pdf[page - 1]
        width, height = drawn.get_size()
        if not (width > 0 and height > 0):
            return None
        scale = min(SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture = drawn.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    finally:
        pdf.close()
    return _png(_cut(_marked(picture, boxes, scale), boxes, scale))


def _marked(picture: Image.Image, boxes: Sequence[BoxOf], scale: float) -> Image.Image:
    layer = picture.copy()
    pen = ImageDraw.Draw(layer)
    for box in boxes:
        pen.rectangle(_pixels(box, scale, grow=1), fill=MARK)
    marked = Image.blend(picture, layer, _STRENGTH)
    pen = ImageDraw.Draw(marked)
    for box in boxes:
        pen.rectangle(_pixels(box, scale, grow=2), outline=_EDGE, width=2)
    return marked


def _pixels(box: BoxOf, scale: float, *, grow: int) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = (side * scale for side in box)
    return min(x0, x1) - grow, min(top, bottom) - grow, max(x0, x1) + grow, max(top, bottom) + grow


def _cut(picture: Image.Image, boxes: Sequence[BoxOf], scale: float) -> Image.Image:
    top = max(0, int((min(box[1] for box in boxes) - MARGIN) * scale))
    bottom = min(picture.height, int((max(box[3] for box in boxes) + MARGIN) * scale))
    return picture.crop((0, top, picture.width, bottom)) if top < bottom else picture


def _png(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()
