//! Ways to the pages on the report.

use leptos::prelude::*;
use wsis_core::address::Opened;
use wsis_core::{EntryId, VocabularyId};
use wsis_platform::focus::focus_when_drawn;
use wsis_state::focus_return::focus_panel_title;
use wsis_state::{Explorer, element_ids};

/// Opens the list of all pages.
pub(super) fn open_list(explorer: Explorer) {
    explorer.layout.searched.set(None);
    explorer.open_report();
}

/// Opens a page at its beginning.
pub(super) fn open(explorer: Explorer, id: VocabularyId) {
    explorer.layout.searched.set(None);
    open_lens(explorer, id, None);
}

/// Opens a page at an item, which gets the focus; else at its heading.
pub(crate) fn open_lens(explorer: Explorer, id: VocabularyId, item: Option<EntryId>) {
    let focused = item.as_ref().map(element_ids::lens_item);
    explorer.layout.lens_item.set(item);
    explorer.navigation.open(Opened::Lens(id));
    match focused {
        Some(item) => focus_when_drawn(item),
        None => focus_panel_title(),
    }
}
