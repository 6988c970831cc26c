//! Order of lines and goals in the matrix.

use std::cmp::Reverse;
use std::str::FromStr;

use crate::address::{DisplayMode, Extent};
use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::{Matrix, MatrixCounts};

/// Sort criterion of lines and goals.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// By number.
    #[default]
    Official,
    /// By total, largest first.
    Total,
    /// By similarity: lines with the same goals are neighbours, and goals with the same lines.
    Likeness,
}

impl Order {
    /// All criteria, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Official, Self::Total, Self::Likeness];

    /// Value in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Total => "total",
            Self::Likeness => "likeness",
        }
    }
}

impl FromStr for Order {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|order| order.code().eq_ignore_ascii_case(text)).ok_or(())
    }
}

/// Lines and goals in display order, each once: all eleven and seventeen, or the part that an extent shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrangement {
    lines: Vec<Line>,
    goals: Vec<Goal>,
}

impl Default for Arrangement {
    /// By number.
    fn default() -> Self {
        Self { lines: Line::action_lines().collect(), goals: Goal::all().collect() }
    }
}

impl Arrangement {
    /// Computes the order for the content of the cells. Ties keep the order by number.
    ///
    /// If the cells show links, totals count links and similarity compares linked goals and lines. Otherwise
    /// totals count distinct projects and similarity compares declared numbers, if there are any.
    #[must_use]
    pub fn new(matrix: &Matrix, counts: &MatrixCounts, show: DisplayMode, order: Order) -> Self {
        let linked = |line, goal| f64::from(u8::from(matrix.links().contains(line, goal)));
        // The square root, so that one cell with many projects does not outweigh all others.
        let declared = |line, goal| f64::from(counts.cell(line, goal).declared).sqrt();
        match (order, show) {
            (Order::Official, _) => Self::default(),
            (Order::Total, DisplayMode::Matrix) => Self::by_total(
                |line| Goal::all().filter(|goal| matrix.links().contains(line, *goal)).count(),
                |goal| Line::action_lines().filter(|line| matrix.links().contains(*line, goal)).count(),
            ),
            (Order::Total, _) => Self::by_total(|line| counts.of_line(line), |goal| counts.of_goal(goal)),
            (Order::Likeness, DisplayMode::Projects | DisplayMode::Gaps) if counts.most_declared() > 0 => {
                Self::by_likeness(declared)
            }
            (Order::Likeness, _) => Self::by_likeness(linked),
        }
    }

    /// Sorts by total, largest first.
    fn by_total<T: Ord>(line: impl Fn(Line) -> T, goal: impl Fn(Goal) -> T) -> Self {
        let mut arrangement = Self::default();
        arrangement.lines.sort_by_key(|one| Reverse(line(*one)));
        arrangement.goals.sort_by_key(|one| Reverse(goal(*one)));
        arrangement
    }

    /// Sorts by similarity of neighbours.
    fn by_likeness(value: impl Fn(Line, Goal) -> f64) -> Self {
        let official = Self::default();
        let rows: Vec<Vec<f64>> =
            official.lines.iter().map(|line| Goal::all().map(|goal| value(*line, goal)).collect()).collect();
        let columns: Vec<Vec<f64>> = official
            .goals
            .iter()
            .map(|goal| official.lines.iter().map(|line| value(*line, *goal)).collect())
            .collect();
        Self {
            lines: chain(&rows).into_iter().filter_map(|at| official.lines.get(at).copied()).collect(),
            goals: chain(&columns).into_iter().filter_map(|at| official.goals.get(at).copied()).collect(),
        }
    }

    /// Restricts the order to the part that `form` shows.
    #[must_use]
    pub fn within(self, form: Extent) -> Self {
        match form {
            Extent::Matrix => self,
            Extent::Row(line) => Self { lines: vec![line], ..self },
            Extent::Column(goal) => Self { goals: vec![goal], ..self },
            Extent::Cell => Self { lines: Vec::new(), goals: Vec::new() },
        }
    }

    /// Lines in order, without e-applications.
    #[must_use]
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Goals in order.
    #[must_use]
    pub fn goals(&self) -> &[Goal] {
        &self.goals
    }

    /// Rows in order. If `opened`, C7's e-applications follow it.
    #[must_use]
    pub fn rows(&self, opened: bool) -> Vec<Line> {
        let below = |line: Line| Line::all().filter(move |part| opened && part.parent() == Some(line));
        self.lines.iter().flat_map(|line| std::iter::once(*line).chain(below(*line))).collect()
    }
}

/// Order of row positions with small differences between neighbours.
///
/// It starts with the given order and reverses parts of it (2-opt) until no reversal helps. The result is
/// deterministic and never worse than the given order. The end with the smaller position comes first.
fn chain(rows: &[Vec<f64>]) -> Vec<usize> {
    let apart: Vec<Vec<f64>> =
        rows.iter().map(|one| rows.iter().map(|other| distance(one, other)).collect()).collect();
    let between = |one: Option<&usize>, other: Option<&usize>| match (one, other) {
        (Some(one), Some(other)) => apart.get(*one).and_then(|row| row.get(*other)).copied().unwrap_or(0.0),
        // Nothing lies beyond the ends.
        _ => 0.0,
    };
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let mut improved = true;
    while improved {
        improved = false;
        for first in 0..order.len() {
            for last in first + 1..order.len() {
                let (before, after) =
                    (first.checked_sub(1).and_then(|at| order.get(at)), order.get(last + 1));
                let now = between(before, order.get(first)) + between(order.get(last), after);
                let turned = between(before, order.get(last)) + between(order.get(first), after);
                // The margin prevents an endless loop through rounding errors.
                if turned + 1e-9 < now {
                    if let Some(part) = order.get_mut(first..=last) {
                        part.reverse();
                    }
                    improved = true;
                }
            }
        }
    }
    if order.first() > order.last() {
        order.reverse();
    }
    order
}

/// Cosine distance of two rows: 0 for equal proportions, 1 for nothing in common. An empty row has distance 1
/// to every other.
fn distance(one: &[f64], other: &[f64]) -> f64 {
    let product =
        |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(one, other)| one * other).sum::<f64>();
    let sizes = (product(one, one) * product(other, other)).sqrt();
    if sizes == 0.0 { 1.0 } else { 1.0 - product(one, other) / sizes }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::samples;

    fn path(rows: &[Vec<f64>], order: &[usize]) -> f64 {
        order.windows(2).map(|pair| distance(&rows[pair[0]], &rows[pair[1]])).sum()
    }

    #[test]
    fn the_applications_follow_their_line_wherever_it_stands() {
        let arrangement = Arrangement { lines: vec![Line::C11, Line::C7, Line::C1], goals: Vec::new() };
        assert_eq!(arrangement.rows(false), [Line::C11, Line::C7, Line::C1]);
        let opened = arrangement.rows(true);
        assert_eq!(
            (opened.len(), opened[1], opened[2].parent(), opened[10]),
            (11, Line::C7, Some(Line::C7), Line::C1)
        );
        assert_eq!(Arrangement::default().rows(true), Line::rows(true));
    }

    #[test]
    fn two_kinds_of_rows_are_told_apart() {
        let (one, other) = (vec![3.0, 1.0, 0.0, 0.0], vec![0.0, 0.0, 1.0, 2.0]);
        let order = chain(&[one.clone(), other.clone(), one.clone(), other, one]);
        let mut kinds: Vec<usize> = order.iter().map(|at| at % 2).collect();
        kinds.dedup();
        assert_eq!(kinds.len(), 2, "{order:?}");
    }

    #[test]
    fn by_total_the_most_linked_come_first() {
        let matrix = samples::matrix();
        let counts = samples::counts();
        let arrangement = Arrangement::new(&matrix, &counts, DisplayMode::Matrix, Order::Total);
        let numbers_of = |lines: &[Line]| lines.iter().map(|line| line.id()).collect::<Vec<_>>();
        assert_eq!(numbers_of(&arrangement.lines[..4]), ["C2", "C3", "C1", "C4"]);
        assert_eq!(arrangement.goals[..2].iter().map(ToString::to_string).collect::<Vec<_>>(), ["9", "1"]);
    }

    proptest! {
        #[test]
        fn a_chain_has_everything_once_and_is_never_worse_than_what_was_given(
            rows in prop::collection::vec(prop::collection::vec(0_u8..9, 5), 0..12)
        ) {
            let rows: Vec<Vec<f64>> = rows.into_iter().map(|row| row.into_iter().map(f64::from).collect()).collect();
            let order = chain(&rows);
            let given: Vec<usize> = (0..rows.len()).collect();
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(&sorted, &given);
            prop_assert!(path(&rows, &order) <= path(&rows, &given) + 1e-6);
        }
    }
}
