//! The draft of an entry for ITU's database as plain text, to copy or to save.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use wsis_core::draft::{Draft, Touch};
use wsis_core::matrix::Matrix;
use wsis_core::{Goal, VocabularyId};
use wsis_messages::Messages;

/// The draft in the order of ITU's form. `name` gives the names of target groups and objectives; `origin` says where
/// it was prepared and with which data.
#[must_use]
pub fn draft_text(
    draft: &Draft,
    matrix: &Matrix,
    messages: Messages,
    name: impl Fn(&VocabularyId) -> String,
    origin: &str,
) -> String {
    let mut text = String::new();
    let mut field = |label: &str, value: &str| {
        let value = if value.is_empty() { messages.entry_open() } else { value };
        let _ = writeln!(text, "{label}{}{value}", messages.site_colon());
    };
    field(messages.entry_title(), draft.title.trim());
    field(messages.project_country(), draft.country.trim());
    let line = draft.line.map(|line| format!("{line} {}", matrix.line_name(line)));
    field(messages.entry_line(), &line.unwrap_or_default());
    if draft.goals.is_empty() {
        field(messages.entry_goals(), "");
    }
    for (goal, sentence) in &draft.goals {
        let label = format!("{} {}", messages.panel_goal(&goal.to_string()), matrix.goal_name(*goal));
        field(&label, sentence.trim());
        field(&format!("  {}", messages.entry_targets()), &targets_text(draft, matrix, messages, *goal));
    }
    let list = |ids: &BTreeSet<VocabularyId>| {
        ids.iter().map(&name).collect::<Vec<_>>().join(messages.site_semicolon())
    };
    field(messages.entry_groups(), &list(&draft.target_groups));
    field(messages.entry_objectives(), &list(&draft.objectives));
    text + "\n" + origin + "\n"
}

fn targets_text(draft: &Draft, matrix: &Matrix, messages: Messages, goal: Goal) -> String {
    match draft.touch(matrix, goal) {
        Touch::NoLine => String::new(),
        Touch::Unlinked => messages.entry_unlinked_short().to_owned(),
        Touch::Linked(targets) if targets.is_empty() => messages.panel_whole_short().to_owned(),
        Touch::Linked(targets) => targets.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    }
}

#[cfg(test)]
mod tests {
    use wsis_core::Line;
    use wsis_core::samples::matrix;

    use super::*;

    fn goal(number: &str) -> Goal {
        number.parse().unwrap()
    }

    #[test]
    fn the_text_has_every_field_and_marks_open_ones() {
        let mut draft = Draft { title: " Village networks ".to_owned(), ..Draft::default() };
        draft.line = Some(Line::C2);
        draft.choose_goal(goal("9"), true);
        draft.choose_goal(goal("14"), true);
        draft.goals.insert(goal("9"), "Forty villages are online.".to_owned());
        draft.target_groups.insert("women".parse().unwrap());
        let write = |draft: &Draft| {
            let upper = |id: &VocabularyId| id.as_str().to_uppercase();
            draft_text(draft, &matrix(), Messages::SHOWN, upper, "From the matrix.")
        };
        let text = write(&draft);
        for part in [
            "Village networks\n",
            "C2",
            "Forty villages are online.",
            "9.1, 9.c",
            "WOMEN",
            "From the matrix.",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert!(text.matches(Messages::SHOWN.entry_open()).count() >= 2, "{text}");
        draft.choose_goal(goal("9"), false);
        assert!(!write(&draft).contains("Forty"));
    }
}
