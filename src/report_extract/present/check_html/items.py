"""What the page lists, in the order in which it lists it: claims, flags, topics, requirements, sentences not judged."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from report_extract.model.checks import CheckReport, ClaimPart, FigureFlag, Side, WordingFlag
from report_extract.model.document import Document
from report_extract.model.evidence import Evidence, Severity
from report_extract.present.check_html.passages import Place, other_pages, places
from report_extract.present.check_html.shots import PER_ITEM
from report_extract.present.check_labels import FILTERS, PAPERS

# So many passages are written out; of more the pages are named.
_SHOWN = 4


Places = tuple[Place, ...]


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
    cover: Places = ()
    source: Places = ()
    more: str = ""
    confidence: float | None = None
    parts: tuple[ClaimPart, ...] = ()

    @property
    def where(self) -> str:
        """The first place, to find it in print: "cover, page 2"."""
        passages = [passage for place in (*self.cover, *self.source) for passage in place.passages]
        return f"{PAPERS[passages[0].side]}, page {passages[0].page}" if passages else ""


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

    def places(self, evidence: Sequence[Evidence], side: Side, *, pictures: int, most: int = _SHOWN) -> Places:
        document = self.cover if side == "cover" else self.source
        return places(evidence, document, side=side, pictures=pictures, most=most)


def _claims(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    items = []
    for claim in sorted(report.claims, key=lambda c: FILTERS["claims"].index(c.verdict.value)):
        cover = papers.places(claim.cover_evidence, "cover", pictures=1)
        drawn = sum(place.shot is not None for place in cover)
        items.append(
            Item(
                anchor=claim.id,
                state=claim.verdict.value,
                title=claim.claim,
                notes=tuple(_sentence(r) for r in claim.reasons),
                cover=cover,
                source=papers.places(claim.evidence, "source", pictures=PER_ITEM - drawn),
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
    repairs = f"Possible explanation: {'; or '.join(flag.hypotheses)}"
    return replace(item, notes=(repairs,) if flag.hypotheses else ())


def _wording(flag: FigureFlag | WordingFlag, anchor: str, papers: _Papers) -> Item:
    where = papers.places(flag.evidence, flag.document, pictures=PER_ITEM)
    return Item(
        anchor=anchor,
        state=flag.severity.value,
        title=_sentence(flag.message),
        paper=flag.document,
        kind=_words(flag.code),
        more=_more(flag.evidence[_SHOWN:]),
        cover=where if flag.document == "cover" else (),
        source=where if flag.document == "source" else (),
    )


def _more(evidence: Sequence[Evidence]) -> str:
    return f"and {len(evidence)} more on {other_pages(evidence)}" if evidence else ""


def _coverage(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"v{n}",
            state="mentioned" if topic.in_cover else "missing",
            title=topic.in_source,
            kind=_words(topic.kind),
            cover=papers.places(topic.cover_evidence, "cover", pictures=0, most=1),
            source=papers.places(topic.evidence, "source", pictures=0 if topic.in_cover else 1, most=1),
        )
        for n, topic in enumerate(sorted(report.coverage, key=lambda c: c.in_cover), start=1)
    )


def _requirements(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    items = []
    worst_first = sorted(report.requirements, key=lambda r: FILTERS["requirements"].index(r.status))
    for n, requirement in enumerate(worst_first, start=1):
        pictures = 1 if requirement.status == "partly_found" else 0
        where = papers.places(requirement.evidence, requirement.document, pictures=pictures, most=1)
        items.append(
            Item(
                anchor=f"r{n}",
                state=requirement.status,
                title=requirement.title,
                paper=requirement.document,
                notes=(requirement.authority,),
                cover=where if requirement.document == "cover" else (),
                source=where if requirement.document == "source" else (),
            )
        )
    return tuple(items)


def _unjudged(report: CheckReport, papers: _Papers) -> tuple[Item, ...]:
    return tuple(
        Item(
            anchor=f"u{n}",
            state=sentence.why,
            title=sentence.text,
            cover=papers.places(sentence.evidence, "cover", pictures=0, most=1),
        )
        for n, sentence in enumerate(report.unjudged, start=1)
    )


def _words(code: str) -> str:
    return code.replace("_", " ").capitalize()


def _sentence(reason: str) -> str:
    """A reason as a sentence of its own: a capital first."""
    return reason[:1].upper() + reason[1:]
