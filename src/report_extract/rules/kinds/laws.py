"""Laws and guidance: their right titles and years, so that a wrong citation can be named."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from report_extract.rules.patterns import Phrase
from report_extract.rules.rule import Rule


class Law(Rule):
    """An Act, regulation or guidance. `years` are all years of enactment or edition that may be cited.

    `title` is written without a year; `also` are other accepted wordings, `wrong` are known wrong titles. `editions`
    are those years in which an edition came out that replaced all earlier ones (a reprint with changes did not).
    """

    kind: ClassVar[str] = "laws"

    title: Phrase
    years: tuple[int, ...] = Field(min_length=1)
    form: Literal["act", "regulations", "guidance"] = "act"
    also: tuple[Phrase, ...] = ()
    wrong: tuple[Phrase, ...] = ()
    editions: tuple[int, ...] = ()
