//! The texts of this project: why each link stands, and what is said of the lines.

use std::collections::BTreeMap;

use wsis_core::contract::passages::Part;
use wsis_core::{Goal, Language, Line};

use super::field::{At, Seen};
use crate::data::model::{Passages, Prose};
use crate::data::problem::Report;
use crate::data::sources::{PassageRow, RationaleRow, Row as _, Sources};

/// Why each link stands.
pub(super) fn rationales(files: &Sources, report: &mut Report) -> BTreeMap<((Line, Goal), Language), Prose> {
    let mut seen = Seen::new();
    let mut rationales = BTreeMap::new();
    for row in &files.rationales.rows {
        let mut at = At::row::<RationaleRow>(report, row.at);
        let (line, goal) = (at.action_line(&row.line), at.goal(&row.goal));
        let language = at.language(&row.language);
        let prose = prose(&mut at, &row.text, &row.basis, &row.review);
        let key = (row.line.clone(), row.goal.clone(), row.language.clone());
        at.once(&mut seen, key, format!("rationale of {}.{} in {}", row.line, row.goal, row.language));
        let linked = files.links.rows.iter().any(|link| link.line == row.line && link.goal == row.goal);
        if files.links.whole && !linked {
            at.wrong(format!("{} is not linked to goal {}", row.line, row.goal));
        }
        if files.rationales.whole && !has_english(files, row) {
            at.wrong(format!("{}.{} has no English rationale", row.line, row.goal));
        }
        let (Some(line), Some(goal), Some(language), Some(prose)) = (line, goal, language, prose) else {
            continue;
        };
        rationales.insert(((line, goal), language), prose);
    }
    rationales
}

fn has_english(files: &Sources, of: &RationaleRow) -> bool {
    let same = |row: &&RationaleRow| row.line == of.line && row.goal == of.goal;
    files.rationales.rows.iter().filter(same).any(|row| row.language == Language::English.code())
}

/// What is said of the lines, and of all of them together.
pub(super) fn passages(files: &Sources, report: &mut Report) -> Passages {
    let mut passages = Passages::new();
    for row in &files.passages.rows {
        let mut at = At::row::<PassageRow>(report, row.at);
        let line = at.maybe(&row.line, At::action_line);
        let part = part(&mut at, &row.part);
        let language = at.language(&row.language);
        let prose = prose(&mut at, &row.text, &row.basis, &row.review);
        if line.is_some() != row.line.is_empty()
            && let (Some(part), Some(language), Some(prose)) = (part, language, prose)
        {
            passages.entry(((line, part), language)).or_default().push(prose);
        }
    }
    if files.passages.whole {
        let known: Vec<_> = passages.keys().map(|(key, _)| *key).collect();
        for (line, part) in known {
            if !passages.contains_key(&((line, part), Language::English)) {
                let line = line.map_or("all lines", Line::id);
                report.file(PassageRow::FILE, format!("no English {} of {line}", part.id()));
            }
        }
    }
    passages
}

fn part(at: &mut At<'_>, text: &str) -> Option<Part> {
    let part = Part::ALL.into_iter().find(|part| part.id() == text);
    if part.is_none() {
        at.wrong(format!("unknown part \"{text}\""));
    }
    part
}

fn prose(at: &mut At<'_>, text: &str, basis: &str, review: &str) -> Option<Prose> {
    let text = at.required("text", text);
    let basis = at.required("basis", basis);
    let review = at.review(review);
    Some(Prose { text: text?, basis: basis?, review: review? })
}
