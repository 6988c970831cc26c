//! How high the page is, and when that changes.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::ResizeObserver;

use super::document;

/// The height of all that is shown, in CSS pixels.
pub(crate) fn height() -> f64 {
    let root = document().and_then(|document| document.document_element());
    root.map_or(0.0, |root| root.get_bounding_client_rect().height())
}

/// Calls `act` whenever the height may have changed, as long as the page lives.
pub(crate) fn follow_height(mut act: impl FnMut() + 'static) {
    let closure = Closure::<dyn FnMut(Array)>::new(move |_| act());
    let observer = ResizeObserver::new(closure.as_ref().unchecked_ref());
    if let (Ok(observer), Some(root)) =
        (observer, document().and_then(|document| document.document_element()))
    {
        observer.observe(&root);
        closure.forget();
    }
}
