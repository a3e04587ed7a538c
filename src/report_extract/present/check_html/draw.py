"""Cut-outs of pages as small pictures; runs in the reading process, because it renders the file."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, features

# Pixels a point: print of 8 points stays readable on a screen that shows two pixels for one (measured by looking).
SCALE = 1.7

# A page larger than this many pixels (a poster, or a hostile page size) is drawn smaller.
_MOST_PIXELS = 12_000_000

_PNG_COLOURS = 16  # enough for anti-aliased print in one or two colours
_QUALITY = 55  # of WebP or JPEG; print stays clean, photographs are only there to be recognised

Crop = tuple[int, tuple[float, float, float, float]]


def draw_crops(
    file: Path, *, crops: Sequence[Crop], password: str | None, most_bytes: int
) -> list[tuple[int, str, bytes]]:
    """(index of the crop, media type, picture) for the crops in their order until `most_bytes` are spent.

    A crop is (page, (x0, top, x1, bottom)), the page 1-based, the box in points of the page as displayed. Pages are
    rendered once. Raises what pypdfium2 raises for a file that is no PDF.
    """
    by_page: dict[int, dict[int, Crop]] = {}
    for index, crop in enumerate(crops):
        by_page.setdefault(crop[0], {})[index] = crop
    drawn: dict[int, tuple[str, bytes]] = {}
    spent, sizes = 0, {}
    pdf = pypdfium2.PdfDocument(file, password=password)
    try:
        for index, crop in enumerate(crops):
            if index not in drawn:
                drawn |= _of_page(pdf, crop[0], by_page[crop[0]])
            if index in drawn:
                sizes[index] = len(drawn[index][1])
                spent += sizes[index]
            if spent > most_bytes:
                del drawn[index]
                break
    finally:
        pdf.close()
    return [(index, *drawn[index]) for index in sorted(sizes) if index in drawn]


def _of_page(pdf: pypdfium2.PdfDocument, number: int, crops: dict[int, Crop]) -> dict[int, tuple[str, bytes]]:
    """All crops of one page; none of a page that cannot be rendered."""
    if not 1 <= number <= len(pdf):
        return {}
    page = pdf[number - 1]
    try:
        width, height = page.get_size()
        if not (width > 0 and height > 0):
            return {}
        scale = min(SCALE, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture = page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")
    finally:
        page.close()
    return dict(_encoded(picture, crops, picture.width / width))


def _encoded(picture: Image.Image, crops: dict[int, Crop], scale: float) -> Iterator[tuple[int, tuple[str, bytes]]]:
    for index, (_, box) in crops.items():
        x0, top, x1, bottom = (round(value * scale) for value in box)
        x1, bottom = min(x1, picture.width), min(bottom, picture.height)
        if x0 < x1 and top < bottom:
            yield index, smallest(picture.crop((x0, top, x1, bottom)))


def smallest(picture: Image.Image) -> tuple[str, bytes]:
    """(media type, bytes): PNG with few colours or WebP (JPEG where Pillow lacks that), whichever is smaller."""
    lossy = "WEBP" if features.check("webp") else "JPEG"
    few = picture.quantize(_PNG_COLOURS, dither=Image.Dither.NONE)
    options = {f"image/{lossy.lower()}": _bytes(picture, lossy, quality=_QUALITY)}
    options["image/png"] = _bytes(few, "PNG", optimize=True)
    return min(options.items(), key=lambda option: len(option[1]))


def _bytes(picture: Image.Image, kind: str, **options: int | bool) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()
