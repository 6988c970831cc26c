//! Navigation: the view, its address, and going back.
//!
//! Every change goes through `Navigation::change`: it sets the address first, then the view.

use std::num::NonZeroU16;

use reactive_graph::computed::Memo;
use reactive_graph::owner::StoredValue;
use reactive_graph::signal::{ReadSignal, RwSignal, WriteSignal, signal};
use reactive_graph::traits::{GetUntracked as _, Set as _, SetValue as _};
use reactive_graph::traits::{With as _, WithUntracked as _};
use wsis_core::address::{
    DisplayMode, Extent, Margin, Opened, Presenting, Selection, Theme, TourName, View, decode, encode,
};
use wsis_core::arrangement::Order;
use wsis_core::filter::{Facet, FacetValue, Filter};
use wsis_core::heat::Scale;
use wsis_core::presentation::Overlay;
use wsis_core::{CountryCode, Language};
use wsis_platform::history::{self, HistoryEntry};
use wsis_platform::storage::{self, Scope};

use crate::effect::memo;
use crate::notices::{Notice, Notices};

/// The name under which this window stores when the presentation started, in milliseconds since 1970.
pub const PRESENTATION_STARTED: &str = "wsis-talk-started";

/// A sheet that covers the selection in the panel. It stays while its own fields change the view.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// The form for an entry in ITU's database.
    Entry,
    /// The filter fields.
    Filter,
    /// The fields for order and shading.
    Arrange,
}

/// A dialog over the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialog {
    /// The citations of the view.
    Cite,
    /// The code that embeds the view.
    Embed,
    /// The files to download.
    Download,
    /// The list of tours and the tour editor.
    Tours,
    /// The keys of the page.
    Keys,
}

/// The step that [`Navigation::go_back`] has taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WentBack {
    /// Nothing to go back from.
    Nowhere,
    /// A dialog was closed.
    FromDialog,
    /// A sheet was closed.
    FromSheet(Sheet),
    /// An entry was closed; its list is shown again.
    FromOpened(Opened),
    /// A country's profile gave way to the previous view.
    FromCountry,
    /// The panel was closed; this was selected.
    FromPanel(Selection),
}

/// The view and how it changes. Cheap to copy: every field is a handle.
#[derive(Clone, Copy)]
pub struct Navigation {
    /// The current view.
    pub view: ReadSignal<View>,
    set_view: WriteSignal<View>,
    /// The selection alone.
    pub selection: Memo<Selection>,
    /// The content of the cells.
    pub show: Memo<DisplayMode>,
    /// The comparison base of the shades.
    pub scale: Memo<Scale>,
    /// How much of the matrix is drawn.
    pub extent: RwSignal<Extent>,
    /// The sheet that covers the selection.
    pub sheet: RwSignal<Option<Sheet>>,
    /// The dialog over the page.
    pub dialog: RwSignal<Option<Dialog>>,
    /// The title of the open entry, once it is loaded.
    pub opened_title: RwSignal<Option<String>>,
    /// The overlay with which the presentation opens.
    pub opening_overlay: StoredValue<Overlay>,
    /// Whether the page is embedded in a host page.
    pub is_embedded: bool,
    notices: Notices,
    first_view: StoredValue<View>,
    previous_view: StoredValue<Option<View>>,
}

impl Navigation {
    /// Starts at this view. A refused change of address becomes a notice.
    #[must_use]
    pub fn new(first: View, notices: Notices) -> Self {
        let (is_embedded, extent) = (first.embed, first.extent());
        let (view, set_view) = signal(first.clone());
        Self {
            view,
            set_view,
            selection: memo(move || view.with(|view| view.selection)),
            show: memo(move || view.with(|view| view.show)),
            scale: memo(move || view.with(|view| view.scale)),
            extent: RwSignal::new(extent),
            sheet: RwSignal::new(None),
            dialog: RwSignal::new(None),
            opened_title: RwSignal::new(None),
            opening_overlay: StoredValue::new(Overlay::None),
            is_embedded,
            notices,
            first_view: StoredValue::new(first),
            previous_view: StoredValue::new(None),
        }
    }

    /// The language of names: the one asked for, else English. Tracked.
    #[must_use]
    pub fn language(&self) -> Language {
        self.view.with(|view| view.language.unwrap_or(Language::English))
    }

    /// Changes what is shown. Sheets and dialogs belong to the former view and close.
    fn change(&self, entry: HistoryEntry, edit: impl FnOnce(View) -> View) {
        if self.apply(entry, edit) {
            self.close_sheets();
        }
    }

    /// Changes how it is shown. Sheets and dialogs stay, and no history entry is added.
    fn adjust(&self, edit: impl FnOnce(View) -> View) {
        self.apply(HistoryEntry::Replace, edit);
    }

    fn close_sheets(&self) {
        self.sheet.set(None);
        self.dialog.set(None);
    }

    /// Sets address and view; returns whether they differ from before.
    fn apply(&self, entry: HistoryEntry, edit: impl FnOnce(View) -> View) -> bool {
        let before = self.view.get_untracked();
        let after = edit(before.clone());
        if after == before {
            return false;
        }
        // Going back belongs to the host page.
        let entry = if self.is_embedded { HistoryEntry::Replace } else { entry };
        if history::set_query(&encode(&after), entry).is_err() && !self.is_embedded {
            self.notices.add(Notice::AddressFixed);
        }
        self.set_view.set(after);
        true
    }

    /// Shows the view of the address, after the reader went back or forward.
    pub fn restore_from_address(&self) {
        let (view, bad_values) = decode(&history::query());
        // A link within the page leads here too, and changes nothing.
        if self.view.with_untracked(|shown| *shown == view) {
            return;
        }
        self.set_view.set(view);
        self.close_sheets();
        self.notices.set_bad_values(bad_values);
    }

    /// Selects a cell, a line or a goal; adds a history entry. An open entry closes; the filter stays.
    pub fn select(&self, selection: Selection) {
        self.previous_view.set_value(None);
        self.change(HistoryEntry::Push, |view| View { selection, margin: None, opened: None, ..view });
    }

    /// Shows the projects of a place in the margin; adds a history entry.
    pub fn select_margin(&self, margin: Margin) {
        self.previous_view.set_value(None);
        self.change(HistoryEntry::Push, |view| View {
            selection: Selection::None,
            margin: Some(margin),
            opened: None,
            ..view
        });
    }

    /// Shows a country's profile. [`Navigation::go_back`] returns from it to the former selection.
    pub fn show_country(&self, country: &CountryCode) {
        let before = self.view.get_untracked();
        let value = Facet::Country.value(country.as_str()).map(|id| FacetValue { facet: Facet::Country, id });
        self.apply_filter(Filter::of_values(value));
        self.previous_view.set_value((before.selection != Selection::None).then_some(before));
    }

    /// Shows the projects that pass a filter, with nothing selected.
    pub fn apply_filter(&self, filter: Filter) {
        self.previous_view.set_value(None);
        self.change(HistoryEntry::Push, |view| {
            // A country can join the comparison; a list replaces it.
            let compare = if filter.country().is_some() { view.compare } else { Vec::new() };
            View { selection: Selection::None, margin: None, filter, opened: None, compare, ..view }
        });
    }

    /// Changes the filter; the selection stays.
    pub fn edit_filter(&self, edit: impl FnOnce(&mut Filter)) {
        self.adjust(|mut view| {
            edit(&mut view.filter);
            view
        });
    }

    /// Changes what the cells show.
    pub fn set_show(&self, show: DisplayMode) {
        self.adjust(|view| View { show, ..view });
    }

    /// Changes the order of lines and goals.
    pub fn set_order(&self, order: Order) {
        self.adjust(|view| View { order, ..view });
    }

    /// Changes what the shades of the cells are compared with.
    pub fn set_scale(&self, scale: Scale) {
        self.adjust(|view| View { scale, ..view });
    }

    /// Shows an entry in full over the list.
    pub fn open(&self, entry: Opened) {
        // A lens is a page; a project is read over its list.
        let history =
            if matches!(entry, Opened::Lens(_)) { HistoryEntry::Push } else { HistoryEntry::Replace };
        self.change(history, |view| View { opened: Some(entry), ..view });
    }

    /// Opens or closes C7's e-applications.
    pub fn toggle_applications(&self) {
        self.adjust(|view| {
            if view.shows_applications() { view.closed() } else { View { c7_expanded: true, ..view } }
        });
    }

    /// Changes the language of names.
    pub fn set_language(&self, language: Language) {
        let language = (language != Language::English).then_some(language);
        self.adjust(|view| View { language, ..view });
    }

    /// Changes the theme; `None` follows the device.
    pub fn set_theme(&self, theme: Option<Theme>) {
        self.adjust(|view| View { theme, ..view });
    }

    /// Starts a presentation of a tour, or of the current view, with an overlay.
    pub fn present(&self, presenting: Presenting, tour: Option<TourName>, overlay: Overlay) {
        self.opening_overlay.set_value(overlay);
        storage::remove(Scope::Window, PRESENTATION_STARTED);
        self.change(HistoryEntry::Push, |view| View { presenting, tour, step: None, ..view });
    }

    /// Writes the step of the presentation into the address; `None` is the first.
    pub fn set_step(&self, step: Option<NonZeroU16>) {
        self.change(HistoryEntry::Replace, |view| View { step, ..view });
    }

    /// Sets or clears the second language of the presentation.
    pub fn set_second_language(&self, second_language: Option<Language>) {
        self.change(HistoryEntry::Replace, |view| View { second_language, ..view });
    }

    /// Leaves the presentation for the view that was last shown in it.
    pub fn leave_presentation(&self, shown: View) {
        self.change(HistoryEntry::Push, |view| View { language: view.language, theme: view.theme, ..shown });
    }
}

mod comparing;
mod going_back;
mod host_changes;
#[cfg(test)]
mod tests;
