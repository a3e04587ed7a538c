"""Which pages have no usable text layer."""

from __future__ import annotations

from report_extract.read.rawpage import RawPage

FEWEST_WORDS = 3  # a scan may carry a stamped page number or a bates number as text
PICTURE_SHARE = 0.5  # of the page; a scan fills it, a photograph on a cover page may too, but that has a title
UNREADABLE_SHARE = 0.3  # of all characters; a broken font spoils nearly all, a stray symbol a few


def needs_recognition(page: RawPage) -> bool:
    """True for a page without words whose pictures cover it, or whose characters mean nothing."""
    characters = sum(len(w.text) for w in page.words)
    if characters and page.unreadable_characters >= UNREADABLE_SHARE * characters:
        return True
    if len(page.words) >= FEWEST_WORDS:
        return False
    return _picture_share(page) >= PICTURE_SHARE


def _picture_share(page: RawPage) -> float:
    """Share of the page under pictures; those of a page cut into strips add up."""
    area = sum(max(0.0, box.width) * max(0.0, box.height) for box in page.images)
    return min(1.0, area / max(1.0, page.width * page.height))
