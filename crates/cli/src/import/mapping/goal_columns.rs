//! Columns that belong to one goal each: crosses (`SDG 9`) and statements (`SDG 9 statement`). A pattern in the mapping
//! stands for the columns of all goals.

use std::collections::BTreeMap;

use wsis_core::Goal;

use super::field::Field;
use crate::import::match_key::match_key;

/// The place of the goal's number in the name of a column.
const NUMBER: &str = "{goal}";
/// The place of the goal's name, in any language.
const NAME: &str = "{name}";

/// A column that belongs to a goal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct GoalColumn {
    pub(in crate::import) field: Field,
    pub(in crate::import) goal: Goal,
    pub(in crate::import) position: usize,
    pub(in crate::import) name: String,
}

/// The names of columns that a pattern stands for, as match keys, each with its goal.
pub(super) fn expand(pattern: &str, goal_names: &BTreeMap<Goal, Vec<String>>) -> Vec<(String, Goal)> {
    let mut keys = Vec::new();
    for goal in Goal::all() {
        for number in [goal.number().to_string(), format!("{:02}", goal.number())] {
            let numbered = pattern.replace(NUMBER, &number);
            if !pattern.contains(NAME) {
                keys.push((match_key(&numbered), goal));
                continue;
            }
            let names = goal_names.get(&goal).into_iter().flatten();
            keys.extend(names.map(|name| (match_key(&numbered.replace(NAME, name)), goal)));
        }
    }
    keys
}

/// True if a name of a column is a pattern.
pub(super) fn is_pattern(name: &str) -> bool {
    name.contains(NUMBER) || name.contains(NAME)
}
