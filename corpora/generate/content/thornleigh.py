"""The invented Thornleigh partnership: a magazine-like report with hyphenated columns, side headings and footnotes."""

from __future__ import annotations

from corpora.generate.blocks import (
    Block,
    Box,
    Break,
    Bullets,
    Footnote,
    Heading,
    Pair,
    Pairs,
    Para,
    Report,
    Section,
    Table,
)

PARTNERSHIP = {"area": "Thornleigh", "agency": "TSCP"}
CITY = {"area": "Thornleigh", "agency": "Thornleigh City Council"}
POLICE = {"area": "-", "agency": "Thornshire Police"}
RIVERS = "LCSPR Children of the Rivers Estate"
YEAR = "2024/25"
BEFORE = "2023/24"


def _welcome() -> Section:
    return Section(
        "Welcome",
        (
            Para(
                "Thornleigh is a city of hills, mills and short bus routes, and [[79,300 children and young people|pop_under18;p=2021 Census]] call it home, according to the 2021 Census. This"
                " is the account that the Thornleigh Safeguarding Children Partnership (TSCP) gives of itself for 2024-25."
            ),
            Break("column"),
            Para(
                "I took over as independent chair and scrutineer in May. My first impression was of professionals who like each other and are tired. My second was of a partnership that had"
                " got into the habit of describing meetings instead of children.¹ We have tried to break that habit in these pages."
            ),
            Break("column"),
            Para(
                "[[Our neglect strategy is bearing fruit: health visitors, nursery staff and neighbourhood officers now use the same words for the same worries|!achievement;agency=TSCP;theme=neglect]]. [[Meanwhile the demand for help with"
                " anxiety, eating and self-harm has outgrown every service that we have|!challenge;agency=TSCP;theme=mental_health]], and no amount of partnership will conjure clinicians out of nowhere."
            ),
            Break("wide"),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Thornleigh City Council has to save [[£38.5 million|agency_saving_target;ag=Thornleigh City Council;role=target;p=2025-2028]] between 2025 and 2028|!challenge;agency=Thornleigh City Council;theme=finance]]. Partners agreed in March to tell one another about cuts before they are"
                        " made, and to look together at what a cut in one place will cost in another."
                    ),
                ),
            ),
            Break("columns"),
            Para(
                "We held a summer gathering for [[three hundred practitioners|~-;v=300;label=Practitioners at the summer gathering]] at the Corn Exchange. Section 11 returns are described later; Chapter 4 is about learning, and pages 7 and 8 are about what comes next."
            ),
            Break("column"),
            Para("**Rosalind Achebe-Hart**, Independent Chair and Scrutineer"),
            Footnote("¹ The peer challenge of October 2023 said the same, less politely."),
        ),
        tab=0,
        columns=3,
        context=PARTNERSHIP,
    )


def _arrangements() -> Section:
    return Section(
        "Our arrangements",
        (
            Heading("Who leads", 2),
            Para(
                "The lead safeguarding partners are the chief executives of Thornleigh City Council and NHS Riverlands Integrated Care Board and the Chief Constable of Thornshire Police."
                " They met [[twice|meetings_held;v=2;label=Meetings of the lead safeguarding partners]]. Their delegates met [[ten times|meetings_held;label=Meetings of the delegated safeguarding partners]]."
            ),
            Heading("Who pays", 2),
            Table(
                ("Partner", "Agreed", "Paid", "Agreed", "Paid"),
                (
                    (
                        "City Council",
                        "[[£171,000|~budget_income_line;role=previous;p=2023/24;label=Agreed: City Council]]",
                        "[[£171,000|budget_income_line;role=previous;p=2023/24;label=Paid: City Council]]",
                        "[[£176,000|~budget_income_line;label=Agreed: City Council]]",
                        "[[£176,000|budget_income_line;label=Paid: City Council]]",
                    ),
                    (
                        "Riverlands ICB",
                        "[[£84,000|~budget_income_line;role=previous;p=2023/24;label=Agreed: Riverlands ICB]]",
                        "[[£80,000|budget_income_line;role=previous;p=2023/24;label=Paid: Riverlands ICB]]",
                        "[[£84,000|~budget_income_line;label=Agreed: Riverlands ICB]]",
                        "[[£84,000|budget_income_line;label=Paid: Riverlands ICB]]",
                    ),
                    (
                        "Thornshire Police",
                        "[[£32,500|~budget_income_line;role=previous;p=2023/24;label=Agreed: Thornshire Police]]",
                        "[[£32,500|budget_income_line;role=previous;p=2023/24;label=Paid: Thornshire Police]]",
                        "[[£33,500|~budget_income_line;label=Agreed: Thornshire Police]]",
                        "[[£33,500|budget_income_line;label=Paid: Thornshire Police]]",
                    ),
                    (
                        "Total",
                        "[[£287,500|~budget_income_total;p=2023/24;role=previous;label=Agreed: total]]",
                        "[[£283,500|budget_income_total;p=2023/24;role=previous;label=Paid: total]]",
                        "[[£293,500|~budget_income_total;role=total;label=Agreed: total]]",
                        "[[£293,500|budget_income_total;role=total;label=Paid: total]]",
                    ),
                ),
                widths=(2.2, 1, 1, 1, 1),
                groups=(("", 1), ("2023-24", 2), ("2024-25", 2)),
            ),
            Heading("Who scrutinises", 2),
            Para(
                "Scrutiny comes from the independent chair, from [[fourteen young inspectors|-;label=Young inspectors]] aged 13 to 19, and from each other. The young inspectors visited [[five waiting rooms|~-;label=Waiting rooms visited by young inspectors]] and marked them out of ten."
            ),
        ),
        tab=0,
        columns=1,
        context=PARTNERSHIP,
    )


def _numbers() -> Section:
    p = "p=31 March 2025"
    return Section(
        "Thornleigh in numbers",
        (
            Pairs(
                (
                    Pair("14,870", "requests for support received by the Children's Hub", "csc_contacts"),
                    Pair("3,126", "referrals to children's social care", "csc_referrals"),
                    Pair("21%", "of contacts became referrals", "csc_contact_conversion_pct;role=share"),
                    Pair("318", "children with a child protection plan on 31 March 2025", f"cpp_total;{p}"),
                    Pair("604", "children looked after on 31 March 2025", f"cla_total;{p}"),
                ),
                position="above",
                columns=5,
                circles=False,
            ),
            Pairs(
                (
                    Pair("£293.5k", "paid into the pooled budget", "budget_income_total;v=293500;role=total;u=gbp"),
                    Pair(
                        "1 in 4",
                        "primary pupils eligible for free school meals",
                        "fsm_primary_pct;v=25;u=percent;role=share",
                    ),
                    Pair("87", "first-time entrants to the youth justice system", "yjs_fte"),
                    Pair("92.4%", "of children had an initial health assessment on time", "cla_iha_20d_pct;role=share"),
                    Pair(
                        "6 weeks",
                        "average wait for an occupational therapist",
                        "community_health_wait;u=weeks;label=Average wait for an occupational therapist",
                    ),
                ),
                position="beneath",
                columns=5,
                circles=False,
            ),
        ),
        tab=1,
        columns=1,
        context=CITY,
    )


def _city() -> Section:
    return Section(
        "Thornleigh City Council",
        (
            Para(
                "The Children's Hub received [[14,870 requests for support|csc_contacts;vs=15234@2023/24]] during the year, [[364 fewer|csc_contacts;role=change_abs;dir=decrease]] than the [[15,234|csc_contacts;role=previous;p=2023/24]] of 2023-24. The proportion that progressed to a referral hardly"
                " changed, which suggests that neighbouring services are filtering sensibly."
            ),
            Para(
                "[[Nearly 3,000|assess_completed;q=almost;v=3000]] assessments were completed, [[84 per cent|assess_45d_pct;role=share]] of them within forty-five working days. Two years ago it was"
                " [[71 per cent|assess_45d_pct;role=previous;p=2022/23]]."
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[Children in [[six neighbourhoods|~-;label=Neighbourhoods with one social worker throughout]] have the same social worker from the first visit to the last, and [[nine out of ten parents|~-;v=90;u=percent;label=Parents who preferred one social worker;role=share]] who were asked preferred it|!achievement;agency=Thornleigh City Council;theme=core_practice]]."
                    ),
                ),
            ),
            Box(
                "EVIDENCE",
                (
                    Para(
                        "[[Inspectors who called in November 2024|!review;kind=inspection;title=Inspection, Thornleigh City Council;status=-]] found that [[leaders know their services well and act on what they know|!finding;kind=inspection;source=Ofsted focused visit;theme=leadership]]. The visit did not lead to a grade."
                    ),
                ),
            ),
            Para(
                "[[318 children|cpp_total;p=31 March 2025;vs=301@31 March 2024]] had a child protection plan at the end of the year (31 March 2024: [[301|cpp_total;role=previous;p=31 March 2024]]). Emotional abuse was the commonest category. Our older"
                " teenagers are less visible: only [[eleven|-;label=Children aged 16 or 17 on a child protection plan;p=31 March 2025]] were sixteen or seventeen."
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Foster carers are retiring faster than they can be replaced, so that more children live far from their school|!challenge;agency=Thornleigh City Council;theme=workforce]]."
                    ),
                ),
            ),
            Para(
                "Marlon, who is 17 and came into care at 9, told councillors that he had counted his placements on two hands. He is now an apprentice with the parks department."
            ),
        ),
        tab=1,
        columns=3,
        context=CITY,
    )


def _police() -> Section:
    return Section(
        "Thornshire Police",
        (
            Heading("What we counted", 2),
            Bullets(
                (
                    "[[612 missing episodes|missing_episodes;vs=655@2023/24]] were reported, against [[655|missing_episodes;role=previous;p=2023/24]] in the previous year.",
                    "[[44 children|nrm_referrals]] were referred through the National Referral Mechanism, [[more than half|~-;v=50;u=percent;q=over;label=Boys among referrals;role=share]] of them boys.",
                    "The exploitation panel talked about [[133 young people|mace_panels]] at its weekly meeting.",
                    "Call 101 or, in an emergency, 999. Operation Lantern runs until 2027.",
                )
            ),
            Heading("What changed", 2),
            Para(
                "[[Response officers carry a card with seven questions about the children in the house, and body-worn video shows that they ask them|!achievement;agency=Thornshire Police;theme=domestic_abuse]]."
            ),
            Heading("What is hard", 2),
            Para(
                "[[A backlog of [[210 referrals|-;label=Vulnerability referrals waiting to be risk-assessed]] was waiting to be read when [[inspectors came in January 2025|!review;kind=inspection;title=Inspection, Thornshire Police;status=-]]|!challenge;agency=Thornshire Police;theme=info_sharing]]; it had gone by the end of March."
            ),
        ),
        tab=1,
        columns=1,
        context=POLICE,
    )


_ADVICE = (
    (
        "Thornleigh City Council",
        "Housing and children's services should visit together when a family in temporary accommodation has a child under two.",
        "green",
        "complete",
        "Joint visits began in June.",
    ),
    (
        "TSCP",
        "The partnership should agree one threshold for sharing concerns about adults who drink heavily while caring for children.",
        "amber",
        "in_progress",
        "Drafted, awaiting legal advice.",
    ),
    (
        "NHS Riverlands ICB",
        "NHS Riverlands ICB should commission an interpreter service that mothers can book themselves.",
        "red",
        "paused",
        "Paused until the contract ends.",
    ),
)


def _learning() -> Section:
    blocks: list[Block] = [
        Para(
            f"[[Children of the Rivers Estate|!review;kind=lcspr;title={RIVERS};status=published;published=2025-02]] was published in February 2025 after the deaths of [[two infants|~-;label=Infants who died]] in unrelated households. It was led by Gwendolen Marchbank and made [[three recommendations|lcspr_recommendations]]."
        ),
        Heading("Findings", 3),
    ]
    findings = (
        "Housing officers had seen the overcrowding and the unsafe sleeping, and had no route by which to say so.",
        "The language line was used for appointments and not for conversations, so that mothers were informed and not understood.",
    )
    blocks += [
        Para(f"Finding {i} – [[{text}|!finding;kind=review;source={RIVERS};number={i};agency=TSCP]]")
        for i, text in enumerate(findings, 1)
    ]
    blocks.append(Heading("Recommendations and progress", 3))
    for i, (who, text, rag, state, progress) in enumerate(_ADVICE, 1):
        spec = f"!recommendation;kind=review;source={RIVERS};number={i};addressee={who};rag={rag};state={state};status_text={progress}"
        blocks.append(Para(f"**R{i}.** [[{text}|{spec}]] **Status: {rag.capitalize()}.** {progress}"))
    blocks += [
        Heading("Audits", 3),
        Para(
            "We carried out [[[[six multi-agency audits|ma_audits]] of [[54 children's records|audit_cases]]|!review;kind=audit;title=Six multi-agency audits of 54 children's records;status=-]]. [[[[59%|audit_good_plus_pct;role=share]] were judged good or better, up from [[52%|audit_good_plus_pct;role=previous;p=2023/24]]|!finding;kind=audit;source=Multi-agency audits]]. [[Fathers' views were recorded in a minority of files, and"
            " where a family group conference had been held, plans were shorter and better understood|!finding;kind=audit;source=Multi-agency audits;theme=family_engagement]].²"
        ),
        Footnote("² Audit tools are on our website. The sample was not random."),
    ]
    return Section("Learning from children's lives", tuple(blocks), tab=2, columns=2, context=PARTNERSHIP)


def _training() -> Section:
    return Section(
        "Training",
        (
            Para(
                "[[73 courses|train_sessions]] were run, [[half of them|-;label=Courses run online;v=50;u=percent;role=share]] online. They were attended by [[1,615 people|train_attended;vs=1402@2023/24]], [[15 per cent|train_attended;u=percent;role=change_pct;dir=increase]] more than the [[1,402|train_attended;role=previous;p=2023/24]] who came in 2023-24. Asked on the day,"
                " [[over 90%|train_satisfaction_pct;q=over;role=share]] were pleased; asked after three months, [[two thirds|train_will_help_pct;v=66.7;u=percent;role=share;label=Delegates who had changed something three months later]] had changed something in the way they work."
            ),
            Para(
                "[[[[26|s11_returns]] of [[31 agencies|~-;label=Agencies asked for a section 11 audit]] completed the section 11 audit|!review;kind=audit;title=Section 11 audit;status=-]]. Level 2 and Level 3 of the competency framework are now one course."
            ),
            Box(
                "LEARNING",
                (
                    Para(
                        "[[Workshops led by parents were booked out within a day|!achievement;agency=TSCP;theme=learning]], and the evaluation shows why: nobody forgets a story."
                    ),
                ),
            ),
        ),
        tab=2,
        columns=2,
        context=PARTNERSHIP,
    )


def _priorities() -> Section:
    rows = (
        (
            "infants",
            "Safe sleep, safe start",
            "Fewer babies die or are hurt in their first year.",
            "Every home visitor will look at where the baby sleeps.",
            "yes",
        ),
        (
            "neglect",
            "Noticing neglect together",
            "Neglect is named early and acted on.",
            "One neglect tool in every agency by December.",
            "no",
        ),
        (
            "exploitation",
            "Beyond exploitation",
            "Children are disrupted less and exploiters more.",
            "Weekly panels, with a parent on each.",
            "no",
        ),
        (
            "anti_racism",
            "Fair to every child",
            "Black and minoritised children are neither over-policed nor overlooked.",
            "Publish our data by ethnicity twice a year.",
            "no",
        ),
    )
    table = tuple(
        (
            f"[[{title}|!priority;title={title};theme={theme};outcome={outcome};pledge={pledge};new={new};owner=TSCP;year=2025/26]]{' (new)' if new == 'yes' else ''}",
            outcome,
            pledge,
        )
        for theme, title, outcome, pledge, new in rows
    )
    return Section(
        "Our priorities for 2025-26",
        (
            Para("The four priorities run for one year and are reviewed each quarter."),
            Table(("Priority", "Outcome", "Pledge"), table, widths=(1.2, 2, 2), rules="half"),
        ),
        tab=3,
        columns=1,
        context=PARTNERSHIP,
    )


def thornleigh() -> Report:
    return Report(
        name="annual-report",
        folder="thornleigh/2024-25",
        title="Thornleigh Safeguarding Children Partnership Annual Report 2024-25",
        partnership_id="tscp",
        partnership="Thornleigh Safeguarding Children Partnership",
        acronym="TSCP",
        year=YEAR,
        published=None,
        motto="Hills, mills and children",
        tabs=("WHO WE ARE", "WHAT WE DID", "WHAT WE LEARNED", "WHAT NEXT"),
        sections=(_welcome(), _arrangements(), _numbers(), _city(), _police(), _learning(), _training(), _priorities()),
    )
