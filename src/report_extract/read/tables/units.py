"""The unit that a column's header states."""

from __future__ import annotations

import re

# The unit stands alone, in brackets, or at the end after a comma or a dash: "(£000)", "Cost £", "Number, %".
_UNIT = (
    r"£\s?(?:000s?|'000s?|k|m|bn|million|thousand)|[£$€%]|£s|000s|per\s?cent|percent|percentage"
    r"|no\.?|nos\.?|number|#|per 10,?000|per 1,?000|per 100,?000|rate per [\d,]+"
    r"|weeks?|days?|months?|years?|hours?|fte|n"
)
_ALONE = re.compile(rf"(?:{_UNIT})", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"[(\[]\s*({_UNIT})\s*[)\]]", re.IGNORECASE)
# An amount in a header ("grants under £5,000") is no unit of the column.
_AMOUNT = re.compile(r"[£$€]\s?[1-9][\d,.]*\s?(?:k|m|bn)?|\d[\d,.]*\s?%")
_SIGN = re.compile(r"£\s?(?:000s?|'000s?|k|m|bn)\b|[£$€%]", re.IGNORECASE)


def header_unit(text: str) -> str | None:
    """The unit as printed ("£", "%", "£000", "no."), None where the header states none.

    A sign anywhere in the header counts; a word ("number", "weeks") only alone or in brackets, for it may be part of
    what is counted.
    """
    text = " ".join(text.replace("’", "'").split())
    alone = _ALONE.fullmatch(text)
    if alone:
        return alone[0]
    bracketed = _IN_BRACKETS.search(text)
    if bracketed:
        return bracketed[1]
    sign = _SIGN.search(_AMOUNT.sub(" ", text))
    return sign[0] if sign else None
