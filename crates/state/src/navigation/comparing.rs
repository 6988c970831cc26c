//! The comparison: adding and removing items, and showing it.

use wsis_core::address::{Selection, View};
use wsis_core::comparison::{Compared, MAX_COMPARED};
use wsis_core::filter::Facet;
use wsis_platform::history::HistoryEntry;

use super::Navigation;

impl Navigation {
    /// Adds an item to the comparison, which is shown from the second item on.
    pub fn add_to_comparison(&self, item: Compared) {
        self.change(HistoryEntry::Push, |mut view| {
            if view.compare.len() < MAX_COMPARED && !view.compare.contains(&item) {
                view.compare.push(item.clone());
            }
            let shown = view.compare.len() > 1;
            if let (true, Compared::Country(_)) = (shown, &item) {
                // Its profile gives way to the comparison.
                view.filter = view.filter.without(Facet::Country);
            }
            let (selection, margin) =
                if shown { (Selection::None, None) } else { (view.selection, view.margin) };
            View { selection, margin, opened: None, ..view }
        });
    }

    /// Shows the comparison, with nothing selected and no country's profile before it.
    pub fn show_comparison(&self) {
        self.change(HistoryEntry::Push, |mut view| {
            view.filter = view.filter.without(Facet::Country);
            View { selection: Selection::None, margin: None, opened: None, ..view }
        });
    }

    /// Removes all items from the comparison.
    pub fn clear_comparison(&self) {
        self.adjust(|view| View { compare: Vec::new(), ..view });
    }

    /// Removes an item from the comparison.
    pub fn remove_from_comparison(&self, item: &Compared) {
        self.adjust(|mut view| {
            view.compare.retain(|known| known != item);
            view
        });
    }
}
