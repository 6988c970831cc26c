//! The prerendered page, and what the boot script of `index.html` leaves for the app.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::Element;
use wsis_core::navigation::Stop;
use wsis_platform::focus::focused_id;
use wsis_platform::{document, element_by_id, elements};

use crate::ui::panel_place;

/// The beginning of the id of an example in the start panel; the id of its place in the grid follows.
pub(crate) const EXAMPLE_PREFIX: &str = "example-";

/// Removes the prerendered page but for the rows of its table, in the task that draws the app's own, so that no frame
/// shows both or neither.
pub(crate) fn remove() {
    let Some(page) = element_by_id("prerendered") else { return };
    if let Some(table) = elements::first(&page, "table.grid") {
        TableRows::get().keep(&table, true);
    }
    page.remove();
}

/// The rows of the table while no grid has them: first those of the prerendered page. They are built once, while the site
/// is built, and outlive the views around them.
#[derive(Clone, Copy)]
pub(crate) struct TableRows(StoredValue<Option<KeptRows>, LocalStorage>);

/// The groups of rows, as they were taken out of a table.
pub(crate) struct KeptRows {
    /// Head, lines, totals.
    pub(crate) groups: Vec<Element>,
    /// Whether no table of the app has had them, so that they are in the order by number.
    pub(crate) are_prerendered: bool,
    /// The place that had the focus, which is lost with the move.
    pub(crate) focused: Option<String>,
}

impl TableRows {
    /// None yet.
    pub(crate) fn new() -> Self {
        Self(StoredValue::new_local(None))
    }

    /// The rows of the app that the calling view belongs to.
    pub(crate) fn get() -> Self {
        expect_context()
    }

    /// Takes the rows of this table for the next one.
    pub(crate) fn keep(self, table: &Element, are_prerendered: bool) {
        let focused = focused_id().filter(|id| Stop::from_element_id(id).is_some());
        // Of a host page, where the panel stands in a row.
        panel_place::move_behind_matrix();
        let groups = elements::children(table);
        groups.iter().for_each(Element::remove);
        self.0.set_value(Some(KeptRows { groups, are_prerendered, focused }));
    }

    /// The rows, once.
    pub(crate) fn take(self) -> Option<KeptRows> {
        self.0.try_update_value(Option::take).flatten()
    }

    /// A copy of the rows, for a table that shows a part of them.
    pub(crate) fn copy(self) -> Option<KeptRows> {
        self.0.with_value(|kept| {
            let kept = kept.as_ref()?;
            let copies =
                kept.groups.iter().filter_map(|group| group.clone_node_with_deep(true).ok()?.dyn_into().ok());
            Some(KeptRows { groups: copies.collect(), focused: None, ..*kept })
        })
    }
}

/// The view of a selection that was made before the app started, for the panel to keep until it can draw its
/// own; taken once. To be called before [`remove`].
pub(crate) fn take_early_panel() -> Option<Element> {
    let panel = element_by_id("prerendered")?.query_selector("[data-early]").ok()??;
    panel.remove();
    Some(panel)
}

/// Shows the prerendered page even where the boot script has hidden it, since nothing better can be had.
pub(crate) fn show() {
    document::set_root_attribute("data-boot", None);
}

/// Tells the boot script that the app has started.
pub(crate) fn mark_ready() {
    document::set_root_attribute("data-ready", Some(""));
}

/// The id of the cell or header that was clicked before the app started; returned once.
pub(crate) fn take_early_click() -> Option<String> {
    let id = document::root_attribute("data-early")?;
    document::set_root_attribute("data-early", None);
    // The examples of the start panel lead to places of the grid.
    Some(id.strip_prefix(EXAMPLE_PREFIX).unwrap_or(&id).to_owned())
}

/// Whether the page came from the offline copy, or the copy is to be removed.
pub(crate) fn comes_from_offline_copy() -> bool {
    document::root_attribute("data-kept").is_some()
}
