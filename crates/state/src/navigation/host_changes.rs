//! Changes that the host page of an embedded explorer asks for.

use reactive_graph::traits::{GetUntracked as _, GetValue as _, Set as _};
use wsis_core::address::{BadValue, Extent, changed};
use wsis_platform::history::HistoryEntry;

use super::Navigation;

impl Navigation {
    /// Applies a change that the host page asks for. Returns the values that do not exist, and the new extent if it
    /// changes.
    pub fn apply_host_change(&self, changes: &[(String, Option<String>)]) -> (Vec<BadValue>, Option<Extent>) {
        let (view, bad_values) = changed(&self.view.get_untracked(), changes);
        let changes_any = |names: &[&str]| changes.iter().any(|(name, _)| names.contains(&name.as_str()));
        // The whole matrix stays whole, whatever is selected in it; a part stays that part until the host asks for
        // another, whatever the reader has selected.
        let is_part = self.extent.get_untracked() != Extent::Matrix;
        let asks_extent = changes_any(&["lens"]) || (is_part && changes_any(&["line", "goal"]));
        let extent = asks_extent.then(|| view.extent());
        let extent = extent.filter(|extent| self.set_extent(*extent));
        self.change(HistoryEntry::Replace, |_| view);
        (bad_values, extent)
    }

    /// Shows the host's first view again. Returns the new extent if it changes.
    pub fn reset_for_host(&self) -> Option<Extent> {
        let first = self.first_view.get_value();
        let extent = Some(first.extent()).filter(|extent| self.set_extent(*extent));
        self.change(HistoryEntry::Replace, |_| first);
        extent
    }

    /// Whether the extent is another one than before.
    fn set_extent(&self, extent: Extent) -> bool {
        let is_new = self.extent.get_untracked() != extent;
        if is_new {
            self.extent.set(extent);
        }
        is_new
    }
}
