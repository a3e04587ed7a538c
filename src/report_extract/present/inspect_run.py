"""A run of `inspect`: pictures of pages, each written to its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report_extract.read.worker import Isolated
from report_extract.write.files import write_whole


def draw_pages(
    file: Path, *, worker: Isolated, pages: str | None, out: Path | None, password: str | None, ocr: bool
) -> Iterator[Path]:
    """Draws the pages asked for and yields the path of each picture (by default in out/, named after the file)."""
    pictures = worker.call(
        "report_extract.present.picture:page_pictures", file, pages=pages, password=password, ocr=ocr
    )
    for number, png in pictures:
        path = out or Path("out") / f"{file.stem}-page-{number}.png"
        if out is not None and len(pictures) > 1:
            path = out.with_name(f"{out.stem}-{number}{out.suffix or '.png'}")
        write_whole(path, png)
        yield path
