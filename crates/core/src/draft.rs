//! A project that somebody prepares for ITU's database: what it touches in the matrix, and its text to take along.

use std::collections::{BTreeMap, BTreeSet};

use crate::code::VocabularyId;
use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::Matrix;
use crate::target::TargetCode;

/// What has been written so far. Nothing is required: an unfinished draft can be taken along too.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Draft {
    /// What the project is called.
    pub title: String,
    /// Its action line or e-application.
    pub line: Option<Line>,
    /// The goals it declares, with what it does for each.
    pub goals: BTreeMap<Goal, String>,
    /// Whom it serves.
    pub target_groups: BTreeSet<VocabularyId>,
    /// The objectives of the Global Digital Compact it serves.
    pub objectives: BTreeSet<VocabularyId>,
}

/// What the matrix says of a goal of a draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touch {
    /// No line has been chosen yet.
    NoLine,
    /// The matrix does not link the line to the goal. A project may declare it all the same.
    Unlinked,
    /// It is linked through these targets; through the goal as a whole where there are none.
    Linked(Vec<TargetCode>),
}

/// The lines that an entry can name: those that have no lines of their own below them, as in the prizes' categories.
pub fn categories() -> impl Iterator<Item = Line> {
    Line::all().filter(|line| line.gathers().count() <= 1)
}

impl Draft {
    /// Whether nothing has been written or chosen.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What the matrix says of a goal.
    #[must_use]
    pub fn touch(&self, matrix: &Matrix, goal: Goal) -> Touch {
        match self.line {
            None => Touch::NoLine,
            Some(line) if matrix.links().contains(line, goal) => Touch::Linked(matrix.targets_in(line, goal)),
            Some(_) => Touch::Unlinked,
        }
    }

    /// Adds what is chosen or takes it away.
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
