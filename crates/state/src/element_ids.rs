//! Ids of elements that take the focus from elsewhere.

use wsis_core::{EntryId, TargetCode};

/// The main region, which contains the matrix and the panel.
pub const MAIN: &str = "matrix";

/// The panel.
pub const PANEL: &str = "panel";

/// The part of the panel that scrolls.
pub const PANEL_SCROLL: &str = "panel-scroll";

/// The part of the panel that shows the selection.
pub const SELECTED: &str = "selected";

/// The heading of the panel.
pub const PANEL_TITLE: &str = "panel-title";

/// The heading of an open entry, which covers the selection.
pub const DETAILS_TITLE: &str = "details-title";

/// The search box.
pub const SEARCH_BOX: &str = "search";

/// The button that opens the menu "More".
pub const MENU_BUTTON: &str = "more-button";

/// The menu "Share".
pub const SHARE_MENU: &str = "share";

/// The menu "More".
pub const MORE_MENU: &str = "more";

/// The heading of the form for an entry.
pub const ENTRY_HEADING: &str = "entry-heading";

/// The button that opens the form for an entry.
pub const ENTRY_BUTTON: &str = "prepare-entry";

/// The button that opens the filter fields.
pub const FILTER_BUTTON: &str = "filter-button";

/// The button that opens the fields for order and shading.
pub const ARRANGE_BUTTON: &str = "arrange-button";

/// The button that opens the pages on the report.
pub const REPORT_BUTTON: &str = "report-button";

/// The dialog over the page.
pub const DIALOG: &str = "dialog";

/// The first of the searched words in the text that has all of them.
pub const FOUND: &str = "found";

/// A project's button in a list.
#[must_use]
pub fn project(id: &EntryId) -> String {
    format!("project-{id}")
}

/// A target in its goal's profile.
#[must_use]
pub fn target(code: TargetCode) -> String {
    format!("target-{code}")
}

/// A digital public good in a list.
#[must_use]
pub fn public_good(id: &EntryId) -> String {
    format!("public-good-{id}")
}

/// An initiative's button in a list.
#[must_use]
pub fn initiative(id: &EntryId) -> String {
    format!("initiative-{id}")
}

/// An item of a lens.
#[must_use]
pub fn lens_item(id: &EntryId) -> String {
    format!("item-{id}")
}
