"""Committee covers in four council styles, with planted faults, claims and every field as gold.

The words of a field stand once, in `fields`; the layout functions put them where that council puts them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corpora.generate.blocks import Block, Boxes, Bullets, Heading, Link, Para, Report, Section, Table

Json = dict[str, Any]


@dataclass(frozen=True)
class CoverSample:
    name: str  # file stem
    folder: str
    forms: tuple[str, ...]  # "pdf", "docx", "md"
    partnership: tuple[str, str]  # id, name
    year: str
    cover: Json  # the contract's fields
    recommendations: tuple[Json, ...]
    layout: Callable[[CoverSample], tuple[Block, ...]]
    published: str | None = None
    title_line: str = ""
    text: Json = field(default_factory=dict)  # words that are no field of the contract
    achievements: tuple[str, ...] = ()
    challenges: tuple[str, ...] = ()
    priorities: tuple[str, ...] = ()
    planted: tuple[Json, ...] = ()
    claims: tuple[Json, ...] = ()

    def report(self) -> Report:
        section = Section(self.title_line, self.layout(self), columns=1, new_page=True)
        return Report(
            self.name,
            self.folder,
            self.cover["subject"],
            *self.partnership,
            "",
            self.year,
            self.published,
            "",
            (),
            (section,),
        )


def _lines(*parts: str) -> str:
    return "\n".join(parts)


def _labels(*rows: tuple[str, str], widths: tuple[float, float] = (1.1, 2.4)) -> Table:
    return Table(rows[0], rows[1:], widths=widths, rules="form")


def label_table(c: CoverSample) -> tuple[Block, ...]:
    """Two columns of bold labels; several committees and dates in one cell; ends with a signature."""
    f, committees = c.cover, c.cover["committees"]
    author = f["authors"][0]
    return (
        Table(
            (
                _lines("**Committee(s):**", *(f"{m['name']} – {m['purpose'][0]}" for m in committees)),
                _lines("**Dated:**", *(m["date_stated"] for m in committees)),
            ),
            (
                (f"**Subject:** {f['subject']}", f"**{f['classification']}**"),
                ("**Does this proposal require extra revenue and/or capital spending?**", "**N**"),
                ("**If so, how much?**", "**N/A**"),
                (f"**Report of:** {f['report_of']}", "**For Information**"),
                (_lines(f"**Report author:** {author['name']}", author["role"]), ""),
            ),
            widths=(2.2, 1.2),
            rules="form",
        ),
        Heading("Summary", 2),
        Para(c.text["opening"]),
        Bullets(tuple(f["highlights"])),
        Para(c.text["publication"]),
        Heading("Recommendation(s)", 2),
        Para(c.recommendations[0]["text"]),
        Heading("Main Report", 2),
        Link("The annual report can be read on the partnership's website:", "HERE", c.text["url"]),
        Heading("Corporate & Strategic Implications", 3),
        *(Para(f"{label} implications – {value}") for label, value in c.text["implications"]),
        Para(f"**{author['name']}**"),
        Para(_lines(author["role"], author["email"])),
    )


def question_form(c: CoverSample) -> tuple[Block, ...]:
    """Labels as questions, tick boxes, bullets with bold leads, the author named twice."""
    f = c.cover
    ticks = tuple((label, True) for label in f["purpose_ticked"]) + tuple(
        (label, False) for label in f["purpose_unticked"]
    )
    return (
        _labels(
            ("**Title of Report**", f"**{f['subject']}**"),
            ("**For Consideration By**", f["committees"][0]["name"]),
            ("**Meeting Date**", f["committees"][0]["date_stated"]),
            ("**Classification**", f["classification"]),
            ("**Ward(s) Affected**", f["wards"][0]),
            ("**Report Author**", _lines(f["authors"][0]["name"], f["authors"][0]["role"])),
        ),
        Para("Is this report for:"),
        Boxes(ticks),
        Para("Why is the report being brought to the board? **In three bullet points or less**"),
        Bullets(tuple(c.text["why"])),
        Para("Provide a succinct summary of the issue here:"),
        Para(f["summary"]),
        Heading("1. Key Achievements", 2),
        Bullets(c.achievements),
        Heading("2. Ongoing Challenges", 2),
        Bullets(c.challenges),
        Heading("3. Future Priorities", 2),
        Bullets(c.priorities),
        Para(c.text["chatbot"]),
        Heading("4. Recommendation(s)", 2),
        Bullets(tuple(r["text"] for r in c.recommendations)),
        Heading("5. Main Report", 2),
        Link("The report is", "here.", c.text["url"]),
        Para("Has the report been considered at any other committee meeting of the Council or other stakeholders?"),
        Para(c.text["other_meetings"]),
        _labels(
            ("**Report Author**", c.text["office"]),
            ("**Contact details**", f["contacts"][0]),
            ("**Appendices**", f["appendices"][0]),
        ),
    )


def numbered_capitals(c: CoverSample) -> tuple[Block, ...]:
    """Three rows without labels, then numbered capitals, then the background papers boilerplate."""
    f, committee = c.cover, c.cover["committees"][0]
    return (
        Table(
            (f["subject"], ""),
            (
                (f"{committee['name'].upper()} - {committee['date_stated']}", f"CLASSIFICATION: {f['classification']}"),
                (f"WARD(S) AFFECTED {f['wards'][0]}", ""),
                (f"Group Director: {f['group_director']}", ""),
            ),
            widths=(2.4, 1.3),
            rules="form",
        ),
        Heading("1. INTRODUCTION AND PURPOSE", 2),
        Para(c.text["opening"]),
        Bullets(tuple(f["highlights"])),
        Heading("2. RECOMMENDATIONS", 2),
        Para(c.recommendations[0]["text"]),
        Heading("3. BACKGROUND", 2),
        Para(c.text["background"]),
        Link("The yearly report is available", "HERE", c.text["url"]),
        Heading("BACKGROUND PAPERS", 2),
        Para(c.text["papers"]),
        _labels(("**Report Author**", f"{f['authors'][0]['name']}, {f['authors'][0]['role']}")),
    )


def numbered_sections(c: CoverSample) -> tuple[Block, ...]:
    """Label and value, an executive summary, sections 1 to 7, linked reports and appendices."""
    f, committee = c.cover, c.cover["committees"][0]
    implications = f["implications"]
    return (
        Para(f"**{committee['name']}**"),
        Para(committee["date_stated"]),
        Para(f"**Report of:** {f['report_of']}"),
        Para(f"**Classification:** {f['classification']}"),
        Heading(f["subject"], 2),
        _labels(
            ("Lead Member", f["lead_member"]),
            ("Originating Officer(s)", f"{f['authors'][0]['name']} – {f['authors'][0]['role']}"),
            ("Wards affected", f["wards"][0]),
            ("Key Decision?", f["key_decision"]),
            ("Reason for Key Decision", c.text["reason"]),
            ("Forward Plan Notice Published", f["forward_plan_notice"]),
            ("Exempt information", f["exempt_information"]),
            ("Strategic Plan Priority / Outcome", f["strategic_plan_priority"]),
        ),
        Heading("Executive Summary", 2),
        Para(f["summary"]),
        Heading("Recommendations:", 2),
        Para(c.text["who"]),
        Bullets(tuple(r["text"] for r in c.recommendations), numbered=True),
        Heading("1 REASONS FOR THE DECISIONS", 2),
        Para(f"1.1 {c.text['reasons']}"),
        Heading("2 ALTERNATIVE OPTIONS", 2),
        Para("2.1 None."),
        Heading("3 DETAILS OF THE REPORT", 2),
        Para("3.1 The report covers:"),
        Bullets(tuple(f["highlights"])),
        Heading("4 EQUALITIES IMPLICATIONS", 2),
        Para(f"4.1 {implications['equalities']}"),
        Heading("5 OTHER STATUTORY IMPLICATIONS", 2),
        Para(f"5.1 {c.text['guidance']}"),
        Para("5.2 No other statutory implications have been found."),
        Heading("6 COMMENTS OF THE CHIEF FINANCE OFFICER", 2),
        Para(f"6.1 {implications['financial']}"),
        Heading("7 COMMENTS OF LEGAL SERVICES", 2),
        Para(f"7.1 {implications['legal']}"),
        Heading("Linked Reports, Appendices and Background Documents", 2),
        Para("**Linked Report**"),
        Para(c.text["linked"]),
        Para("**Appendices**"),
        Bullets(tuple(f["appendices"])),
        Para("**Background Documents**"),
        Bullets(tuple(f["background_papers"])),
        Para("**Officer contact details for documents:**"),
        Para(f["contacts"][0]),
    )
