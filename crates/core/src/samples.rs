//! Fixtures for tests: a small invented matrix.
#![allow(clippy::missing_panics_doc, clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use crate::contract::NameStatus;
use crate::contract::counts::{Counts, Distinct};
use crate::contract::matrix::{Link, MatrixFile as Wire, NamedGoal, NamedLine};
use crate::contrast::Colour;
use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::{Matrix, MatrixCounts};

/// A matrix with two links: C2 to goal 9 through 9.1 and 9.c, C3 to goal 9 as a whole.
#[must_use]
pub fn matrix() -> Matrix {
    let link = |line: Line, goal: &str, targets: &[&str]| Link {
        line,
        goal: goal.parse().unwrap(),
        targets: targets.iter().map(|code| code.parse().unwrap()).collect(),
        source: "s".to_owned(),
        lists: 4,
        note: None,
    };
    let links = vec![link(Line::C2, "9", &["9.1", "9.c"]), link(Line::C3, "9", &[])];
    let lines = Line::all().map(|id| NamedLine {
        id,
        name: format!("Line {id}"),
        short: None,
        name_status: NameStatus::Official,
        parent: id.parent(),
    });
    let goals = Goal::all().map(|number| NamedGoal {
        number,
        name: format!("Name of {number}"),
        name_status: NameStatus::Official,
        colour: Colour::of(0x12_3456),
    });
    Matrix::new(Wire { lines: lines.collect(), goals: goals.collect(), targets: vec![], links }).unwrap()
}

/// Counts without any project.
#[must_use]
pub fn counts() -> MatrixCounts {
    let table = vec![vec![0; Goal::COUNT]; Line::COUNT];
    let distinct =
        Distinct { lines: vec![0; Line::COUNT], goals: vec![0; Goal::COUNT], ..Distinct::default() };
    MatrixCounts::new(Counts {
        lines: Line::all().collect(),
        declared: table.clone(),
        derived: table,
        distinct,
    })
    .unwrap()
}
