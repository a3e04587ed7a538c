"""A run of `inspect`: pictures of pages, each written to its file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from report_extract.corpus.naming import output_names
from report_extract.errors import WrongUsage
from report_extract.read.worker import Isolated
from report_extract.write.files import write_whole


def draw_pages(
    file: Path, *, worker: Isolated, pages: str | None, out: Path | None, password: str | None, ocr: bool
) -> Iterator[Path]:
    """Draws the pages asked for and yields the path of each picture (by default in out/, named after the file).

    Raises WrongUsage for a name that promises another kind of picture.
    """
    must_be_png(out, option="--out")
    pictures = worker.call(
        "report_extract.present.picture:page_pictures", file, pages=pages, password=password, ocr=ocr
    )
    for number, png in pictures:
        path = out or Path("out") / f"{output_names([file])[0]}-page-{number}.png"
        if out is not None and len(pictures) > 1:
            path = out.with_name(f"{out.stem}-{number}{out.suffix or '.png'}")
        write_whole(path, png)
        yield path


def must_be_png(file: Path | None, *, option: str) -> None:
    """Raises WrongUsage for a name such as "page.jpg": viewers go by the name, and pictures are PNG."""
    if file is not None and file.suffix.lower() not in ("", ".png"):
        raise WrongUsage(f"{option} {file}: pictures are PNG files; end the name in .png")
