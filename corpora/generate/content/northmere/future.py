"""Training, priorities with outcome and pledge, and the key messages."""

from __future__ import annotations

from typing import NamedTuple

from corpora.generate.blocks import Block, Box, Break, Bullets, Heading, Para, Section, Table
from corpora.generate.content.northmere.editions import Edition, change, num
from corpora.generate.content.northmere.opening import PARTNERSHIP


class Aim(NamedTuple):
    theme: str
    title: str
    outcome: str
    pledge: str
    new: bool


PRIORITIES = {
    "2023/24": (
        Aim(
            "neglect",
            "Recognising Neglect",
            "Children who are neglected are noticed before they are seven.",
            "We will use one graded care profile in every service.",
            False,
        ),
        Aim(
            "extra_familial_harm",
            "Safe Outside the Home",
            "Young people are protected in the places where they spend their time.",
            "We will map the places where harm happens and act on each of them.",
            False,
        ),
        Aim(
            "domestic_abuse",
            "Children Living with Domestic Abuse",
            "Children are treated as victims in their own right.",
            "We will offer every child a worker of their own.",
            False,
        ),
        Aim(
            "workforce",
            "A Settled Workforce",
            "Families do not have to tell their story twice.",
            "We will publish our vacancy rates every quarter.",
            False,
        ),
        Aim(
            "voice",
            "Hearing the Child",
            "Children can say how they were heard.",
            "We will start no plan without the child's own words.",
            False,
        ),
    ),
    "2024/25": (
        Aim(
            "neglect",
            "Recognising Neglect",
            "Children who are neglected are noticed before they are seven.",
            "We will use one graded care profile in every service.",
            False,
        ),
        Aim(
            "extra_familial_harm",
            "Harm in Parks, Streets and Online",
            "Young people are protected in the places where they spend their time, and on their screens.",
            "We will map the places where harm happens and act on each of them.",
            False,
        ),
        Aim(
            "workforce",
            "A Settled Workforce",
            "Families do not have to tell their story twice.",
            "We will publish our vacancy rates every quarter.",
            False,
        ),
        Aim(
            "voice",
            "Hearing the Child",
            "Children can say how they were heard.",
            "We will start no plan without the child's own words.",
            False,
        ),
        Aim(
            "infants",
            "The First Thousand Days",
            "Babies are safe because the adults around them are supported.",
            "We will see every expectant mother with a child protection history before week 20.",
            True,
        ),
    ),
}

_COURSES = (
    ("Working together to safeguard children", 6, 148),
    ("Neglect and the graded care profile", 4, 121),
    ("Child sexual abuse: seeing the signs", 3, 83),
    ("Safety planning with teenagers", 3, 77),
    ("Domestic abuse and the child's view", 3, 72),
    ("Working with fathers", 3, 41),
    ("Perplexing presentations", 2, 38),
    ("Online harm", 3, 64),
    ("Substance use in the family", 3, 57),
    ("Attending a conference with confidence", 3, 69),
    ("Managing allegations", 3, 52),
    ("Bruising in babies", 3, 58),
    ("Learning from practice reviews", 3, 79),
    ("Trauma and the adolescent brain", 3, 46),
    ("Private fostering", 2, 17),
    ("Designated lead forum", 3, 15),
    ("Children in temporary housing", 1, 9),
    ("Talking with children who do not talk", 1, 14),
    ("Faith settings and safeguarding", 1, 8),
    ("Volunteers: the essentials", 1, 11),
    ("Sleep safe, ages 0 to 2", 1, 12),
    ("Chairing a strategy meeting", 1, 7),
)


def training(e: Edition) -> Section:
    n = e.n
    more, direction, _ = change(e, "sessions")
    _, updir, uppct = change(e, "attended")
    return Section(
        "Training",
        (
            Box(
                "EVIDENCE",
                (
                    Bullets(
                        (
                            f"[[{n['sessions']} sessions|train_sessions;vs={n['sessions_before']}@{e.before}]] were held in {e.year}, [[{more} more|train_sessions;role=change_abs;dir={direction}]] than in {e.before} ([[{n['sessions_before']}|train_sessions;role=previous;p={e.before}]]).",
                            f"Of [[{num(n['booked'])} booked places|train_booked]], [[{num(n['attended'])}|train_attended;vs={n['attended_before']}@{e.before}]] were taken up, a {'rise' if updir == 'increase' else 'fall'} of [[{uppct}|train_attended;u=percent;role=change_pct;dir={updir}]].",
                            f"[[{n['cancelled']}|train_cancelled]] people cancelled and [[{n['dna']}|train_dna]] did not come.",
                            f"E-learning was completed [[{num(n['elearning'])} times|train_elearning_completions;vs={n['elearning_before']}@{e.before}]], compared with [[{num(n['elearning_before'])}|train_elearning_completions;role=previous;p={e.before}]] in {e.before}.",
                        )
                    ),
                ),
            ),
            Break("column"),
            Box(
                "IMPACT",
                (
                    Para(
                        f"[[{'97%' if e.latest else '95%'}|train_satisfaction_pct;role=share]] of those who gave feedback rated their course good or excellent, and [[{'93%' if e.latest else '94%'}|train_will_help_pct;role=share]] said that it would help them to protect children."
                        " [[Three months on, managers saw the tools from the neglect course in use in most of the cases they sampled|!achievement;agency=NSSCP;theme=learning]]."
                    ),
                ),
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        f"[[Short-notice absence is costly: [[{int(100 * n['dna'] / n['booked'] + 0.5)}%|train_dna_pct;role=share]] of places stayed empty|!challenge;agency=NSSCP;theme=learning]]."
                    ),
                ),
            ),
        ),
        tab=3,
        strip="top",
        context=PARTNERSHIP,
    )


def courses(e: Edition) -> Section:
    """Attendance by course: the table runs over two pages, and its numbers add up to those in the text."""
    rows = []
    for name, sessions, people in _COURSES:
        if not e.latest:
            sessions, people = max(1, sessions - (1 if sessions > 3 else 0)), people - (8 if people > 15 else 1)
        rows.append((name, sessions, people))
    short_sessions = e.n["sessions"] - sum(r[1] for r in rows)
    short_people = e.n["attended"] - sum(r[2] for r in rows)
    name, sessions, people = rows[0]
    rows[0] = (name, sessions + short_sessions, people + short_people)
    body = [(name, f"[[{s}|-;label=Sessions: {name}]]", f"[[{p}|-;label=Attended: {name}]]") for name, s, p in rows]
    body.append(
        (
            "**Total**",
            f"[[**{e.n['sessions']}**|train_sessions;role=total;label=Sessions: total]]",
            f"[[**{num(e.n['attended'])}**|train_attended;role=total;label=Attended: total]]",
        )
    )
    return Section(
        "Courses and attendance",
        (
            Para("Each course is offered to all agencies. Numbers are of places taken up, not of people."),
            Table(("Course", "Sessions", "Attended"), tuple(body), widths=(5, 1, 1)),
        ),
        tab=3,
        columns=1,
        strip="top",
        context=PARTNERSHIP,
    )


def priorities(e: Edition) -> Section:
    blocks: list[Block] = [
        Para(
            f"Partners chose these priorities for {e.after} at a workshop in February, with the young scrutineers in the room."
        )
    ]
    for i, aim in enumerate(PRIORITIES[e.year]):
        if i == 3:
            blocks.append(Break("column"))
        mark = " (NEW)" if aim.new else ""
        title = f"[[{aim.title.upper()}|!priority;title={aim.title};stage=ahead;theme={aim.theme};outcome={aim.outcome};pledge={aim.pledge};new={'yes' if aim.new else 'no'};owner=NSSCP;year={e.after}]]{mark}"
        blocks += [Heading(title, 2), Para(f"**Outcome:** {aim.outcome}"), Para(f"**Our pledge:** {aim.pledge}")]
    return Section(f"Our priorities for {e.after}", tuple(blocks), tab=4, context=PARTNERSHIP)


def progress(e: Edition) -> Section:
    return Section(
        "Progress on our priorities",
        (
            Heading("[[Neglect|!priority;title=Neglect;theme=neglect;stage=reported;owner=NSSCP]]", 3),
            Para(
                "The graded care profile is in use in Northmere and is being learnt in Saltmarsh. [[Housing officers asked for their own version, and now send us photographs of homes that worry them|!achievement;agency=NSSCP;theme=neglect]]."
            ),
            Heading("[[Adolescents|!priority;title=Adolescents;theme=adolescents;stage=reported;owner=NSSCP]]", 3),
            Para(
                "[[There has been little movement on a joint offer for seventeen-year-olds, and we cannot yet show that anyone is safer for it|!challenge;agency=NSSCP;theme=adolescents]]."
            ),
            Break("column"),
            Heading("[[Workforce|!priority;title=Workforce;theme=workforce;stage=reported;owner=NSSCP]]", 3),
            Para(
                "Newly qualified social workers and student nurses share an induction week. Supervision was the subject of a peer review by a partnership in another region."
            ),
            Box(
                "EVIDENCE",
                (
                    Para(
                        "The risk register was seen by the Executive at each meeting. [[Its risk on data quality was lowered from red to amber in March|!achievement;agency=NSSCP;theme=info_sharing]]."
                    ),
                ),
            ),
        ),
        tab=2,
        context=PARTNERSHIP,
    )


def messages(e: Edition) -> Section:
    return Section(
        "Key messages",
        (
            Heading("FOR PRACTITIONERS", 2),
            Bullets(
                (
                    "Say what life is like for the child.",
                    "Ask who else lives here, and who visits.",
                    "If you disagree, say so, and do not let it rest.",
                    "Write as if the child will read it at eighteen.",
                )
            ),
            Break("column"),
            Heading("FOR LEADERS", 2),
            Bullets(
                (
                    "Count what matters to families.",
                    "Come to the Board, or send somebody who can decide.",
                    "Thank your staff, and protect time for them to think.",
                )
            ),
        ),
        tab=4,
        strip="top",
        context=PARTNERSHIP,
    )
