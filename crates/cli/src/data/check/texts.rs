//! The texts of this project: why each link stands, and what is said of the lines.

use std::collections::BTreeMap;

use wsis_core::contract::passages::Part;
use wsis_core::{Goal, Language, Line};

use super::row_check::{RowCheck, SeenKeys};
use crate::data::model::{Passages, ReviewedText};
use crate::data::problems::Problems;
use crate::data::sources::{CsvRow as _, PassageRow, RationaleRow, Sources};

/// Why each link stands.
pub(super) fn rationales(
    files: &Sources,
    problems: &mut Problems,
) -> BTreeMap<((Line, Goal), Language), ReviewedText> {
    let mut seen = SeenKeys::new();
    let mut rationales = BTreeMap::new();
    for row in &files.rationales.rows {
        let mut check = RowCheck::new::<RationaleRow>(problems, row.line_number);
        let (line, goal) = (check.action_line(&row.line), check.goal(&row.goal));
        let language = check.language(&row.language);
        let prose = prose(&mut check, &row.text, &row.basis, &row.review);
        let key = (row.line.clone(), row.goal.clone(), row.language.clone());
        check.unique(&mut seen, key, format!("rationale of {}.{} in {}", row.line, row.goal, row.language));
        let linked = files.links.rows.iter().any(|link| link.line == row.line && link.goal == row.goal);
        if files.links.complete && !linked {
            check.problem(format!("{} is not linked to goal {}", row.line, row.goal));
        }
        if files.rationales.complete && !has_english(files, row) {
            check.problem(format!("{}.{} has no English rationale", row.line, row.goal));
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

/// The check of texts on the lines, and on all of them together.
pub(super) fn passages(files: &Sources, problems: &mut Problems) -> Passages {
    let mut passages = Passages::new();
    for row in &files.passages.rows {
        let mut check = RowCheck::new::<PassageRow>(problems, row.line_number);
        let line = check.if_present(&row.line, RowCheck::action_line);
        let part = part(&mut check, &row.part);
        let language = check.language(&row.language);
        let prose = prose(&mut check, &row.text, &row.basis, &row.review);
        if line.is_some() != row.line.is_empty()
            && let (Some(part), Some(language), Some(prose)) = (part, language, prose)
        {
            passages.entry(((line, part), language)).or_default().push(prose);
        }
    }
    if files.passages.complete {
        let known: Vec<_> = passages.keys().map(|(key, _)| *key).collect();
        for (line, part) in known {
            if !passages.contains_key(&((line, part), Language::English)) {
                let line = line.map_or("all lines", Line::id);
                problems.file(PassageRow::FILE, format!("no English {} of {line}", part.id()));
            }
        }
    }
    passages
}

fn part(check: &mut RowCheck<'_>, text: &str) -> Option<Part> {
    let part = Part::ALL.into_iter().find(|part| part.id() == text);
    if part.is_none() {
        check.problem(format!("unknown part \"{text}\""));
    }
    part
}

fn prose(check: &mut RowCheck<'_>, text: &str, basis: &str, review: &str) -> Option<ReviewedText> {
    let text = check.required("text", text);
    let basis = check.required("basis", basis);
    let review = check.review(review);
    Some(ReviewedText { text: text?, basis: basis?, review: review? })
}
