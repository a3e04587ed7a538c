"""Bytes of a text file → characters: byte order marks, UTF-8, UTF-16 without a mark, Windows-1252."""

from __future__ import annotations

import codecs

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16: its mark begins with theirs
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

# In English text as UTF-16 nearly every second byte is zero; as anything else almost none is.
UTF16_ZERO_SHARE = 0.4


def encoding_of(data: bytes) -> str:
    """The encoding of text that starts with `data`: told by its mark, its zeros or its validity, else Windows-1252."""
    for mark, name in BOMS:
        if data.startswith(mark):
            return name
    half = max(1, len(data) // 2)
    if data[1::2].count(0) / half > UTF16_ZERO_SHARE and data[0::2].count(0) == 0:
        return "utf-16-le"
    if data[0::2].count(0) / half > UTF16_ZERO_SHARE and data[1::2].count(0) == 0:
        return "utf-16-be"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(data)  # incremental: the last character may be cut
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"


def decode(data: bytes) -> str:
    """The characters of a text file; line ends become line feeds, NUL characters are dropped, nothing raises."""
    text = data.decode(encoding_of(data), errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "")
