//! Links between action lines and goals.

use crate::goal::Goal;
use crate::line::Line;

/// The set of linked cells. C7 is linked to a goal if one of its e-applications is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    goals_of: [u32; Line::COUNT],
}

impl Links {
    /// Builds the set from pairs of line and goal.
    pub fn new(pairs: impl IntoIterator<Item = (Line, Goal)>) -> Self {
        let mut links = Self::default();
        for (line, goal) in pairs {
            links.insert(line, goal);
            if let Some(parent) = line.parent() {
                links.insert(parent, goal);
            }
        }
        links
    }

    fn insert(&mut self, line: Line, goal: Goal) {
        if let Some(goals) = self.goals_of.get_mut(line.position()) {
            *goals |= 1 << goal.position();
        }
    }

    /// Returns true if the matrix links `line` to `goal`.
    #[must_use]
    pub fn contains(&self, line: Line, goal: Goal) -> bool {
        self.goals_of.get(line.position()).is_some_and(|goals| goals & (1 << goal.position()) != 0)
    }
}
