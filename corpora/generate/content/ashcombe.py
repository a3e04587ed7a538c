"""The invented Ashcombe partnership: a plain yearly report with numbered sections and other words for the same things."""

from __future__ import annotations

from corpora.generate.blocks import Block, Break, Bullets, Heading, Para, Report, Section, Table

PARTNERSHIP = {"area": "Ashcombe", "agency": "ASCP"}
COUNCIL = {"area": "Ashcombe", "agency": "Ashcombe County Council"}
ORCHARD = "LCSPR Orchard"
YEAR = "2024/25"


def _section(title: str, *blocks: Block, context: dict[str, str] | None = None, new_page: bool = False) -> Section:
    return Section(title, blocks, columns=1, context=context or PARTNERSHIP, new_page=new_page)


def _introduction() -> Section:
    return _section(
        "1. Introduction",
        Para(
            "1.1 This is the yearly report of the Ashcombe Safeguarding Children Partnership (ASCP). It describes what the three safeguarding partners, Ashcombe County Council, NHS Weald"
            " Integrated Care Board and Wealdshire Police, did together between April 2024 and March 2025, and what came of it."
        ),
        Para(
            "1.2 Ashcombe is a rural county. [[Some 58,700|pop_under18;q=about;p=2023 mid-year estimate]] of its people are under 18, which is [[a fifth (20.4%)|pop_under18_pct;v=20.4;role=share;p=2023 mid-year estimate]] of the"
            " population on the mid-year estimate for 2023. [[One in eight|low_income_under16_pct;v=12.5;u=percent;role=share;p=-;label=Children in low-income families]] lives in a family with a low income."
        ),
        Para(
            "1.3 The report was agreed by the lead partners on 4 September 2025. Questions may be put to the business unit on 01632 960 233. The multi-agency safeguarding arrangements"
            " of December 2024 run until 2027."
        ),
        new_page=True,
    )


def _scrutiny() -> Section:
    return _section(
        "2. Independent scrutiny",
        Para(
            "2.1 Dr Owen Larkspur was appointed as scrutineer in June 2024 for 40 days a year. He carried out [[[[three deep dives|-;label=Scrutiny deep dives]]|!review;kind=audit;title=Three deep dives;status=-]] and watched [[eleven child protection conferences|-;label=Conferences observed by the scrutineer]]."
        ),
        Para(
            "2.2 In his view the partnership is honest about its weaknesses. [[The police and the council no longer argue about who should call a strategy discussion, and children are seen sooner|!achievement;agency=ASCP;theme=core_practice]]."
            " [[He was less content with the way in which schools are told about decisions, which is still left to chance|!challenge;agency=ASCP;theme=education]]."
        ),
        Heading("Who came to the partnership meetings", 3),
        Table(
            ("Agency", "Q1", "Q2", "Q3", "Q4"),
            (
                ("Ashcombe County Council", "yes", "yes", "yes", "yes"),
                ("NHS Weald ICB", "yes", "yes", "no", "yes"),
                ("Wealdshire Police", "yes", "no", "yes", "yes"),
                ("Ashcombe District Hospitals", "no", "yes", "yes", "no"),
                ("Voluntary sector forum", "yes", "yes", "yes", "yes"),
            ),
            widths=(4, 1, 1, 1, 1),
            rules="half",
            tick_columns=(1, 2, 3, 4),
        ),
    )


def _demand() -> Section:
    rows = (
        ("Enquiries to the Children's Gateway", "csc_contacts", 9_412, 9_877, 9_034),
        ("Referrals accepted", "csc_referrals", 2_310, 2_275, 2_198),
        ("Assessments completed", "assess_completed", 2_044, 1_986, 1_940),
        ("Child protection enquiries (section 47)", "s47_enquiries", 655, 612, 640),
    )
    body = tuple(
        (
            name,
            *(
                f"[[{v:,}|{m};p={p}{'' if p == YEAR else ';role=previous'};label={name}]]"
                for v, p in zip(values, ("2022/23", "2023/24", YEAR), strict=True)
            ),
        )
        for name, m, *values in rows
    )
    snap = (
        ("Children in need", "cin_total", 1_120, 1_078),
        ("Children on a child protection plan", "cpp_total", 247, 261),
        ("Children looked after", "cla_total", 402, 396),
        ("Private fostering arrangements", "private_fostering", 6, 4),
    )
    at = tuple(
        (
            name,
            *(
                f"[[{v:,}|{m};p=31 March {y}{'' if y == 2025 else ';role=previous'};label={name}]]"
                for v, y in zip(values, (2024, 2025), strict=True)
            ),
        )
        for name, m, *values in snap
    )
    return _section(
        "3. Demand and activity",
        Para(
            "3.1 Fewer people turned to the Children's Gateway: [[9,034 enquiries|csc_contacts;vs=9877@2023/24]], down [[8.5%|csc_contacts;u=percent;role=change_pct;dir=decrease]] from [[9,877|csc_contacts;role=previous;p=2023/24]]. The partnership believes that better advice to"
            " schools accounts for most of the fall, not less need."
        ),
        Table(
            ("Number in the year", "2022/23", "2023/24", "2024/25"),
            body,
            title="Table 1: Work at the front door",
            widths=(4, 1, 1, 1),
            rules="half",
        ),
        Table(("Number on 31 March", "2024", "2025"), at, title="Table 2: Children with a plan", widths=(4, 1, 1)),
        Para(
            "3.2 Plans for a second or later time made up [[23%|cpp_repeat_pct;role=share]] of new child protection plans, [[two percentage points|cpp_repeat_pct;u=percentage_points;role=change_abs;dir=increase;v=2]] more than the"
            " [[21%|cpp_repeat_pct;role=previous;p=2023/24]] seen in 2023/24. [[Repeat planning is the number that worries us most|!challenge;agency=Ashcombe County Council;theme=core_practice]]."
        ),
        Para(
            "3.3 The rate of children on plans was [[44.5 per 10,000|cpp_rate;p=31 March 2025;u=rate_per_10000]], against [[41.6|cpp_rate;ar=England;ag=-;p=31 March 2024;u=rate_per_10000;label=Child protection plans per 10,000 children in England]] for England a year earlier."
        ),
        context=COUNCIL,
    )


def _agencies() -> Section:
    return _section(
        "4. What agencies did",
        Heading("4.1 NHS Weald Integrated Care Board", 2),
        Para(
            "Compliance with Level 3 training reached [[91%|l3_training_compliance_pct;ag=NHS Weald ICB;ar=-;role=share]] (target [[85%|l3_training_compliance_pct;ag=NHS Weald ICB;ar=-;role=target]]). [[A named GP now reads every rapid review before it goes to the Panel|!achievement;agency=NHS Weald ICB;theme=learning]]."
            " [[Children wait [[31 weeks|community_health_wait;ag=NHS Weald ICB;ar=-;label=Wait for an autism assessment;u=weeks]] for an autism assessment|!challenge;agency=NHS Weald ICB;theme=disability]]."
        ),
        Heading("4.2 Wealdshire Police", 2),
        Para(
            "Officers made [[3,106 Operation Encompass calls|da_offences_children;ag=Wealdshire Police;ar=-]]. There were [[519 missing episodes|missing_episodes;ag=Wealdshire Police;ar=-;vs=548@2023/24]], [[29 fewer|missing_episodes;ag=Wealdshire Police;ar=-;role=change_abs;dir=decrease]] than the year before, and"
            " [[202 children|missing_children_all;ag=Wealdshire Police;ar=-]] were involved. Arrests under the Modern Slavery Act 2015 are not broken down by age."
        ),
        Heading("4.3 Ashcombe County Council: learning and schools", 2),
        Para(
            "In the school year 2023/24 there were [[64 permanent exclusions|permanent_exclusions;ag=Ashcombe County Council;p=2023/24 academic year]] and [[21.7%|persistent_absence_pct;ag=Ashcombe County Council;role=share;p=2023/24 academic year]] of pupils were persistently absent."
            " Key Stage 2 and Year 11 pupils wrote the questions for this year's survey, which [[1,207|survey_responses;ag=Ashcombe County Council;label=Pupils who answered the survey]] of their fellows answered."
        ),
        Heading("4.4 Allegations against staff", 2),
        Para(
            "The designated officer gave advice on [[286 occasions|lado_contacts;ag=Ashcombe County Council]] and [[97 matters|lado_referrals;ag=Ashcombe County Council]] met the harm threshold. [[Nine in ten|-;label=Allegations closed inside three months;v=90;u=percent;role=share;ag=Ashcombe County Council]] were closed inside three months."
        ),
    )


def _action_plan() -> tuple[tuple[str, ...], ...]:
    source = ORCHARD
    actions = (
        (
            "Ashcombe County Council should make a family network meeting the first offer when neglect is suspected.",
            "Ashcombe County Council",
            "Green",
            "complete",
            "Done in all six districts.",
        ),
        (
            "Wealdshire Police should put a marker on addresses where an infant lives with a person who has harmed a child.",
            "Wealdshire Police",
            "Amber",
            "in_progress",
            "Built, but not yet switched on.",
        ),
        (
            "NHS Weald ICB should pay for a second named midwife.",
            "NHS Weald ICB",
            "Red",
            "not_started",
            "No money has been found.",
        ),
        (
            "The partnership should ask families who took part what has changed for them, and publish the answer.",
            "ASCP",
            "Amber",
            "in_progress",
            "Two families have been met.",
        ),
    )
    return tuple(
        (
            str(i),
            f"[[{text}|!recommendation;kind=review;source={source};number={i};addressee={who};rag={rag.lower()};state={state};status_text={progress}]]",
            who,
            rag,
            progress,
        )
        for i, (text, who, rag, state, progress) in enumerate(actions, 1)
    )


def _learning() -> Section:
    return _section(
        "5. Learning from practice",
        Para(
            f"5.1 The partnership notified [[[[four serious incidents|sin_count]]|!review;kind=notification;title=Serious incidents;status=-]] and held [[[[four rapid reviews|rapid_reviews]]|!review;kind=rapid_review;title=Rapid reviews;status=-]]. One review, known as [[Orchard|!review;kind=lcspr;title={ORCHARD};status=published;published=2024-11]], was published in November 2024."
            " Its author is Priya Wetherby. The review came to four conclusions:"
        ),
        Bullets(
            tuple(
                f"[[{t}|!finding;kind=review;source={ORCHARD};number={i};agency=ASCP]]"
                for i, t in enumerate(
                    (
                        "The parents' drinking was well known in the village and hardly known to agencies.",
                        "Missed appointments were rebooked and not read as a sign.",
                        "A good assessment was made and then not used by the next worker.",
                        "Nobody asked the grandparents, who had been caring for the children at weekends.",
                    ),
                    1,
                )
            ),
            numbered=True,
        ),
        Table(
            ("No.", "Recommendation", "Lead", "RAG", "Progress"),
            _action_plan(),
            title="Table 3: Orchard action plan",
            widths=(0.5, 4, 1.9, 0.9, 2.2),
        ),
        Para(
            "5.2 [[[[Two|ma_audits]] themed audits|!review;kind=audit;title=Two themed audits;status=-]] read [[thirty-one|audit_cases;v=31]] files. [[Discharge planning from hospital was good where a ward sister led it and poor where nobody did|!finding;kind=audit;source=Hospital discharge audit;theme=core_practice]]."
            " [[Supervision notes seldom mention the child|!finding;kind=audit;source=Supervision audit;theme=core_practice]]."
        ),
    )


def _money_and_training() -> Section:
    lines = (("Ashcombe County Council", 146_000), ("NHS Weald ICB", 98_500), ("Wealdshire Police", 41_250))
    body = tuple(
        (
            n,
            f"[[£{v:,}|budget_income_line;label=Contribution: {n}]]",
            f"[[{s}|-;label=Share of contributions: {n};role=share]]",
        )
        for (n, v), s in zip(lines, ("51%", "34%", "14%"), strict=True)
    )
    total = sum(v for _, v in lines)
    return _section(
        "6. Resources and training",
        Table(
            ("Partner", "Contribution", "Share"),
            (*body, ("Total", f"[[£{total:,}|budget_income_total;role=total]]", "")),
            title="Table 4: Who pays",
            widths=(3, 1.4, 1),
            rules="none",
        ),
        Para(
            f"6.1 Spending came to [[£279,310|budget_expenditure_total;role=total]], leaving [[£{total - 279_310:,}|-;label=Underspend carried forward]] to carry forward."
        ),
        Para(
            "6.2 [[Thirty-one|train_sessions;v=31]] courses drew [[588 people|train_attended]]. [[18%|train_dna_pct;role=share]] of those who booked did not arrive. [[Evaluation stops at a form on the day, so we do not know what people do differently|!challenge;agency=ASCP;theme=learning]]."
        ),
    )


def _aims() -> Section:
    aims = (
        (
            "neglect",
            "Every child fed, warm and noticed",
            "Neglect is recognised at the first contact.",
            "We will train all school cooks and caretakers.",
            "no",
        ),
        (
            "adolescents",
            "Teenagers safe by night as well as by day",
            "Fewer teenagers are hurt outside their home.",
            "We will open the youth bus on Friday nights.",
            "no",
        ),
        (
            "family_engagement",
            "Families at the table",
            "Parents and grandparents help to make the plan.",
            "We will hold no conference without a family network meeting.",
            "yes",
        ),
    )
    blocks: list[Block] = [Para("The partners set three aims for 2025/26.")]
    for i, (theme, title, outcome, pledge, new) in enumerate(aims, 1):
        note = " This aim is new." if new == "yes" else ""
        blocks.append(
            Heading(
                f"Priority {i}: [[{title}|!priority;title={title};theme={theme};outcome={outcome};pledge={pledge};new={new};owner=ASCP;year=2025/26]]",
                2,
            )
        )
        blocks.append(Para(f"What we want: {outcome} What we promise: {pledge}{note}"))
    return _section(
        "7. Aims for the coming year",
        *blocks,
        Break("page"),
        Heading("Glossary", 2),
        Para("DSL – designated safeguarding lead. ICB – integrated care board. RAG – red, amber, green."),
    )


def ashcombe() -> Report:
    return Report(
        name="annual-report",
        folder="ashcombe/2024-25",
        title="Ashcombe Safeguarding Children Partnership Yearly Report 2024/25",
        partnership_id="ascp",
        partnership="Ashcombe Safeguarding Children Partnership",
        acronym="ASCP",
        year=YEAR,
        published=None,
        motto="Agreed by the lead safeguarding partners, September 2025",
        tabs=(),
        sections=(_introduction(), _scrutiny(), _demand(), _agencies(), _learning(), _money_and_training(), _aims()),
    )
