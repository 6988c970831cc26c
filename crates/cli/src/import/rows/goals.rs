//! The goals of a row: named in a cell, marked in columns of their own, and with statements.

use std::collections::BTreeSet;

use wsis_core::Goal;
use wsis_core::contract::entry::DeclaredGoal;

use super::row_reader::RowReader;
use crate::import::mapping::{Field, GoalColumn};
use crate::import::report::RowOutcome;

impl RowReader<'_, '_> {
    /// The goals that the row names, with its statements; `language` is that of the row.
    pub(super) fn goals(&mut self, language: &str) -> Vec<DeclaredGoal> {
        let named = self.many(Field::Goals, |reader, cell| reader.goals(cell));
        let goals: BTreeSet<Goal> = named.into_iter().chain(self.marked_goals()).collect();
        let mut declared: Vec<DeclaredGoal> =
            goals.into_iter().map(|goal| DeclaredGoal { goal, statement: None, language: None }).collect();
        let columns = self.columns;
        for column in columns.of_goals(Field::GoalStatements) {
            self.add_statement(column, language, &mut declared);
        }
        declared
    }

    fn marked_goals(&mut self) -> Vec<Goal> {
        let mut goals = Vec::new();
        let columns = self.columns;
        for column in columns.of_goals(Field::GoalMarks) {
            let cell = self.cell_at(column.position).to_owned();
            match self.context.reader.is_marked(&cell, column.goal) {
                Some(true) => goals.push(column.goal),
                Some(false) => {}
                None => {
                    let reason = "neither a cross nor a yes or no: the goal is not taken as named";
                    self.cell_problem(Some(column.name.clone()), &cell, reason, RowOutcome::InPart);
                }
            }
        }
        goals
    }

    fn add_statement(&mut self, column: &GoalColumn, language: &str, declared: &mut [DeclaredGoal]) {
        let cell = self.cell_at(column.position).to_owned();
        // "None" and "N/A" say nothing on a goal.
        if self.context.reader.is_marked(&cell, column.goal) == Some(false) {
            return;
        }
        let Some(text) = self.clean_text(&column.name, &cell) else { return };
        let Some(goal) = declared.iter_mut().find(|declared| declared.goal == column.goal) else {
            let reason = "a statement on a goal that the entry does not name: left out";
            self.cell_problem(Some(column.name.clone()), "", reason, RowOutcome::InPart);
            return;
        };
        match &mut goal.statement {
            Some(before) => *before = format!("{before}\n{text}"),
            none => *none = Some(text),
        }
        goal.language = (language != "und").then(|| language.to_owned());
    }
}
