"""A page that is a picture → the page with words and ruled lines, straightened and turned upright."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean
from typing import Any

import pypdfium2

from report_extract.read.ocr import engine
from report_extract.read.ocr.bitmap import rules_in, scale_for, skew_of, straightened
from report_extract.read.ocr.words import words_of
from report_extract.read.rawpage import RawPage

UPRIGHT_ENOUGH = 0.8  # mean score; the right way up it is 0.95 and more, upside down under 0.7


@dataclass(frozen=True, slots=True)
class Recognised:
    """The page with what was recognised on it; `confidence` is the mean score of its lines (0 to 1)."""

    page: RawPage
    confidence: float


class Recogniser:
    """Recognises pages of one PDF, which it opens when the first page needs it."""

    def __init__(self, path: Path, *, password: str | None = None) -> None:
        self._path, self._password = path, password
        self._document: Any = None

    def close(self) -> None:
        if self._document is not None:
            self._document.close()
            self._document = None

    def __enter__(self) -> Recogniser:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def page(self, raw: RawPage) -> Recognised:
        """The page read as a picture. Boxes are those of the straightened page, at most a few points off."""
        scale = scale_for(raw.width, raw.height)
        image = self._picture(raw.number, scale)
        image = straightened(image, skew_of(_grey(image)))
        image, lines, turned = _upright(image)
        if not lines:
            return Recognised(replace(raw, words=()), 0.0)
        grey = _grey(image)
        sideways = turned in (90, 270)
        page = replace(
            raw,
            width=raw.height if sideways else raw.width,
            height=raw.width if sideways else raw.height,
            rotation=(raw.rotation + turned) % 360,
            words=words_of(lines, grey, scale=scale),
            shapes=rules_in(grey, scale),
            images=(),
            unreadable_characters=0,
        )
        return Recognised(page, round(fmean(line.score for line in lines), 3))

    def _picture(self, number: int, scale: float) -> Any:
        if self._document is None:
            self._document = pypdfium2.PdfDocument(self._path, password=self._password)
        page = self._document[number - 1]
        try:
            picture = page.render(scale=scale, prefer_bgrx=False).to_numpy()
        finally:
            page.close()
        return _three_channels(picture)


def _three_channels(picture: Any) -> Any:
    import numpy as np

    if picture.ndim == 2 or picture.shape[2] == 1:
        return np.repeat(picture.reshape(*picture.shape[:2], 1), 3, axis=2)
    return np.ascontiguousarray(picture[:, :, :3])


def _grey(image: Any) -> Any:
    return image.mean(axis=2).astype("uint8")


def _upright(image: Any) -> tuple[Any, list[engine.OcrLine], int]:
    """The picture the way up in which it reads best, its lines, and the clockwise turn in degrees."""
    import numpy as np

    lines = engine.lines_in(image)
    best = (_merit(lines), 0, image, lines)
    upright = sum(x.x1 - x.x0 >= x.bottom - x.top for x in lines)
    if lines and best[0] >= UPRIGHT_ENOUGH and upright * 2 >= len(lines):
        return image, lines, 0
    for turn in (180,) if lines and upright * 2 >= len(lines) else (90, 270) if lines else ():
        turned = np.ascontiguousarray(np.rot90(image, k=-turn // 90))
        found = engine.lines_in(turned)
        if (merit := _merit(found)) > best[0]:
            best = (merit, turn, turned, found)
    return best[2], best[3], best[1]


def _merit(lines: list[engine.OcrLine]) -> float:
    return fmean(line.score for line in lines) if lines else 0.0
