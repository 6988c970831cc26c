//! Counts entries by cell, line and goal: the numbers of `counts.json`.

use crate::contract::counts::{Counts, Distinct};
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::placement::{Placement, placement};

/// The lines and goals of an entry, as counting needs them.
#[derive(Debug, Clone, Copy)]
pub struct CountedEntry<'a> {
    /// The lines the entry names.
    pub lines: &'a [Line],
    /// The goals the entry states; empty when it states none.
    pub goals: &'a [Goal],
}

/// Counts the entries of every cell, and the distinct entries of each line, of each goal and in total.
///
/// Cells overlap, since an entry can appear in many. The distinct totals count it once. A goal's distinct
/// total counts the entries that declare it, including those that name no line.
pub fn count<'a>(entries: impl IntoIterator<Item = CountedEntry<'a>>, links: &Links) -> Counts {
    let mut counts = Counts {
        lines: Line::all().collect(),
        declared: empty_rows(),
        derived: empty_rows(),
        distinct: Distinct {
            lines: vec![0; Line::COUNT],
            goals: vec![0; Goal::COUNT],
            lines_without_goal: vec![0; Line::COUNT],
            goals_without_line: vec![0; Goal::COUNT],
            ..Distinct::default()
        },
    };
    for entry in entries {
        count_distinct(&mut counts.distinct, entry);
        for row in Line::all() {
            for goal in Goal::all() {
                let rows = match placement(entry.lines, entry.goals, row, goal, links) {
                    Some(Placement::Declared) => &mut counts.declared,
                    Some(Placement::Derived) => &mut counts.derived,
                    None => continue,
                };
                if let Some(cell) = rows.get_mut(row.position()).and_then(|row| row.get_mut(goal.position()))
                {
                    *cell += 1;
                }
            }
        }
    }
    counts
}

fn empty_rows() -> Vec<Vec<u32>> {
    vec![vec![0; Goal::COUNT]; Line::COUNT]
}

fn count_distinct(distinct: &mut Distinct, entry: CountedEntry<'_>) {
    distinct.all += 1;
    distinct.no_line += u32::from(entry.lines.is_empty());
    distinct.no_goal += u32::from(entry.goals.is_empty());
    distinct.neither += u32::from(entry.lines.is_empty() && entry.goals.is_empty());
    let lines = Line::all().zip(distinct.lines.iter_mut().zip(&mut distinct.lines_without_goal));
    for (row, (total, without_goal)) in lines {
        let names = entry.lines.iter().any(|line| row.covers(*line));
        *total += u32::from(names);
        *without_goal += u32::from(names && entry.goals.is_empty());
    }
    let goals = Goal::all().zip(distinct.goals.iter_mut().zip(&mut distinct.goals_without_line));
    for (goal, (total, without_line)) in goals {
        let declares = entry.goals.contains(&goal);
        *total += u32::from(declares);
        *without_line += u32::from(declares && entry.lines.is_empty());
    }
}
