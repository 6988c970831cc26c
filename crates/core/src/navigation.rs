//! Keyboard navigation in the grid.
//!
//! Pure logic: the app converts key events into [`Key`]s, and a [`Stop`] into focus.

use crate::address::{Margin, Selection};
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
    /// A place in the margin: a header of it or one of its cells.
    Margin(Margin),
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

/// The parts of the grid that come and go.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct GridParts {
    /// The rows of the e-applications, below C7.
    pub applications: bool,
    /// The column of projects that state no goal.
    pub no_goal: bool,
    /// The row of projects that state no line.
    pub no_line: bool,
}

/// Number of rows that PageUp and PageDown skip.
const PAGE: usize = 5;

/// A row below the header row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GridRow {
    Line(Line),
    NoLine,
}

/// A column after the row headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GridColumn {
    Goal(Goal),
    NoGoal,
}

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
            Self::Margin(Margin::NoGoal(None)) => format!("goal-{UNSTATED}"),
            Self::Margin(Margin::NoGoal(Some(line))) => format!("cell-{line}-{UNSTATED}"),
            Self::Margin(Margin::NoLine(None)) => format!("line-{UNSTATED}"),
            Self::Margin(Margin::NoLine(Some(goal))) => format!("cell-{UNSTATED}-{goal}"),
            Self::Margin(Margin::Neither) => format!("cell-{UNSTATED}-{UNSTATED}"),
        }
    }

    /// Parses an element id.
    #[must_use]
    pub fn from_element_id(id: &str) -> Option<Self> {
        if id == Self::Opener.element_id() {
            return Some(Self::Opener);
        }
        let row = |text: &str| match text {
            UNSTATED => Some(GridRow::NoLine),
            text => text.parse().ok().map(GridRow::Line),
        };
        let column = |text: &str| match text {
            UNSTATED => Some(GridColumn::NoGoal),
            text => text.parse().ok().map(GridColumn::Goal),
        };
        let (kind, rest) = id.split_once('-')?;
        match kind {
            "goal" => Self::at(None, Some(column(rest)?)),
            "line" => Self::at(Some(row(rest)?), None),
            "cell" => {
                let (line, goal) = rest.rsplit_once('-')?;
                Self::at(Some(row(line)?), Some(column(goal)?))
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
            Self::Margin(Margin::NoGoal(Some(line))) => Self::Margin(Margin::NoGoal(Some(shown(line)))),
            Self::Column(_) | Self::Opener | Self::Margin(_) => self,
        }
    }

    /// The position without the margin: the header of its line, else the first position.
    #[must_use]
    pub fn without_margin(self) -> Self {
        match self {
            Self::Margin(margin) => margin.line().map_or(Self::FIRST, Self::Row),
            other => other,
        }
    }

    /// Line of the row; `None` in the header row and in the margin below the lines.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self.row() {
            Some(GridRow::Line(line)) => Some(line),
            Some(GridRow::NoLine) | None => None,
        }
    }

    /// The row; `None` for the header row.
    fn row(self) -> Option<GridRow> {
        match self {
            Self::Column(_) | Self::Margin(Margin::NoGoal(None)) => None,
            Self::Row(line) | Self::Cell(line, _) | Self::Margin(Margin::NoGoal(Some(line))) => {
                Some(GridRow::Line(line))
            }
            Self::Opener => Some(GridRow::Line(Line::C7)),
            Self::Margin(Margin::NoLine(_) | Margin::Neither) => Some(GridRow::NoLine),
        }
    }

    /// The column; `None` for the row headers.
    fn column(self) -> Option<GridColumn> {
        match self {
            Self::Column(goal) | Self::Cell(_, goal) | Self::Margin(Margin::NoLine(Some(goal))) => {
                Some(GridColumn::Goal(goal))
            }
            Self::Margin(Margin::NoGoal(_) | Margin::Neither) => Some(GridColumn::NoGoal),
            Self::Row(_) | Self::Opener | Self::Margin(Margin::NoLine(None)) => None,
        }
    }

    /// The position of a row and a column; `None` for the corner.
    fn at(row: Option<GridRow>, column: Option<GridColumn>) -> Option<Self> {
        Some(match (row, column) {
            (None, None) => return None,
            (None, Some(GridColumn::Goal(goal))) => Self::Column(goal),
            (None, Some(GridColumn::NoGoal)) => Self::Margin(Margin::NoGoal(None)),
            (Some(GridRow::Line(line)), None) => Self::Row(line),
            (Some(GridRow::NoLine), None) => Self::Margin(Margin::NoLine(None)),
            (Some(GridRow::Line(line)), Some(GridColumn::Goal(goal))) => Self::Cell(line, goal),
            (Some(GridRow::Line(line)), Some(GridColumn::NoGoal)) => Self::Margin(Margin::NoGoal(Some(line))),
            (Some(GridRow::NoLine), Some(GridColumn::Goal(goal))) => Self::Margin(Margin::NoLine(Some(goal))),
            (Some(GridRow::NoLine), Some(GridColumn::NoGoal)) => Self::Margin(Margin::Neither),
        })
    }
}

/// The part of an element id that stands for a missing line or goal.
const UNSTATED: &str = "none";

/// Position after a key. At the edge of the grid it stays the same.
///
/// The header row is above the first line, the line headers are before the first goal, and the corner is not
/// focusable. `mirrored` is for right-to-left languages, where the first goal is at the right.
#[must_use]
pub fn step(from: Stop, key: Key, arrangement: &Arrangement, parts: GridParts, mirrored: bool) -> Stop {
    let lines = arrangement.rows(parts.applications);
    let no_line = parts.no_line.then_some(GridRow::NoLine);
    let rows: Vec<GridRow> = lines.into_iter().map(GridRow::Line).chain(no_line).collect();
    let goals = arrangement.goals().iter().map(|goal| GridColumn::Goal(*goal));
    let columns: Vec<GridColumn> = goals.chain(parts.no_goal.then_some(GridColumn::NoGoal)).collect();
    let to = |row: Option<GridRow>, column: Option<GridColumn>| Stop::at(row, column).unwrap_or(from);
    match key {
        Key::Left => sideways(from, mirrored, &columns),
        Key::Right => sideways(from, !mirrored, &columns),
        Key::Up => vertical(from, &rows, |at| at?.checked_sub(1)),
        Key::PageUp => vertical(from, &rows, |at| at.filter(|at| *at > 0).map(|at| at.saturating_sub(PAGE))),
        Key::Down => vertical(from, &rows, |at| Some(at.map_or(0, |at| at + 1))),
        Key::PageDown => vertical(from, &rows, |at| Some(at.map_or(PAGE - 1, |at| at + PAGE))),
        Key::Home if from.row().is_none() => to(None, columns.first().copied()),
        Key::Home => to(from.row(), None),
        Key::End => to(from.row(), columns.last().copied()),
        Key::ControlHome => to(rows.first().copied(), columns.first().copied()),
        Key::ControlEnd => to(rows.last().copied(), columns.last().copied()),
    }
}

/// One position along the row, towards its last column (`onwards`) or towards its header.
fn sideways(from: Stop, onwards: bool, columns: &[GridColumn]) -> Stop {
    let row = from.row();
    let at = from.column().and_then(|column| columns.iter().position(|known| *known == column));
    match (from, onwards, at) {
        (Stop::Row(Line::C7), true, _) => return Stop::Opener,
        (Stop::Opener, false, _) => return Stop::Row(Line::C7),
        (Stop::Cell(Line::C7, _), false, Some(0)) => return Stop::Opener,
        _ => {}
    }
    let next = match (at, onwards) {
        (Some(at), true) => columns.get(at + 1),
        (Some(at), false) => at.checked_sub(1).and_then(|at| columns.get(at)),
        (None, true) => columns.first(),
        (None, false) => return from,
    };
    match (next, onwards) {
        (Some(column), _) => Stop::at(row, Some(*column)),
        // From the first column to the header; the header row has none.
        (None, false) => Stop::at(row, None),
        (None, true) => None,
    }
    .unwrap_or(from)
}

/// The position of the same column in another row. `next` leads from the index of a row to that of another; `None` is the
/// header row.
fn vertical(from: Stop, rows: &[GridRow], next: impl Fn(Option<usize>) -> Option<usize>) -> Stop {
    let at = from.row().and_then(|row| rows.iter().position(|known| *known == row));
    if at.is_none() && from.row().is_some() {
        return from;
    }
    let next = next(at).map(|next| next.min(rows.len().saturating_sub(1)));
    if next == at {
        return from;
    }
    Stop::at(next.and_then(|next| rows.get(next).copied()), from.column()).unwrap_or(from)
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
        let go = |from, key| step(from, key, &arrangement, GridParts::default(), false);
        assert_eq!(go(Stop::Cell(Line::C2, goal(9)), Key::Right), Stop::Cell(Line::C2, goal(1)));
        assert_eq!(go(Stop::Cell(Line::C3, goal(9)), Key::Left), Stop::Row(Line::C3));
        assert_eq!(go(Stop::Cell(Line::C3, goal(8)), Key::Down), Stop::Cell(Line::C1, goal(8)));
        assert_eq!(go(Stop::Cell(Line::C5, goal(8)), Key::ControlHome), Stop::Cell(Line::C2, goal(9)));
    }
}
