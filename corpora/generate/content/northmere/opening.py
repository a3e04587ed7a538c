"""Foreword, the report itself, who we are, how we meet, what it costs."""

from __future__ import annotations

from corpora.generate.blocks import Box, Break, Bullets, Heading, Para, Section, Table
from corpora.generate.content.northmere.editions import Edition, num

PARTNERSHIP = {"area": "Northmere & Saltmarsh", "agency": "NSSCP"}


def foreword(e: Edition) -> Section:
    people = "Marian Thorncastle" if e.latest else "Desmond Ayliffe"
    rating = (
        "[[[[[[Saltmarsh Council was judged 'Outstanding' by Ofsted in November 2024, the first time that it has held that grade|!achievement;agency=Saltmarsh Council;theme=inspection]]|!finding;kind=inspection;agency=Saltmarsh Council]]|!review;kind=inspection;title=Ofsted inspection, Saltmarsh Council;status=-]]"
        if e.latest
        else "[[[[[[Northmere Council moved from 'Requires Improvement' to 'Good' after its Ofsted visit in January 2024|!achievement;agency=Northmere Council;theme=inspection]]|!finding;kind=inspection;agency=Northmere Council]]|!review;kind=inspection;title=Ofsted inspection, Northmere Council;status=-]]"
    )
    money = (
        "[[Estuary Constabulary must find savings of [[£14 million|agency_saving_target;ag=Estuary Constabulary;ar=-;role=target;p=-]] over two years|!challenge;agency=Estuary Constabulary;theme=finance]],"
        " and Northmere Council expects to close [[about 120 posts|agency_staff_reduction;ag=Northmere Council;ar=Northmere;q=about;role=change_abs;dir=decrease;p=2026]] before the summer of 2026."
        if e.latest
        else "[[The Integrated Care Board was asked to cut its running costs by [[30%|-;label=Cut in running costs of the ICB;ag=NHS Kestrel Coast ICB;ar=-;role=target;p=-]]|!challenge;agency=NHS Kestrel Coast ICB;theme=finance]],"
        " and every partner began the year with unfilled posts."
    )
    published = "two" if e.latest else "one"
    return Section(
        "Foreword by the Independent Scrutineer",
        (
            Para(
                f"This report covers the twelve months from 1 April {e.year[:4]} to {e.snapshot}. I was asked to say plainly what has got better for children in Northmere"
                " and Saltmarsh, what has not, and how we know. I have read the papers, sat in on meetings, and spent nine days with front-line teams."
            ),
            Para(
                f"There is much to be glad about. {rating}. Practitioners tell me that they know whom to ring, and most say the phone is answered."
                f" [[We published [[{published} Local Child Safeguarding Practice Review{'s' if e.latest else ''}|lcspr_published;role=current]]|!achievement;agency=NSSCP;theme=learning]] and have kept going back to ask whether the advice in"
                " earlier reviews was acted on."
            ),
            Para(
                f"It has not been an easy year. {money} [[Families are waiting longer for help with neurodevelopmental needs|!challenge;agency=NSSCP;theme=mental_health]],"
                " and head teachers say that the children they worry about most arrive with more than one problem."
            ),
            Para(
                "It matters who is in the room. When a decision about a child is made by those who know her, it is nearly always a better one. I have seen partners wait for a colleague who was late, and I have seen them change their minds when she came. That is what working together looks like. I also saw a meeting at which eleven people read aloud what the others had already read, and I said so."
            ),
            Para(
                "Independence has to be used. I wrote to chief officers four times, twice about information that was not shared, once about a decision that no one would own, and once to say well done."
            ),
            Para(
                "My role is to ask the awkward question. I asked it about chronic neglect, about adolescents who are harmed outside the home, and about the small number of"
                " settings that teach children without being registered. Not every answer was comfortable, but nobody refused to give one."
            ),
            Para(
                f"Looking ahead to {e.after}, partners have agreed priorities that are few enough to remember. I will hold them to the pledges printed at the end of this report."
                " To the foster carers, midwives, constables, teachers and volunteers who make up this partnership: thank you."
            ),
            Para(f"**{people}**"),
            Para("Independent Scrutineer, Northmere & Saltmarsh Safeguarding Children Partnership"),
        ),
        context=PARTNERSHIP,
    )


def about(e: Edition) -> Section:
    return Section(
        "About this report",
        (
            Para(
                "The Northmere & Saltmarsh Safeguarding Children Partnership (NSSCP) brings together the bodies that share the legal duty to keep children safe in two"
                " neighbouring council areas. Section 16G of the Children Act 2004 and Working Together to Safeguard Children 2023 ask us to report every year."
            ),
            Heading("How to read it", 2),
            Para("Coloured labels mark what kind of statement follows:"),
            Bullets(
                (
                    "**Evidence** is what we counted, saw or were told.",
                    "**Impact** is the difference that it made to a child or a family.",
                    "**Challenge** is what still stands in the way.",
                    "**Learning** is what a review or an audit taught us.",
                    "**Improvement** is what was changed in answer to it.",
                )
            ),
            Break("column"),
            Heading("The places we serve", 2),
            Para(
                "Northmere is a port town with a young and growing population. [[31,420 children|pop_under18;ar=Northmere;ag=-;p=2021 Census]] under 18 were counted there in the 2021"
                " Census, [[24%|pop_under18_pct;ar=Northmere;ag=-;p=2021 Census;role=share]] of all residents. Saltmarsh is a string of villages along the estuary, where"
                " [[12,860 children|pop_under18;ar=Saltmarsh;ag=-;p=2021 Census]] live."
            ),
            Para(
                "[[Just over 19%|low_income_under16_pct;ar=Northmere;ag=-;q=over;p=-;role=share]] of Northmere's children grow up in low-income families, against"
                " [[11%|low_income_under16_pct;ar=Saltmarsh;ag=-;p=-;role=share]] in Saltmarsh. Our strategy for 2023-2026 was written with that gap in mind."
            ),
            Para("If you are worried about a child, ring the Front Door on 01632 960 417, or 999 in an emergency."),
        ),
        tab=0,
        context=PARTNERSHIP,
    )


def governance(e: Edition) -> Section:
    model = (
        "In September 2024 the lead partners published new arrangements that move the chair of the Executive between the three statutory partners each year."
        if e.latest
        else "During the year the partners began to rewrite their arrangements so that they match Working Together 2023."
    )
    return Section(
        "How the partnership works",
        (
            Heading("STATUTORY PARTNERS", 2),
            Para(
                "[[Four bodies|~-;label=Statutory partners]] are equally and jointly responsible for the local arrangements:"
            ),
            Bullets(
                (
                    "Northmere Council",
                    "Saltmarsh Council",
                    "NHS Kestrel Coast Integrated Care Board (ICB)",
                    "Estuary Constabulary",
                )
            ),
            Heading("THE EXECUTIVE", 2),
            Para(
                f"The Executive met [[six times|meetings_held;label=Executive meetings held]] in {e.year}. It is made up of the delegated partners, the head teacher who speaks for schools,"
                f" and the Independent Scrutineer. {model}"
            ),
            Break("column"),
            Heading("THE SAFEGUARDING BOARD", 2),
            Para(
                "The Board is where relevant agencies test each other's work. It met [[four times|meetings_held;label=Board meetings held]], twice in person. Members bring a short account of"
                " the pressures in their service, and one theme is looked at in depth each time."
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Attendance by voluntary organisations has been patchy, because the same two managers are asked to sit on every board|!challenge;agency=NSSCP;theme=leadership]]."
                        " From the autumn one seat will be shared between [[five charities|~-;label=Charities sharing a seat]]."
                    ),
                ),
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[After the Board questioned how long families waited for a parenting course, evening places were opened in Saltmarsh within a month|!achievement;agency=NSSCP;theme=early_help]]."
                    ),
                ),
            ),
        ),
        tab=0,
        strip="top",
        context=PARTNERSHIP,
    )


_EXECUTIVE = {
    True: {
        "Northmere Council": "yyyyyy",
        "Saltmarsh Council": "yyynyy",
        "NHS Kestrel Coast ICB": "ynyyyy",
        "Estuary Constabulary": "ynynyy",
        "Schools' representative": "nyyynn",
    },
    False: {
        "Northmere Council": "yyyyyy",
        "Saltmarsh Council": "yyyyyy",
        "NHS Kestrel Coast ICB": "ynyynn",
        "Estuary Constabulary": "yyynyy",
        "Schools' representative": "nnyynn",
    },
}
_BOARD = {
    True: {
        "Northmere Royal Infirmary": "yyyy",
        "Kestrel Vale Community NHS Trust": "yynn",
        "Probation Service": "nyyy",
        "Public Health": "yyyn",
        "Northmere Housing": "ynnn",
        "Fire and Rescue Service": "nnnn",
        "Saltmarsh Youth Service": "yyyy",
    },
    False: {
        "Northmere Royal Infirmary": "yyny",
        "Kestrel Vale Community NHS Trust": "yyyy",
        "Probation Service": "nynn",
        "Public Health": "yyyy",
        "Northmere Housing": "nnnn",
        "Fire and Rescue Service": "ynnn",
        "Saltmarsh Youth Service": "yyyn",
    },
}


def _attendance(rows: dict[str, str], dates: tuple[str, ...], *, title: str, ticks: str, rules: str = "ruled") -> Table:
    body = []
    for name, marks in rows.items():
        share = f"{int(100 * marks.count('y') / len(marks) + 0.5)}%"
        cells = ["yes" if m == "y" else "no" for m in marks]
        body.append(
            (name, *cells, f"[[{share}|attendance_pct;label=Attendance of {name} at the {title};ag={name};role=share]]")
        )
    columns = tuple(range(1, len(dates) + 1))
    return Table(
        ("Organisation", *dates, "Attendance"),
        tuple(body),
        title=title,
        widths=(3.2, *(1.0 for _ in dates), 1.3),
        tick_columns=columns,
        ticks=ticks,
        rules=rules,
    )


def attendance(e: Edition) -> Section:
    a, b = e.year[2:4], e.year[5:7]
    months = (f"May {a}", f"Jul {a}", f"Sep {a}", f"Nov {a}", f"Jan {b}", f"Mar {b}")
    quarters = (f"Jun {a}", f"Oct {a}", f"Dec {a}", f"Mar {b}")
    return Section(
        "Attendance",
        (
            _attendance(_EXECUTIVE[e.latest], months, title="Executive", ticks="glyph"),
            Para("A tick shows that the partner or a named deputy was present, a cross that nobody came."),
            Break("page"),
            _attendance(_BOARD[e.latest], quarters, title="Safeguarding Board", ticks="vector"),
        ),
        tab=0,
        columns=1,
        context=PARTNERSHIP,
    )


_INCOME = {
    True: (
        ("Northmere Council", 118_400),
        ("Saltmarsh Council", 64_250),
        ("NHS Kestrel Coast ICB", 71_300),
        ("Estuary Constabulary", 26_500),
        ("Schools Forum", 9_000),
        ("Use of Reserves", 21_875),
    ),
    False: (
        ("Northmere Council", 118_400),
        ("Saltmarsh Council", 61_000),
        ("NHS Kestrel Coast ICB", 71_300),
        ("Estuary Constabulary", 24_000),
        ("Schools Forum", 9_000),
        ("Use of Reserves", 8_120),
    ),
}
_SPENDING = {
    True: (
        ("Staffing", 204_610),
        ("Independent scrutiny", 31_200),
        ("Practice reviews", 42_380),
        ("Training and events", 19_745),
        ("Website and printing", 6_930),
        ("Venues", 6_460),
    ),
    False: (
        ("Staffing", 196_340),
        ("Independent scrutiny", 29_800),
        ("Practice reviews", 27_150),
        ("Training and events", 22_610),
        ("Website and printing", 8_420),
        ("Venues", 7_500),
    ),
}


def _money(rows: tuple[tuple[str, int], ...], *, what: str, line: str, total: str) -> tuple[tuple[str, ...], ...]:
    body = [
        (name, f"[[£{num(v)}|{'budget_reserves_used' if name == 'Use of Reserves' else line};label={what}: {name}]]")
        for name, v in rows
    ]
    return (*body, (f"**Total {what}**", f"[[**£{num(sum(v for _, v in rows))}**|{total};role=total]]"))


def finance(e: Edition) -> Section:
    income, spending = _INCOME[e.latest], _SPENDING[e.latest]
    staffing = spending[0][1]
    share = f"{int(100 * staffing / sum(v for _, v in spending) + 0.5)}%"
    return Section(
        "Money",
        (
            Table(
                ("Income", e.year),
                _money(income, what="Income", line="budget_income_line", total="budget_income_total"),
                widths=(2, 1),
            ),
            Break("column"),
            Table(
                ("Expenditure", e.year),
                _money(spending, what="Expenditure", line="budget_expenditure_line", total="budget_expenditure_total"),
                widths=(2, 1),
                rules="half",
            ),
            Para(
                f"Staffing took [[{share}|-;label=Staffing as share of expenditure;role=share]] of what we spent. Contributions in kind, such as rooms and trainers' time, are not shown."
                " The partners judged that the arrangements gave value for money."
            ),
        ),
        tab=0,
        context=PARTNERSHIP,
    )
