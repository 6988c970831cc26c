//! Keyboard navigation in the grid.
//!
//! Pure logic: the app converts key events into [`Key`]s, and a [`Stop`] into focus.

use crate::address::Selection;
use crate::arrangement::Arrangement;
use crate::goal::Goal;
use crate::line::Line;

/// A focusable position in the grid. Exactly one is in the tab order at a time (roving tab index).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// The header of a goal's column.
    Column(Goal),
    /// The header of a line's row.
    Row(Line),
    /// The button in C7's header that expands the e-applications.
    Opener,
    /// A cell.
    Cell(Line, Goal),
}

/// Keys that move through the grid. Left and right are directions on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are the keys")]
pub enum Key {
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    ControlHome,
    ControlEnd,
    PageUp,
    PageDown,
}

/// Number of rows that PageUp and PageDown skip.
const PAGE: usize = 5;

impl Stop {
    /// Initial position in the tab order.
    pub const FIRST: Self = Self::Cell(Line::C1, Goal::FIRST);

    /// The stop of a selection; `None` where nothing is selected.
    #[must_use]
    pub fn of(selection: Selection) -> Option<Self> {
        match selection {
            Selection::None => None,
            Selection::Line(line) => Some(Self::Row(line)),
            Selection::Goal(goal) => Some(Self::Column(goal)),
            Selection::Cell(line, goal) => Some(Self::Cell(line, goal)),
        }
    }

    /// Element id of the position; the same in the prerendered page.
    #[must_use]
    pub fn element_id(self) -> String {
        match self {
            Self::Column(goal) => format!("goal-{goal}"),
            Self::Row(line) => format!("line-{line}"),
            Self::Opener => "opener".to_owned(),
            Self::Cell(line, goal) => format!("cell-{line}-{goal}"),
        }
    }

    /// Parses an element id.
    #[must_use]
    pub fn from_element_id(id: &str) -> Option<Self> {
        if id == Self::Opener.element_id() {
            return Some(Self::Opener);
        }
        let (kind, rest) = id.split_once('-')?;
        match kind {
            "goal" => rest.parse().ok().map(Self::Column),
            "line" => rest.parse().ok().map(Self::Row),
            "cell" => {
                let (line, goal) = rest.rsplit_once('-')?;
                Some(Self::Cell(line.parse().ok()?, goal.parse().ok()?))
            }
            _ => None,
        }
    }

    /// The same position with C7 collapsed: a row of an e-application becomes the row of C7.
    #[must_use]
    pub fn without_applications(self) -> Self {
        let shown = |line: Line| line.parent().unwrap_or(line);
        match self {
            Self::Row(line) => Self::Row(shown(line)),
            Self::Cell(line, goal) => Self::Cell(shown(line), goal),
            Self::Column(_) | Self::Opener => self,
        }
    }

    /// Line of the row; `None` in the header row.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self {
            Self::Column(_) => None,
            Self::Row(line) | Self::Cell(line, _) => Some(line),
            Self::Opener => Some(Line::C7),
        }
    }
}

/// Position after a key. At the edge of the grid it stays the same.
///
/// The header row is above the first line, the line headers are before the first goal, and the corner is not
/// focusable. `mirrored` is for right-to-left languages, where the first goal is at the right.
#[must_use]
pub fn step(from: Stop, key: Key, arrangement: &Arrangement, opened: bool, mirrored: bool) -> Stop {
    let (rows, goals) = (arrangement.rows(opened), arrangement.goals());
    match key {
        Key::Left => sideways(from, mirrored, goals),
        Key::Right => sideways(from, !mirrored, goals),
        Key::Up => upwards(from, 1, &rows),
        Key::Down => downwards(from, 1, &rows),
        Key::PageUp => upwards(from, PAGE, &rows),
        Key::PageDown => downwards(from, PAGE, &rows),
        Key::Home => match from.line() {
            Some(line) => Stop::Row(line),
            None => goals.first().map_or(from, |goal| Stop::Column(*goal)),
        },
        Key::End => cell_or_header(from, from.line(), goals.last()),
        Key::ControlHome => cell_or_header(from, rows.first().copied(), goals.first()),
        Key::ControlEnd => cell_or_header(from, rows.last().copied(), goals.last()),
    }
}

/// The cell of a line and a goal; without a line the goal's header; without a goal `from`.
fn cell_or_header(from: Stop, line: Option<Line>, goal: Option<&Goal>) -> Stop {
    match (line, goal) {
        (_, None) => from,
        (Some(line), Some(goal)) => Stop::Cell(line, *goal),
        (None, Some(goal)) => Stop::Column(*goal),
    }
}

/// One position along the row, towards the last goal (`onwards`) or towards the line's header.
fn sideways(from: Stop, onwards: bool, goals: &[Goal]) -> Stop {
    let neighbour = |goal: Goal| {
        let at = goals.iter().position(|known| *known == goal)?;
        goals.get(if onwards { at + 1 } else { at.checked_sub(1)? }).copied()
    };
    match (from, onwards) {
        (Stop::Column(goal), _) => neighbour(goal).map_or(from, Stop::Column),
        (Stop::Row(Line::C7), true) => Stop::Opener,
        (Stop::Row(line), true) => cell_or_header(from, Some(line), goals.first()),
        (Stop::Opener, true) => cell_or_header(from, Some(Line::C7), goals.first()),
        (Stop::Row(_), false) => from,
        (Stop::Opener, false) => Stop::Row(Line::C7),
        (Stop::Cell(line, goal), true) => neighbour(goal).map_or(from, |next| Stop::Cell(line, next)),
        (Stop::Cell(line, goal), false) => match (neighbour(goal), line) {
            (Some(previous), _) => Stop::Cell(line, previous),
            (None, Line::C7) => Stop::Opener,
            (None, _) => Stop::Row(line),
        },
    }
}

fn upwards(from: Stop, count: usize, rows: &[Line]) -> Stop {
    let Some(position) = from.line().and_then(|line| rows.iter().position(|row| *row == line)) else {
        return from;
    };
    if position == 0 {
        return match from {
            Stop::Cell(_, goal) => Stop::Column(goal),
            other => other,
        };
    }
    in_row(from, rows.get(position.saturating_sub(count)))
}

fn downwards(from: Stop, count: usize, rows: &[Line]) -> Stop {
    let next = match from.line() {
        None => count - 1,
        Some(line) => rows.iter().position(|row| *row == line).map_or(0, |position| position + count),
    };
    in_row(from, rows.get(next).or(rows.last()))
}

/// The position of the same column in another row.
fn in_row(from: Stop, line: Option<&Line>) -> Stop {
    let Some(line) = line else { return from };
    match from {
        Stop::Column(goal) | Stop::Cell(_, goal) => Stop::Cell(*line, goal),
        Stop::Row(_) | Stop::Opener if from.line() == Some(*line) => from,
        Stop::Row(_) | Stop::Opener => Stop::Row(*line),
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

    use super::*;
    use crate::address::DisplayMode;
    use crate::arrangement::Order;
    use crate::samples;

    /// In the sample C2 and C3 come first, and goal 9.
    #[test]
    fn keys_follow_the_order_that_is_seen() {
        let arrangement =
            Arrangement::new(&samples::matrix(), &samples::counts(), DisplayMode::Matrix, Order::Total);
        let goal = |number: u8| Goal::try_from(number).unwrap();
        let go = |from, key| step(from, key, &arrangement, false, false);
        assert_eq!(go(Stop::Cell(Line::C2, goal(9)), Key::Right), Stop::Cell(Line::C2, goal(1)));
        assert_eq!(go(Stop::Cell(Line::C3, goal(9)), Key::Left), Stop::Row(Line::C3));
        assert_eq!(go(Stop::Cell(Line::C3, goal(8)), Key::Down), Stop::Cell(Line::C1, goal(8)));
        assert_eq!(go(Stop::Cell(Line::C5, goal(8)), Key::ControlHome), Stop::Cell(Line::C2, goal(9)));
    }
}
