"""The metric ids that the samples use, with the label and unit that gold gives when the content says nothing else."""

from __future__ import annotations

_ROWS = """
pop_under18|Children aged 0-17 living in the area|count
pop_under18_pct|Under-18s as share of residents|percent
pop_total|Resident population|count
ethnicity_bgm_pct|Children from Black and Global Majority backgrounds|percent
low_income_under16_pct|Children in low-income families|percent
fsm_primary_pct|Primary pupils eligible for free school meals|percent
fsm_secondary_pct|Secondary pupils eligible for free school meals|percent
temp_accom_children|Children in temporary accommodation|count
eh_contacts|Contacts to early help|count
eh_assessments|Early help assessments completed|count
eh_step_down|Cases stepped down to early help|count
eh_new_cases|New early help cases|count
csc_contacts|Contacts to children's social care front door|count
csc_referrals|Referrals to children's social care|count
csc_contact_conversion_pct|Contacts becoming referrals|percent
csc_rereferral_pct|Re-referrals within 12 months|percent
assess_completed|Assessments completed|count
assess_45d_pct|Assessments completed within 45 working days|percent
strategy_discussions|Strategy discussions held|count
s47_enquiries|Section 47 enquiries|count
icpc|Initial child protection conferences|count
icpc_15d_pct|Initial conferences within 15 working days|percent
cin_total|Children in need|count
cpp_total|Children on a child protection plan|count
cpp_rate|Child protection plans per 10,000 children|rate_per_10000
cpp_category_neglect_pct|Share of child protection plans under neglect|percent
cpp_repeat_pct|Child protection plan for a second or subsequent time|percent
cla_total|Children looked after|count
uasc_total|Unaccompanied asylum-seeking children looked after|count
cla_iha_20d_pct|Initial health assessments within 20 working days|percent
care_leavers_total|Care leavers supported|count
care_leavers_eet_pct|Care leavers in education, employment or training|percent
private_fostering|Private fostering arrangements|count
missing_episodes|Missing episodes|count
missing_children_all|Children with a missing episode|count
missing_home_children|Children missing from home|count
rhi_72h_pct|Return home interviews within 72 hours|percent
cce_children|Children with criminal exploitation concern|count
cse_children|Children with sexual exploitation concern|count
mace_panels|Children discussed at the exploitation panel|count
nrm_referrals|National Referral Mechanism referrals of children|count
yjs_fte|First-time entrants to youth justice|count
marac_cases|MARAC cases discussed|count
marac_children|Children in MARAC households|count
da_offences_children|Operation Encompass notifications|count
lado_contacts|Contacts to the LADO|count
lado_referrals|LADO contacts meeting the threshold|count
lado_asv_meetings|Allegations meetings held|count
lado_outcome_substantiated|LADO cases substantiated|count
lado_outcome_unsubstantiated|LADO cases unsubstantiated|count
lado_cases_concluded|LADO cases concluded|count
sin_count|Serious incident notifications|count
rapid_reviews|Rapid reviews held|count
rapid_reviews_on_time_pct|Rapid reviews submitted in 15 working days|percent
lcspr_commissioned|LCSPRs commissioned|count
lcspr_published|LCSPRs published|count
lcspr_ongoing|LCSPRs ongoing|count
lcspr_findings|Findings made by a published LCSPR|count
lcspr_recommendations|Recommendations made by a published LCSPR|count
child_deaths_reviewed|Child deaths reviewed|count
ma_audits|Multi-agency audits completed|count
audit_cases|Cases audited|count
audit_good_plus_pct|Audits good or outstanding|percent
audit_grade_count|Audits by grade given|count
s11_returns|Section 11 self-assessments returned|count
s175_returns_pct|Schools returning the section 175 audit|percent
train_sessions|Multi-agency training sessions held|count
train_topics|Courses on the programme|count
train_new_courses|New courses|count
train_booked|Training places booked|count
train_attended|Practitioners attended training|count
train_cancelled|Training bookings cancelled|count
train_dna|Did not attend training|count
train_dna_pct|Training non-attendance rate|percent
train_satisfaction_pct|Delegates rating the training good or better|percent
train_will_help_pct|Delegates saying that the learning will help|percent
train_elearning_completions|E-learning completions|count
l3_training_compliance_pct|Level 3 safeguarding children compliance|percent
gp_l3_trained|General practice staff trained at Level 3|count
attendance_pct|Attendance|percent
meetings_held|Meetings held|count
web_visitors|Website unique visitors|count
web_page_views|Page views|count
web_source_share_pct|Visitors by traffic source|percent
newsletter_subscribers|Newsletter subscribers|count
video_views|Video views|count
budget_income_total|Total income|gbp
budget_income_line|Income|gbp
budget_expenditure_total|Total expenditure|gbp
budget_expenditure_line|Expenditure|gbp
budget_reserves_used|Use of reserves|gbp
agency_saving_target|Savings target|gbp
agency_staff_reduction|Workforce reduction|count
sw_vacancy_pct|Social worker vacancy rate|percent
sw_caseload|Average social worker caseload|count
permanent_exclusions|Permanent exclusions|count
persistent_absence_pct|Persistent absence|percent
ehe_children|Electively home educated children|count
cme_children|Children missing education|count
ehcp_total|Children with an education, health and care plan|count
camhs_wait|Specialist mental health wait|weeks
survey_responses|Survey responses received|count
survey_response_rate_pct|Survey response rate|percent
survey_positive_pct|Respondents positive|percent
complaints_formal|Formal complaints received|count
youth_targeted_users|Young people receiving targeted youth support|count
hmicfrs_recommendations|Recommendations made by a police inspection|count
community_health_wait|Wait for a community health assessment|weeks
ues_settings|Out-of-school settings known|count
"""

_SPLIT = [row.split("|") for row in _ROWS.strip().splitlines()]
LABELS: dict[str, str] = {i: label for i, label, _ in _SPLIT}
UNITS: dict[str, str] = {i: unit for i, _, unit in _SPLIT}
