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
_HERE = re.compile(
    r"(?i)\b(?:click(?:ing)?\s(?:on\s)?here|(?:follow|use|at|via|through|using|from)\sthis\slink|click\s(?:on\s)?(?:the|this)\slink)\b"
)
_PRINTED_ADDRESS = re.compile(r"(?i)\bhttps?://|\bwww\.|\b[\w-]+\.(?:gov|org|co|nhs|ac)\.uk\b|@")
_BESIDE = 60  # characters between the words and the link that they mean


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


def unlinked_words(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """ "Click here" without a link under or beside it: the reader cannot follow it. Plain text can hold no links."""
    if paper.document.media_type == "text/plain" or any(p.reader == "ocr" for p in paper.document.pages):
        return
    spans = [(link.start, link.end) for link in paper.document.links]
    for sentence in paper.sentences:
        for match in _HERE.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            near = any(s < end + _BESIDE and start - _BESIDE < e for s, e in spans)
            if not near and not _PRINTED_ADDRESS.search(sentence.text):
                message = f"“{match.group()}” has no link"
                yield flag(paper, start, end, code="link_without_target", message=message)


def _other_address(link: Link) -> bool:
    printed, url = link.text.strip().lower(), (link.url or "").lower()
    return bool(_ADDRESS.match(printed)) and url.startswith("mailto:") and url[7:].partition("?")[0].strip() != printed
