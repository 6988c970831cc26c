//! The view: the state from which both the address and the page are made.

use std::num::NonZeroU16;

use super::display::{DisplayMode, Extent};
use super::margin::Margin;
use super::presenting::{Presenting, TourName};
use super::selection::Selection;
use super::theme::Theme;
use crate::arrangement::Order;
use crate::code::{CountryCode, EntryId, VocabularyId};
use crate::comparison::Compared;
use crate::filter::Filter;
use crate::heat::Scale;
use crate::language::Language;

/// An entry that is shown in full over its list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// A project.
    Project(EntryId),
    /// An initiative of the report.
    Initiative(EntryId),
    /// A lens on the report, or the list of all of them ([`crate::contract::lenses::OVERVIEW`]).
    Lens(VocabularyId),
}

/// Content of the panel, apart from an open entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Panel {
    /// Introduction.
    Start,
    /// The selection.
    Selected(Selection),
    /// Projects that state no goal or no line.
    Margin(Margin),
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
    /// A place in the margin; only without a selection.
    pub margin: Option<Margin>,
    /// True if the reader expanded C7. A selected e-application expands it too: see
    /// [`View::shows_applications`].
    pub c7_expanded: bool,
    /// Content of the cells.
    pub show: DisplayMode,
    /// Comparison base of the shades, if the cells count projects.
    pub scale: Scale,
    /// Order of lines and goals.
    pub order: Order,
    /// Filter of the collection.
    pub filter: Filter,
    /// Open entry.
    pub opened: Option<Opened>,
    /// Compared items: each once, at most [`crate::comparison::MAX_COMPARED`].
    pub compare: Vec<Compared>,
    /// Language of names; English if `None`.
    pub language: Option<Language>,
    /// Colour theme; the system's if `None`.
    pub theme: Option<Theme>,
    /// True if the page is embedded in a host page (`embed=1`).
    pub embed: bool,
    /// Embedded: shows the whole matrix even if a line, goal or cell is selected (`lens=matrix`).
    pub shows_whole_matrix: bool,
    /// Embedded: hides the controls (`controls=none`).
    pub hides_controls: bool,
    /// Second language on stage.
    pub second_language: Option<Language>,
    /// Presentation mode. See [`View::on_stage`]: an embedded page does not present.
    pub presenting: Presenting,
    /// Tour to present. Without one the default steps of the view are presented.
    pub tour: Option<TourName>,
    /// Step of the tour, counted from 1; the first if `None`.
    pub step: Option<NonZeroU16>,
}

impl View {
    /// Returns true if the eight e-applications are shown.
    #[must_use]
    pub fn shows_applications(&self) -> bool {
        let line = self.selection.line().or_else(|| self.margin?.line());
        self.c7_expanded || line.is_some_and(|line| line.parent().is_some())
    }

    /// The open project.
    #[must_use]
    pub fn project(&self) -> Option<&EntryId> {
        match &self.opened {
            Some(Opened::Project(id)) => Some(id),
            Some(Opened::Initiative(_) | Opened::Lens(_)) | None => None,
        }
    }

    /// The open lens on the report.
    #[must_use]
    pub fn lens(&self) -> Option<&VocabularyId> {
        match &self.opened {
            Some(Opened::Lens(id)) => Some(id),
            Some(Opened::Project(_) | Opened::Initiative(_)) | None => None,
        }
    }

    /// Content of the panel, apart from an open entry. A filter of one country shows that country's
    /// profile.
    #[must_use]
    pub fn panel(&self) -> Panel {
        if let (Selection::None, Some(margin)) = (self.selection, self.margin) {
            return Panel::Margin(margin);
        }
        match (self.selection, self.filter.country()) {
            (Selection::None, Some(country)) => Panel::Country(country),
            (Selection::None, None) if self.compare.len() > 1 => Panel::Comparison,
            (Selection::None, None) if self.filter.is_empty() => Panel::Start,
            (Selection::None, None) => Panel::List,
            (selection, _) => Panel::Selected(selection),
        }
    }

    /// The comparable item that the view shows: its selection or its country.
    #[must_use]
    pub fn comparable(&self) -> Option<Compared> {
        match self.panel() {
            Panel::Selected(Selection::None)
            | Panel::Start
            | Panel::Margin(_)
            | Panel::Comparison
            | Panel::List => None,
            Panel::Selected(selection) => Some(Compared::Selection(selection)),
            Panel::Country(country) => Some(Compared::Country(country)),
        }
    }

    /// Part of the matrix to draw if this is the first view.
    #[must_use]
    pub fn extent(&self) -> Extent {
        // A lens speaks of all rows and columns.
        if self.lens().is_some() {
            return Extent::Matrix;
        }
        match self.selection {
            Selection::Line(line) if self.embed && !self.shows_whole_matrix => Extent::Row(line),
            Selection::Goal(goal) if self.embed && !self.shows_whole_matrix => Extent::Column(goal),
            Selection::Cell(..) if self.embed && !self.shows_whole_matrix => Extent::Cell,
            _ => Extent::Matrix,
        }
    }

    /// The view to share: without settings of a reader, of a host page or of a presentation.
    #[must_use]
    pub fn public(&self) -> Self {
        Self {
            theme: None,
            embed: false,
            shows_whole_matrix: false,
            hides_controls: false,
            second_language: None,
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

    /// Returns true if an open entry has a list to return to.
    #[must_use]
    pub fn shows_list(&self) -> bool {
        self.panel() != Panel::Start
    }

    /// The same view with C7 collapsed. C7 replaces a selected e-application.
    #[must_use]
    pub fn closed(&self) -> Self {
        let line = self.selection.line().map(|line| line.parent().unwrap_or(line));
        let margin = match self.margin {
            Some(Margin::NoGoal(Some(line))) => Some(Margin::NoGoal(Some(line.parent().unwrap_or(line)))),
            other => other,
        };
        let selection = Selection::of(line, self.selection.goal());
        Self { selection, margin, c7_expanded: false, ..self.clone() }
    }
}
