//! Where a key leads in the grid. Pure: the app turns key events into [`Key`]s and stops into focus.

use crate::goal::Goal;
use crate::line::Line;

/// A place in the grid that can have the focus. Exactly one is in the tab order at a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stop {
    /// The header of a goal's column.
    Column(Goal),
    /// The header of a line's row.
    Row(Line),
    /// The button in C7's header that opens the e-applications.
    Opener,
    /// A cell.
    Cell(Line, Goal),
}

/// The keys that move through the grid. Left and right are as seen on screen.
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

/// How many rows PageUp and PageDown leap.
const PAGE: usize = 5;

impl Stop {
    /// Where the keyboard enters the grid at first.
    pub const FIRST: Self = Self::Cell(Line::C1, Goal::FIRST);

    /// The element id of the stop; the same in the prerendered page.
    #[must_use]
    pub fn element_id(self) -> String {
        match self {
            Self::Column(goal) => format!("goal-{goal}"),
            Self::Row(line) => format!("line-{line}"),
            Self::Opener => "opener".to_owned(),
            Self::Cell(line, goal) => format!("cell-{line}-{goal}"),
        }
    }

    /// The stop with this element id.
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

    /// The same stop with C7 closed: in an e-application's row it moves to C7's.
    #[must_use]
    pub fn without_applications(self) -> Self {
        let shown = |line: Line| line.parent().unwrap_or(line);
        match self {
            Self::Row(line) => Self::Row(shown(line)),
            Self::Cell(line, goal) => Self::Cell(shown(line), goal),
            Self::Column(_) | Self::Opener => self,
        }
    }

    /// The line the stop stands in; none in the header row.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self {
            Self::Column(_) => None,
            Self::Row(line) | Self::Cell(line, _) => Some(line),
            Self::Opener => Some(Line::C7),
        }
    }
}

/// The stop a key leads to; the same stop where the grid ends.
///
/// The header row lies above the first line, the line headers before goal 1; there is no stop in the corner.
/// `mirrored` is for right-to-left languages, where goal 1 stands at the right.
#[must_use]
pub fn step(from: Stop, key: Key, opened: bool, mirrored: bool) -> Stop {
    let rows = Line::rows(opened);
    match key {
        Key::Left => sideways(from, mirrored),
        Key::Right => sideways(from, !mirrored),
        Key::Up => upwards(from, 1, &rows),
        Key::Down => downwards(from, 1, &rows),
        Key::PageUp => upwards(from, PAGE, &rows),
        Key::PageDown => downwards(from, PAGE, &rows),
        Key::Home => from.line().map_or_else(|| Stop::Column(Goal::FIRST), Stop::Row),
        Key::End => last_of_row(from.line()),
        Key::ControlHome => rows.first().map_or(from, |line| first_cell(*line)),
        Key::ControlEnd => last_of_row(rows.last().copied()),
    }
}

fn first_cell(line: Line) -> Stop {
    Stop::Cell(line, Goal::FIRST)
}

fn last_of_row(line: Option<Line>) -> Stop {
    line.map_or_else(|| Stop::Column(Goal::LAST), |line| Stop::Cell(line, Goal::LAST))
}

/// One stop along the row, towards goal 17 (`onwards`) or towards the line's header.
fn sideways(from: Stop, onwards: bool) -> Stop {
    let neighbour = |goal: Goal| {
        let number = goal.number();
        Goal::try_from(if onwards { number + 1 } else { number - 1 }).ok()
    };
    match (from, onwards) {
        (Stop::Column(goal), _) => neighbour(goal).map_or(from, Stop::Column),
        (Stop::Row(Line::C7), true) => Stop::Opener,
        (Stop::Row(line), true) => first_cell(line),
        (Stop::Opener, true) => first_cell(Line::C7),
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

/// The stop below or above `from` in another row.
fn in_row(from: Stop, line: Option<&Line>) -> Stop {
    let Some(line) = line else { return from };
    match from {
        Stop::Column(goal) | Stop::Cell(_, goal) => Stop::Cell(*line, goal),
        Stop::Row(_) | Stop::Opener if from.line() == Some(*line) => from,
        Stop::Row(_) | Stop::Opener => Stop::Row(*line),
    }
}
