"""A small word printed twice: "in the the north"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from report_extract.check.paper import Paper
from report_extract.check.wording.flag import flag
from report_extract.model.checks import WordingFlag
from report_extract.rules.load import RuleBook

# Words that never rightly follow themselves; "that that", "had had", "in in" may.
_DOUBLED = re.compile(
    r"(?<![\w’'-])(?P<word>the|a|an|of|and|for|with|from|are|were|our|their|this|be|has|have|to|by|or|at|as|its|which)"
    r"[ \n]"
    r"(?P=word)(?![\w’'-])",
    re.IGNORECASE,
)
_AROUND = 30


def doubled_words(paper: Paper, book: RuleBook) -> Iterator[WordingFlag]:
    """Each doubled word of the running text, with the words around it."""
    for sentence in paper.sentences:
        for match in _DOUBLED.finditer(sentence.text):
            if match.group().isupper() or match["word"][:1].isupper():
                continue  # "Hepatitis A a year later", letters of a list
            start = sentence.text.rfind(" ", 0, max(0, match.start() - _AROUND)) + 1
            stop = sentence.text.find(" ", match.end() + _AROUND)
            words = sentence.text[start : stop if stop >= 0 else len(sentence.text)]
            yield flag(
                paper,
                sentence.start + start,
                sentence.start + start + len(words),
                code="doubled_word",
                severity="info",
                message=f"“{match['word']}” stands twice: “{words}”",
            )
