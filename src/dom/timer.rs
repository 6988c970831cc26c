//! One-shot timers that stop when they go out of scope.

use js_sys::Promise;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;

use super::window;

/// A running timer; dropping it stops it.
pub(crate) struct Timer {
    handle: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Timer {
    /// Calls `act` once after `milliseconds`.
    pub(crate) fn after(milliseconds: u32, act: impl FnMut() + 'static) -> Self {
        let closure = Closure::<dyn FnMut()>::new(act);
        let handle = window().and_then(|window| {
            window
                .set_timeout_with_callback_and_timeout_and_arguments_0(
                    closure.as_ref().unchecked_ref(),
                    i32::try_from(milliseconds).unwrap_or(i32::MAX),
                )
                .ok()
        });
        Self { handle, _closure: closure }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

/// Waits for some milliseconds.
pub(crate) async fn pause(milliseconds: u32) {
    let over = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            let milliseconds = i32::try_from(milliseconds).unwrap_or(i32::MAX);
            // A timer is refused nowhere.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(over).await;
}

/// Calls `act` once, as soon as what is going on now is done.
pub(crate) fn soon(act: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(act);
    if let Some(window) = window() {
        // A timer is refused nowhere.
        let _ = window.set_timeout_with_callback(closure.unchecked_ref());
    }
}

/// A timer that goes on; dropping it stops it.
pub(crate) struct Every {
    handle: Option<i32>,
    _closure: Closure<dyn FnMut()>,
}

impl Every {
    /// Calls `act` every so many milliseconds.
    pub(crate) fn new(milliseconds: i32, act: impl FnMut() + 'static) -> Self {
        let closure = Closure::<dyn FnMut()>::new(act);
        let handle = window().and_then(|window| {
            let act = closure.as_ref().unchecked_ref();
            window.set_interval_with_callback_and_timeout_and_arguments_0(act, milliseconds).ok()
        });
        Self { handle, _closure: closure }
    }
}

impl Drop for Every {
    fn drop(&mut self) {
        if let (Some(window), Some(handle)) = (window(), self.handle) {
            window.clear_interval_with_handle(handle);
        }
    }
}

/// The time, in milliseconds since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole, and after 1970")]
pub(crate) fn now() -> u64 {
    js_sys::Date::now() as u64
}
