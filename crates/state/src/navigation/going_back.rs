//! Going back one step, as Escape and the close buttons do.

use reactive_graph::traits::{GetUntracked as _, Set as _, UpdateValue as _};
use wsis_core::address::{Extent, Panel, Selection, View};
use wsis_core::filter::Filter;
use wsis_platform::history::HistoryEntry;

use super::{Navigation, WentBack};

impl Navigation {
    /// Goes back one step: from a dialog, a sheet or an entry to what it covers, from a country to the previous view, from the
    /// panel to the matrix.
    pub fn go_back(&self) -> WentBack {
        let view = self.view.get_untracked();
        if self.extent.get_untracked() == Extent::Cell && view.opened.is_none() {
            // An embedded cell is all there is.
            return WentBack::Nowhere;
        }
        if self.dialog.get_untracked().is_some() {
            self.dialog.set(None);
            return WentBack::FromDialog;
        }
        if let Some(sheet) = self.sheet.get_untracked() {
            self.sheet.set(None);
            return WentBack::FromSheet(sheet);
        }
        if let Some(entry) = view.opened {
            self.change(HistoryEntry::Replace, |view| View { opened: None, ..view });
            return WentBack::FromOpened(entry);
        }
        if let (Panel::Country(_), Some(before)) = (view.panel(), self.take_previous_view()) {
            self.restore(before);
            return WentBack::FromCountry;
        }
        if view.shows_list() {
            self.close_panel(&view);
            return WentBack::FromPanel(view.selection);
        }
        WentBack::Nowhere
    }

    fn take_previous_view(&self) -> Option<View> {
        self.previous_view.try_update_value(Option::take).flatten()
    }

    /// Shows a former view again, in the current language and theme.
    fn restore(&self, before: View) {
        self.change(HistoryEntry::Push, |view| View {
            language: view.language,
            theme: view.theme,
            opened: None,
            ..before
        });
    }

    /// Closes the comparison, else the selection, else the filter's list.
    fn close_panel(&self, view: &View) {
        if let Panel::Margin(_) = view.panel() {
            self.change(HistoryEntry::Push, |view| View { margin: None, ..view });
        } else if view.panel() == Panel::Comparison {
            self.change(HistoryEntry::Push, |view| View { compare: Vec::new(), ..view });
        } else if view.selection == Selection::None {
            self.apply_filter(Filter::default());
        } else {
            self.select(Selection::None);
        }
    }
}
