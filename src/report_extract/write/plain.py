"""Text of documents is hostile: what is shown may not steer the terminal, reorder itself or look like our own words."""

from __future__ import annotations

import re
import unicodedata

# Characters that reorder what stands around them (bidirectional embeddings, overrides and isolates, and marks).
_BIDI = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"

# Everything that is no visible character: C0 and C1 controls (escape sequences begin with them), bidi, line and
# paragraph separators, byte order marks, lone surrogates, tag characters and noncharacters.
_UNSAFE = re.compile(
    f"[\x00-\x08\x0b-\x1f\x7f-\x9f{_BIDI}\u2028\u2029\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
_SHOWN_INSTEAD = "\ufffd"


def plain(text: str) -> str:
    """The text with every character that could act instead of being seen replaced by \ufffd; \\t and \\n stay."""
    return _UNSAFE.sub(_SHOWN_INSTEAD, unicodedata.normalize("NFC", text))


def one_line(text: str, *, longest: int | None = None) -> str:
    """`plain` with white space collapsed; cut with an ellipsis beyond `longest` characters."""
    line = " ".join(plain(text).split())
    return line if longest is None or len(line) <= longest else line[: longest - 1].rstrip() + "…"
