//! Shades for numbers of projects.
//!
//! A heat map has eight steps at even visual distance. The comparison with expected numbers has three steps
//! above and three below. The number is always shown beside the shade.

use crate::goal::Goal;
use crate::line::Line;
use crate::matrix::MatrixCounts;
use std::str::FromStr;

/// The darkest step. 0 is the lightest and means no project.
pub const DARKEST: u32 = 7;

/// Minimum expected number for a comparison. It is the usual limit for contingency tables; below it one
/// project more or less would change the shade.
const TELLING: f64 = 5.0;

/// Comparison base of a cell's shade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Scale {
    /// The cell of the matrix with the most projects.
    #[default]
    Whole,
    /// The cell of the same line with the most projects.
    Row,
    /// The cell of the same goal with the most projects.
    Column,
    /// The number expected from the totals of its line and its goal.
    Expected,
}

impl Scale {
    /// All scales, in the order of the menu.
    pub const ALL: [Self; 4] = [Self::Whole, Self::Row, Self::Column, Self::Expected];

    /// Value in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Row => "row",
            Self::Column => "column",
            Self::Expected => "expected",
        }
    }
}

impl FromStr for Scale {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|scale| scale.code().eq_ignore_ascii_case(text)).ok_or(())
    }
}

/// Shade of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shade {
    /// A step of the heat map, see [`heat()`].
    Heat(u32),
    /// As expected, within a factor of 1.25.
    Even,
    /// More than expected: 1 to 3 for at least 1.25, 1.5 and 2 times as many.
    Over(u8),
    /// Fewer than expected: 1 to 3 for at most 1/1.25, 1/1.5 and 1/2.
    Under(u8),
    /// The expected number is too small for a comparison.
    Untold,
}

impl Shade {
    /// Value of `data-heat`, which selects the colour in the style sheet.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::Heat(step) => step.to_string(),
            Self::Even => "even".to_owned(),
            Self::Over(step) => format!("over-{step}"),
            Self::Under(step) => format!("under-{step}"),
            Self::Untold => "untold".to_owned(),
        }
    }

    /// Shade of a number compared with the expected one.
    #[must_use]
    fn against(count: u32, expected: f64) -> Self {
        const STEPS: [(f64, u8); 3] = [(2.0, 3), (1.5, 2), (1.25, 1)];
        if expected < TELLING {
            return Self::Untold;
        }
        let ratio = f64::from(count) / expected;
        let over = STEPS.iter().find(|(least, _)| ratio >= *least);
        let under = STEPS.iter().find(|(least, _)| ratio * least <= 1.0);
        match (over, under) {
            (Some((_, step)), _) => Self::Over(*step),
            (_, Some((_, step))) => Self::Under(*step),
            _ => Self::Even,
        }
    }
}

/// Comparison values for all cells of a matrix, computed once.
#[derive(Debug, Clone, PartialEq)]
pub struct Shading {
    scale: Scale,
    most: u32,
    lines: Vec<Seen>,
    goals: Vec<Seen>,
    sum: u32,
}

/// Maximum and sum of a row or column of declared numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Seen {
    most: u32,
    sum: u32,
}

impl Seen {
    fn of(counts: impl Iterator<Item = u32>) -> Self {
        counts.fold(Self::default(), |seen, count| Self { most: seen.most.max(count), sum: seen.sum + count })
    }
}

impl Shading {
    /// Computes the comparison values.
    #[must_use]
    pub fn new(counts: &MatrixCounts, scale: Scale) -> Self {
        let declared = |line, goal| counts.cell(line, goal).declared;
        // A goal's sum is over the eleven lines, since C7 includes its e-applications.
        let of_goal = |goal| Seen::of(Line::action_lines().map(|line| declared(line, goal)));
        let of_line = |line| Seen::of(Goal::all().map(|goal| declared(line, goal)));
        let goals: Vec<Seen> = Goal::all().map(of_goal).collect();
        Self {
            scale,
            most: counts.most_declared(),
            lines: Line::all().map(of_line).collect(),
            sum: goals.iter().map(|goal| goal.sum).sum(),
            goals,
        }
    }

    /// The shade of a number of declared projects.
    #[must_use]
    pub fn shade(&self, line: Line, goal: Goal, count: u32) -> Shade {
        match self.scale {
            Scale::Whole => Shade::Heat(heat(count, self.most)),
            Scale::Row => Shade::Heat(heat(count, self.line(line).most)),
            Scale::Column => Shade::Heat(heat(count, self.goal(goal).most)),
            Scale::Expected => Shade::against(count, self.expected_exactly(line, goal)),
        }
    }

    /// Expected number, rounded; `None` for other scales or if it is too small for a comparison.
    #[must_use]
    pub fn expected(&self, line: Line, goal: Goal) -> Option<u32> {
        let expected = self.expected_exactly(line, goal);
        let compared = self.scale == Scale::Expected && expected >= TELLING;
        compared.then(|| rounded(expected))
    }

    /// Expected number: total of the line times total of the goal, divided by the sum of all cells.
    fn expected_exactly(&self, line: Line, goal: Goal) -> f64 {
        let (line, goal) = (f64::from(self.line(line).sum), f64::from(self.goal(goal).sum));
        if self.sum == 0 { 0.0 } else { line * goal / f64::from(self.sum) }
    }

    fn line(&self, line: Line) -> Seen {
        self.lines.get(line.position()).copied().unwrap_or_default()
    }

    fn goal(&self, goal: Goal) -> Seen {
        self.goals.get(goal.position()).copied().unwrap_or_default()
    }
}

/// Rounds a computed number of projects. The sums are of `u32`, so it fits.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and u32::MAX")]
fn rounded(count: f64) -> u32 {
    count.round().clamp(0.0, f64::from(u32::MAX)) as u32
}

/// Step of the heat map for a count, 0 to [`DARKEST`], if the largest count is `most`.
///
/// The scale is the square root: a few cells hold most projects, so equal steps would leave all others nearly
/// white.
#[must_use]
pub fn heat(count: u32, most: u32) -> u32 {
    if count == 0 {
        return 0;
    }
    let share = u64::from(count) * 10_000 / u64::from(most.max(1));
    let step = u32::try_from(share.isqrt()).unwrap_or(100) * DARKEST;
    step.div_ceil(100).clamp(1, DARKEST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn few_cells_do_not_hide_the_many() {
        assert_eq!([0, 1, 4, 25, 50, 100].map(|count| heat(count, 100)), [0, 1, 2, 4, 5, 7]);
        assert_eq!(heat(1, 1), DARKEST);
    }

    #[test]
    fn a_number_is_told_from_what_was_expected_in_steps() {
        let shades = [40, 25, 24, 20, 15, 10, 0].map(|count| Shade::against(count, 20.0).code());
        assert_eq!(shades, ["over-3", "over-1", "even", "even", "under-1", "under-3", "under-3"]);
        assert_eq!(Shade::against(0, 4.9), Shade::Untold);
    }

    proptest! {
        #[test]
        fn more_is_never_lighter(one in 0_u32..1_000_000, other in 0_u32..1_000_000, most in 1_u32..1_000_000) {
            let (less, more) = (one.min(other), one.max(other));
            prop_assert!(heat(less, most) <= heat(more, most));
            prop_assert!(heat(more, most) <= DARKEST);
            prop_assert_eq!(heat(less, most) == 0, less == 0);
        }

        #[test]
        fn over_and_under_mirror_each_other(expected in 5_u32..10_000, times in 1.0_f64..4.0) {
            let more = Shade::against(rounded(f64::from(expected) * times), f64::from(expected));
            let fewer = Shade::against(rounded(f64::from(expected) / times), f64::from(expected));
            prop_assert!(!matches!(more, Shade::Under(_)) && !matches!(fewer, Shade::Over(_)), "{:?} {:?}", more, fewer);
        }
    }
}
