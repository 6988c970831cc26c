//! Draft of a project for ITU's database, and its links in the matrix.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::VocabularyId;
use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::Matrix;
use crate::target::TargetCode;

/// Fields of the draft. None is required: an incomplete draft can be copied and saved too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// Title of the project.
    pub title: String,
    /// Name of the country.
    pub country: String,
    /// Action line or e-application.
    pub line: Option<Line>,
    /// Declared goals, each with a statement; the statement may be empty.
    pub goals: BTreeMap<Goal, String>,
    /// Target groups.
    pub target_groups: BTreeSet<VocabularyId>,
    /// Objectives of the Global Digital Compact.
    pub objectives: BTreeSet<VocabularyId>,
}

/// Link between a draft's line and one of its goals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// No line is chosen yet.
    NoLine,
    /// The matrix does not link the line to the goal. A project may declare the goal nevertheless.
    Unlinked,
    /// The matrix links them through these targets; empty means the goal as a whole.
    Linked(Vec<TargetCode>),
}

/// Lines that an entry can name: all without e-applications of their own, as in the categories of the WSIS
/// Prizes.
pub fn categories() -> impl Iterator<Item = Line> {
    Line::all().filter(|line| line.constituents().count() <= 1)
}

impl Draft {
    /// Returns true if every field is empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Link between the draft's line and a goal.
    #[must_use]
    pub fn touch(&self, matrix: &Matrix, goal: Goal) -> Touch {
        match self.line {
            None => Touch::NoLine,
            Some(line) if matrix.links().contains(line, goal) => Touch::Linked(matrix.targets_in(line, goal)),
            Some(_) => Touch::Unlinked,
        }
    }

    /// Adds a goal, or removes it with its statement.
    pub fn choose_goal(&mut self, goal: Goal, chosen: bool) {
        if chosen {
            self.goals.entry(goal).or_default();
        } else {
            self.goals.remove(&goal);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples::matrix;

    fn goal(number: &str) -> Goal {
        number.parse().unwrap()
    }

    #[test]
    fn the_categories_are_those_of_the_prizes() {
        let ids: Vec<&str> = categories().map(Line::id).collect();
        assert_eq!(ids.len(), 18);
        assert!(!ids.contains(&"C7") && ids.contains(&"C7-EGOV"), "{ids:?}");
    }

    #[test]
    fn a_goal_touches_what_the_matrix_links_to_the_line() {
        let mut draft = Draft::default();
        assert_eq!(draft.touch(&matrix(), goal("9")), Touch::NoLine);
        draft.line = Some(Line::C2);
        let codes = vec!["9.1".parse().unwrap(), "9.c".parse().unwrap()];
        assert_eq!(draft.touch(&matrix(), goal("9")), Touch::Linked(codes));
        assert_eq!(draft.touch(&matrix(), goal("14")), Touch::Unlinked);
        draft.line = Some(Line::C3);
        assert_eq!(draft.touch(&matrix(), goal("9")), Touch::Linked(vec![]));
    }

    #[test]
    fn a_goal_chosen_again_keeps_its_sentence() {
        let mut draft = Draft::default();
        draft.goals.insert(goal("9"), "x".to_owned());
        draft.choose_goal(goal("9"), true);
        assert_eq!(draft.goals.get(&goal("9")).map(String::as_str), Some("x"));
        assert!(!draft.is_empty());
    }
}
