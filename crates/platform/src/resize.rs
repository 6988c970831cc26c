//! The height of the page and its changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use crate::document;

/// The height of the whole page, in CSS pixels.
#[must_use]
pub fn page_height() -> f64 {
    let root = document().and_then(|document| document.document_element());
    root.map_or(0.0, |root| root.get_bounding_client_rect().height())
}

/// Calls `act` whenever the height may have changed, as long as the page lives.
pub fn on_resize(mut act: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut(Array)>::new(move |_| act());
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref());
    if let (Ok(observer), Some(root)) =
        (observer, document().and_then(|document| document.document_element()))
    {
        observer.observe(&root);
        closure.forget();
    }
}
