"""The kinds of rules, by the name of their folder. A new kind is a module here and a line in KINDS."""

from __future__ import annotations

from report_extract.rules.kinds.agencies import Agency
from report_extract.rules.kinds.covers import CoverLabel, CoverTemplate, CoverTerm
from report_extract.rules.kinds.cues import Cue
from report_extract.rules.kinds.language import Vocabulary
from report_extract.rules.kinds.laws import Law
from report_extract.rules.kinds.metrics import MetricRule
from report_extract.rules.kinds.partnerships import PartnershipForm, PartnershipRule
from report_extract.rules.kinds.rates import Rate
from report_extract.rules.kinds.relations import Relation
from report_extract.rules.kinds.requirements import RequirementRule
from report_extract.rules.kinds.scales import Scale
from report_extract.rules.kinds.sections import SectionMeaning
from report_extract.rules.kinds.statements import Statement
from report_extract.rules.kinds.synonyms import Synonyms
from report_extract.rules.kinds.themes import Theme
from report_extract.rules.kinds.vetoes import Veto
from report_extract.rules.kinds.wording import WordingRule
from report_extract.rules.rule import Rule

KINDS: dict[str, type[Rule]] = {
    Vocabulary.kind: Vocabulary,
    MetricRule.kind: MetricRule,
    Agency.kind: Agency,
    SectionMeaning.kind: SectionMeaning,
    Statement.kind: Statement,
    Theme.kind: Theme,
    WordingRule.kind: WordingRule,
    Law.kind: Law,
    RequirementRule.kind: RequirementRule,
    Synonyms.kind: Synonyms,
    Scale.kind: Scale,
    Relation.kind: Relation,
    CoverLabel.kind: CoverLabel,
    CoverTerm.kind: CoverTerm,
    CoverTemplate.kind: CoverTemplate,
    PartnershipRule.kind: PartnershipRule,
    PartnershipForm.kind: PartnershipForm,
    Veto.kind: Veto,
    Rate.kind: Rate,
    Cue.kind: Cue,
}
