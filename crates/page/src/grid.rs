//! Marks and labels of a cell, a row header and a column header. The app and the prerendered page both draw from
//! here, so that they cannot differ.

use wsis_core::address::DisplayMode;
use wsis_core::goal::Goal;
use wsis_core::heat::{Scale, Shade, Shading};
use wsis_core::line::Line;
use wsis_core::matrix::{CellCount, Matrix, MatrixCounts};
use wsis_messages::Messages;

/// How the matrix ties the line of a cell to its goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkMark {
    /// No link.
    None,
    /// A link to the goal as a whole; no target is named.
    Whole,
    /// A link that names this many distinct targets.
    Targets(u32),
}

impl LinkMark {
    /// The value of `data-link`, which the style sheet draws by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Whole => "whole",
            Self::Targets(_) => "targets",
        }
    }

    /// The character or number in the middle of the cell.
    #[must_use]
    pub fn text(self) -> String {
        match self {
            Self::None => String::new(),
            Self::Whole => "●".to_owned(),
            Self::Targets(count) => count.to_string(),
        }
    }
}

/// The difference between matrix and collection in a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gap {
    /// Linked, and no project of the collection declares the pair.
    NoProject,
    /// Not linked, and yet projects declare the pair.
    BeyondMatrix,
    /// Linked and declared, or neither.
    None,
}

impl Gap {
    /// The gap of a cell.
    #[must_use]
    pub fn of(link: LinkMark, declared: u32) -> Self {
        match (link, declared) {
            (LinkMark::None, 0) => Self::None,
            (LinkMark::None, _) => Self::BeyondMatrix,
            (_, 0) => Self::NoProject,
            _ => Self::None,
        }
    }

    /// The value of `data-gap`, which the style sheet draws by.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::NoProject => "no-project",
            Self::BeyondMatrix => "beyond",
            Self::None => "none",
        }
    }
}

/// Everything that a cell shows and says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CellFace {
    /// How the matrix ties the two; what `mark` shows unless something else is asked for.
    pub link: LinkMark,
    /// The character or number in the middle.
    pub mark: String,
    /// The number of declared projects beside the mark; empty for none, or where the mark is that number.
    pub declared: String,
    /// Whether derived projects stand here.
    pub derived: bool,
    /// The shade of the number of declared projects, where that is shown.
    pub shade: Option<Shade>,
    /// The difference between matrix and collection, where that is shown.
    pub gap: Option<Gap>,
    /// The label for screen readers: line, goal, link, counts.
    pub label: String,
}

/// The faces of all cells; what they share is looked up once.
pub struct Faces<'m> {
    messages: Messages,
    matrix: &'m Matrix,
    counts: Option<&'m MatrixCounts>,
    show: DisplayMode,
    shading: Option<Shading>,
}

impl<'m> Faces<'m> {
    /// Without numbers nothing is said of projects. The scale counts where the cells show projects.
    #[must_use]
    pub fn new(
        messages: Messages,
        matrix: &'m Matrix,
        counts: Option<&'m MatrixCounts>,
        show: DisplayMode,
        scale: Scale,
    ) -> Self {
        let shading =
            counts.filter(|_| show == DisplayMode::Projects).map(|counts| Shading::new(counts, scale));
        Self { messages, matrix, counts, show, shading }
    }

    /// The face of the cell of a line and a goal.
    #[must_use]
    pub fn of(&self, line: Line, goal: Goal) -> CellFace {
        let link = link_mark(self.matrix, line, goal);
        let count = self.counts.map(|counts| counts.cell(line, goal)).unwrap_or_default();
        let gap = Gap::of(link, count.declared);
        let number = if count.declared == 0 { String::new() } else { count.declared.to_string() };
        let (mark, declared) = match (self.show, gap) {
            (DisplayMode::Matrix, _) => (link.text(), number),
            (DisplayMode::Projects, _) => (count.declared.to_string(), String::new()),
            (DisplayMode::Gaps, Gap::NoProject) => ("–".to_owned(), String::new()),
            (DisplayMode::Gaps, Gap::BeyondMatrix) => (format!("+{number}"), String::new()),
            (DisplayMode::Gaps, Gap::None) => (number, String::new()),
        };
        CellFace {
            link,
            mark,
            declared,
            derived: count.derived > 0,
            shade: self.shading.as_ref().map(|shading| shading.shade(line, goal, count.declared)),
            gap: (self.show == DisplayMode::Gaps).then_some(gap),
            label: self.label(link, count, (line, goal)),
        }
    }

    fn label(&self, link: LinkMark, count: CellCount, (line, goal): (Line, Goal)) -> String {
        let (messages, matrix) = (self.messages, self.matrix);
        let mut parts = vec![match link {
            LinkMark::None => messages.grid_not_linked().to_owned(),
            LinkMark::Whole => messages.grid_linked_whole().to_owned(),
            LinkMark::Targets(count) => messages.grid_linked_targets(count),
        }];
        if self.counts.is_some() {
            parts.push(messages.grid_declared(count.declared));
        }
        if let Some(expected) = self.shading.as_ref().and_then(|shading| shading.expected(line, goal)) {
            parts.push(messages.grid_expected(&expected.to_string()));
        }
        if count.derived > 0 {
            parts.push(messages.grid_derived(count.derived));
        }
        messages.grid_cell(
            line.id(),
            matrix.line_name(line),
            &goal.to_string(),
            matrix.goal_name(goal),
            &parts.join(messages.grid_separator()),
        )
    }
}

/// How the matrix ties a line to a goal. For C7: as a whole only if no e-application names a target.
#[must_use]
pub fn link_mark(matrix: &Matrix, line: Line, goal: Goal) -> LinkMark {
    if !matrix.links().contains(line, goal) {
        return LinkMark::None;
    }
    match u32::try_from(matrix.targets_in(line, goal).len()) {
        Ok(0) => LinkMark::Whole,
        Ok(count) => LinkMark::Targets(count),
        Err(_) => LinkMark::Targets(u32::MAX),
    }
}

/// The code a row header shows before the name: `C2` for a line, nothing for an e-application of C7.
#[must_use]
pub fn row_code(line: Line) -> &'static str {
    if line.parent().is_some() { "" } else { line.id() }
}

/// The label of a row header for screen readers.
#[must_use]
pub fn row_label(messages: Messages, matrix: &Matrix, counts: Option<&MatrixCounts>, line: Line) -> String {
    let name = matrix.line_name(line);
    match counts {
        Some(counts) => messages.grid_row(counts.of_line(line), line.id(), name),
        None => messages.grid_row_alone(line.id(), name),
    }
}

/// The label of a column header for screen readers.
#[must_use]
pub fn column_label(messages: Messages, matrix: &Matrix, goal: Goal) -> String {
    messages.grid_column(&goal.to_string(), matrix.goal_name(goal))
}
