"""The snapshot pages and what councils did: front door, plans, children looked after, early help."""

from __future__ import annotations

from corpora.generate.blocks import Box, Break, Bullets, Chart, Heading, Pair, Pairs, Para, Section
from corpora.generate.content.northmere.editions import Edition, change, num

NORTHMERE = {"area": "Northmere", "agency": "Northmere Council"}
SALTMARSH = {"area": "Saltmarsh", "agency": "Saltmarsh Council"}


def snapshot(e: Edition) -> Section:
    n, as_at = e.n, f"as at {e.snapshot}"
    p = f"p={e.snapshot}"
    return Section(
        f"Northmere safeguarding snapshot {e.year}",
        (
            Pairs(
                (
                    Pair("31,420", "children under 18 (Census 2021)", "pop_under18;p=2021 Census"),
                    Pair(num(n["eh"]), "early help assessments completed", "eh_assessments"),
                    Pair(num(n["contacts"]), "contacts to the Front Door", "csc_contacts"),
                    Pair(num(n["referrals"]), "referrals to children's social care", "csc_referrals"),
                    Pair(
                        f"{n['rereferral']}%",
                        "of referrals were repeat referrals within 12 months",
                        "csc_rereferral_pct;role=share",
                    ),
                    Pair(num(n["assessments"]), "social work assessments completed", "assess_completed"),
                    Pair(
                        f"{n['on_time']}%",
                        "of assessments finished within 45 working days",
                        "assess_45d_pct;role=share",
                    ),
                    Pair(num(n["s47"]), "section 47 enquiries", "s47_enquiries"),
                ),
                position="beneath",
            ),
            Pairs(
                (
                    Pair(num(n["cpp"]), f"children on a child protection plan {as_at}", f"cpp_total;{p}"),
                    Pair(num(n["cin"]), f"children in need {as_at}", f"cin_total;{p}"),
                    Pair(num(n["cla"]), f"children looked after {as_at}", f"cla_total;{p}"),
                    Pair(num(n["uasc"]), f"unaccompanied asylum-seeking children {as_at}", f"uasc_total;{p}"),
                ),
                position="above",
            ),
        ),
        tab=1,
        columns=1,
        strip="top",
        context=NORTHMERE,
    )


def saltmarsh_snapshot(e: Edition) -> Section:
    new = e.latest
    p = f"p={e.snapshot}"
    return Section(
        f"Saltmarsh safeguarding snapshot {e.year}",
        (
            Pairs(
                (
                    Pair("12,860", "children under 18 (Census 2021)", "pop_under18;p=2021 Census"),
                    Pair("1,942" if new else "1,806", "contacts to the Saltmarsh Hub", "csc_contacts"),
                    Pair("417" if new else "439", "referrals", "csc_referrals"),
                    Pair(
                        "91%" if new else "88%", "of assessments completed within 45 days", "assess_45d_pct;role=share"
                    ),
                    Pair(
                        "38" if new else "44",
                        f"children on a child protection plan as at {e.snapshot}",
                        f"cpp_total;{p}",
                    ),
                    Pair("61" if new else "57", f"children looked after as at {e.snapshot}", f"cla_total;{p}"),
                    Pair(
                        "0" if new else "2",
                        f"private fostering arrangements as at {e.snapshot}",
                        f"private_fostering;{p}",
                    ),
                    Pair("54" if new else "49", "contacts to the LADO", "lado_contacts"),
                    Pair("7" if new else "11", "children reported missing from home", "missing_home_children"),
                ),
                position="beside",
                columns=3,
                circles=False,
            ),
        ),
        tab=1,
        columns=1,
        context=SALTMARSH,
    )


def _front_door_impact(e: Edition) -> Box:
    return Box(
        "IMPACT",
        (
            Para(
                "[[[[Seven in ten assessments|~-;v=70;u=percent;role=share;label=Assessments that quote the child]] now quote the child's own words, up from [[four in ten|~-;v=40;u=percent;role=previous;p=-;label=Assessments that quote the child]] when we first looked|!achievement;agency=Northmere Council;theme=voice]]."
                if e.latest
                else "[[Duty managers now ring the referrer back within two hours, and schools say that this has rebuilt trust|!achievement;agency=Northmere Council;theme=core_practice]]."
            ),
            Para(
                "**Case study.** Jodie, 14, had been moved three times in two years before her social worker asked what she wanted. Now 15, she lives with her aunt and is back"
                " at school four days a week."
            ),
        ),
    )


def front_door(e: Edition) -> Section:
    n = e.n
    more, direction, pct = change(e, "contacts")
    _, _, fall = change(e, "s47")
    fewer_up = "fell" if n["s47"] < n["s47_before"] else "rose"
    s47_dir = "decrease" if fewer_up == "fell" else "increase"
    return Section(
        "Northmere: Children's Social Care",
        (
            Heading("THE FRONT DOOR", 2),
            Box(
                "EVIDENCE",
                (
                    Para(
                        f"The Front Door took [[{num(n['contacts'])} contacts|csc_contacts;vs={n['contacts_before']}@{e.before}]] in {e.year}, an {direction} of"
                        f" [[{num(more)}|csc_contacts;role=change_abs;dir={direction}]] ([[{pct}|csc_contacts;u=percent;role=change_pct;dir={direction}]]) on the"
                        f" [[{num(n['contacts_before'])}|csc_contacts;role=previous;p={e.before}]] of the year before. [[{num(n['referrals'])} referrals|csc_referrals]] were accepted."
                    ),
                    Para(
                        f"Re-referrals within a year stood at [[{n['rereferral']}%|csc_rereferral_pct;role=share;vs={n['rereferral_before']}@{e.before}]]"
                        f" ([[{n['rereferral_before']}%|csc_rereferral_pct;role=previous;p={e.before}]] in {e.before})."
                    ),
                ),
            ),
            Heading("ENQUIRIES AND PLANS", 2),
            Para(
                f"Section 47 enquiries {fewer_up} by [[{fall}|s47_enquiries;u=percent;role=change_pct;dir={s47_dir}]], from"
                f" [[{n['s47_before']}|s47_enquiries;role=previous;p={e.before}]] to [[{n['s47']}|s47_enquiries;vs={n['s47_before']}@{e.before}]]."
                f" They led to [[{n['icpc']} initial child protection conferences|icpc]]."
            ),
            Para(
                f"On {e.snapshot} there were [[{n['cpp']} children|cpp_total;p={e.snapshot}]] subject to a child protection plan, compared with"
                f" [[{n['cpp_before']}|cpp_total;role=previous;p=31 March {int(e.spring) - 1}]] twelve months earlier. Neglect was the category for"
                f" [[{'46%' if e.latest else '51%'}|cpp_category_neglect_pct;role=share;p={e.snapshot}]] of them."
            ),
            _front_door_impact(e),
            Box(
                "CHALLENGE",
                (
                    Para(
                        f"[[Recruitment of experienced social workers remains hard: the vacancy rate was [[{'17.5%' if e.latest else '19.2%'}|sw_vacancy_pct;role=share;p={e.snapshot}]]|!challenge;agency=Northmere Council;theme=workforce]]"
                        f" at the end of March, and the average caseload [[{'16.4' if e.latest else '17.1'}|sw_caseload;p={e.snapshot}]] children."
                    ),
                ),
            ),
        ),
        tab=1,
        context=NORTHMERE,
    )


def care(e: Edition) -> Section:
    n = e.n
    ages = "aged 17 to 25" if e.latest else "aged 17 to 21"
    leavers = "188" if e.latest else "121"
    more, direction, _ = change(e, "cla")
    return Section(
        "Northmere: Children in our care",
        (
            Para(
                f"We were looking after [[{n['cla']} children|cla_total;p={e.snapshot};vs={n['cla_before']}@31 March {int(e.spring) - 1}]] on {e.snapshot},"
                f" [[{more} more|cla_total;role=change_abs;dir={direction};p={e.snapshot}]] than a year ago. Of these, [[{n['uasc']}|uasc_total;p={e.snapshot}]] had arrived in the country alone,"
                " most of them through the National Transfer Scheme."
            ),
            Para(
                f"The Leaving Care Service supported [[{leavers} care leavers|care_leavers_total;label=Care leavers supported ({ages})]] {ages}."
                + (
                    " Until last year we counted only those up to 21, so this figure cannot be set beside the one in our previous report."
                    if e.latest
                    else ""
                )
                + f" [[{'63%' if e.latest else '58%'}|care_leavers_eet_pct;role=share]] of them were in education, employment or training."
            ),
            Box(
                "EVIDENCE AND IMPACT",
                (
                    Para(
                        f"[[{'88%' if e.latest else '81%'}|cla_iha_20d_pct;role=share]] of initial health assessments took place within 20 working days, against a target of"
                        " [[90%|cla_iha_20d_pct;role=target]]. [[Children placed out of area now see the same nurse throughout|!achievement;agency=Northmere Council;theme=core_practice]]."
                    ),
                ),
            ),
            Break("column"),
            Heading("CHILDREN WHO GO MISSING", 2),
            Para(
                f"There were [[{n['missing']} missing episodes|missing_episodes;vs={n['missing_before']}@{e.before}]] in {e.year}, involving [[{n['missing_children']} children|missing_children_all]]."
                f" The previous year's total was [[{n['missing_before']}|missing_episodes;role=previous;p={e.before}]]."
                f" [[{n['rhi']}%|rhi_72h_pct;role=share]] of return home interviews were held within 72 hours."
            ),
            Chart(
                f"Missing episodes by quarter, {e.year}",
                ("Q1", "Q2", "Q3", "Q4"),
                ("From home", "From care"),
                ((41, 38, 35, 30), (36, 33, 34, 29)) if e.latest else ((45, 42, 40, 36), (38, 36, 35, 33)),
                ("-", "-"),
            ),
        ),
        tab=1,
        strip="top",
        context=NORTHMERE,
    )


def early_help(e: Edition) -> Section:
    n = e.n
    more, direction, pct = change(e, "eh")
    return Section(
        "Northmere: Early Help",
        (
            Para(
                f"Early help assessments grew again. [[{num(n['eh'])}|eh_assessments;vs={n['eh_before']}@{e.before}]] were completed, [[{more} more|eh_assessments;role=change_abs;dir={direction}]]"
                f" than in {e.before} (+[[{pct}|eh_assessments;u=percent;role=change_pct;dir={direction}]]). Schools led [[{'six' if e.latest else 'five'} in ten|-;label=Early help assessments led by schools;v={60 if e.latest else 50};u=percent;role=share]] of them."
            ),
            Box(
                "IMPROVEMENT",
                (
                    Bullets(
                        (
                            "[[Family hubs opened at Quayside and Mill Lane, each with a midwife, a debt adviser and a health visitor|!achievement;agency=Northmere Council;theme=early_help]].",
                            f"[[{'94' if e.latest else '87'} families|eh_step_down]] were stepped down to early help when a child in need plan ended.",
                            "[[A single consent form replaced four older ones|!achievement;agency=Northmere Council;theme=early_help]].",
                        )
                    ),
                ),
            ),
            Break("column"),
            Para(
                "[[1,260 young people|youth_targeted_users]] had targeted support from youth workers, the first year in which we have counted them."
                if e.latest
                else "[[148 children|temp_accom_children;p=31 March 2024]] were living in temporary accommodation on 31 March 2024."
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Fathers are still named in fewer than [[half|-;label=Early help plans that name the father;v=50;u=percent;q=under;role=share;ag=Northmere Council]] of early help plans|!challenge;agency=Northmere Council;theme=family_engagement]], and the form does not ask for them."
                    ),
                ),
            ),
        ),
        tab=1,
        context=NORTHMERE,
        nasty="right-first",
    )


def saltmarsh(e: Edition) -> Section:
    return Section(
        "Saltmarsh Council",
        (
            Box(
                "EVIDENCE",
                (
                    Para(
                        f"The Saltmarsh Hub handled [[{'1,942' if e.latest else '1,806'} contacts|csc_contacts]]. [[{'417' if e.latest else '439'}|csc_referrals]] became referrals to social care."
                        f" A small team means that one large family can move a percentage: [[{'three' if e.latest else 'two'} sibling groups|-;label=Sibling groups among children on plans]] account for most plans."
                    ),
                    Para(
                        f"[[[[Audit of [[{'24' if e.latest else '20'} case files|audit_cases]]|!review;kind=audit;title=Audit of case files;status=-]] graded [[{'9' if e.latest else '5'}|audit_grade_count;label=Files graded Outstanding]] Outstanding,"
                        f" [[{'12' if e.latest else '11'}|audit_grade_count;label=Files graded Good]] Good and [[{'three' if e.latest else 'four'}|audit_grade_count;label=Files graded Requires Improvement]] Requires Improvement|!finding;kind=audit;source=Saltmarsh case file audit]]. None was Inadequate."
                    ),
                ),
            ),
            Break("column"),
            Box(
                "LEARNING",
                (
                    Para(
                        "[[Rural isolation hides neglect: two of the families audited had not been visited at home for eleven weeks|!finding;kind=audit;source=Saltmarsh case file audit;theme=neglect]]."
                    ),
                ),
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[A travelling health visitor now parks in each village once a fortnight, and has met every new mother since October|!achievement;agency=Saltmarsh Council;theme=infants]]."
                    ),
                ),
            ),
        ),
        tab=1,
        context=SALTMARSH,
    )
