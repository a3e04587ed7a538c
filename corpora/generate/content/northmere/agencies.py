"""What the other agencies report: health, police, education, allegations against staff."""

from __future__ import annotations

from corpora.generate.blocks import Box, Break, Bullets, Chart, Heading, Para, Section
from corpora.generate.content.northmere.editions import Edition, change, num

ICB = {"area": "-", "agency": "NHS Kestrel Coast ICB"}
INFIRMARY = {"area": "Northmere", "agency": "Northmere Royal Infirmary"}
POLICE = {"area": "-", "agency": "Estuary Constabulary"}
EDUCATION = {"area": "Northmere", "agency": "Northmere Education"}
ALLEGATIONS = {"area": "Northmere", "agency": "Northmere Council"}


def health(e: Edition) -> Section:
    new = e.latest
    return Section(
        "NHS Kestrel Coast Integrated Care Board",
        (
            Box(
                "EVIDENCE",
                (
                    Para(
                        f"Over the year [[{'214' if new else '187'} GPs and practice nurses|gp_l3_trained]] attended Level 3 safeguarding training run by the Named GP."
                        f" Every one of the [[{'46' if new else '47'} practices|-;label=General practices with a safeguarding lead]] has a safeguarding lead."
                    ),
                    Para(
                        f"The designated nurse sat on [[[[all {'five' if new else 'six'} rapid reviews|~rapid_reviews;v={5 if new else 6}]]|!review;kind=rapid_review;title=Rapid reviews;status=-]]. Briefings on bruising in non-mobile babies went to every surgery."
                    ),
                ),
            ),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[Because practices now receive conference invitations by secure mail, the share of conferences with a GP report has more than doubled|!achievement;agency=NHS Kestrel Coast ICB;theme=info_sharing]]."
                    ),
                ),
            ),
            Break("column"),
            Box(
                "CHALLENGE",
                (
                    Para(
                        f"[[The average wait for a first specialist mental health appointment was [[{'19 weeks' if new else '16 weeks'}|camhs_wait]]|!challenge;agency=NHS Kestrel Coast ICB;theme=mental_health]]."
                        " The local ambition is [[12 weeks|camhs_wait;role=target]]."
                    ),
                ),
            ),
            Box(
                "IMPROVEMENT",
                (
                    Bullets(
                        (
                            "[[A duty psychologist now takes calls from schools on two afternoons a week|!achievement;agency=NHS Kestrel Coast ICB;theme=mental_health]].",
                            "[[Looked after children have a fast track for dental care in three clinics|!achievement;agency=NHS Kestrel Coast ICB;theme=core_practice]].",
                        )
                    ),
                ),
            ),
        ),
        tab=1,
        context=ICB,
    )


def hospital(e: Edition) -> Section:
    new = e.latest
    return Section(
        "Northmere Royal Infirmary",
        (
            Para(
                f"At year end [[{'93%' if new else '89%'}|l3_training_compliance_pct;p={e.snapshot};role=share]] of clinical staff were up to date with Level 3 safeguarding children training; the Trust's target is"
                " [[90%|l3_training_compliance_pct;role=target;p=-]]. Level 4 is held by the named doctor and the named midwife."
            ),
            Para(
                f"The emergency department shared information on [[{'1,318' if new else '1,276'} children|-;label=Children about whom the emergency department shared information]] with health visitors or school nurses."
                f" [[Around {'one in six' if new else 'one in seven'}|-;label=Children known to the emergency department for self-harm;v={16.7 if new else 14.3};u=percent;q=about;role=share]] of them had hurt themselves."
            ),
            Break("column"),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[A youth worker based in the emergency department met young people at the bedside, and none of those who agreed to see her came back with a second injury|!achievement;agency=Northmere Royal Infirmary;theme=syv]]."
                    ),
                ),
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Our maternity records and those of the neighbouring county still do not talk to each other|!challenge;agency=Northmere Royal Infirmary;theme=info_sharing]]."
                    ),
                ),
            ),
        ),
        tab=1,
        strip="top",
        context=INFIRMARY,
        nasty="characters",
    )


def police(e: Edition) -> Section:
    new = e.latest
    return Section(
        "Estuary Constabulary",
        (
            Para(
                f"The Vulnerability Hub recorded [[{'2,140' if new else '2,385'} Operation Encompass notifications|da_offences_children;vs={'2385' if new else '2210'}@{e.before}]], telling a school before nine in the morning"
                f" that a pupil had been in a home where the police were called. That is a {'fall' if new else 'rise'} of [[{'245' if new else '175'}|da_offences_children;role=change_abs;dir={'decrease' if new else 'increase'}]]."
            ),
            Para(
                f"[[{'31' if new else '26'} children|nrm_referrals]] were referred to the National Referral Mechanism. Exploitation panels considered [[{'58' if new else '63'} children|mace_panels]],"
                f" of whom [[{'41' if new else '39'}|cce_children]] were thought to be at risk of criminal exploitation."
            ),
            Box(
                "EVIDENCE",
                (
                    Para(
                        f"[[{'[[' if new else ''}His Majesty's inspectors returned in {'February 2025' if new else 'October 2023'} and graded the force [['{'Good' if new else 'Adequate'}' at protecting vulnerable people|!review;kind=inspection;title=Inspection, Estuary Constabulary;status=-]]{'|!achievement;agency=Estuary Constabulary;theme=inspection]]' if new else ''}|!finding;kind=inspection;agency=Estuary Constabulary]]."
                        f" They made [[{'four recommendations' if new else 'nine recommendations'}|hmicfrs_recommendations]]."
                    ),
                ),
            ),
            Break("column"),
            Box(
                "IMPACT",
                (
                    Para(
                        "[[Detectives and social workers now share a room on three days a week, and joint visits happen the same day|!achievement;agency=Estuary Constabulary;theme=core_practice]]."
                    ),
                ),
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Phones seized in child abuse cases wait months to be examined|!challenge;agency=Estuary Constabulary;theme=online]]. A mobile laboratory has been ordered."
                    ),
                    Para(
                        f"The force must find [[£{'14' if new else '11'} million|agency_saving_target;role=target;p=2027]] by 2027."
                    ),
                ),
            ),
        ),
        tab=1,
        context=POLICE,
    )


def education(e: Edition) -> Section:
    new = e.latest
    return Section(
        "Northmere Education",
        (
            Box(
                "EVIDENCE",
                (
                    Bullets(
                        (
                            f"[[{'96%' if new else '92%'} of schools|s175_returns_pct;role=share]] sent back the section 175 audit.",
                            f"[[{'402' if new else '371'} children|ehe_children;p={e.snapshot}]] were being educated at home on {e.snapshot}.",
                            f"[[{'83' if new else '97'} children|cme_children]] were tracked as missing education, and all but [[{'two' if new else 'five'}|-;label=Children missing education not found]] were found.",
                            f"Permanent exclusions {'dropped' if new else 'climbed'} to [[{'29' if new else '36'}|permanent_exclusions;vs={'36' if new else '28'}@{e.before}]] from [[{'36' if new else '28'}|permanent_exclusions;role=previous;p={e.before}]].",
                            f"[[{'1,744' if new else '1,655'} pupils|ehcp_total]] have an education, health and care plan.",
                        )
                    ),
                ),
            ),
            Break("column"),
            Heading("UNREGISTERED SETTINGS", 2),
            Para(
                f"We know of [[{'nine' if new else 'eleven'} settings|ues_settings]] that teach children of school age without being registered. [[Visits with the fire service closed two that were unsafe|!achievement;agency=Northmere Education;theme=ues]]."
            ),
            Chart(
                f"Early help referrals by type of school, {e.year}",
                ("Primary", "Secondary", "Special", "College"),
                ("Referrals",),
                ((386, 241, 37, 22),) if new else ((352, 219, 31, 19),),
                ("-",),
                kind="bars",
            ),
            Box(
                "CHALLENGE",
                (
                    Para(
                        "[[Part-time timetables are used for longer than they should be, and governors seldom see the numbers|!challenge;agency=Northmere Education;theme=education]]."
                    ),
                ),
            ),
        ),
        tab=1,
        context=EDUCATION,
    )


def allegations(e: Edition) -> Section:
    n, new = e.n, e.latest
    more, direction, pct = change(e, "lado")
    consult, met = n["lado"] - n["lado_met"], n["lado_met"]
    return Section(
        "Allegations against people who work with children",
        (
            Para(
                f"The Local Authority Designated Officer (LADO) dealt with [[{n['lado']} contacts|lado_contacts;vs={n['lado_before']}@{e.before}]] in Northmere during {e.year}. This is an {direction} of"
                f" [[{more}|lado_contacts;role=change_abs;dir={direction}]] ([[{pct}|lado_contacts;u=percent;role=change_pct;dir={direction}]]) from the previous year ([[{n['lado_before']}|lado_contacts;role=previous;p={e.before}]])."
            ),
            Para(
                f"[[{met}|lado_referrals]] met the threshold and [[{num(consult)}|-;label=LADO contacts closed with advice]] were closed with advice."
                f" [[{'52' if new else '55'} allegations meetings|lado_asv_meetings]] took place. Of the [[{'48' if new else '51'} cases|lado_cases_concluded]] that ended in the year,"
                f" [[{'14' if new else '17'}|lado_outcome_substantiated]] were substantiated and [[{'22' if new else '21'}|lado_outcome_unsubstantiated]] unsubstantiated."
            ),
            Box(
                "LEARNING",
                (
                    Para(
                        "[[Small clubs did not know that a coach's conduct at home can be a matter for the LADO|!finding;kind=audit;source=LADO annual review;theme=core_practice]]. A short film for committees has been made."
                    ),
                ),
            ),
            Break("column"),
            Chart(
                f"Contacts to the LADO by setting, {e.year} and {e.before}",
                ("Schools", "Early years", "Health", "Faith groups", "Sport"),
                (e.year, e.before),
                ((171, 88, 64, 39, 50), (160, 79, 61, 33, 41))
                if new
                else ((160, 79, 61, 33, 41), (149, 70, 60, 29, 33)),
                ("-", f"-;role=previous;p={e.before}"),
            ),
        ),
        tab=1,
        strip="top",
        context=ALLEGATIONS,
    )
