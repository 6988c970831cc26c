//! The validated matrix and its counts, built once from the files of the API.

use crate::address::Margin;
use crate::contract::counts::{Counts, Distinct};
use crate::contract::matrix::{Link, MatrixFile as WireMatrix, NamedGoal, NamedLine, Target};
use crate::goal::Goal;
use crate::line::Line;
use crate::links::Links;
use crate::target::TargetCode;

/// The number of lists that the source of the links has.
const LISTS: u8 = 4;

/// Error for a file that parses but violates the contract.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct WrongShape(pub String);

/// Names, links and targets. Every line and goal is present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matrix {
    wire: WireMatrix,
    linked: Links,
}

impl Matrix {
    /// Validates the file: nineteen lines and seventeen goals, each in its place.
    ///
    /// # Errors
    /// Names the part that violates the contract.
    pub fn new(wire: WireMatrix) -> Result<Self, WrongShape> {
        if !wire.lines.iter().map(|line| line.id).eq(Line::all()) {
            return Err(WrongShape("matrix: the lines are not the nineteen of the contract in order".into()));
        }
        if !wire.goals.iter().map(|goal| goal.number).eq(Goal::all()) {
            return Err(WrongShape("matrix: the goals are not 1 to 17 in order".into()));
        }
        let linked = Links::new(wire.links.iter().map(|link| (link.line, link.goal)));
        Ok(Self { wire, linked })
    }

    /// The linked cells.
    #[must_use]
    pub fn links(&self) -> &Links {
        &self.linked
    }

    /// The line with its name.
    #[must_use]
    pub fn line(&self, line: Line) -> Option<&NamedLine> {
        self.wire.lines.get(line.position())
    }

    /// The line's name.
    #[must_use]
    pub fn line_name(&self, line: Line) -> &str {
        self.line(line).map_or("", |line| &line.name)
    }

    /// The line's short name for heads of rows: this project's own, else its name.
    #[must_use]
    pub fn line_short_name(&self, line: Line) -> &str {
        let short = self.line(line).and_then(|line| line.short.as_deref());
        short.unwrap_or_else(|| self.line_name(line))
    }

    /// The goal with its name and colour.
    #[must_use]
    pub fn goal(&self, goal: Goal) -> Option<&NamedGoal> {
        self.wire.goals.get(goal.position())
    }

    /// The seventeen goals in order.
    pub fn goals(&self) -> impl Iterator<Item = &NamedGoal> {
        self.wire.goals.iter()
    }

    /// The goal's short name.
    #[must_use]
    pub fn goal_name(&self, goal: Goal) -> &str {
        self.goal(goal).map_or("", |goal| &goal.name)
    }

    /// Links of a cell in order: the line's own, or for C7 those of its e-applications.
    pub fn links_in(&self, line: Line, goal: Goal) -> impl Iterator<Item = &Link> {
        self.wire.links.iter().filter(move |link| link.goal == goal && line.covers(link.line))
    }

    /// The distinct targets of a cell in order.
    #[must_use]
    pub fn targets_in(&self, line: Line, goal: Goal) -> Vec<TargetCode> {
        let mut codes = Vec::new();
        for code in self.links_in(line, goal).flat_map(|link| link.targets.iter().copied()) {
            if let Err(place) = codes.binary_search(&code) {
                codes.insert(place, code);
            }
        }
        codes
    }

    /// Whether every link of a cell is missing in at least one of the source's four lists.
    #[must_use]
    pub fn is_doubtful(&self, line: Line, goal: Goal) -> bool {
        let most = self.links_in(line, goal).map(|link| link.lists).max();
        most.is_some_and(|lists| lists < LISTS)
    }

    /// The targets that links name, in order.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        self.wire.targets.iter()
    }

    /// The target with its label.
    #[must_use]
    pub fn target(&self, code: TargetCode) -> Option<&Target> {
        self.wire.targets.iter().find(|target| target.code == code)
    }
}

/// Counts of one cell. They are two facts and never added.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CellCount {
    /// Projects that name the line and the goal.
    pub declared: u32,
    /// Projects that name the line and no goal.
    pub derived: u32,
}

/// Counts of every cell and the totals. Every row and column is present.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MatrixCounts(Counts);

impl MatrixCounts {
    /// Validates the file: nineteen rows of seventeen numbers, and totals for each.
    ///
    /// # Errors
    /// Names the part that violates the contract.
    pub fn new(counts: Counts) -> Result<Self, WrongShape> {
        if !counts.lines.iter().copied().eq(Line::all()) {
            return Err(WrongShape("counts: the lines are not the nineteen of the contract in order".into()));
        }
        let rows_fit =
            |rows: &[Vec<u32>]| rows.len() == Line::COUNT && rows.iter().all(|row| row.len() == Goal::COUNT);
        if !rows_fit(&counts.declared) || !rows_fit(&counts.derived) {
            return Err(WrongShape("counts: not nineteen rows of seventeen numbers".into()));
        }
        if counts.distinct.lines.len() != Line::COUNT || counts.distinct.goals.len() != Goal::COUNT {
            return Err(WrongShape("counts: the distinct totals do not fit the lines and goals".into()));
        }
        Ok(Self(counts))
    }

    /// Wraps counts made by this program, which need no validation.
    #[must_use]
    pub(crate) fn of(counts: Counts) -> Self {
        Self(counts)
    }

    /// Counts of a cell.
    #[must_use]
    pub fn cell(&self, line: Line, goal: Goal) -> CellCount {
        let number = |rows: &[Vec<u32>]| {
            rows.get(line.position()).and_then(|row| row.get(goal.position())).copied().unwrap_or(0)
        };
        CellCount { declared: number(&self.0.declared), derived: number(&self.0.derived) }
    }

    /// The largest number of declared projects in a cell.
    #[must_use]
    pub fn most_declared(&self) -> u32 {
        self.0.declared.iter().flatten().copied().max().unwrap_or(0)
    }

    /// The largest number of projects that name one line.
    #[must_use]
    pub fn most_of_line(&self) -> u32 {
        self.0.distinct.lines.iter().copied().max().unwrap_or(0)
    }

    /// Number of distinct projects that name the line.
    #[must_use]
    pub fn of_line(&self, line: Line) -> u32 {
        self.0.distinct.lines.get(line.position()).copied().unwrap_or(0)
    }

    /// Number of distinct projects that declare the goal.
    #[must_use]
    pub fn of_goal(&self, goal: Goal) -> u32 {
        self.0.distinct.goals.get(goal.position()).copied().unwrap_or(0)
    }

    /// Number of projects in a place of the margin; 0 where the server does not count them.
    #[must_use]
    pub fn of_margin(&self, margin: Margin) -> u32 {
        let distinct = &self.0.distinct;
        let of = |counts: &[u32], at: usize| counts.get(at).copied().unwrap_or(0);
        match margin {
            Margin::NoGoal(None) => distinct.no_goal,
            Margin::NoGoal(Some(line)) => of(&distinct.lines_without_goal, line.position()),
            Margin::NoLine(None) => distinct.no_line,
            Margin::NoLine(Some(goal)) => of(&distinct.goals_without_line, goal.position()),
            Margin::Neither => distinct.neither,
        }
    }

    /// Totals that count every project once.
    #[must_use]
    pub fn distinct(&self) -> &Distinct {
        &self.0.distinct
    }
}
