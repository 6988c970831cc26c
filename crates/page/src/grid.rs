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

    /// How strong the link is, 1 to 3: one target or the goal as a whole, two, three or more. The tint follows it.
    #[must_use]
    pub fn strength(self) -> Option<u32> {
        match self {
            Self::None => None,
            Self::Whole => Some(1),
            Self::Targets(count) => Some(count.clamp(1, 3)),
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
    /// Whether some of the source's lists lack the link.
    pub doubtful: bool,
    /// The character or number in the middle.
    pub mark: String,
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
    shown: CellContent,
    shading: Option<Shading>,
}

/// The content of the cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellContent {
    /// Links, projects or gaps.
    pub show: DisplayMode,
    /// The comparison base of the shades.
    pub scale: Scale,
    /// Whether projects state goals. Otherwise no cell shows a number of projects.
    pub states_goals: bool,
}

impl CellContent {
    /// The links.
    pub const LINKS: Self = Self { show: DisplayMode::Matrix, scale: Scale::Whole, states_goals: false };
}

impl<'m> Faces<'m> {
    /// Without numbers nothing is said of projects.
    #[must_use]
    pub fn new(
        messages: Messages,
        matrix: &'m Matrix,
        counts: Option<&'m MatrixCounts>,
        shown: CellContent,
    ) -> Self {
        let shades = shown.show == DisplayMode::Projects && shown.states_goals;
        let shading = counts.filter(|_| shades).map(|counts| Shading::new(counts, shown.scale));
        Self { messages, matrix, counts, shown, shading }
    }

    /// The face of the cell of a line and a goal.
    #[must_use]
    pub fn of(&self, line: Line, goal: Goal) -> CellFace {
        let link = link_mark(self.matrix, line, goal);
        let count = self.counts.map(|counts| counts.cell(line, goal)).unwrap_or_default();
        let gap = Gap::of(link, count.declared);
        let number = if count.declared == 0 { String::new() } else { count.declared.to_string() };
        let mark = match (self.shown.show, gap) {
            (DisplayMode::Matrix, _) => link.text(),
            _ if !self.shown.states_goals => String::new(),
            (DisplayMode::Projects, _) => number,
            (DisplayMode::Gaps, Gap::NoProject) => "–".to_owned(),
            (DisplayMode::Gaps, Gap::BeyondMatrix) => format!("+{number}"),
            (DisplayMode::Gaps, Gap::None) => number,
        };
        let shade = self.shading.as_ref().map(|shading| shading.shade(line, goal, count.declared));
        CellFace {
            link,
            doubtful: self.matrix.is_doubtful(line, goal),
            mark,
            // Where nothing is, nothing is drawn.
            shade: shade.filter(|shade| *shade != Shade::Heat(0)),
            gap: (self.shown.show == DisplayMode::Gaps && self.shown.states_goals).then_some(gap),
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
        if matrix.is_doubtful(line, goal) {
            parts.push(messages.grid_doubtful().to_owned());
        }
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
    messages.grid_column(lines_linked_to(matrix, goal), &goal.to_string(), matrix.goal_name(goal))
}

/// How many of the eleven action lines the matrix links to a goal.
#[must_use]
pub fn lines_linked_to(matrix: &Matrix, goal: Goal) -> u32 {
    let linked = Line::action_lines().filter(|line| matrix.links().contains(*line, goal));
    u32::try_from(linked.count()).unwrap_or(u32::MAX)
}

/// The number below a goal, and what a full bar beside it stands for: the lines that the matrix links to it, of all
/// action lines, or the projects that declare it, of the most that any goal has.
#[must_use]
pub fn goal_total(
    matrix: &Matrix,
    all: &MatrixCounts,
    passing: Option<&MatrixCounts>,
    show: DisplayMode,
    goal: Goal,
) -> (u32, u32) {
    match show {
        DisplayMode::Matrix => {
            (lines_linked_to(matrix, goal), u32::try_from(Line::action_lines().count()).unwrap_or(u32::MAX))
        }
        DisplayMode::Projects | DisplayMode::Gaps => {
            let most = all.distinct().goals.iter().copied().max().unwrap_or(0);
            (passing.map_or(0, |counts| counts.of_goal(goal)), most)
        }
    }
}

/// The length of a bar: a count in per cent of the largest one. One that is not 0 can always be seen.
#[must_use]
pub fn bar_length(count: u32, most: u32) -> u32 {
    let percent = count.saturating_mul(100).checked_div(most).unwrap_or(0);
    if count == 0 { 0 } else { percent.max(3) }
}
