//! The views that lazy chunks draw. The first load asks for them by these values and imports no lazy room.

use std::sync::Arc;

use leptos::prelude::*;
use wsis_core::address::Panel;
use wsis_core::search::SearchEntry;
use wsis_core::{EntryId, VocabularyId};
use wsis_state::Dataset;
use wsis_state::layout::Toast;

/// A view of the room `details`.
pub(crate) enum DetailsView {
    /// The selection, a country, the comparison or the filter's list, in full.
    Panel(Arc<Dataset>, Panel),
    /// A project in full.
    Project(Arc<Dataset>, EntryId),
    /// An initiative of the report in full.
    Initiative(Arc<Dataset>, EntryId),
    /// A page on the report, or the list of all of them.
    Lens(Arc<Dataset>, VocabularyId),
    /// The form for an entry in ITU's database.
    EntryForm(Arc<Dataset>),
    /// The filter fields.
    FilterFields(Arc<Dataset>),
    /// The fields for order and shading.
    ArrangeFields,
    /// Chips for an order and shading that differ from the default.
    ArrangedChips,
    /// Draws nothing; counts the projects that pass the filter.
    FilterCounts,
    /// The filter as chips above the grid.
    FilterChips(Arc<Dataset>),
    /// The collections that gaps are found in, and those that are left out.
    GapsNote(Arc<Dataset>),
    /// The text of a short message over the page.
    ToastMessage(Toast),
    /// The account of the data.
    About(Arc<Dataset>),
    /// Draws nothing; keeps the grid in the order asked for.
    GridOrder(Arc<Dataset>),
    /// The card at the cell that is pointed at.
    Card(Arc<Dataset>),
    /// Draws nothing in its place; keeps the margin of the grid: the column of projects that state no goal, and the row of
    /// those that state no line.
    GridMargin(Arc<Dataset>),
    /// The tray of things to compare.
    CompareTray(Arc<Dataset>),
    /// The keys of the page.
    Keys,
    /// The content of the menu "Share".
    ShareMenu,
    /// The content of the menu "More".
    MoreMenu,
    /// The suggestions of the search box.
    Suggestions(SearchBox),
    /// The files to download.
    Downloads(Arc<Dataset>),
    /// The citations of the view.
    Citations(Arc<Dataset>),
}

/// A view of the room `embedding`.
pub(crate) enum EmbeddingView {
    /// Draws nothing; talks to the host page and places the panel.
    Host,
    /// The button that shows all of a shortened panel.
    ShowAll(RwSignal<bool>),
    /// The code to embed the view, with a preview.
    EmbedThisView,
}

/// A view of the room `offline`.
pub(crate) enum OfflineView {
    /// The status of the offline copy, with the button that completes it.
    Status(Arc<Dataset>),
    /// Notices: cached data on screen, a newer version, a removed copy.
    Notices,
    /// Draws nothing; asks the service worker for the status.
    Watch(Arc<Dataset>),
}

/// A view of the room `presentation`.
pub(crate) enum PresentationView {
    /// The tours and the tour editor.
    Tours(Arc<Dataset>),
    /// The tray of the reader's own tour.
    TourTray,
    /// The presentation, or its speaker view.
    Stage(Arc<Dataset>, OfflineSlots),
}

/// The offline views that the presentation shows. The app fills them in, so that the two rooms stay apart.
#[derive(Clone, Copy)]
pub(crate) struct OfflineSlots {
    /// The status of the offline copy, with the button that completes it.
    pub(crate) status: fn() -> AnyView,
    /// Draws nothing; asks the service worker for the status.
    pub(crate) watch: fn() -> AnyView,
}

/// The state of the search box, which its suggestions read and write.
#[derive(Clone, Copy)]
pub(crate) struct SearchBox {
    /// Whether suggestions are shown.
    pub(crate) open: RwSignal<bool>,
    /// The typed text.
    pub(crate) text: RwSignal<String>,
    /// The index of the highlighted suggestion.
    pub(crate) active: RwSignal<usize>,
    /// The suggestions for the text.
    pub(crate) suggestions: RwSignal<Suggestions>,
    /// The message for screen readers: the number of suggestions, or that more are loading.
    pub(crate) status: RwSignal<String>,
    /// The index of the suggestion to go to.
    pub(crate) chosen: RwSignal<Option<usize>>,
}

/// Suggestions for a text.
#[derive(Clone, Default)]
pub(crate) struct Suggestions {
    /// Where to go; the last one is the search in the projects. Empty without a text.
    pub(crate) entries: Vec<SearchEntry>,
    /// Whether nothing matches, and these are only similar.
    pub(crate) only_similar: bool,
}

/// The id of the list of suggestions.
pub(crate) const SUGGESTIONS_ID: &str = "search-results";

/// The id of the suggestion at an index.
pub(crate) fn suggestion_id(at: usize) -> String {
    format!("search-option-{at}")
}
