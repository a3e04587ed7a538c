"""The parsed page, its title, and which parts of it are content and which are the site around it."""

from __future__ import annotations

import re
from contextlib import suppress
from pathlib import Path
from typing import Any

from report_extract.read import faults
from report_extract.read.encoding import BOMS, decode, encoding_of

Element = Any  # an lxml element

DECLARED = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
DECLARED_WITHIN = 4096  # bytes; the standard asks for 1024, not everyone obeys

NEVER_SHOWN = frozenset(
    "script style template noscript head meta link title svg math object embed iframe canvas audio video map select "
    "datalist".split()
)
AROUND_TAGS = frozenset({"nav", "aside", "footer"})
AROUND_ROLES = frozenset({"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "alert"})
# Words in class or id that sites use for what is not the paper itself.
AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation)?|menu|breadcrumbs?|cookies?|skip-?links?|site-?(?:header|footer)|page-?footer|"
    r"social|share|sidebar|banner|toolbar|pagination)(?:$|[\s_-])",
    re.IGNORECASE,
)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def parsed(file: Path, data: bytes) -> Element:
    """The root element; lxml's HTML parser repairs what it can and fetches nothing."""
    import lxml.html
    from lxml.etree import LxmlError

    try:
        root = lxml.html.document_fromstring(_text(data), parser=lxml.html.HTMLParser(no_network=True, huge_tree=True))
    except (LxmlError, ValueError, AssertionError):
        raise faults.damaged(file, what="the web page holds nothing that can be read") from None
    return root


def _text(data: bytes) -> str:
    """Characters by byte order mark, by what the page declares, or by looking at the bytes."""
    declared = DECLARED.search(data[:DECLARED_WITHIN])
    text = decode(data)
    marked = data.startswith(tuple(mark for mark, _ in BOMS)) or encoding_of(data) != "cp1252"
    if declared and not marked:
        with suppress(LookupError):
            text = data.decode(declared[1].decode("ascii"), errors="replace").replace("\x00", "")
    return re.sub(r"^\s*<\?xml[^>]*\?>", "", text)  # lxml refuses text that declares an encoding


def title_of(root: Element) -> str | None:
    found = root.find(".//head/title")
    text = " ".join((found.text_content() if found is not None else "").split())
    return text or None


def main_part(root: Element) -> Element | None:
    """The one element that the page itself calls its content, if there is one and it holds text."""
    for path in (".//main", ".//*[@role='main']", ".//article"):
        found = [e for e in root.iterfind(path) if e.text_content().strip()]
        if len(found) == 1:
            return found[0]
    return None


def is_shown(element: Element) -> bool:
    if not isinstance(element.tag, str) or element.tag in NEVER_SHOWN:
        return False
    if element.get("hidden") is not None or (element.tag == "input" and element.get("type") == "hidden"):
        return False
    return not HIDDEN_STYLE.search(element.get("style") or "")


def is_around(element: Element) -> bool:
    """Whether the element is part of the site rather than of the paper; what holds the page's title is not."""
    if element.tag in AROUND_TAGS or (element.get("role") or "").lower() in AROUND_ROLES:
        return True
    if element.find(".//h1") is not None or element.find(".//main") is not None:
        return False
    if element.tag == "header":
        return not any(a.tag in ("article", "main", "section") for a in element.iterancestors())
    if element.tag in ("div", "ul", "ol", "p", "section", "a"):
        return bool(AROUND_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"))
    return False
