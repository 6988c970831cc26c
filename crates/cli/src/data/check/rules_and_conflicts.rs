//! The check of registration rules and of conflicting sources.

use std::collections::BTreeMap;

use wsis_core::Language;
use wsis_core::contract::conflicts::Conflict;
use wsis_core::contract::registration::{Rule, RuleKind};

use super::row_check::{RowCheck, SeenKeys, optional};
use crate::data::problems::Problems;
use crate::data::sources::{ConflictRow, CsvRow, RuleRow, Sources};

/// Texts by their place in the file and their language.
type Texts<T> = BTreeMap<(usize, Language), T>;

/// The rules of the prizes and the fields of ITU's form.
pub(super) fn rules(files: &Sources, problems: &mut Problems) -> Texts<Rule> {
    let (mut translations, mut rules) = (TranslatedRows::new("rule"), Texts::new());
    for row in &files.rules.rows {
        let mut check = RowCheck::new::<RuleRow>(problems, row.line_number);
        let place = translations.position(&mut check, &row.id, &row.language);
        let id = check.id("rule", &row.id);
        let kind = RuleKind::ALL.into_iter().find(|kind| kind.id() == row.kind);
        if kind.is_none() {
            check.problem(format!("unknown kind \"{}\"", row.kind));
        }
        let (text, evidence) = (check.required("text", &row.text), check.required("evidence", &row.evidence));
        let (status, review) = (check.status(&row.status), check.review(&row.review));
        let rule = (|| {
            Some(Rule {
                id: id?,
                kind: kind?,
                text: text?,
                language: None,
                status: status?,
                evidence: evidence?,
                review: review?,
            })
        })();
        rules.extend(place.zip(rule));
    }
    translations.require_english::<RuleRow>(files.rules.complete, problems);
    rules
}

/// Where sources differ.
pub(super) fn conflicts(files: &Sources, problems: &mut Problems) -> Texts<Conflict> {
    let (mut translations, mut conflicts) = (TranslatedRows::new("conflict"), Texts::new());
    for row in &files.conflicts.rows {
        let mut check = RowCheck::new::<ConflictRow>(problems, row.line_number);
        let place = translations.position(&mut check, &row.id, &row.language);
        let id = check.id("conflict", &row.id);
        let subject = check.required("subject", &row.subject);
        let (said, elsewhere) = (optional(&row.report), optional(&row.elsewhere));
        let evidence = optional(&row.evidence);
        if said.is_none() && elsewhere.is_none() {
            check.problem("neither report nor elsewhere says anything");
        }
        if elsewhere.is_some() && evidence.is_none() {
            check.problem("evidence is missing");
        }
        let differs = check.yes_or_no("differs", &row.differs);
        let review = check.review(&row.review);
        let conflict = (|| {
            Some(Conflict {
                id: id?,
                subject: subject?,
                report: said,
                elsewhere,
                evidence,
                differs: differs?,
                note: optional(&row.note),
                language: None,
                review: review?,
            })
        })();
        conflicts.extend(place.zip(conflict));
    }
    translations.require_english::<ConflictRow>(files.conflicts.complete, problems);
    conflicts
}

/// Gives each id the place of its first row.
pub(super) struct TranslatedRows {
    what: &'static str,
    ids: Vec<String>,
    seen: SeenKeys<(String, String)>,
}

impl TranslatedRows {
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, ids: Vec::new(), seen: SeenKeys::new() }
    }

    pub(super) fn position(
        &mut self,
        check: &mut RowCheck<'_>,
        id: &str,
        language: &str,
    ) -> Option<(usize, Language)> {
        let key = (id.to_owned(), language.to_owned());
        check.unique(&mut self.seen, key, format!("{} \"{id}\" in {language}", self.what))?;
        let place = self.ids.iter().position(|known| known == id).unwrap_or_else(|| {
            self.ids.push(id.to_owned());
            self.ids.len() - 1
        });
        Some((place, check.language(language)?))
    }

    pub(super) fn require_english<R: CsvRow>(&self, complete: bool, problems: &mut Problems) {
        let english = Language::English.code();
        for id in &self.ids {
            if complete && !self.seen.contains_key(&(id.clone(), english.to_owned())) {
                problems.file(R::FILE, format!("no English {} \"{id}\"", self.what));
            }
        }
    }
}
