//! The element that gets the focus back when a panel closes.

use reactive_graph::owner::StoredValue;
use reactive_graph::traits::{SetValue as _, UpdateValue as _};
use wsis_platform::focus::focus_first_when_drawn;

use crate::element_ids;

/// The element from which the last selection was made, by its id.
#[derive(Clone, Copy)]
pub struct FocusReturn(StoredValue<Option<String>>);

impl Default for FocusReturn {
    fn default() -> Self {
        Self(StoredValue::new(None))
    }
}

impl FocusReturn {
    /// Remembers the element of a selection that is made now.
    pub fn remember(&self, id: Option<String>) {
        self.0.set_value(id);
    }

    /// The remembered element; forgotten afterwards.
    #[must_use]
    pub fn take(&self) -> Option<String> {
        self.0.try_update_value(Option::take).flatten()
    }
}

/// Moves the focus to the heading of the panel once it has been drawn: that of an open project, else of the selection.
pub fn focus_panel_title() {
    focus_first_when_drawn(vec![element_ids::DETAILS_TITLE.to_owned(), element_ids::PANEL_TITLE.to_owned()]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::test_support::with_owner;

    #[test]
    fn an_element_is_returned_to_once() {
        with_owner(|| {
            let focus = FocusReturn::default();
            focus.remember(Some("cell-C2-9".to_owned()));
            assert_eq!(focus.take().as_deref(), Some("cell-C2-9"));
            assert_eq!(focus.take(), None);
        });
    }
}
