"""Practice reviews with numbered findings and recommendations, rapid reviews, audits, voice, communication."""

from __future__ import annotations

from corpora.generate.blocks import Block, Box, Break, Bullets, Heading, Pair, Pairs, Para, Section
from corpora.generate.content.northmere.editions import Edition, num
from corpora.generate.content.northmere.opening import PARTNERSHIP

TAMSIN = "LCSPR Child Tamsin"
FERRY = "LCSPR Ferry Lane"

TAMSIN_FINDINGS = (
    "Professionals described what they had done rather than what life was like for Tamsin, so that repeated late nights, hunger and missed appointments never added up to a picture of neglect.",
    "Her mother's partner was treated as a visitor. Nobody asked who he was, and checks that would have shown his history were not made.",
    "When agencies disagreed about risk, the disagreement was noted in the minutes and then left there.",
)
TAMSIN_ADVICE = (
    (
        "Northmere Council",
        "Northmere Council should build the graded care profile into every assessment where neglect is a concern, and report its use to the Executive each quarter.",
        "GREEN",
        "complete",
        "Complete. The profile was used in 212 assessments and managers check it at sign-off.",
    ),
    (
        "Estuary Constabulary",
        "Estuary Constabulary should make sure that checks on adults who join a household are requested and recorded before a case conference.",
        "AMBER",
        "in_progress",
        "In progress. A new form is being tried by two teams.",
    ),
    (
        "NSSCP",
        "The NSSCP should rewrite its escalation procedure so that a disagreement is settled within five working days.",
        "GREEN",
        "complete",
        "Complete. The procedure was published in July.",
    ),
)
FERRY_FINDINGS = (
    "Adults' and children's services each held half of the family's story, and the halves were never put side by side.",
    "The move between two schools in one term was the moment of greatest risk, yet the record followed the brothers six weeks late.",
)
FERRY_ADVICE = (
    (
        "Kestrel Vale Community NHS Trust",
        "Kestrel Vale Community NHS Trust should see that adult mental health workers ask about children at every review.",
        "RED",
        "not_started",
        "Not started. The Trust has asked for more time because its record system is being replaced.",
    ),
    (
        "Northmere Education",
        "Northmere Education should require a telephone handover between designated leads whenever a child with a plan changes school.",
        "AMBER",
        "in_progress",
        "In progress. Handover is happening in secondary schools.",
    ),
)
STATUS_BEFORE = {
    TAMSIN: (
        ("AMBER", "in_progress", "In progress. Training for managers has begun."),
        ("RED", "not_started", "Not started. The force is waiting for national guidance."),
        ("AMBER", "in_progress", "In progress. A draft is out for comment."),
    )
}
LIGHTHOUSE = "LCSPR Lighthouse"
LIGHTHOUSE_ADVICE = (
    (
        "Saltmarsh Council",
        "Saltmarsh Council should tell every new parent how to reach a health visitor at the weekend.",
        "GREEN",
        "complete",
        "Complete. The number is printed in the red book.",
    ),
)


def _findings(source: str, texts: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(
        Para(f"**Finding {i}:** [[{t}|!finding;kind=review;source={source};number={i};agency=NSSCP]]")
        for i, t in enumerate(texts, 1)
    )


Advice = tuple[tuple[str, str, str, str, str], ...]


def _advice(source: str, rows: Advice) -> tuple[Block, ...]:
    return tuple(
        Para(
            f"**Recommendation {i}:** [[{text}|!recommendation;kind=review;source={source};number={i};addressee={who};rag={rag.lower()};state={state};status_text={status}]]"
        )
        for i, (who, text, rag, state, status) in enumerate(rows, 1)
    )


def _progress(rows: Advice) -> tuple[Block, ...]:
    return tuple(Para(f"**Recommendation {i}** – {rag} – {status}") for i, (_, _, rag, _, status) in enumerate(rows, 1))


def _tamsin_advice(e: Edition) -> Advice:
    if e.latest:
        return TAMSIN_ADVICE
    return tuple((who, text, *old) for (who, text, *_), old in zip(TAMSIN_ADVICE, STATUS_BEFORE[TAMSIN], strict=True))


def reviews(e: Edition) -> Section:
    when = "was published in May 2024" if e.latest else "was finished in March 2024 and will be published in May"
    status = "published" if e.latest else "completed"
    intro = Para(
        f"The [[Local Child Safeguarding Practice Review about Tamsin|!review;kind=lcspr;title={TAMSIN};status={status};published={'2024-05' if e.latest else '-'}]] {when}. Its author, Helen Oakshott, makes"
        " [[three findings|lcspr_findings]] and [[three recommendations|lcspr_recommendations]]. Tamsin was six when she was found alone in a caravan in winter."
    )
    advice = _tamsin_advice(e)
    return Section(
        "Practice review: Child Tamsin",
        (
            intro,
            Box("LEARNING", _findings(TAMSIN, TAMSIN_FINDINGS)),
            Break("column"),
            Box("IMPROVEMENT", _advice(TAMSIN, advice)),
            Break("page"),
            Heading("Child Tamsin: where the recommendations stand", 2),
            *_progress(advice),
            Break("column"),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[Health visitors say that the graded care profile gives them words for what they see, and that parents recognise themselves in it|!achievement;agency=NSSCP;theme=neglect]]."
                    ),
                ),
            ),
        ),
        tab=2,
        context=PARTNERSHIP,
    )


def second_review(e: Edition) -> Section:
    if not e.latest:
        return Section(
            "Practice review: Lighthouse",
            (
                Para(
                    f"The action plan of the [[Lighthouse review|!review;kind=lcspr;title={LIGHTHOUSE};status=published;published=2022-11]], published in November 2022, is now closed."
                    " One recommendation had been left open a year ago."
                ),
                *_advice(LIGHTHOUSE, LIGHTHOUSE_ADVICE),
                *_progress(LIGHTHOUSE_ADVICE),
            ),
            tab=2,
            strip="top",
            context=PARTNERSHIP,
        )
    return Section(
        "Practice review: Ferry Lane",
        (
            Para(
                f"The [[Ferry Lane review|!review;kind=lcspr;title={FERRY};status=published;published=2025-01]] was published in January 2025. It concerns two brothers and was written by Ruth Penhallow and"
                " Idris Calloway."
            ),
            *_findings(FERRY, FERRY_FINDINGS),
            Break("column"),
            Box("IMPROVEMENT", (*_advice(FERRY, FERRY_ADVICE), *_progress(FERRY_ADVICE))),
        ),
        tab=2,
        strip="top",
        context=PARTNERSHIP,
    )


def rapid(e: Edition) -> Section:
    n = e.n
    late = (
        "[[100%|rapid_reviews_on_time_pct;role=share]]" if e.latest else "[[83%|rapid_reviews_on_time_pct;role=share]]"
    )
    return Section(
        "Serious incidents and rapid reviews",
        (
            Para(
                f"The councils sent [[[[{n['serious']} serious incident notifications|sin_count]]|!review;kind=notification;title=Serious incident notifications;status=-]] to the national Panel. Each led to a rapid review, and {late} of these were with the Panel inside 15 working days."
                f" [[{'One' if e.latest else 'Two'}|lcspr_commissioned]] went on to become a practice review."
            ),
            Box(
                "LEARNING",
                (
                    Para("[[Three things|~-;label=Repeated lessons]] came up more than once:"),
                    Bullets(
                        (
                            "[[Injuries to babies under six months were explained by older siblings' play, and the explanation was believed|!finding;kind=review;source=Rapid reviews;theme=infants]].",
                            "[[Text messages between young people held the warning that no adult saw|!finding;kind=review;source=Rapid reviews;theme=online]].",
                        )
                    ),
                ),
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        f"The learning was turned into [[{'seven' if e.latest else 'five'} one-page briefings|-;label=One-page briefings published]]. [[Teams that discussed a briefing in supervision changed their plans for [[23 babies|~-;label=Babies whose plans changed after a briefing]]|!achievement;agency=NSSCP;theme=infants]]."
                    ),
                ),
            ),
            Para(
                f"The child death panel reviewed [[{'16' if e.latest else '19'} deaths|child_deaths_reviewed]], most of them of children with long illnesses."
            ),
        ),
        tab=2,
        context=PARTNERSHIP,
    )


def audits(e: Edition) -> Section:
    n = e.n
    good = "33" if e.latest else "26"
    pct = f"{int(100 * int(good) / n['cases'] + 0.5)}%"
    return Section(
        "Multi-agency audits",
        (
            Para(
                f"[[[[{'Five' if e.latest else 'Four'} multi-agency audits|ma_audits]]|!review;kind=audit;title={'Five' if e.latest else 'Four'} multi-agency audits;status=-]] looked at [[{n['cases']} cases|audit_cases]]. [[[[{good}|audit_grade_count;label=Cases graded good or better]] of the [[{n['cases']}|~audit_cases]]"
                f" were good or better ([[{pct}|audit_good_plus_pct;role=share]])|!finding;kind=audit;source=Multi-agency audits]]."
            ),
            Heading("NEGLECT", 2),
            Box(
                "LEARNING",
                (
                    Bullets(
                        (
                            "[[Chronologies were long, but hardly ever used to decide anything|!finding;kind=audit;source=Neglect audit;theme=neglect]].",
                            "[[Dentists had worried earlier than anyone else and did not know whom to tell|!finding;kind=audit;source=Neglect audit;theme=neglect]].",
                        )
                    ),
                ),
            ),
            Heading("HARM OUTSIDE THE HOME", 2),
            Box(
                "EVIDENCE AND IMPACT",
                (
                    Para(
                        "[[Safety plans named the places where harm happened, and park wardens were part of them|!finding;kind=audit;source=Harm outside the home audit;theme=extra_familial_harm]]."
                    ),
                    Para(
                        "[[Parents were invited to [[eight|~-;label=Mapping meetings to which parents were invited]] of the [[ten mapping meetings|~-;label=Mapping meetings audited]] that auditors read about|!finding;kind=audit;source=Harm outside the home audit;theme=family_engagement]]."
                    ),
                ),
            ),
            Para(
                f"[[{n['s11']}|s11_returns]] of [[20 agencies|~-;label=Agencies asked for a section 11 self-assessment]] returned their section 11 self-assessment."
            ),
        ),
        tab=2,
        new_page=False,
        context=PARTNERSHIP,
    )


def voice(e: Edition) -> Section:
    new = e.latest
    return Section(
        "Listening to children",
        (
            Para(
                f"[[{'638' if new else '544'} pupils|survey_responses;label=Pupils who answered the survey]] answered our survey, a response rate of [[{'27%' if new else '24%'}|survey_response_rate_pct;role=share]]."
                f" [[{'71%' if new else '66%'}|survey_positive_pct;label=Pupils who could name an adult they would tell;role=share]] could name an adult whom they would tell if something was wrong."
            ),
            Para(
                "“I wish they'd asked my brother too,” wrote a girl in Year 8. Her words are now on the first slide of our training."
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[The young scrutineers persuaded the bus company to train its drivers, after telling the Board that the number 9 route did not feel safe|!achievement;agency=NSSCP;theme=voice]]."
                    ),
                ),
            ),
        ),
        tab=2,
        new_page=False,
        context=PARTNERSHIP,
    )


def communication(e: Edition) -> Section:
    n, new = e.n, e.latest
    rise = n["visitors"] - n["visitors_before"]
    return Section(
        "Communication",
        (
            Heading("OUR WEBSITE", 2),
            Pairs(
                (
                    Pair(num(n["visitors"]), "unique visitors to the website", "web_visitors"),
                    Pair(
                        num(rise), "more visitors than in the year before", "web_visitors;role=change_abs;dir=increase"
                    ),
                    Pair(
                        "61%" if new else "58%",
                        "of visitors came through a search engine",
                        "web_source_share_pct;role=share",
                    ),
                    Pair("27%" if new else "31%", "of visitors typed the address", "web_source_share_pct;role=share"),
                    Pair(
                        "12%" if new else "11%",
                        "of visitors followed a link from another site",
                        "web_source_share_pct;role=share",
                    ),
                    Pair(
                        "3,870" if new else "3,415",
                        "views of the threshold document",
                        "web_page_views;label=Page views: threshold document",
                    ),
                ),
                position="beside",
                columns=3,
            ),
            Para(
                f"Our monthly bulletin has [[{n['subscribers']} subscribers|newsletter_subscribers]], and our films had been watched [[{'18,420' if new else '13,905'} times|video_views;role=cumulative;p=to date]] by the time of writing."
            ),
        ),
        tab=2,
        columns=1,
        strip="top",
        context=PARTNERSHIP,
    )
