"""Recognition as part of reading a PDF: pages that need it get it, and the document says which did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from report_extract.model.document import PageStatus, Reader
from report_extract.read import faults
from report_extract.read.draft import DraftNotice, DraftPage
from report_extract.read.ocr import engine
from report_extract.read.ocr.need import needs_recognition
from report_extract.read.rawpage import RawPage

if TYPE_CHECKING:
    from report_extract.read.ocr.recognise import Recogniser

POOR = 0.75  # mean score under which a page's text is not to be relied on


class Recognition:
    """Watches the pages of one file. With `wanted=False`, or without the extra, scanned pages are only noted."""

    def __init__(self, file: Path, *, password: str | None = None, wanted: bool = True) -> None:
        self._file, self._password, self._wanted = file, password, wanted
        self._recogniser: Recogniser | None = None
        self.confidence: dict[int, float] = {}
        self.missing: list[int] = []

    def __enter__(self) -> Recognition:
        return self

    def __exit__(self, *_: object) -> None:
        if self._recogniser is not None:
            self._recogniser.close()

    def of(self, page: RawPage) -> RawPage:
        """The page itself, or what recognition makes of it."""
        if not needs_recognition(page):
            return page
        if not self._wanted or not engine.is_installed():
            self.missing.append(page.number)
            return page
        if self._recogniser is None:
            from report_extract.read.ocr.recognise import Recogniser

            self._recogniser = Recogniser(self._file, password=self._password)
        recognised = self._recogniser.page(page)
        self.confidence[page.number] = recognised.confidence
        return recognised.page

    def check_for_text(self, pages: Sequence[RawPage]) -> None:
        """Raises `UnreadableDocument` where no page has a word."""
        if any(page.words for page in pages) or not pages:
            return
        if all(page.notes and not page.images for page in pages):
            raise faults.damaged(self._file)
        pictures = bool(self.confidence or self.missing)
        raise faults.no_text(
            self._file, pictures=pictures, ocr_installed=engine.is_installed(), ocr_wanted=self._wanted
        )

    def marked(self, drafts: Sequence[DraftPage]) -> list[DraftPage]:
        """The pages with reader and confidence; the first also says which pages were recognised or not read."""
        marked = [self._marked(draft) for draft in drafts]
        if marked:
            marked[0] = replace(marked[0], notices=(*marked[0].notices, *self._notices()))
        return marked

    def _marked(self, draft: DraftPage) -> DraftPage:
        confidence = self.confidence.get(draft.number)
        if confidence is None:
            return draft
        status = draft.status if draft.blocks else PageStatus.empty
        return replace(draft, reader=Reader.ocr, confidence=confidence, status=status)

    def _notices(self) -> list[DraftNotice]:
        told: list[DraftNotice] = []
        if self.confidence:
            pages = listed(self.confidence)
            told.append(
                DraftNotice("ocr_pages", "info", f"Text was recognised on scanned {pages}; letters can be wrong")
            )
        poor = [page for page, confidence in self.confidence.items() if confidence < POOR]
        if poor:
            told.append(DraftNotice("ocr_poor", "warning", f"Recognition was unsure on {listed(poor)}: check by eye"))
        if self.missing:
            remedy = "text recognition is switched off" if engine.is_installed() else f"to read it: {engine.INSTALL}"
            message = f"The text of scanned {listed(self.missing)} was not read; {remedy}"
            told.append(DraftNotice("ocr_missing", "warning", message))
        return told


def listed(pages: Iterable[int]) -> str:
    """ "page 3", "pages 1-4, 7" """
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][1] + 1:
            runs[-1][1] = page
        else:
            runs.append([page, page])
    text = ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in runs)
    return f"page{'' if text.isdigit() else 's'} {text}"
