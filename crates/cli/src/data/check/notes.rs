//! What is known of registering a project, and where sources differ.

use std::collections::BTreeMap;

use wsis_core::Language;
use wsis_core::contract::conflicts::Conflict;
use wsis_core::contract::registration::{Rule, RuleKind};

use super::field::{At, Seen, optional};
use crate::data::problem::Report;
use crate::data::sources::{ConflictRow, Row, RuleRow, Sources};

/// Texts by their place in the file and their language.
type Texts<T> = BTreeMap<(usize, Language), T>;

/// The rules of the prizes and the fields of ITU's form.
pub(super) fn rules(files: &Sources, report: &mut Report) -> Texts<Rule> {
    let (mut places, mut rules) = (Places::new("rule"), Texts::new());
    for row in &files.rules.rows {
        let mut at = At::row::<RuleRow>(report, row.at);
        let place = places.of(&mut at, &row.id, &row.language);
        let id = at.id("rule", &row.id);
        let kind = RuleKind::ALL.into_iter().find(|kind| kind.id() == row.kind);
        if kind.is_none() {
            at.wrong(format!("unknown kind \"{}\"", row.kind));
        }
        let (text, evidence) = (at.required("text", &row.text), at.required("evidence", &row.evidence));
        let (status, review) = (at.status(&row.status), at.review(&row.review));
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
    places.hold_english::<RuleRow>(files.rules.whole, report);
    rules
}

/// Where sources differ.
pub(super) fn conflicts(files: &Sources, report: &mut Report) -> Texts<Conflict> {
    let (mut places, mut conflicts) = (Places::new("conflict"), Texts::new());
    for row in &files.conflicts.rows {
        let mut at = At::row::<ConflictRow>(report, row.at);
        let place = places.of(&mut at, &row.id, &row.language);
        let id = at.id("conflict", &row.id);
        let subject = at.required("subject", &row.subject);
        let (said, elsewhere) = (optional(&row.report), optional(&row.elsewhere));
        let evidence = optional(&row.evidence);
        if said.is_none() && elsewhere.is_none() {
            at.wrong("neither report nor elsewhere says anything");
        }
        if elsewhere.is_some() && evidence.is_none() {
            at.wrong("evidence is missing");
        }
        let differs = at.yes_or_no("differs", &row.differs);
        let review = at.review(&row.review);
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
    places.hold_english::<ConflictRow>(files.conflicts.whole, report);
    conflicts
}

/// Gives each id the place of its first row.
pub(super) struct Places {
    what: &'static str,
    ids: Vec<String>,
    seen: Seen<(String, String)>,
}

impl Places {
    pub(super) fn new(what: &'static str) -> Self {
        Self { what, ids: Vec::new(), seen: Seen::new() }
    }

    pub(super) fn of(&mut self, at: &mut At<'_>, id: &str, language: &str) -> Option<(usize, Language)> {
        let key = (id.to_owned(), language.to_owned());
        at.once(&mut self.seen, key, format!("{} \"{id}\" in {language}", self.what))?;
        let place = self.ids.iter().position(|known| known == id).unwrap_or_else(|| {
            self.ids.push(id.to_owned());
            self.ids.len() - 1
        });
        Some((place, at.language(language)?))
    }

    pub(super) fn hold_english<R: Row>(&self, whole: bool, report: &mut Report) {
        let english = Language::English.code();
        for id in &self.ids {
            if whole && !self.seen.contains_key(&(id.clone(), english.to_owned())) {
                report.file(R::FILE, format!("no English {} \"{id}\"", self.what));
            }
        }
    }
}
