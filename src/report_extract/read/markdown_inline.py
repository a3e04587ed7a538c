"""Inline markup → words: emphasis, links and tags are taken out, every word keeps its column in the source."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field
from typing import NamedTuple

from report_extract.read.draft import DraftWord

_TOKEN = re.compile(
    r"""\\(?P<escaped>[\\`*_{}\[\]()\#+\-.!|<>~])
      | !\[[^\[\]]*\]\([^()\s]*\)
      | \[(?P<label>[^\[\]]*)\]\((?P<url>(?:[^()\s]|\([^()\s]*\))*)(?:\s+"[^"]*")?\)
      | <a\s[^<>]*?href=["'](?P<href>[^"'<>]*)["'][^<>]*>
      | <(?P<auto>(?:https?://|mailto:)[^<>\s]+|[\w.+-]+@[\w.-]+)>
      | <!--.*?-->
      | <(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9]{0,15})(?:\s[^<>]*|/)?>
      | (?P<strong>\*\*+|__+)
      | (?P<emphasis>[*_])
      | (?P<code>`+)
    """,
    re.X,
)
_PLAIN_TOKEN = re.compile(r"(?P<strong>\*\*)")
_BREAKING_TAGS = {"br", "p", "div", "li", "ul", "ol", "td", "tr", "th", "table"}
_BARE_URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
_TRAILING = ".,;:!?)]}'\"’”"

# Bullets of symbol fonts: converters keep their codes in the private-use area.
PRIVATE_USE = re.compile("[\ue000-\uf8ff]")


class InlineWord(NamedTuple):
    """A word with its columns in the source line (`x1` is exclusive) and the markup that it stood in."""

    text: str
    x0: int
    x1: int
    url: str | None = None
    bold: bool = False
    italic: bool = False


@dataclass
class _State:
    """The words so far, the word that is still open, and the markup in force."""

    words: list[InlineWord] = field(default_factory=list)
    open: list[str] = field(default_factory=list)
    x0: int = 0
    x1: int = 0
    open_bold: bool = False
    open_italic: bool = False
    open_url: str | None = None
    bold: bool = False
    italic: bool = False
    url: str | None = None

    def flush(self) -> None:
        if self.open:
            word = "".join(self.open)
            url = self.open_url or _bare_url(word)
            self.words.append(InlineWord(word, self.x0, self.x1, url, self.open_bold, self.open_italic))
            self.open = []

    def add(self, text: str, column: int) -> None:
        for piece in re.finditer(r"\s+|\S+", text):
            if piece[0].isspace():
                self.flush()
                continue
            if not self.open:
                self.x0, self.open_url = column + piece.start(), self.url
                self.open_bold, self.open_italic = self.bold, self.italic
            self.open.append(piece[0])
            self.open_url = self.open_url or self.url
            self.x1 = column + piece.end()


def _bare_url(word: str) -> str | None:
    found = _BARE_URL.match(word.lstrip("(<["))
    return found[0].rstrip(_TRAILING) if found else None


def inline_words(text: str, *, column: int = 0, markup: bool = True) -> tuple[InlineWord, ...]:
    """The words of a source line that begins at `column`; without `markup` only doubled asterisks are taken out."""
    state = _State()
    _scan(text, column, state, markup)
    state.flush()
    return tuple(state.words)


def _scan(text: str, column: int, state: _State, markup: bool) -> None:
    last_closer = max((i for i, c in enumerate(text) if c in "*_" and i and not text[i - 1].isspace()), default=-1)
    at = 0
    for token in (_TOKEN if markup else _PLAIN_TOKEN).finditer(text):
        state.add(_plain(text[at : token.start()], markup), column + at)
        at = token.end()
        if not _markup(token, text, column, state, last_closer):
            state.add(token[0], column + token.start())
    state.add(_plain(text[at:], markup), column + at)


def _plain(text: str, markup: bool) -> str:
    cleaned = PRIVATE_USE.sub(" ", text).replace("\u00ad", "")
    return html.unescape(cleaned) if markup and "&" in cleaned else cleaned


def _markup(token: re.Match[str], text: str, column: int, state: _State, last_closer: int) -> bool:
    """Applies one token to the state; False where it is no markup after all but plain characters."""
    groups = token.groupdict()
    if groups.get("escaped"):
        state.add(groups["escaped"], column + token.start() + 1)
    elif groups.get("label") is not None:
        _link(token, column, state)
    elif groups.get("href") is not None:
        state.url = groups["href"]
    elif groups.get("auto"):
        state.add(groups["auto"].removeprefix("mailto:"), column + token.start() + 1)
    elif groups.get("tag"):
        _tag(groups["tag"].lower(), bool(groups["close"]), state)
    elif groups.get("strong"):
        return _strong(token, text, state)
    elif groups.get("emphasis"):
        return _emphasis(token, text, state, last_closer)
    return True


def _link(token: re.Match[str], column: int, state: _State) -> None:
    before, state.url = state.url, token["url"] or "#"
    _scan(token["label"], column + token.start("label"), state, True)
    state.url = before


def _tag(name: str, closing: bool, state: _State) -> None:
    if name in _BREAKING_TAGS:
        state.flush()
    elif name in ("b", "strong"):
        state.bold = not closing
    elif name in ("i", "em"):
        state.italic = not closing
    elif name == "a" and closing:
        state.url = None


def _strong(token: re.Match[str], text: str, state: _State) -> bool:
    """Doubled asterisks are always markup; underscores only at the edge of a word (blanks of a form are not)."""
    marks = token[0]
    if marks[0] == "_" and (len(marks) > 3 or _inside_word(token, text)):
        return False
    if len(marks) != 1:
        state.bold = not state.bold
    if len(marks) == 3:
        state.italic = not state.italic
    return True


def _emphasis(token: re.Match[str], text: str, state: _State, last_closer: int) -> bool:
    """A single mark opens before a word if a closing one follows, closes after a word; else it is a character."""
    if token[0] == "_" and _inside_word(token, text):
        return False
    if state.italic:
        if token.start() and text[token.start() - 1].isspace():
            return False
        state.italic = False
        return True
    after = text[token.end() : token.end() + 1]
    before = text[token.start() - 1 : token.start()]
    if not after or after.isspace() or before.isalnum() or last_closer <= token.start():
        return False
    state.italic = True
    return True


def _inside_word(token: re.Match[str], text: str) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return before.isalnum() and after.isalnum()


def draft_words(words: tuple[InlineWord, ...]) -> tuple[DraftWord, ...]:
    return tuple(DraftWord(w.text, w.x0, w.x1, w.url) for w in words)
