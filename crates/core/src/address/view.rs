//! What is looked at: the one state that the address and the page are both made from.

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

/// What is selected in the matrix.
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

/// The colours asked for; without one the reader's system decides.
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
    /// All themes, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Contrast];

    /// The value in the address and in `data-theme`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Contrast => "contrast",
        }
    }
}

/// A text to look for: one line of single spaces, not empty, short enough for an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Query(String);

impl Query {
    /// How many characters it may have.
    pub const LONGEST: usize = 200;

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A text that cannot be looked for.
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

/// What the cells show.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Show {
    /// The links.
    #[default]
    Matrix,
    /// How many projects declare the pair.
    Projects,
    /// Links without a declared project, and declared projects without a link.
    Gaps,
}

impl Show {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Matrix, Self::Projects, Self::Gaps];

    /// The value in the address.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Matrix => "matrix",
            Self::Projects => "projects",
            Self::Gaps => "gaps",
        }
    }
}

/// How the view is presented.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Presenting {
    /// Not at all: it is explored.
    #[default]
    Not,
    /// On stage, one idea at a time (`present=1`).
    Stage,
    /// For the speaker alone: now, next, notes and time (`present=speaker`).
    Speaker,
    /// On stage with nobody beside it, round and round (`kiosk=1`).
    Kiosk,
}

/// Which tour is presented.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum TourName {
    /// One of those that the data bring.
    Shipped(VocabularyId),
    /// The one that was made in this window.
    Own,
    /// One that is written in the address itself: letters, digits, `-` and `_`, at most [`TourName::LONGEST`].
    Packed(String),
}

impl TourName {
    /// The value that stands for [`TourName::Own`]; no shipped tour has this id.
    pub const OWN: &str = "own";
    /// How long a tour in an address may be, in characters. Longer addresses are cut by some programs that pass them on.
    pub const LONGEST: usize = 1800;
}

/// A text that names no tour.
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

/// What the panel shows beside a project.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// What to do first.
    Start,
    /// What is selected.
    Selected(Selection),
    /// A country's profile.
    Country(CountryCode),
    /// Things side by side.
    Comparison,
    /// The projects that pass the filter.
    List,
}

/// What is looked at.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct View {
    /// What is selected.
    pub selection: Selection,
    /// Whether C7 is opened by hand. It also stands open while one of its e-applications is selected: ask
    /// [`View::shows_applications`].
    pub opened: bool,
    /// What the cells show.
    pub show: Show,
    /// What the shades of the cells are compared with, where they count projects.
    pub scale: Scale,
    /// In which order lines and goals stand.
    pub order: Order,
    /// What of the collection is looked at.
    pub filter: Filter,
    /// The project whose details are open.
    pub project: Option<EntryId>,
    /// What stands side by side: each once, at most [`crate::comparison::MOST`].
    pub compare: Vec<Compared>,
    /// The language asked for; without one it is English.
    pub language: Option<Language>,
    /// The colours asked for.
    pub theme: Option<Theme>,
    /// Whether the page stands in another one.
    pub embed: bool,
    /// Whether it shows the whole matrix there even where one line, goal or cell is selected (`lens=matrix`).
    pub whole: bool,
    /// Whether it goes without choices there (`controls=none`).
    pub bare: bool,
    /// The second language on stage, for rooms with two.
    pub second: Option<Language>,
    /// How it is presented. Ask [`View::on_stage`]: in a page of others it is not.
    pub presenting: Presenting,
    /// The tour that is presented; without one the view itself is, and what belongs to it.
    pub tour: Option<TourName>,
    /// The step of it, counted from 1; without one the first.
    pub step: Option<NonZeroU16>,
}

/// How much of the matrix is drawn. In a page of others it is what they asked for, and no more.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Form {
    /// All of it.
    #[default]
    Matrix,
    /// One line's row.
    Row(Line),
    /// One goal's column.
    Column(Goal),
    /// Nothing: what is said of a cell stands alone.
    Cell,
}

impl View {
    /// Whether the eight e-applications are shown.
    #[must_use]
    pub fn shows_applications(&self) -> bool {
        self.opened || self.selection.line().is_some_and(|line| line.parent().is_some())
    }

    /// What the panel shows beside a project. A filter of one country is that country's profile.
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

    /// How much of the matrix is drawn where this is the first view.
    #[must_use]
    pub fn form(&self) -> Form {
        match self.selection {
            Selection::Line(line) if self.embed && !self.whole => Form::Row(line),
            Selection::Goal(goal) if self.embed && !self.whole => Form::Column(goal),
            Selection::Cell(..) if self.embed && !self.whole => Form::Cell,
            _ => Form::Matrix,
        }
    }

    /// The view for everyone: without what is one reader's taste, one page's that embeds it, or one speaker's.
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

    /// Whether it is presented and not explored.
    #[must_use]
    pub fn on_stage(&self) -> bool {
        self.presenting != Presenting::Not && !self.embed
    }

    /// Whether there is a list to go back to from a project.
    #[must_use]
    pub fn shows_list(&self) -> bool {
        self.panel() != Panel::Start
    }

    /// The same view with C7 closed: a selected e-application gives way to C7 itself.
    #[must_use]
    pub fn closed(&self) -> Self {
        let line = self.selection.line().map(|line| line.parent().unwrap_or(line));
        Self { selection: Selection::of(line, self.selection.goal()), opened: false, ..self.clone() }
    }
}
