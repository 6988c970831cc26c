//! The view: the state from which both the address and the page are made.

use std::fmt;
use std::num::NonZeroU16;
use std::str::FromStr;

use crate::arrangement::Order;
use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::comparison::Compared;
use crate::filter::Filter;
use crate::goal::Goal;
use crate::heat::Scale;
use crate::language::Language;
use crate::line::Line;

/// Selection in the matrix.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Nothing.
    #[default]
    None,
    /// A line's profile.
    Line(Line),
    /// A goal's profile.
    Goal(Goal),
    /// A cell.
    Cell(Line, Goal),
}

impl Selection {
    /// The selected line, of a profile or a cell.
    #[must_use]
    pub fn line(self) -> Option<Line> {
        match self {
            Self::Line(line) | Self::Cell(line, _) => Some(line),
            Self::None | Self::Goal(_) => None,
        }
    }

    /// The selected goal, of a profile or a cell.
    #[must_use]
    pub fn goal(self) -> Option<Goal> {
        match self {
            Self::Goal(goal) | Self::Cell(_, goal) => Some(goal),
            Self::None | Self::Line(_) => None,
        }
    }

    /// The selection of a line, a goal, both or neither.
    #[must_use]
    pub fn of(line: Option<Line>, goal: Option<Goal>) -> Self {
        match (line, goal) {
            (Some(line), Some(goal)) => Self::Cell(line, goal),
            (Some(line), None) => Self::Line(line),
            (None, Some(goal)) => Self::Goal(goal),
            (None, None) => Self::None,
        }
    }
}

/// Colour theme. Without one the reader's system decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// Black and white with strong lines.
    Contrast,
}

impl Theme {
    /// All themes, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// Value in the address and in `data-theme`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// Search text: one line with single spaces, not empty, short enough for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// Maximum length, in characters.
    pub const LONGEST: usize = 200;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Error for an invalid search text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("empty, too long, or with control characters")]
pub struct NotAQuery;

impl FromStr for Query {
    type Err = NotAQuery;

    fn from_str(text: &str) -> Result<Self, NotAQuery> {
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let fits = (1..=Self::LONGEST).contains(&text.chars().count()) && !text.chars().any(char::is_control);
        if fits { Ok(Self(text)) } else { Err(NotAQuery) }
    }
}

/// Content of the cells.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// Links.
    #[default]
    Matrix,
    /// Number of projects that declare the pair.
    Projects,
    /// Links without a declared project, and declared projects without a link.
    Gaps,
}

impl Show {
    /// All values, in the order of the menu.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Projects, Self::Gaps];

    /// Value in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Projects => "projects",
            Self::Gaps => "gaps",
        }
    }
}

/// Presentation mode of the page.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Presenting {
    /// No presentation.
    #[default]
    Not,
    /// Stage, one idea at a time (`present=1`).
    Stage,
    /// Speaker view: current step, next step, notes and time (`present=speaker`).
    Speaker,
    /// Stage on an unattended screen, repeated endlessly (`kiosk=1`).
    Kiosk,
}

/// Reference to a tour.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TourName {
    /// A tour of the data.
    Shipped(VocabularyId),
    /// The tour that was made in this window.
    Own,
    /// A tour encoded in the address: letters, digits, `-` and `_`, at most [`TourName::LONGEST`].
    Packed(String),
}

impl TourName {
    /// Value of [`TourName::Own`] in the address. No tour of the data has this id.
    pub const OWN: &str = "own";
    /// Maximum length of a tour in an address, in characters. Some programs cut longer addresses.
    pub const LONGEST: usize = 1800;
}

/// Error for a text that is not a tour reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the name of a tour")]
pub struct NotATourName;

impl FromStr for TourName {
    type Err = NotATourName;

    fn from_str(text: &str) -> Result<Self, NotATourName> {
        if text == Self::OWN {
            return Ok(Self::Own);
        }
        match text.strip_prefix("own.") {
            Some(packed) => {
                let fits = (1..=Self::LONGEST).contains(&packed.len())
                    && packed.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
                if fits { Ok(Self::Packed(packed.to_owned())) } else { Err(NotATourName) }
            }
            None => text.parse().map(Self::Shipped).map_err(|_| NotATourName),
        }
    }
}

impl fmt::Display for TourName {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shipped(id) => formatter.write_str(id.as_str()),
            Self::Own => formatter.write_str(Self::OWN),
            Self::Packed(packed) => write!(formatter, "{}.{packed}", Self::OWN),
        }
    }
}

/// Content of the panel, apart from an open project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// Introduction.
    Start,
    /// The selection.
    Selected(Selection),
    /// A country's profile.
    Country(CountryCode),
    /// The comparison.
    Comparison,
    /// List of the projects that match the filter.
    List,
}

/// The view.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// The selection.
    pub selection: Selection,
    /// True if the reader expanded C7. A selected e-application expands it too: see
    /// [`View::shows_applications`].
    pub opened: bool,
    /// Content of the cells.
    pub show: Show,
    /// Comparison base of the shades, if the cells count projects.
    pub scale: Scale,
    /// Order of lines and goals.
    pub order: Order,
    /// Filter of the collection.
    pub filter: Filter,
    /// Open project.
    pub project: Option<EntryId>,
    /// Compared items: each once, at most [`crate::comparison::MOST`].
    pub compare: Vec<Compared>,
    /// Language of names; English if `None`.
    pub language: Option<Language>,
    /// Colour theme; the system's if `None`.
    pub theme: Option<Theme>,
    /// True if the page is embedded in a host page (`embed=1`).
    pub embed: bool,
    /// Embedded: shows the whole matrix even if a line, goal or cell is selected (`lens=matrix`).
    pub whole: bool,
    /// Embedded: hides the controls (`controls=none`).
    pub bare: bool,
    /// Second language on stage.
    pub second: Option<Language>,
    /// Presentation mode. See [`View::on_stage`]: an embedded page does not present.
    pub presenting: Presenting,
    /// Tour to present. Without one the default steps of the view are presented.
    pub tour: Option<TourName>,
    /// Step of the tour, counted from 1; the first if `None`.
    pub step: Option<NonZeroU16>,
}

/// Part of the matrix that the page draws. An embedded page draws only the selected part.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// The whole matrix.
    #[default]
    Matrix,
    /// One row.
    Row(Line),
    /// One column.
    Column(Goal),
    /// No matrix: the cell's details alone.
    Cell,
}

impl View {
    /// Returns true if the eight e-applications are shown.
    #[must_use]
    pub fn shows_applications(&self) -> bool {
        self.opened || self.selection.line().is_some_and(|line| line.parent().is_some())
    }

    /// Content of the panel, apart from an open project. A filter of one country shows that country's
    /// profile.
    #[must_use]
    pub fn panel(&self) -> Panel {
        match (self.selection, self.filter.country()) {
            (Selection::None, Some(country)) => Panel::Country(country),
            (Selection::None, None) if self.compare.len() > 1 => Panel::Comparison,
            (Selection::None, None) if self.filter.is_empty() => Panel::Start,
            (Selection::None, None) => Panel::List,
            (selection, _) => Panel::Selected(selection),
        }
    }

    /// Part of the matrix to draw if this is the first view.
    #[must_use]
    pub fn form(&self) -> Form {
        match self.selection {
            Selection::Line(line) if self.embed && !self.whole => Form::Row(line),
            Selection::Goal(goal) if self.embed && !self.whole => Form::Column(goal),
            Selection::Cell(..) if self.embed && !self.whole => Form::Cell,
            _ => Form::Matrix,
        }
    }

    /// The view to share: without settings of a reader, of a host page or of a presentation.
    #[must_use]
    pub fn public(&self) -> Self {
        Self {
            theme: None,
            embed: false,
            whole: false,
            bare: false,
            second: None,
            presenting: Presenting::Not,
            tour: None,
            step: None,
            ..self.clone()
        }
    }

    /// Returns true if the page presents the view.
    #[must_use]
    pub fn on_stage(&self) -> bool {
        self.presenting != Presenting::Not && !self.embed
    }

    /// Returns true if an open project has a list to return to.
    #[must_use]
    pub fn shows_list(&self) -> bool {
        self.panel() != Panel::Start
    }

    /// The same view with C7 collapsed. C7 replaces a selected e-application.
    #[must_use]
    pub fn closed(&self) -> Self {
        let line = self.selection.line().map(|line| line.parent().unwrap_or(line));
        Self { selection: Selection::of(line, self.selection.goal()), opened: false, ..self.clone() }
    }
}
