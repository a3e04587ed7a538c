"""Page numbers as a person writes them: "3", "3-5"."""

from __future__ import annotations

import re

from report_extract.errors import WrongUsage


def page_numbers(wanted: str | None, *, of: int) -> range:
    """The pages meant, 1-based; all for None. Raises WrongUsage for pages that a document of `of` pages lacks."""
    if wanted is None:
        return range(1, of + 1)
    match = re.fullmatch(r"\s*(\d{1,6})\s*(?:[-–]\s*(\d{1,6}))?\s*", wanted)
    if match is None:
        raise WrongUsage(f"--page {wanted}: write one page (3) or a range (3-5)")
    first = int(match[1])
    last = int(match[2] or first)
    if first > last:
        raise WrongUsage(f"--page {wanted}: the range runs backwards; write {last}-{first}")
    if not 1 <= first <= last <= of:
        raise WrongUsage(f"--page {wanted}: the document has pages 1 to {of}")
    return range(first, last + 1)
