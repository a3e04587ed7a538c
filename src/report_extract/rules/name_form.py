"""Forms of names in packs: regular expressions in which `{place}` stands for the name of a place."""

from __future__ import annotations

import re

from report_extract.rules.patterns import Engine, Regex

# A place is one to five capitalised words, small words between them: "Kestrel Vale", "Isle of Mere and Northside".
_WORD = r"[A-Z][\w.]*(?:['’][\w]+)?(?:-[\w]+)*"
_LINK = r"(?:\s(?:of|upon|on|and|the|in|under|with|le|&))*"
_PLACE = rf"{_WORD}(?:{_LINK}\s{_WORD}){{0,4}}?"
_HEADS = re.compile(r"[A-Z][A-Za-z]+")
_MARK, _STAND_IN = "{place}", "(place)"  # of one length, so that the place of a fault is right in the form as written


class NameForm(Regex):
    """A form of names, as the type of a rule's field. The first place of a match is its group "place"."""

    def __init__(self, written: str, *, engine: Engine = Engine.re) -> None:
        self._written = written
        place = _PLACE if engine is Engine.re else _PLACE.replace(r"\w", r"\pL\pN_")  # RE2's \w is ASCII only
        filled = written.replace(_MARK, f"(?P<place>{place})", 1).replace(_MARK, f"(?:{place})")
        super().__init__(rf"\b(?:{filled})\b", engine=engine)

    @property
    def written(self) -> str:
        return self._written

    @property
    def heads(self) -> frozenset[str]:
        """The capitalised words of the form, of which a name has at least one; empty where it is made of others."""
        return frozenset(_HEADS.findall(self._written.replace("(?i", "")))

    def prove(self) -> None:
        """Compiles now; a fault is told in the author's words, not in those of the filled-in form."""
        try:
            Regex(self._written.replace(_MARK, _STAND_IN), engine=self.engine).prove()
        except ValueError as fault:
            raise ValueError(str(fault).replace(_STAND_IN, _MARK)) from fault
        super().prove()
