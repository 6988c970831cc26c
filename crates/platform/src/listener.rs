//! Event listeners on the window that are removed when they go out of scope.

use reactive_graph::owner::{StoredValue, on_cleanup};
use reactive_graph::traits::UpdateValue as _;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::convert::FromWasmAbi;

use crate::window;

/// A listener on the window; dropping it removes it.
pub struct WindowListener<E: FromWasmAbi + 'static> {
    event: &'static str,
    closure: Option<Closure<dyn FnMut(E)>>,
}

impl<E: FromWasmAbi + JsCast + 'static> WindowListener<E> {
    /// Calls `act` on each event of this name.
    pub fn new(event: &'static str, act: impl FnMut(E) + 'static) -> Self {
        let closure = window().map(|window| {
            let closure = Closure::<dyn FnMut(E)>::new(act);
            // Adding a listener to the window throws in no browser.
            let _ = window.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
            closure
        });
        Self { event, closure }
    }

    /// Keeps the listener until the current reactive owner, such as the view being drawn, is disposed.
    pub fn keep(self) {
        let kept = StoredValue::new_local(Some(self));
        on_cleanup(move || {
            kept.try_update_value(Option::take);
        });
    }
}

impl<E: FromWasmAbi + 'static> Drop for WindowListener<E> {
    fn drop(&mut self) {
        if let (Some(window), Some(closure)) = (window(), &self.closure) {
            let callback = closure.as_ref().unchecked_ref();
            let _ = window.remove_event_listener_with_callback(self.event, callback);
        }
    }
}
