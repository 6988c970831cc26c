//! Listeners on the window that are taken off again when they go out of scope.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;

use super::window;

/// A listener on the window; dropping it removes it.
pub(crate) struct WindowListener<E: FromWasmAbi + 'static> {
    event: &'static str,
    closure: Closure<dyn FnMut(E)>,
}

impl<E: FromWasmAbi + JsCast + 'static> WindowListener<E> {
    /// Calls `act` at every event of the given name.
    pub(crate) fn new(event: &'static str, act: impl FnMut(E) + 'static) -> Self {
        let closure = Closure::<dyn FnMut(E)>::new(act);
        if let Some(window) = window() {
            // Adding a listener to the window throws in no browser.
            let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
        }
        Self { event, closure }
    }

    /// Keeps it as long as the owner that is at work now, such as the view that is being drawn.
    pub(crate) fn keep(self) {
        let kept = StoredValue::new_local(Some(self));
        on_cleanup(move || {
            kept.try_update_value(Option::take);
        });
    }
}

impl<E: FromWasmAbi + 'static> Drop for WindowListener<E> {
    fn drop(&mut self) {
        if let Some(window) = window() {
            let callback = self.closure.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.event, callback);
        }
    }
}
