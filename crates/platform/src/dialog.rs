//! The native modal dialog.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::element_by_id;

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    element_by_id(id)?.dyn_into().ok()
}

/// Opens the dialog with this id over the page. The browser moves the focus into it and keeps it there.
pub fn show(id: &str) {
    if let Some(dialog) = dialog(id).filter(|dialog| !dialog.open()) {
        // Fails only for a dialog that is not in the page or already open.
        let _ = dialog.show_modal();
    }
}

/// Closes it. The browser returns the focus to where it was before.
pub fn close(id: &str) {
    if let Some(dialog) = dialog(id).filter(HtmlDialogElement::open) {
        dialog.close();
    }
}
