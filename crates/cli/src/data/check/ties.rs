//! Ties of initiatives and of the items of lenses to lines, goals and cells.

use std::collections::BTreeSet;
use std::fmt::Display;

use wsis_core::contract::context::{GoalTie, LineTie, Tie};
use wsis_core::contract::lenses::CellTie;
use wsis_core::{Goal, Line};

use super::row_check::RowCheck;

/// Ties to lines such as `C2=section`, separated by semicolons.
pub(super) fn line_ties(check: &mut RowCheck<'_>, text: &str) -> Vec<LineTie> {
    let ties = check.list("lines", text, |check, text| {
        tie(check, text, RowCheck::action_line).map(|(line, tie)| LineTie { line, tie })
    });
    require_unique(check, "lines", ties.iter().map(|tie| tie.line));
    ties
}

/// Ties to goals such as `9=stated`, separated by semicolons.
pub(super) fn goal_ties(check: &mut RowCheck<'_>, text: &str) -> Vec<GoalTie> {
    let ties = check.list("goals", text, |check, text| {
        tie(check, text, RowCheck::goal).map(|(goal, tie)| GoalTie { goal, tie })
    });
    require_unique(check, "goals", ties.iter().map(|tie| tie.goal));
    ties
}

/// Ties to cells such as `C2/9=stated`, separated by semicolons.
pub(super) fn cell_ties(check: &mut RowCheck<'_>, text: &str) -> Vec<CellTie> {
    let ties = check.list("cells", text, |check, text| {
        tie(check, text, cell).map(|((line, goal), tie)| CellTie { line, goal, tie })
    });
    require_unique(check, "cells", ties.iter().map(|tie| format!("{}/{}", tie.line, tie.goal)));
    ties
}

fn cell(check: &mut RowCheck<'_>, text: &str) -> Option<(Line, Goal)> {
    let Some((line, goal)) = text.split_once('/') else {
        check.problem(format!("\"{text}\" is not a cell such as C2/9"));
        return None;
    };
    let (line, goal) = (check.action_line(line), check.goal(goal));
    Some((line?, goal?))
}

/// A tie such as `C2=section` or `9=stated`.
fn tie<'r, T>(
    check: &mut RowCheck<'r>,
    text: &str,
    read: impl FnOnce(&mut RowCheck<'r>, &str) -> Option<T>,
) -> Option<(T, Tie)> {
    let (what, tie) = text.split_once('=').unwrap_or((text, ""));
    let what = read(check, what);
    let tie = match tie {
        "stated" => Some(Tie::Stated),
        "section" => Some(Tie::Section),
        "collective" => Some(Tie::Collective),
        "subject" => Some(Tie::Subject),
        _ => None,
    };
    if tie.is_none() {
        check.problem(format!("\"{text}\" does not say =stated, =section, =collective or =subject"));
    }
    Some((what?, tie?))
}

/// Holds that nothing is tied twice, in two ways.
fn require_unique<T: Ord + Display>(check: &mut RowCheck<'_>, column: &str, tied: impl Iterator<Item = T>) {
    let mut seen = BTreeSet::new();
    for what in tied {
        let text = what.to_string();
        if !seen.insert(what) {
            check.problem(format!("{column} ties \"{text}\" twice"));
        }
    }
}
