"""What the source says large and the cover leaves out: priorities, headline challenges, large numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from report_extract.check.paper import Paper
from report_extract.model.checks import Claim, Coverage, Verdict
from report_extract.model.evidence import Evidence
from report_extract.model.extraction import Metric, Priority, Remark, Role

# A title counts as mentioned when this share (of 100) of its words stands in one sentence of the cover. By hand on
# covers: true mentions score 75 and more, other priorities of the same report under 55.
_MENTIONED = 70
_SAME_TITLE = 85  # a priority printed again in a shorter form
_SAME_WORD = 85  # rapidfuzz ratio: plurals and endings, not other words
_HEADLINE_PAGES = 4  # a foreword or summary: where a report says what it finds important
_LARGEST = 8
_WORD = re.compile(r"[a-z][a-z'’-]{2,}")
# Words in more than this share of the source's sentences say nothing of one priority in particular.
_EVERYWHERE = 0.04


class _Spoken:
    """What the cover says, sentence by sentence, and which words of the source are too common to count."""

    def __init__(self, cover: Paper, source: Paper) -> None:
        texts = [s.text for s in cover.sentences] + [b.text for b in cover.wordy_blocks]
        self._sentences = [frozenset(_WORD.findall(t.lower())) for t in texts]
        uses = Counter(w for s in source.sentences for w in set(_WORD.findall(s.text.lower())))
        self._empty = {w for w, n in uses.items() if n > max(3, _EVERYWHERE * len(source.sentences))}

    def of(self, text: str) -> bool:
        """True if one sentence of the cover holds most of the telling words of `text`, spelling aside."""
        words = [w for w in _WORD.findall(text.lower()) if w not in self._empty]
        return bool(words) and any(_covered(words, there) >= _MENTIONED for there in self._sentences)


def _covered(words: Sequence[str], there: frozenset[str]) -> float:
    """Share of the words (0 to 100) that stand there, spelling aside."""
    return 100 * sum(any(fuzz.ratio(w, t) >= _SAME_WORD for t in there) for w in words) / len(words)


def check_coverage(cover: Paper, source: Paper, *, claims: Sequence[Claim] = ()) -> tuple[Coverage, ...]:
    """Priorities first, then the challenges of the report's opening pages, then its largest sums and counts.

    What a supported claim rests on is mentioned too, in whatever words the cover puts it.
    """
    spoken = _Spoken(cover, source)
    found = (
        *_priorities(cover, source.facts.priorities, spoken),
        *_challenges(source.facts.challenges, spoken),
        *_numbers(cover, source.facts.metrics),
    )
    return tuple(_borne_out(item, claims) for item in found)


def _borne_out(item: Coverage, claims: Sequence[Claim]) -> Coverage:
    """The item as mentioned where a supported claim of the cover rests on its words."""
    spans = [(e.start, e.end) for e in item.evidence]
    for claim in claims:
        same = any(start < e.end and e.start < end for e in claim.evidence for start, end in spans)
        if claim.verdict is Verdict.supported and same:
            return item.model_copy(update={"in_cover": True, "cover_evidence": claim.cover_evidence})
    return item


def _priorities(cover: Paper, priorities: Sequence[Priority], spoken: _Spoken) -> Iterator[Coverage]:
    seen: list[str] = []
    own = {p.theme for p in cover.facts.priorities if p.theme}
    for priority in priorities:
        name = priority.title.strip().lower()
        if priority.kind not in (None, "partnership") or any(
            fuzz.token_set_ratio(name, s) >= _SAME_TITLE for s in seen
        ):
            continue
        seen.append(name)
        named = priority.theme in own or spoken.of(priority.title)
        yield Coverage(
            theme=priority.theme or priority.title,
            kind="priority",
            in_source=priority.title,
            in_cover=named,
            evidence=priority.evidence[:2],
        )


def _challenges(challenges: Sequence[Remark], spoken: _Spoken) -> Iterator[Coverage]:
    for remark in challenges:
        if _first_page(remark.evidence) <= _HEADLINE_PAGES:
            yield Coverage(
                theme=remark.theme or "challenge",
                kind="challenge",
                in_source=remark.text,
                in_cover=spoken.of(remark.text),
                evidence=remark.evidence[:1],
            )


def _numbers(cover: Paper, metrics: Sequence[Metric]) -> Iterator[Coverage]:
    """The largest sums of money of the text and the figures that the report repeats; both are what readers remember.

    Sums of tables are left out: they are the lines of a budget.
    """
    current = [m for m in metrics if m.role in (Role.current, Role.total, Role.target)]
    sums = (m for m in current if m.unit == "gbp" and m.source != "table")
    money = sorted(sums, key=lambda m: -m.value)[: _LARGEST // 2]
    repeated = sorted((m for m in current if len(_pages(m.evidence)) > 1), key=lambda m: -len(_pages(m.evidence)))
    stated = {(m.value, m.unit) for m in cover.facts.metrics}
    largest = {(m.value, m.unit): m for m in reversed([*money, *repeated[: _LARGEST // 2]])}
    for metric in reversed(largest.values()):
        yield Coverage(
            theme=metric.metric or metric.label,
            kind="number",
            in_source=f"{metric.label}: {metric.value_text}",
            in_cover=(metric.value, metric.unit) in stated,
            evidence=metric.evidence[:1],
        )


def _first_page(evidence: Sequence[Evidence]) -> int:
    return min((e.page for e in evidence), default=10**6)


def _pages(evidence: Sequence[Evidence]) -> set[int]:
    return {e.page for e in evidence}
