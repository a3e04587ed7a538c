"""Text repair of single glyphs: ligatures, symbol fonts, private-use bullets, characters that nobody can read."""

from __future__ import annotations

import re

from report_extract.read.listmarks import BULLET_GLYPHS

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"
SOFT_HYPHENS = "\u00ad\u0002\ufffe"
"""A soft hyphen, and what pdfium writes for a hyphen at the end of a line."""

WINGDINGS = {
    "\u006c": "●",
    "\u006e": "■",
    "\u006f": "☐",
    "\u0071": "❑",
    "\u0072": "❒",
    "\u0075": "◆",
    "\u0076": "❖",
    "\u0077": "◆",
    "\u0078": "☒",
    "\u009f": "•",
    "\u00a7": "▪",
    "\u00a8": "☐",
    "\u00d8": "➢",
    "\u00e0": "→",
    "\u00e8": "➔",
    "\u00f0": "⇨",
    "\u00fb": "✗",
    "\u00fc": "✓",
    "\u00fd": "☒",
    "\u00fe": "☑",
}
"""Microsoft's Wingdings by character code; the same codes stand at U+F000 + code in private use."""
WINGDINGS_2 = {"\u004f": "✗", "\u0050": "✓", "\u0051": "☒", "\u0052": "☑", "\u00a3": "☐", "\u0097": "●", "\u0098": "●"}
SYMBOL = {"\u00b7": "•", "\u00a8": "♦", "\u00ae": "→", "\u002d": "−", "\u00b3": "≥", "\u00a3": "≤", "\u00b0": "°"}
DINGBATS = {
    "\u0033": "✓",
    "\u0034": "✔",
    "\u0035": "✕",
    "\u0036": "✖",
    "\u0037": "✗",
    "\u0038": "✘",
    "\u006c": "●",
    "\u006e": "■",
    "\u006f": "❏",
    "\u0071": "❑",
    "\u0075": "◆",
    "\u0076": "❖",
    "\u00d4": "➔",
    "\u00d8": "➘",
    "\u00e4": "➤",
}
PRIVATE_USE = {**WINGDINGS, "\u00b7": "•"}
"""What a private-use code means when the font's name does not tell."""

BULLETS = frozenset(BULLET_GLYPHS + "❑❒❏✓✔☐→⇨–—-*o")
"""Glyphs that open a list item; the letter o and dashes only where layout agrees."""

_NO_MEANING = "\u0000-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff"
_REPAIRABLE = re.compile(f"[\u00ad\ufb00-\ufb06\u200b-\u200d\u2060\ufeff\ufffe{_NO_MEANING}]")
_SYMBOLIC_LETTERS = re.compile("[\uf020-\uf07e]+")
_UNREADABLE = re.compile(f"[{_NO_MEANING}]")


def repaired(text: str, *, font: str) -> str:
    """The word as a person reads it: ligatures spelt out, symbol-font and private-use codes as the glyph they show.

    Characters that nobody can read stay as U+FFFD so that they can be counted.
    """
    table = _table_for(font)
    if table is None and not _REPAIRABLE.search(text):
        return text
    if table is None and len(text) > 1 and _SYMBOLIC_LETTERS.fullmatch(text):
        return "".join(chr(ord(c) - 0xF000) for c in text)
    return "".join(_character(c, table) for c in text)


def is_symbol_font(font: str) -> bool:
    """Whether the font's codes stand for pictures."""
    return _table_for(font) is not None


def unreadable(text: str) -> int:
    """How many characters of a repaired word have no meaning."""
    return len(_UNREADABLE.findall(text))


def _table_for(font: str) -> dict[str, str] | None:
    name = font.lower()
    if "wingdings2" in name.replace(" ", "").replace("-", ""):
        return WINGDINGS_2
    if "wingdings" in name:
        return WINGDINGS
    if "dingbats" in name:
        return DINGBATS
    if name.startswith("symbol"):
        return SYMBOL
    return None


def _character(char: str, table: dict[str, str] | None) -> str:
    if char in LIGATURES:
        return LIGATURES[char]
    if char in INVISIBLE or char in SOFT_HYPHENS:
        return ""
    private = "\uf000" <= char <= "\uf0ff"
    low = chr(ord(char) - 0xF000) if private else char
    if table and low in table:
        return table[low]
    if private:
        return PRIVATE_USE.get(low, low if low.isascii() and low.isprintable() else "\ufffd")
    return "\ufffd" if _UNREADABLE.match(char) else char
