"""What the page lists, in the order in which it lists it: claims, flags, topics, requirements, sentences not judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_extract.model.checks import CheckReport, ClaimPart, FigureFlag, Side, WordingFlag
from report_extract.model.document import Document
from report_extract.model.evidence import Evidence, Severity
from report_extract.present.check_html.passages import Passage, other_pages, passages
from report_extract.present.check_html.shots import PER_ITEM

# So many passages are written out; of more the pages are named.
_SHOWN = 4


@dataclass(frozen=True)
class Item:
    """One thing to look at. `anchor` is its deep link; `state` (verdict, severity, status) and `paper` are filtered by.

    `notes` are short lines beneath (reasons, repairs, authority); `more` says where further evidence stands.
    """

    anchor: str
    state: str
    title: str
    paper: Side | None = None
    kind: str = ""
    notes: tuple[str, ...] = ()
    cover: tuple[Passage, ...] = ()
    source: tuple[Passage, ...] = ()
    more: str = ""
    confidence: float | None = None
    parts: tuple[ClaimPart, ...] = ()


@dataclass(frozen=True)
class Items:
    claims: tuple[Item, ...]
    figures: tuple[Item, ...]
    wording: tuple[Item, ...]
    coverage: tuple[Item, ...]
    requirements: tuple[Item, ...]
    unjudged: tuple[Item, ...]

    @property
    def first(self) -> tuple[Item, ...]:
        """What to look at first: contradicted claims, then certain errors, those of the cover before the report's."""
        errors = [i for i in (*self.figures, *self.wording) if i.state == "error"]
        contradicted = [i for i in self.claims if i.state == "contradicted"]
        return (*contradicted, *sorted(errors, key=lambda i: i.paper or ""))


def items_of(report: CheckReport, *, cover: Document | None, source: Document | None) -> Items:
    """The items of a check; documents give surroundings and places for pictures, and may be missing."""
    papers = _Papers(cover, source)
    return Items(
        claims=_claims(report, papers),
        figures=tuple(_figure(f, f"f{n}", papers) for n, f in enumerate(_worst_first(report.figures), start=1)),
        wording=tuple(_wording(f, f"w{n}", papers) for n, f in enumerate(_worst_first(report.wording), start=1)),
        coverage=_coverage(report, papers),
        requirements=_requirements(report, papers),
        unjudged=_unjudged(report, papers),
    )


@dataclass(frozen=True)
class _Papers:
    cover: Document | None
    source: Document | None

    def passages(self, evidence: Sequence[Evidence], side: Side, *, pictures: int) -> tuple[Passage, ...]:
        document = self.cover if side == "cover" else self.source
        return passages(evidence[:_SHOWN], document, side=side, pictures=pictures)

    def of_one(self, evidence: Sequence[Evidence], side: Side, *, wanted: Side) -> tuple[Passage, ...]:
        """The passages of an item that belongs to one paper; none for the other paper."""
        return self.passages(evidence, side, pictures=PER_ITEM) if side == wanted else ()


def _claims(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    items = []
    for claim in report.claims:
        cover = papers.passages(claim.cover_evidence[:1], "cover", pictures=1)
        drawn = sum(p.shot is not None for p in cover)
        items.append(
            Item(
                anchor=claim.id,
                state=claim.verdict.value,
                title=claim.claim,
                notes=tuple(_sentence(r) for r in claim.reasons),
                cover=cover,
                source=papers.passages(claim.evidence, "source", pictures=PER_ITEM - drawn),
                confidence=claim.confidence,
                parts=claim.parts if len(claim.parts) > 1 else (),
            )
        )
    return tuple(items)


def _worst_first(flags: Sequence[FigureFlag] | Sequence[WordingFlag]) -> list[FigureFlag | WordingFlag]:
    order = list(Severity)
    return sorted(flags, key=lambda f: (order.index(f.severity), f.document))


def _figure(flag: FigureFlag | WordingFlag, anchor: str, papers: _Papers) -> Item:
    assert isinstance(flag, FigureFlag)
    item = _wording(flag, anchor, papers)
    repairs = tuple(f"Possible explanation: {h}" for h in flag.hypotheses)
    stated = (f"Printed: {flag.stated}; computed: {flag.computed}",) if flag.stated and flag.computed else ()
    return replace(item, notes=stated + repairs)


def _wording(flag: FigureFlag | WordingFlag, anchor: str, papers: _Papers) -> Item:
    rest = flag.evidence[_SHOWN:]
    return Item(
        anchor=anchor,
        state=flag.severity.value,
        title=_sentence(flag.message),
        paper=flag.document,
        kind=_words(flag.code),
        more=f"and {len(rest)} more on {other_pages(rest)}" if rest else "",
        cover=papers.of_one(flag.evidence, flag.document, wanted="cover"),
        source=papers.of_one(flag.evidence, flag.document, wanted="source"),
    )


def _coverage(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"v{n}",
            state="mentioned" if topic.in_cover else "missing",
            title=topic.in_source,
            kind=_words(topic.kind),
            cover=papers.passages(topic.cover_evidence[:1], "cover", pictures=0),
            source=papers.passages(topic.evidence[:1], "source", pictures=1),
        )
        for n, topic in enumerate(sorted(report.coverage, key=lambda c: c.in_cover), start=1)
    )


def _requirements(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"r{n}",
            state=requirement.status,
            title=requirement.title,
            paper=requirement.document,
            notes=(requirement.authority,),
            cover=papers.of_one(requirement.evidence[:1], requirement.document, wanted="cover"),
            source=papers.of_one(requirement.evidence[:1], requirement.document, wanted="source"),
        )
        for n, requirement in enumerate(report.requirements, start=1)
    )


def _unjudged(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"u{n}",
            state=sentence.why,
            title=sentence.text,
            cover=papers.passages(sentence.evidence[:1], "cover", pictures=0),
        )
        for n, sentence in enumerate(report.unjudged, start=1)
    )


def _words(code: str) -> str:
    return code.replace("_", " ").capitalize()


def _sentence(reason: str) -> str:
    """A reason as a sentence of its own: a capital first."""
    return reason[:1].upper() + reason[1:]
