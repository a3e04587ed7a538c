"""Links that lead nowhere, and addresses that do not fit the words they stand under."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.model.document import Link
from report_extract.rules.load import RuleBook

_NOWHERE = re.compile(
    r"^(?:#|about:blank|javascript:.*|https?://|https?://(?:example|localhost|tbc)\b.*|file:.*)?$", re.IGNORECASE
)
_ADDRESS = re.compile(r"^[\w.+'-]+@[\w-]+(?:\.[\w-]+)+$")


def dead_links(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Links without a target, and e-mail links to another address than the one printed."""
    for link in paper.document.links:
        if _NOWHERE.match(link.url or ""):
            yield flag(
                paper,
                link.start,
                link.end,
                code="link_without_target",
                message=f"The link “{link.text}” leads nowhere ({link.url or 'no address'})",
            )
        elif _other_address(link):
            yield flag(
                paper,
                link.start,
                link.end,
                code="link_to_other_address",
                message=f"The link printed as {link.text} writes to {(link.url or '')[7:]}",
            )


def _other_address(link: Link) -> bool:
    printed, url = link.text.strip().lower(), (link.url or "").lower()
    return bool(_ADDRESS.match(printed)) and url.startswith("mailto:") and url[7:].partition("?")[0].strip() != printed
